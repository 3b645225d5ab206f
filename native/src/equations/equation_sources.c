#include <stddef.h>

#include "common/forward_difference.h"
#include "equations/powell_hybrid.h"

static int32_t evaluate_with_jacobian(const mn_equations *s, const double *x, double *fvec, int32_t request)
{
    return s->equations_jacobian(s->user, s->n, x, fvec, s->fjac, s->ldfjac, request);
}

static int32_t call_jacobian(mn_equations *s)
{
    s->njev += 1;
    return evaluate_with_jacobian(s, s->x, s->fvec, MN_JACOBIAN);
}

const mn_equation_source mn_equations_with_jacobian = {evaluate_with_jacobian, call_jacobian};

static int32_t evaluate_equations(const mn_equations *s, const double *x, double *fvec, int32_t request)
{
    return s->equations(s->user, s->n, x, fvec, request);
}

/* The equations as the residuals that mn_forward_difference takes. */
static int32_t MN_CALL equations_as_residuals(void *system, int32_t m, int32_t n, const double *x, double *fvec,
                                              int32_t request)
{
    (void)m;
    (void)n;
    return evaluate_equations(system, x, fvec, request);
}

static int32_t take_differences(mn_equations *s)
{
    s->nfev += mn_difference_evaluations(s->n, s->ml, s->mu);
    return mn_forward_difference(equations_as_residuals, s, s->n, s->n, s->ml, s->mu, s->x, s->fvec, s->fjac, s->ldfjac,
                                 s->epsfcn, s->moved_fvec, s->kept);
}

const mn_equation_source mn_equations_by_differences = {evaluate_equations, take_differences};
