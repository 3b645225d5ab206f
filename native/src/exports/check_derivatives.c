#include <stddef.h>

#include "common/arithmetic.h"
#include "minpack_native.h"

enum { CHECK = 2 }; /* the value of mode; any other one asks for the point */

static double perturbed(double x, double relative_step)
{
    const double step = relative_step * mn_abs(x);
    return x + (step == 0 ? relative_step : step);
}

/* How far the change of one residual is from what its gradient predicts, relative to the residual's own size. */
static double discrepancy(double here, double there, double predicted, double relative_step)
{
    const double smallest_visible_change = 100 * MN_EPSILON * mn_abs(here);
    if (here == 0 || there == 0 || !(mn_abs(there - here) >= smallest_visible_change)) {
        return 1;
    }
    return relative_step * mn_abs((there - here) / relative_step - predicted) / (mn_abs(here) + mn_abs(there));
}

void MN_CALL mn_chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                       double *xp, const double *fvecp, int32_t mode, double *err)
{
    const double relative_step = mn_sqrt(MN_EPSILON);
    if (mode != CHECK) {
        for (int32_t j = 0; j < n; ++j) {
            xp[j] = perturbed(x[j], relative_step);
        }
        return;
    }

    for (int32_t i = 0; i < m; ++i) {
        err[i] = 0;
    }
    for (int32_t j = 0; j < n; ++j) {
        const double *column = MN_COLUMN(fjac, ldfjac, j);
        const double size = x[j] == 0 ? 1 : mn_abs(x[j]);
        for (int32_t i = 0; i < m; ++i) {
            err[i] += size * column[i];
        }
    }
    for (int32_t i = 0; i < m; ++i) {
        err[i] = discrepancy(fvec[i], fvecp[i], err[i], relative_step);
    }
}
