/* The exported solvers: each gathers its arguments into a problem and runs the one loop of its kind. */
#include "common/arithmetic.h"
#include "common/forward_difference.h"
#include "common/norm.h"
#include "equations/powell_hybrid.h"
#include "least_squares/levenberg_marquardt.h"
#include "qr/fast_qr.h"
#include "simd/engine.h"

/* ---- Least squares with an analytic Jacobian ----------------------------------------------------------------- */

typedef struct lmder_state {
    mn_least_squares problem;
    mn_iteration_state iteration;
    int32_t *info, *nfev, *njev;
} lmder_state;

int32_t MN_CALL mn_lmder_state_size(void)
{
    return (int32_t)sizeof(lmder_state);
}

static int32_t end_with(const lmder_state *state, int32_t info)
{
    *state->info = info;
    *state->nfev = state->problem.nfev;
    *state->njev = state->problem.njev;
    return MN_REPORT;
}

/* What the two doors to this solver have in common. */
static void gather(mn_least_squares *p, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                   int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag, int32_t mode,
                   double factor, int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                   const mn_tuning *tuning)
{
    *p = (mn_least_squares){.source = &mn_analytic_jacobian,
                            .user = user,
                            .m = m,
                            .n = n,
                            .x = x,
                            .fvec = fvec,
                            .fjac = fjac,
                            .ldfjac = ldfjac,
                            .ftol = ftol,
                            .xtol = xtol,
                            .gtol = gtol,
                            .maxfev = maxfev,
                            .diag = diag,
                            .mode = mode,
                            .factor = factor,
                            .ipvt = ipvt,
                            .qtf = qtf,
                            .work_n1 = wa1,
                            .work_n2 = wa2,
                            .work_n3 = wa3,
                            .work_m = wa4,
                            .tuning = tuning};
}

int32_t MN_CALL mn_lmder_start(void *memory, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                               int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag,
                               int32_t mode, double factor, int32_t *info, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                               double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    lmder_state *state = memory;
    gather(&state->problem, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode, factor, ipvt, qtf,
           wa1, wa2, wa3, wa4, tuning);
    state->info = info;
    state->nfev = nfev;
    state->njev = njev;
    if (!mn_least_squares_is_proper(&state->problem)) {
        return end_with(state, MN_IMPROPER_INPUT);
    }
    state->problem.engine = mn_engine_for(tuning, n);
    state->problem.nfev = 1;
    mn_start_iterations(&state->iteration, mn_norm(m, fvec));
    return state->iteration.wanted;
}

int32_t MN_CALL mn_lmder_advance(void *memory)
{
    lmder_state *state = memory;
    mn_iteration_state *s = &state->iteration;
    state->problem.njev += s->wanted == MN_JACOBIAN;
    mn_continue_iterations(&state->problem, s);
    switch (s->wanted) {
    case MN_RESIDUALS:
        return s->scaled_trial_norm <= MN_LARGEST ? MN_RESIDUALS : MN_FAR_RESIDUALS;
    case MN_REPORT:
        return end_with(state, s->info);
    default:
        return s->wanted;
    }
}

int32_t MN_CALL mn_lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    mn_least_squares problem;
    gather(&problem, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode, factor, ipvt, qtf, wa1,
           wa2, wa3, wa4, tuning);
    problem.residuals_jacobian = fcn;
    problem.nprint = nprint;
    const int32_t info = mn_minimize(&problem);
    *nfev = problem.nfev;
    *njev = problem.njev;
    return info;
}

/* ---- The others ---------------------------------------------------------------------------------------------- */

