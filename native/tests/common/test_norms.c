/*
 * The norms of columns in every level's kernels, and the short way to a norm: the bits of the norm by three sums. And
 * the factors that come of them, which at every level have the bits of the scalar one.
 */
#include <math.h>
#include <stddef.h>
#include <string.h>

#include "common/norm.h"
#include "qr/pivoted_qr.h"
#include "simd/engine.h"
#include "support/check.h"
#include "support/random.h"

enum { TRIALS = 20000, MOST_ROWS = 40, MOST_FACTOR_COLUMNS = 12 };

/* Often near the bounds between the three sums. */
static double draw(random_stream *stream)
{
    static const double sizes[] = {0, 1, 0x1p-33, MN_NORM_SMALL, 0x1p-65, 0x1p-500, MN_NORM_LARGE, 0x1p600};
    const double size = sizes[random_below(stream, sizeof sizes / sizeof *sizes)];
    return size * (random_below(stream, 3) == 0 ? 1 : 2 * random_unit(stream));
}

/* The second square is half of the first one's last bit, the third decides how the two are rounded. */
static double draw_for_ties(random_stream *stream)
{
    static const double values[] = {0, 0x1.cp-33, 0x1p-59, 0x1p-65};
    return values[random_below(stream, sizeof values / sizeof *values)];
}

static void compare(random_stream *stream, const mn_column_kernels *kernels)
{
    double matrix[MN_MOST_COLUMNS][MOST_ROWS];
    double expected[MN_MOST_COLUMNS];
    double norms[MN_MOST_COLUMNS];
    const double *columns[MN_MOST_COLUMNS];
    const int32_t rows = 1 + random_below(stream, MOST_ROWS);
    const int32_t count = 1 + random_below(stream, MN_MOST_COLUMNS);
    for (int32_t k = 0; k < count; ++k) {
        columns[k] = matrix[k];
        const int32_t kind = random_below(stream, 2);
        for (int32_t i = 0; i < rows; ++i) {
            matrix[k][i] = kind == 0 ? draw(stream) : draw_for_ties(stream);
        }
        expected[k] = mn_guarded_norm(rows, matrix[k]);
        check_double("the short way", mn_norm(rows, matrix[k]), expected[k]);
    }
    kernels->norms(rows, count, columns, norms);
    check_doubles("norms", count, norms, expected);

    const double none[MN_MOST_COLUMNS] = {0};
    double *moved[MN_MOST_COLUMNS] = {matrix[0]};
    check_double("reflect_and_norm", kernels->reflect_and_norm(rows, matrix[0], none, 1, moved), expected[0]);
}

typedef struct factors {
    double a[MOST_FACTOR_COLUMNS * MOST_ROWS], diagonal[MOST_FACTOR_COLUMNS], rhs[MOST_ROWS];
    int32_t pivots[MOST_FACTOR_COLUMNS];
} factors;

static void factorize(int32_t level, int32_t rows, int32_t columns, factors *of)
{
    const mn_tuning tuning = {.cpu_level = level};
    const mn_engine engine = mn_engine_for(&tuning, columns);
    double norms[MOST_FACTOR_COLUMNS];
    double work[2][MOST_FACTOR_COLUMNS];
    mn_column_norms(&engine, rows, columns, of->a, rows, norms);
    mn_pivoted_qr(&engine, rows, columns, of->a, rows, of->pivots, of->diagonal, norms, work[0], work[1], of->rhs);
}

static void compare_factors(random_stream *stream, int32_t level)
{
    const int32_t rows = 1 + random_below(stream, MOST_ROWS);
    const int32_t columns = 1 + random_below(stream, rows < MOST_FACTOR_COLUMNS ? rows : MOST_FACTOR_COLUMNS);
    const int32_t kind = random_below(stream, 2);
    factors expected = {.pivots = {0}};
    for (int32_t k = 0; k < rows * columns; ++k) {
        expected.a[k] = kind == 0 ? draw(stream) : draw_for_ties(stream);
    }
    for (int32_t i = 0; i < rows; ++i) {
        expected.rhs[i] = draw(stream);
    }
    factors found = expected;
    factorize(MN_CPU_SCALAR, rows, columns, &expected);
    factorize(level, rows, columns, &found);
    check_doubles("R and the reflectors", rows * columns, found.a, expected.a);
    check_doubles("R's diagonal", columns, found.diagonal, expected.diagonal);
    check_doubles("Q^T rhs", rows, found.rhs, expected.rhs);
    check_that("the same pivots", memcmp(found.pivots, expected.pivots, sizeof found.pivots) == 0);
}

int main(void)
{
    for (int32_t level = MN_CPU_SCALAR; level <= MN_CPU_AVX512; ++level) {
        const mn_tuning tuning = {.cpu_level = level};
        const mn_engine engine = mn_engine_for(&tuning, MN_MOST_COLUMNS);
        random_stream stream = {(uint64_t)level};
        check_group("norms and factors at level %d", (int)level);
        for (int32_t trial = 0; trial < TRIALS; ++trial) {
            check_context("trial %d", (int)trial);
            compare(&stream, engine.kernels);
            compare_factors(&stream, level);
        }
    }
    return check_end();
}
