#include "fast_qr.h"

#include <stddef.h>

#include "arithmetic.h"

/*
 * Tall-skinny QR (Demmel, Grigori, Hoemmen, Langou 2012): the rows are cut into chunks, one task each, and each chunk
 * into blocks that are absorbed into the chunk's triangle one after the other; at the end the triangles are absorbed
 * into the first. Each block is absorbed by panels of reflectors in compact form (Schreiber, Van Loan 1989).
 * Householder reflectors throughout, so the backward error is that of Householder QR. The cuts depend on the shape
 * alone, not on the threads.
 */

enum { MOST_CHUNKS = 8, GROUP = 4 };

/* Of a matrix for which this pays, and of a chunk. */
enum { LEAST_COLUMNS = 2 * MN_PANEL, LEAST_ROWS = 2048 };

/*
 * Norms whose squares do not overflow; what a column of a block may have for the square of its norm before that loses digits
 * to underflow (then it counts as zero); and norms of whole columns to which blocks that count as zero are nothing.
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
    int32_t columns; /* n and the right-hand side, padded to whole panels */
    int32_t chunks;
    double *work;
} tall_qr;

/* ---- Memory: for each chunk a triangle and a block ------------------------------------------------------------ */

static int32_t padded_columns(int32_t n)
{
    return (n + 1 + MN_PANEL - 1) / MN_PANEL * MN_PANEL;
}

static int64_t chunk_length(int32_t n)
{
    const int64_t columns = padded_columns(n);
    return columns * columns + columns * MN_BLOCK_ROWS;
}

static int32_t chunks_of(int32_t m, int32_t n)
{
    const int32_t least_rows = n < LEAST_ROWS / 8 ? LEAST_ROWS : 8 * n;
    const int32_t chunks = m / least_rows;
    return chunks < 1 ? 1 : chunks < MOST_CHUNKS ? chunks : MOST_CHUNKS;
}

int64_t mn_fast_work_length(int32_t m, int32_t n)
{
    return n < LEAST_COLUMNS || m / 4 < n ? 0 : chunks_of(m, n) * chunk_length(n);
}

static double *triangle_of(const tall_qr *t, int32_t chunk)
{
    return t->work + chunk * chunk_length(t->n);
}

static double *block_of(const tall_qr *t, int32_t chunk)
{
    return triangle_of(t, chunk) + (ptrdiff_t)t->columns * t->columns;
}

/* ---- Absorbing a block --------------------------------------------------------------------------------------- */

/*
 * Reflectors for the panel's columns of R over the block: I - tau (e_j; v)(e_j; v)^T, v in the block's column. Their
 * factor T to t, so that their product is I - V T V^T.
 */
static void factor_panel(const tall_qr *q, int32_t first, double *r, double *block, double (*t)[MN_PANEL])
{
    const mn_fast_kernels *kernels = q->kernels;
    for (int32_t j = 0; j < MN_PANEL; ++j) {
        double *diagonal = MN_COLUMN(r, q->columns, first + j) + first + j;
        double *v = MN_COLUMN(block, MN_BLOCK_ROWS, first + j);
        const double square = kernels->dot(v, v);
        double tau = 0;
        if (square >= SMALLEST_SAFE_SQUARE || square != square) {
            const double norm = mn_sqrt(mn_square(*diagonal) + square);
            const double beta = *diagonal < 0 ? norm : -norm;
            tau = (beta - *diagonal) / beta;
            kernels->scale(1 / (*diagonal - beta), v);
            *diagonal = beta;
        }
        for (int32_t k = j + 1; k < MN_PANEL; ++k) {
            double *element = MN_COLUMN(r, q->columns, first + k) + first + j;
            double *column = MN_COLUMN(block, MN_BLOCK_ROWS, first + k);
            const double multiple = tau * (*element + kernels->dot(v, column));
            *element -= multiple;
            kernels->add_multiple(-multiple, v, column);
        }
        double products[MN_PANEL];
        for (int32_t i = 0; i < j; ++i) {
            products[i] = kernels->dot(MN_COLUMN(block, MN_BLOCK_ROWS, first + i), v);
        }
        for (int32_t i = 0; i < j; ++i) {
            double sum = 0;
            for (int32_t k = i; k < j; ++k) {
                sum += t[i][k] * products[k];
            }
            t[i][j] = -tau * sum;
        }
        t[j][j] = tau;
    }
}

