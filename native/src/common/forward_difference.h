/*
 * Forward-difference Jacobians. Internal.
 *
 * The conventions are those of minpack_native.h: column-major, 1-based pivots, caller-owned buffers that do not
 * overlap. Each function performs MINPACK's floating-point operations in MINPACK's order: that order is the
 * specification.
 */
#ifndef MN_FORWARD_DIFFERENCE_H
#define MN_FORWARD_DIFFERENCE_H

#include "common/arithmetic.h"
#include "common/inlining.h"
#include "minpack_native.h"

/*
 * Forward-difference Jacobian fjac[ldfjac*n] of m residuals at x[n], where fvec[m] are the residuals. When it is known
 * that residual i depends on parameter j only for j - mu <= i <= j + ml, several columns share one evaluation; pass
 * ml = m - 1, mu = n - 1 for a dense Jacobian. x is moved during the calls and comes back as it was. work_m[m],
 * work_n[n]. Returns what the last callback returned: negative when it asked to stop. MINPACK: fdjac1, fdjac2.
 */
int32_t mn_forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, int32_t ml, int32_t mu, double *x,
                              const double *fvec, double *fjac, int32_t ldfjac, double epsfcn, double *work_m,
                              double *work_n);

/*
 * The same for a dense Jacobian with the tuning's threads, which must be several: fcn is called on all of them. x stays
 * as it is. work[mn_difference_work_length].
 */
int32_t mn_shared_forward_difference(const mn_tuning *tuning, mn_residuals_fn fcn, void *user, int32_t m, int32_t n,
                                     const double *x, const double *fvec, double *fjac, int32_t ldfjac, double epsfcn,
                                     double *work);
int64_t mn_difference_work_length(int32_t n, int32_t tasks);

/* The relative step that balances truncation against residuals with a relative error of epsfcn. */
static MN_INLINE double mn_relative_step(double epsfcn)
{
    return mn_sqrt(mn_max(epsfcn, MN_EPSILON));
}

/* By how much x moves. */
static MN_INLINE double mn_difference_step(double relative_step, double x)
{
    const double step = relative_step * mn_abs(x);
    return step == 0 ? relative_step : step;
}

/* How many evaluations mn_forward_difference spends. */
int32_t mn_difference_evaluations(int32_t n, int32_t ml, int32_t mu);

#endif
