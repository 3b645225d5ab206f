/* The norms of columns in every level's kernels, and the short way to a norm: the bits of the norm by three sums. */
#include <math.h>
#include <stddef.h>

#include "check.h"
#include "engine.h"
#include "norm.h"
#include "random.h"

enum { TRIALS = 20000, MOST_ROWS = 40 };

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

int main(void)
{
    for (int32_t level = MN_CPU_SCALAR; level <= MN_CPU_AVX512; ++level) {
        const mn_tuning tuning = {.cpu_level = level};
        const mn_engine engine = mn_engine_for(&tuning, MN_MOST_COLUMNS);
        random_stream stream = {(uint64_t)level};
        check_group("norms at level %d", (int)level);
        for (int32_t trial = 0; trial < TRIALS; ++trial) {
            check_context("trial %d", (int)trial);
            compare(&stream, engine.kernels);
        }
    }
    return check_end();
}