static void apply_to_the_right(const tall_qr *q, int32_t first, double *r, double *block, double (*t)[MN_PANEL])
{
    const double *v = MN_COLUMN(block, MN_BLOCK_ROWS, first);
    for (int32_t k = first + MN_PANEL; k < q->columns; k += GROUP) {
        double above[MN_PANEL][GROUP];
        for (int32_t i = 0; i < MN_PANEL; ++i) {
            for (int32_t c = 0; c < GROUP; ++c) {
                above[i][c] = MN_COLUMN(r, q->columns, k + c)[first + i];
            }
        }
        q->kernels->apply_panel(v, t, above, MN_COLUMN(block, MN_BLOCK_ROWS, k));
        for (int32_t i = 0; i < MN_PANEL; ++i) {
            for (int32_t c = 0; c < GROUP; ++c) {
                MN_COLUMN(r, q->columns, k + c)[first + i] = above[i][c];
            }
        }
    }
}

/* Panels that hold nothing but the right-hand side and padding have nothing to eliminate. */
static void absorb(const tall_qr *q, double *r, double *block)
{
    double t[MN_PANEL][MN_PANEL];
    for (int32_t first = 0; first < q->n; first += MN_PANEL) {
        factor_panel(q, first, r, block, t);
        apply_to_the_right(q, first, r, block, t);
    }
}

/* ---- Chunks -------------------------------------------------------------------------------------------------- */

static const double *source_column(const tall_qr *q, int32_t j)
{
    return j < q->n ? MN_COLUMN(q->a, q->lda, j) : q->rhs;
}

/* Rows first.. end - 1 of the matrix and its right-hand side to the block, padded with zeros. */
static void load_rows(const tall_qr *q, int32_t first, int32_t end, double *block)
{
    for (int32_t j = 0; j < q->columns; ++j) {
        double *to = MN_COLUMN(block, MN_BLOCK_ROWS, j);
        int32_t i = 0;
        if (j <= q->n) {
            const double *from = source_column(q, j) + first;
            for (; i < end - first; ++i) {
                to[i] = from[i];
            }
        }
        for (; i < MN_BLOCK_ROWS; ++i) {
            to[i] = 0;
        }
    }
}

static void MN_CALL reduce_chunk(void *work, int32_t chunk)
{
    const tall_qr *q = work;
    double *r = triangle_of(q, chunk);
    double *block = block_of(q, chunk);
    for (ptrdiff_t i = 0; i < (ptrdiff_t)q->columns * q->columns; ++i) {
        r[i] = 0;
    }
    const int32_t begin = (int32_t)((int64_t)q->m * chunk / q->chunks);
    const int32_t end = (int32_t)((int64_t)q->m * (chunk + 1) / q->chunks);
    for (int32_t i = begin; i < end; i += MN_BLOCK_ROWS) {
        load_rows(q, i, i + MN_BLOCK_ROWS < end ? i + MN_BLOCK_ROWS : end, block);
        absorb(q, r, block);
    }
}

/* The triangle of another chunk as blocks of rows into the first. */
static void absorb_triangle(const tall_qr *q, int32_t chunk)
{
    const double *from = triangle_of(q, chunk);
    double *block = block_of(q, 0);
    for (int32_t first = 0; first < q->n; first += MN_BLOCK_ROWS) {
        for (int32_t j = 0; j < q->columns; ++j) {
            for (int32_t i = 0; i < MN_BLOCK_ROWS; ++i) {
                const int32_t row = first + i;
                block[(ptrdiff_t)j * MN_BLOCK_ROWS + i] =
                    row < q->n && row <= j ? MN_COLUMN(from, q->columns, j)[row] : 0;
            }
        }
        absorb(q, triangle_of(q, 0), block);
    }
}

/* A column of R has the norm of A's. */
static int is_safe(const tall_qr *q)
{
    const double *r = triangle_of(q, 0);
    for (int32_t j = 0; j <= q->n; ++j) {
        const double *column = MN_COLUMN(r, q->columns, j);
        double largest = 0;
        for (int32_t i = 0; i <= j && i < q->n; ++i) {
            if (!(mn_abs(column[i]) < LARGEST_SAFE_NORM)) {
                return 0;
            }
            largest = mn_max(largest, mn_abs(column[i]));
        }
        if (largest < SMALLEST_SAFE_NORM && j < q->n) {
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
                 .columns = padded_columns(n),
                 .chunks = chunks_of(m, n),
                 .work = work};
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
            MN_COLUMN(a, lda, j)[i] = i <= j ? MN_COLUMN(r, q.columns, j)[i] : 0;
        }
        rhs[j] = MN_COLUMN(r, q.columns, n)[j];
    }
    return 1;
}
