#include "support/stopping.h"

#include <math.h>
#include <string.h>

static void spoil(double *values, int32_t count)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = NAN;
    }
}

/* Counts a call; whether it is the one to stop at. A callback that stops leaves rubbish in its output. */
static int stops_here(stopping_problem *problem, int32_t request)
{
    ++problem->calls;
    if (problem->calls != problem->stop_at) {
        return 0;
    }
    problem->stopped_request = request;
    return 1;
}

static void evaluate(stopping_problem *problem, int32_t m, int32_t n, const double *x, double *fvec)
{
    ++problem->evaluations;
    problem->example->problem->residuals(m, n, x, fvec);
}

static int32_t residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    stopping_problem *problem = user;
    if (stops_here(problem, request)) {
        spoil(fvec, request == MN_REPORT ? 0 : m);
        return problem->code;
    }
    if (request != MN_REPORT) {
        evaluate(problem, m, n, x, fvec);
    }
    return problem->answer;
}

static int32_t residuals_jacobian(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac,
                                  int32_t ldfjac, int32_t request)
{
    stopping_problem *problem = user;
    if (stops_here(problem, request)) {
        spoil(fvec, request == MN_RESIDUALS ? m : 0);
        spoil(fjac, request == MN_JACOBIAN ? ldfjac * n : 0);
        return problem->code;
    }
    if (request == MN_RESIDUALS) {
        evaluate(problem, m, n, x, fvec);
    } else if (request == MN_JACOBIAN) {
        case_jacobian(problem->example, x, fjac, ldfjac);
    }
    return problem->answer;
}

static int32_t residuals_row(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjrow,
                             int32_t request)
{
    stopping_problem *problem = user;
    if (stops_here(problem, request)) {
        spoil(fvec, request == MN_RESIDUALS ? m : 0);
        spoil(fjrow, request >= MN_JACOBIAN ? n : 0);
        return problem->code;
    }
    if (request == MN_RESIDUALS) {
        evaluate(problem, m, n, x, fvec);
    } else if (request >= MN_JACOBIAN) {
        problem->example->problem->jacobian_row(m, n, x, request - MN_JACOBIAN, fjrow);
    }
    return problem->answer;
}

arguments usual_arguments(solver which, const problem_case *example)
{
    arguments usual = {.m = example->m,
                       .n = example->n,
                       .ldfjac = which == SOLVER_LMSTR ? example->n : example->m,
                       .ftol = 0x1p-26,
                       .xtol = 0x1p-26,
                       .maxfev = 1000,
                       .mode = 1,
                       .factor = 100};
    for (int32_t j = 0; j < MOST_VARIABLES; ++j) {
        usual.diag[j] = 1;
    }
    return usual;
}

void solve_stopping(solver which, stopping_problem *problem, const arguments *with, const mn_tuning *tuning,
                    stopped_solve *result)
{
    static double fjac[MATRIX_SPACE];
    double diag[MOST_VARIABLES];
    double qtf[MOST_VARIABLES];
    double wa1[MOST_VARIABLES];
    double wa2[MOST_VARIABLES];
    double wa3[MOST_VARIABLES];
    double wa4[MOST_RESIDUALS];
    int32_t ipvt[MOST_VARIABLES];
    const arguments *a = with;

    memset(result, 0, sizeof *result);
    case_start(problem->example, result->x);
    memcpy(diag, a->diag, sizeof diag);
    if (which == SOLVER_LMDER) {
        result->info = mn_lmder(residuals_jacobian, problem, a->m, a->n, result->x, result->fvec, fjac, a->ldfjac,
                                a->ftol, a->xtol, a->gtol, a->maxfev, diag, a->mode, a->factor, a->nprint,
                                &result->nfev, &result->njev, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    } else if (which == SOLVER_LMDIF) {
        result->info = mn_lmdif(residuals, problem, a->m, a->n, result->x, result->fvec, a->ftol, a->xtol, a->gtol,
                                a->maxfev, 0, diag, a->mode, a->factor, a->nprint, &result->nfev, fjac, a->ldfjac, ipvt,
                                qtf, wa1, wa2, wa3, wa4, tuning);
    } else {
        result->info = mn_lmstr(residuals_row, problem, a->m, a->n, result->x, result->fvec, fjac, a->ldfjac, a->ftol,
                                a->xtol, a->gtol, a->maxfev, diag, a->mode, a->factor, a->nprint, &result->nfev,
                                &result->njev, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    }
}
