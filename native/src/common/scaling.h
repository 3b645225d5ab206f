/* The scaled variables D x in which both methods bound their steps. Internal. */
#ifndef MN_SCALING_H
#define MN_SCALING_H

#include "common/norm.h"
#include "minpack_native.h"

/* Whether mode and diag[n] are proper arguments. */
int mn_scale_is_proper(int32_t mode, int32_t n, const double *diag);

/* |D x| for diag[n] and x[n]; scaled[n] <- D x. */
static inline double mn_scaled_norm(int32_t n, const double *diag, const double *x, double *scaled)
{
    for (int32_t j = 0; j < n; ++j) {
        scaled[j] = diag[j] * x[j];
    }
    return mn_norm(n, scaled);
}

/* Unless the caller supplies it, diag[n] starts as the norms of the Jacobian's columns, with 1 for a zero column. */
void mn_start_scale(int32_t mode, int32_t n, const double *column_norms, double *diag);

/* ... and follows them upwards. */
void mn_grow_scale(int32_t mode, int32_t n, const double *column_norms, double *diag);

/* The bound of the first step. */
double mn_first_step_bound(double factor, double scaled_x_norm);

#endif
