#include "qr/fast_qr.h"

#include <stddef.h>

#include "common/arithmetic.h"

/*
 * Tall-skinny QR (Demmel, Grigori, Hoemmen, Langou 2012): the rows are cut into chunks, one task each, and each chunk
 * into blocks that are absorbed into the chunk's triangle one after the other; at the end the triangles are absorbed
 * into the first. Each block is absorbed by panels of reflectors in compact form (Schreiber, Van Loan 1989).
 * Householder reflectors throughout, so the backward error is that of Householder QR. The cuts depend on the shape
 * alone, not on the threads.
 */

/* A block has no more rows than this, so that it stays in a core's second cache. */
enum { MOST_CHUNKS = 8, BLOCK_ROWS = 192, BLOCK_STRIDE = BLOCK_ROWS * MN_STRIP };

/* Of a matrix for which this pays, and of a chunk. */
enum { LEAST_COLUMNS = 2 * MN_STRIP, LEAST_ROWS = 2048 };

/* Rows that there must be for each column, of few columns and of many: the triangle is factorized once more, with
 * pivots, which must be little work next to the rest. */
enum { LEAST_FACTOR = 3, LEAST_FACTOR_OF_MANY = 2, MANY_COLUMNS = 256 };

/* Doubles of a cache line: a row of a strip should not lie across two. */
enum { ALIGNMENT = 8 };

/*
 * Norms whose squares do not overflow; what a column of a block may have for the square of its norm before that loses
 * digits to underflow (then it counts as zero); and norms of whole columns to which blocks that count as zero, and
 * products that underflow, are nothing.
 */
#define LARGEST_SAFE_NORM 0x1p500
#define SMALLEST_SAFE_SQUARE 0x1p-960
#define SMALLEST_SAFE_NORM 0x1p-400

typedef struct tall_qr {
    const mn_fast_kernels *kernels;
    int32_t m, n;
    double *a;
    int32_t lda;
    double *rhs;
    int32_t strips; /* of n columns, the right-hand side and what fills the last strip */
    int32_t chunks;
    double *work;
} tall_qr;

/* ---- Memory: for each chunk a triangle and a block, strip after strip ------------------------------------------ */

static int32_t strips_of(int32_t n)
{
    return n / MN_STRIP + 1;
}

/* From one strip of a triangle to the next. */
static ptrdiff_t triangle_stride(int32_t n)
{
    return (ptrdiff_t)strips_of(n) * MN_TILE;
}

static int64_t chunk_length(int32_t n)
{
    return (int64_t)strips_of(n) * (triangle_stride(n) + BLOCK_STRIDE);
}

static int32_t chunks_of(int32_t m, int32_t n)
{
    const int32_t least_rows = n < LEAST_ROWS / 8 ? LEAST_ROWS : 8 * n;
    const int32_t chunks = mn_quotient(m, least_rows);
    return chunks < 1 ? 1 : chunks < MOST_CHUNKS ? chunks : MOST_CHUNKS;
}

int64_t mn_fast_work_length(int32_t m, int32_t n)
{
    const int64_t least_rows = (int64_t)n * (n < MANY_COLUMNS ? LEAST_FACTOR : LEAST_FACTOR_OF_MANY);
    return n < LEAST_COLUMNS || m < least_rows ? 0 : chunks_of(m, n) * chunk_length(n) + ALIGNMENT - 1;
}

static double *aligned(double *work)
{
    const uintptr_t beyond = (uintptr_t)work / sizeof(double) % ALIGNMENT;
    return beyond == 0 ? work : work + ALIGNMENT - beyond;
}

static double *triangle_of(const tall_qr *q, int32_t chunk)
{
    return q->work + chunk * chunk_length(q->n);
}

static double *block_of(const tall_qr *q, int32_t chunk)
{
    return triangle_of(q, chunk) + q->strips * triangle_stride(q->n);
}

static double element(const tall_qr *q, const double *r, int32_t i, int32_t j)
{
    return r[j / MN_STRIP * triangle_stride(q->n) + (ptrdiff_t)i * MN_STRIP + j % MN_STRIP];
}

/* ---- Absorbing a block --------------------------------------------------------------------------------------- */

/* T's next column from the products of v_j with v_0.. v_j. */
static void extend(mn_panel *panel, int32_t j, double tau, const double *products)
{
    double scaled[MN_STRIP];
    for (int32_t i = 0; i < j; ++i) {
        scaled[i] = panel->scales[i] * panel->scales[j] * products[i];
    }
    for (int32_t i = 0; i < j; ++i) {
        double sum = 0;
        for (int32_t k = i; k < j; ++k) {
            sum += panel->t[i][k] * scaled[k];
        }
        panel->t[i][j] = -tau * sum;
    }
    panel->t[j][j] = tau;
}

/* The panel's reflectors from its strip, which lies under the rows r[MN_STRIP][MN_STRIP] of R. */
static void factor_panel(const mn_fast_kernels *kernels, mn_panel *panel, double (*r)[MN_STRIP])
{
    double weights[MN_STRIP] = {0};
    double sums[MN_STRIP];
    kernels->transpose_tiles(panel->rows, panel->v);
    for (int32_t j = 0; j < MN_STRIP; ++j) {
        kernels->update_and_project(panel->rows, panel->v, j, weights, sums);
        const double diagonal = r[j][j];
        double tau = 0;
        double scale = 0;
        if (sums[j] >= SMALLEST_SAFE_SQUARE || sums[j] != sums[j]) {
            const double norm = mn_sqrt(mn_square(diagonal) + sums[j]);
            const double beta = diagonal < 0 ? norm : -norm;
            tau = (beta - diagonal) / beta;
            scale = 1 / (diagonal - beta);
            r[j][j] = beta;
        }
        panel->scales[j] = scale;
        weights[j] = 0;
        for (int32_t k = j + 1; k < MN_STRIP; ++k) {
            const double multiple = tau * (r[j][k] + scale * sums[k]);
            r[j][k] -= multiple;
            weights[k] = -multiple * scale;
        }
        extend(panel, j, tau, sums);
    }
    kernels->transpose_tiles(panel->rows, panel->v);
}

