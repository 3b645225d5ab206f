#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"

/* The step that balances truncation against residuals with a relative error of epsfcn. */
static double difference_step(double relative_step, double x)
{
    const double step = relative_step * mn_abs(x);
    return step == 0 ? relative_step : step;
}

/* Columns this far apart have no residual in common. */
static int32_t column_stride(int32_t n, int32_t ml, int32_t mu)
{
    const int64_t stride = (int64_t)ml + mu + 1;
    return stride < n ? (int32_t)stride : n;
}

int32_t mn_difference_evaluations(int32_t n, int32_t ml, int32_t mu)
{
    return column_stride(n, ml, mu);
}

/* Column j from the moved residuals: differences inside the band of a banded Jacobian, zeros outside. */
static void fill_column(int32_t m, int32_t j, int32_t ml, int32_t mu, int banded, const double *fvec,
                        const double *moved, double step, double *column)
{
    const int32_t first = banded && j > mu ? j - mu : 0;
    const int32_t end = banded && ml < m - 1 - j ? j + ml + 1 : m;
    for (int32_t i = 0; i < first; ++i) {
        column[i] = 0;
    }
    for (int32_t i = first; i < end; ++i) {
        column[i] = (moved[i] - fvec[i]) / step;
    }
    for (int32_t i = end; i < m; ++i) {
        column[i] = 0;
    }
}

int32_t mn_forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, int32_t ml, int32_t mu, double *x,
                              const double *fvec, double *fjac, int32_t ldfjac, double epsfcn, double *work_m,
                              double *work_n)
{
    const double relative_step = mn_sqrt(mn_max(epsfcn, MN_EPSILON));
    const int32_t stride = column_stride(n, ml, mu);
    double *here = work_n;
    double *moved = work_m;
    int32_t answer = 0;

    for (int32_t start = 0; start < stride && answer >= 0; ++start) {
        for (int32_t j = start; j < n; j += stride) {
            here[j] = x[j];
            x[j] = here[j] + difference_step(relative_step, here[j]);
        }
        answer = fcn(user, m, n, x, moved, MN_JACOBIAN);
        for (int32_t j = start; j < n; j += stride) {
            x[j] = here[j];
            if (answer >= 0) {
                fill_column(m, j, ml, mu, stride < n, fvec, moved, difference_step(relative_step, here[j]),
                            MN_COLUMN(fjac, ldfjac, j));
            }
        }
    }
    return answer;
}