int32_t MN_CALL mn_lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                         double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt,
                         double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    mn_least_squares problem = {.source = &mn_difference_jacobian,
                                .residuals = fcn,
                                .user = user,
                                .m = m,
                                .n = n,
                                .x = x,
                                .fvec = fvec,
                                .fjac = fjac,
                                .ldfjac = ldfjac,
                                .ftol = ftol,
                                .xtol = xtol,
                                .gtol = gtol,
                                .maxfev = maxfev,
                                .epsfcn = epsfcn,
                                .diag = diag,
                                .mode = mode,
                                .factor = factor,
                                .nprint = nprint,
                                .ipvt = ipvt,
                                .qtf = qtf,
                                .work_n1 = wa1,
                                .work_n2 = wa2,
                                .work_n3 = wa3,
                                .work_m = wa4,
                                .tuning = tuning};
    const int32_t info = mn_minimize(&problem);
    *nfev = problem.nfev;
    return info;
}

int32_t MN_CALL mn_lmstr(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    mn_least_squares problem = {.source = &mn_row_jacobian,
                                .residuals_row = fcn,
                                .user = user,
                                .m = m,
                                .n = n,
                                .x = x,
                                .fvec = fvec,
                                .fjac = fjac,
                                .ldfjac = ldfjac,
                                .ftol = ftol,
                                .xtol = xtol,
                                .gtol = gtol,
                                .maxfev = maxfev,
                                .diag = diag,
                                .mode = mode,
                                .factor = factor,
                                .nprint = nprint,
                                .ipvt = ipvt,
                                .qtf = qtf,
                                .work_n1 = wa1,
                                .work_n2 = wa2,
                                .work_n3 = wa3,
                                .work_m = wa4,
                                .tuning = tuning};
    const int32_t info = mn_minimize(&problem);
    *nfev = problem.nfev;
    *njev = problem.njev;
    return info;
}

int32_t MN_CALL mn_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                         int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                         int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                         double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    mn_equations system = {.source = &mn_equations_with_jacobian,
                           .equations_jacobian = fcn,
                           .user = user,
                           .n = n,
                           .x = x,
                           .fvec = fvec,
                           .xtol = xtol,
                           .maxfev = maxfev,
                           .diag = diag,
                           .mode = mode,
                           .factor = factor,
                           .nprint = nprint,
                           .fjac = fjac,
                           .ldfjac = ldfjac,
                           .r = r,
                           .lr = lr,
                           .qtf = qtf,
                           .work1 = wa1,
                           .work2 = wa2,
                           .work3 = wa3,
                           .work4 = wa4,
                           .tuning = tuning};
    const int32_t info = mn_find_root(&system);
    *nfev = system.nfev;
    *njev = system.njev;
    return info;
}

int32_t MN_CALL mn_hybrd(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol,
                         int32_t maxfev, int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, double *r,
                         int32_t lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    mn_equations system = {.source = &mn_equations_by_differences,
                           .equations = fcn,
                           .user = user,
                           .n = n,
                           .x = x,
                           .fvec = fvec,
                           .xtol = xtol,
                           .maxfev = maxfev,
                           .ml = ml,
                           .mu = mu,
                           .epsfcn = epsfcn,
                           .diag = diag,
                           .mode = mode,
                           .factor = factor,
                           .nprint = nprint,
                           .fjac = fjac,
                           .ldfjac = ldfjac,
                           .r = r,
                           .lr = lr,
                           .qtf = qtf,
                           .work1 = wa1,
                           .work2 = wa2,
                           .work3 = wa3,
                           .work4 = wa4,
                           .tuning = tuning};
    const int32_t info = mn_find_root(&system);
    *nfev = system.nfev;
    return info;
}

int64_t MN_CALL mn_work_length(int32_t m, int32_t n, const mn_tuning *tuning)
{
    const mn_engine engine = mn_engine_for(tuning, n);
    const int shares = engine.threads > 1 && tuning->concurrent_callback;
    const int64_t differences = shares ? mn_difference_work_length(n, engine.threads) : 0;
    const int64_t factors = tuning && tuning->arithmetic == MN_FAST ? mn_fast_work_length(m, n) : 0;
    return differences > factors ? differences : factors;
}

double MN_CALL mn_enorm(int32_t n, const double *x)
{
    return mn_norm(n, x);
}