/* Absorbs a block of so many rows, whose strips lie so many doubles apart, from the strip `first` on. */
static void absorb_panel(const tall_qr *q, double *r, int32_t rows, double *block, ptrdiff_t stride, int32_t first)
{
    const ptrdiff_t stride_above = triangle_stride(q->n);
    double *above = r + first * stride_above + (ptrdiff_t)first * MN_TILE;
    mn_panel panel;
    panel.rows = rows;
    panel.v = block + first * stride;
    factor_panel(q->kernels, &panel, (double(*)[MN_STRIP])above);
    q->kernels->apply_panel(&panel, q->n + 1 - (first + 1) * MN_STRIP, above + stride_above, stride_above,
                            panel.v + stride, stride);
}

/* A strip that holds nothing but the right-hand side has nothing to eliminate. */
static int32_t panels_of(const tall_qr *q)
{
    return (q->n + MN_STRIP - 1) / MN_STRIP;
}

/* ---- Chunks -------------------------------------------------------------------------------------------------- */

/* The right-hand side also fills the last strip. */
static const double *source_column(const tall_qr *q, int32_t j)
{
    return j < q->n ? MN_COLUMN(q->a, q->lda, j) : q->rhs;
}

/* Rows first.. end - 1 of the matrix and its right-hand side to the block, and rows of zeros up to a whole number of
 * MN_STRIP. Returns that number. */
static int32_t load_rows(const tall_qr *q, int32_t first, int32_t end, double *block)
{
    const int32_t whole = (end - first) / MN_STRIP * MN_STRIP;
    const int32_t rows = (end - first + MN_STRIP - 1) / MN_STRIP * MN_STRIP;
    for (int32_t s = 0; s < q->strips; ++s) {
        double *strip = block + (ptrdiff_t)s * BLOCK_STRIDE;
        const double *columns[MN_STRIP];
        for (int32_t k = 0; k < MN_STRIP; ++k) {
            columns[k] = source_column(q, s * MN_STRIP + k) + first;
        }
        q->kernels->interleave(whole, columns, strip);
        for (int32_t i = whole; i < rows; ++i) {
            for (int32_t k = 0; k < MN_STRIP; ++k) {
                strip[i * MN_STRIP + k] = first + i < end ? columns[k][i] : 0;
            }
        }
    }
    return rows;
}

static void MN_CALL reduce_chunk(void *work, int32_t chunk)
{
    const tall_qr *q = work;
    double *r = triangle_of(q, chunk);
    double *block = block_of(q, chunk);
    for (ptrdiff_t i = 0; i < q->strips * triangle_stride(q->n); ++i) {
        r[i] = 0;
    }
    const int32_t begin = mn_quotient((double)q->m * chunk, q->chunks);
    const int32_t end = mn_quotient((double)q->m * (chunk + 1), q->chunks);
    for (int32_t i = begin; i < end; i += BLOCK_ROWS) {
        const int32_t rows = load_rows(q, i, end - i < BLOCK_ROWS ? end : i + BLOCK_ROWS, block);
        for (int32_t first = 0; first < panels_of(q); ++first) {
            absorb_panel(q, r, rows, block, BLOCK_STRIDE, first);
        }
    }
}

/* The triangle of another chunk into the first; under its diagonal there is nothing to eliminate. */
static void absorb_triangle(const tall_qr *q, int32_t chunk)
{
    for (int32_t first = 0; first < panels_of(q); ++first) {
        absorb_panel(q, triangle_of(q, 0), (first + 1) * MN_STRIP, triangle_of(q, chunk), triangle_stride(q->n), first);
    }
}

/* A column of R has the norm of A's. */
static int is_safe(const tall_qr *q)
{
    const double *r = triangle_of(q, 0);
    for (int32_t j = 0; j <= q->n; ++j) {
        double largest = 0;
        for (int32_t i = 0; i <= j && i < q->n; ++i) {
            const double magnitude = mn_abs(element(q, r, i, j));
            if (!(magnitude < LARGEST_SAFE_NORM)) {
                return 0;
            }
            largest = mn_max(largest, magnitude);
        }
        if (largest < SMALLEST_SAFE_NORM) {
            return 0;
        }
    }
    return 1;
}

int mn_fast_triangle(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, double *rhs, double *work)
{
    tall_qr q = {.kernels = engine->fast,
                 .m = m,
                 .n = n,
                 .a = a,
                 .lda = lda,
                 .rhs = rhs,
                 .strips = strips_of(n),
                 .chunks = chunks_of(m, n),
                 .work = aligned(work)};
    if (engine->threads > 1 && q.chunks > 1) {
        engine->parallel_for(engine->host, q.chunks, reduce_chunk, &q);
    } else {
        for (int32_t chunk = 0; chunk < q.chunks; ++chunk) {
            reduce_chunk(&q, chunk);
        }
    }
    for (int32_t chunk = 1; chunk < q.chunks; ++chunk) {
        absorb_triangle(&q, chunk);
    }
    if (!is_safe(&q)) {
        return 0;
    }
    const double *r = triangle_of(&q, 0);
    for (int32_t j = 0; j < n; ++j) {
        for (int32_t i = 0; i < n; ++i) {
            MN_COLUMN(a, lda, j)[i] = i <= j ? element(&q, r, i, j) : 0;
        }
        rhs[j] = element(&q, r, j, n);
    }
    return 1;
}
