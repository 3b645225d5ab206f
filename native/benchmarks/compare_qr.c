/* Pivoted QR factorization and Q^T b: what a large solve spends its time with. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare.h"
#include "comparison.h"
#include "qr/fast_qr.h"
#include "qr/pivoted_qr.h"
#include "references/reference.h"
#include "simd/engine.h"
#include "support/random.h"
#include "workload.h"

static const struct shape {
    int32_t m;
    int32_t n;
    int is_large; /* a run takes seconds: as few as make a median, or one when quick */
} shapes[] = {{200, 8, 0}, {2000, 30, 0}, {10000, 100, 0}, {50000, 200, 1}};

/* One way to factorize. a[m * n] and b[m] are overwritten, from the matrix and the right-hand side that all share. */
typedef struct factorization {
    const routines *reference; /* null: our core, in the way that the tuning says */
    mn_tuning tuning;
    int32_t m;
    int32_t n;
    const double *matrix;
    const double *right_side;
    double *a;
    double *b;
    double *r_diagonal;
    double *column_norms;
    double *work;
    double *multiples;
    int32_t *pivots;
} factorization;

/* ---- The two sides ---- */

static void restore(void *state)
{
    factorization *of = state;
    memcpy(of->a, of->matrix, (size_t)of->m * (size_t)of->n * sizeof *of->a);
    memcpy(of->b, of->right_side, (size_t)of->m * sizeof *of->b);
}

/* The one place that knows how our kernel is called. */
static void factorize_by_us(void *state)
{
    factorization *of = state;
    const mn_engine engine = mn_engine_for(&of->tuning, of->n);
    const int fast = of->tuning.arithmetic == MN_FAST && mn_fast_work_length(of->m, of->n) > 0;
    const int32_t rows =
        fast && mn_fast_triangle(&engine, of->m, of->n, of->a, of->m, of->b, of->tuning.work) ? of->n : of->m;
    mn_column_norms(&engine, rows, of->n, of->a, of->m, of->column_norms);
    mn_pivoted_qr(&engine, rows, of->n, of->a, of->m, of->pivots, of->r_diagonal, of->column_norms, of->work,
                  of->multiples, of->b);
}

static void factorize_by_reference(void *state)
{
    factorization *of = state;
    of->reference->pivoted_qr(of->m, of->n, of->a, of->m, of->pivots, of->r_diagonal, of->column_norms, of->work);
    /* libcminpack has Q^T b inside lmder, as a loop like this one. */
    for (int32_t j = 0; j < of->n; ++j) {
        const double *v = of->a + (int64_t)j * of->m;
        if (v[j] != 0) {
            double sum = 0;
            for (int32_t i = j; i < of->m; ++i) {
                sum += v[i] * of->b[i];
            }
            const double multiple = -sum / v[j];
            for (int32_t i = j; i < of->m; ++i) {
                of->b[i] += v[i] * multiple;
            }
        }
    }
}

/* ---- Their data ---- */

/* Columns of sizes from 0.1 to 10, each with elements of one magnitude. */
static void fill_matrix(int32_t m, int32_t n, double *matrix, double *right_side)
{
    random_stream stream = {20240501};
    for (int32_t j = 0; j < n; ++j) {
        const double exponent = random_unit(&stream);
        const double size = exponent < 0 ? 1 / (1 - 9 * exponent) : 1 + 9 * exponent;
        for (int32_t i = 0; i < m; ++i) {
            matrix[(int64_t)j * m + i] = size * random_unit(&stream);
        }
    }
    for (int32_t i = 0; i < m; ++i) {
        right_side[i] = random_unit(&stream);
    }
}

static factorization make_factorization(const struct shape *shape, const double *matrix, const double *right_side)
{
    const int32_t m = shape->m;
    const int32_t n = shape->n;
    return (factorization){.m = m,
                           .n = n,
                           .matrix = matrix,
                           .right_side = right_side,
                           .a = allocate_doubles((int64_t)m * n),
                           .b = allocate_doubles(m),
                           .r_diagonal = allocate_doubles(n),
                           .column_norms = allocate_doubles(n),
                           .work = allocate_doubles(n),
                           .multiples = allocate_doubles(n),
                           .pivots = allocate_integers(n)};
}

static void free_factorization(factorization *of)
{
    free(of->a);
    free(of->b);
    free(of->r_diagonal);
    free(of->column_norms);
    free(of->work);
    free(of->multiples);
    free(of->pivots);
    free(of->tuning.work);
}

/* Fast arithmetic may choose other pivots among near equals; the norm of (Q^T b)[n] does not depend on them. */
static int is_right(const char *name, const factorization *ours, const factorization *theirs)
{
    const int64_t n = ours->n;
    const int64_t doubles = n * (int64_t)sizeof(double);
    if (ours->tuning.arithmetic != MN_EXACT) {
        return same_norm(name, "Q^T b", n, ours->b, theirs->b);
    }
    int good = same_bits(name, "the order of the columns", n * (int64_t)sizeof(int32_t), ours->pivots, theirs->pivots);
    good &= same_bits(name, "R's diagonal", doubles, ours->r_diagonal, theirs->r_diagonal);
    good &= same_bits(name, "Q^T b", doubles, ours->b, theirs->b);
    for (int64_t j = 1; good && j < n; ++j) {
        const int64_t begin = j * ours->m;
        good &= same_bits(name, "a column of R", j * (int64_t)sizeof(double), ours->a + begin, theirs->a + begin);
    }
    return good;
}

/* ---- The comparison ---- */

static int compare_shape(const struct shape *shape, race_length length)
{
    factorization all[VARIANTS + 1];
    contender contenders[VARIANTS + 1];
    double *matrix = allocate_doubles((int64_t)shape->m * shape->n);
    double *right_side = allocate_doubles(shape->m);
    fill_matrix(shape->m, shape->n, matrix, right_side);
    for (int32_t k = 0; k <= VARIANTS; ++k) {
        all[k] = make_factorization(shape, matrix, right_side);
        contenders[k] = (contender){restore, factorize_by_us, &all[k], 1, 0};
        if (k < VARIANTS) {
            all[k].tuning = make_tuning(&variants[k], shape->m, shape->n);
        }
    }
    const contender *reference = &contenders[VARIANTS];
    all[VARIANTS].reference = load_cminpack();
    contenders[VARIANTS].run = factorize_by_reference;
    race(VARIANTS + 1, contenders, length);

    int good = 1;
    for (int32_t k = 0; k < VARIANTS; ++k) {
        char name[64];
        snprintf(name, sizeof name, "%dx%d-%s", shape->m, shape->n, variants[k].name);
        if (is_right(name, &all[k], &all[VARIANTS])) {
            print_ratio("qr", name, reference->seconds, contenders[k].seconds);
        } else {
            good = 0;
        }
    }
    for (int32_t k = 0; k <= VARIANTS; ++k) {
        free_factorization(&all[k]);
    }
    free(matrix);
    free(right_side);
    return good;
}

int compare_qr(int quick)
{
    int good = 1;
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; ++k) {
        good &= compare_shape(&shapes[k], pace(quick, shapes[k].is_large));
    }
    return good;
}
