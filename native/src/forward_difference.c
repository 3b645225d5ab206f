#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"

/* The step that balances truncation against residuals with a relative error of epsfcn. */
static double difference_step(double relative_step, double x)
{
    const double step = relative_step * mn_abs(x);
    return step == 0 ? relative_step : step;
}

int32_t mn_forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, const double *fvec,
                              double *fjac, int32_t ldfjac, double epsfcn, double *work)
{
    const double relative_step = mn_sqrt(mn_max(epsfcn, MN_EPSILON));
    int32_t answer = 0;

    for (int32_t j = 0; j < n; ++j) {
        const double here = x[j];
        const double step = difference_step(relative_step, here);
        x[j] = here + step;
        answer = fcn(user, m, n, x, work, MN_JACOBIAN);
        x[j] = here;
        if (answer < 0) {
            break;
        }
        double *column = MN_COLUMN(fjac, ldfjac, j);
        for (int32_t i = 0; i < m; ++i) {
            column[i] = (work[i] - fvec[i]) / step;
        }
    }
    return answer;
}
