#include "problems/banded_systems.h"

enum { MOST_DIAGONALS = 6 };

/* f_i = (3 + a_i x_i) x_i + 1 + sum over the band of w_ij (1 + x_j) x_j, after Broyden's banded function. */
static struct {
    int32_t ml, mu;
    double curvature[MOST_VARIABLES];
    double weights[MOST_VARIABLES][MOST_VARIABLES];
    double start[MOST_VARIABLES];
} current;

static int in_band(int32_t i, int32_t j)
{
    return j != i && j >= i - current.ml && j <= i + current.mu;
}

static void banded_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = current.start[j];
    }
}

static void banded_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = (3 + current.curvature[i] * x[i]) * x[i] + 1;
        for (int32_t j = 0; j < n; ++j) {
            if (in_band(i, j)) {
                fvec[i] += current.weights[i][j] * (1 + x[j]) * x[j];
            }
        }
    }
}

static void banded_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = in_band(i, j) ? current.weights[i][j] * (1 + 2 * x[j]) : 0;
    }
    row[i] = 3 + 2 * current.curvature[i] * x[i];
}

banded_system random_banded_system(random_stream *stream)
{
    static const problem banded = {
        .name = "random banded", .start = banded_start, .residuals = banded_residuals, .jacobian_row = banded_row};
    const int32_t n = 1 + random_below(stream, MOST_VARIABLES);

    current.ml = random_below(stream, MOST_DIAGONALS);
    current.mu = random_below(stream, MOST_DIAGONALS);
    for (int32_t i = 0; i < n; ++i) {
        current.curvature[i] = random_unit(stream);
        current.start[i] = 2 * random_unit(stream);
        for (int32_t j = 0; j < n; ++j) {
            current.weights[i][j] = random_unit(stream) / 2;
        }
    }
    return (banded_system){
        .example = {.problem = &banded, .m = n, .n = n, .factor = 1}, .ml = current.ml, .mu = current.mu};
}
