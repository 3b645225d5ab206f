/* A driver case as mn_lmder and mn_lmdif call it: the case is their user pointer. */
#ifndef CASE_CALLBACKS_H
#define CASE_CALLBACKS_H

#include "minpack_native.h"
#include "problems/problems.h"

static inline int32_t MN_CALL residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec,
                                        int32_t request)
{
    const problem_case *which = user;
    (void)request;
    which->problem->residuals(m, n, x, fvec);
    return 0;
}

static inline int32_t MN_CALL residuals_jacobian(void *user, int32_t m, int32_t n, const double *x, double *fvec,
                                                 double *fjac, int32_t ldfjac, int32_t request)
{
    if (request == MN_JACOBIAN) {
        case_jacobian(user, x, fjac, ldfjac);
        return 0;
    }
    return residuals(user, m, n, x, fvec, request);
}

#endif
