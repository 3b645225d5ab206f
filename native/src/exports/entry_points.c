/* The exported solvers: each gathers its arguments into a problem and runs the one loop of its kind. */
#include "common/arithmetic.h"
#include "common/forward_difference.h"
#include "common/inlining.h"
#include "common/norm.h"
#include "equations/powell_hybrid.h"
#include "least_squares/levenberg_marquardt.h"
#include "qr/fast_qr.h"
#include "qr/pivoted_qr.h"
#include "simd/engine.h"

/* ---- Least squares ------------------------------------------------------------------------------------------- */

/* What all of them take. Inlined, because small solves are over in the time of a few calls with so many arguments. */
static MN_INLINE void gather(mn_least_squares *p, const mn_jacobian_source *source, void *user, int32_t m, int32_t n,
                             double *x, double *fvec, double *fjac, int32_t ldfjac, double ftol, double xtol,
                             double gtol, int32_t maxfev, double *diag, int32_t mode, double factor, int32_t nprint,
                             int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                             const mn_tuning *tuning)
{
    *p = (mn_least_squares){.source = source,
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
                            .wa1 = wa1,
                            .wa2 = wa2,
                            .wa3 = wa3,
                            .wa4 = wa4,
                            .tuning = tuning};
}

int32_t MN_CALL mn_lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    mn_least_squares problem;
    gather(&problem, &mn_analytic_jacobian, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode,
           factor, nprint, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    problem.residuals_jacobian = fcn;
    const int32_t info = mn_minimize(&problem);
    *nfev = problem.nfev;
    *njev = problem.njev;
    return info;
}

int32_t MN_CALL mn_lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                         double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt,
                         double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    mn_least_squares problem;
    gather(&problem, &mn_difference_jacobian, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode,
           factor, nprint, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    problem.residuals = fcn;
    problem.epsfcn = epsfcn;
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
    mn_least_squares problem;
    gather(&problem, &mn_row_jacobian, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode, factor,
           nprint, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    problem.residuals_row = fcn;
    const int32_t info = mn_minimize(&problem);
    *nfev = problem.nfev;
    *njev = problem.njev;
    return info;
}

void MN_CALL mn_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *ipvt, double *rhs, double *wa1, double *wa2,
                   double *wa3, double *wa4, const mn_tuning *tuning)
{
    const mn_engine engine = mn_engine_for(tuning, n);
    mn_column_norms(&engine, m, n, a, lda, wa1);
    mn_pivoted_qr(&engine, m, n, a, lda, ipvt, wa2, wa1, wa3, wa4, rhs);
    for (int32_t j = 0; j < n; ++j) {
        MN_COLUMN(a, lda, j)[j] = wa2[j];
    }
}

/* ---- Least squares by requests ------------------------------------------------------------------------------- */

typedef struct lmder_state {
    mn_least_squares problem;
    mn_iteration_state iteration;
    int32_t *info, *nfev, *njev;
} lmder_state;

int32_t MN_CALL mn_lmder_state_size(void)
{
    return (int32_t)sizeof(lmder_state);
}

/* What is wanted, told as a request. It is counted by now, for the caller may stop the solve by not going on. */
static int32_t request_of(const lmder_state *state)
{
    const mn_iteration_state *s = &state->iteration;
    *state->info = s->info;
    *state->nfev = state->problem.nfev;
    *state->njev = state->problem.njev;
    const int is_far = s->wanted == MN_RESIDUALS && !(s->scaled_trial_norm <= MN_LARGEST);
    return is_far ? MN_FAR_RESIDUALS : s->wanted;
}

int32_t MN_CALL mn_lmder_start(void *memory, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                               int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag,
                               int32_t mode, double factor, int32_t *info, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                               double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    lmder_state *state = memory;
    gather(&state->problem, &mn_analytic_jacobian, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag,
           mode, factor, 0, ipvt, qtf, wa1, wa2, wa3, wa4, tuning);
    state->info = info;
    state->nfev = nfev;
    state->njev = njev;
    state->iteration.info = MN_IMPROPER_INPUT;
    state->iteration.wanted = MN_REPORT;
    if (mn_least_squares_is_proper(&state->problem)) {
        state->problem.engine = mn_engine_for(tuning, n);
        state->problem.nfev = 1;
        state->iteration.wanted = MN_FIRST_RESIDUALS;
    }
    return request_of(state);
}

int32_t MN_CALL mn_lmder_advance(void *memory)
{
    lmder_state *state = memory;
    mn_iteration_state *s = &state->iteration;
    mn_least_squares *p = &state->problem;
    if (s->wanted == MN_FIRST_RESIDUALS) {
        mn_start_iterations(s, mn_norm(p->m, p->fvec));
    } else {
        mn_continue_iterations(p, s);
    }
    p->njev += s->wanted == MN_JACOBIAN;
    return request_of(state);
}

/* ---- Nonlinear equations ------------------------------------------------------------------------------------- */

/* What both of them take. */
static mn_equations gather_equations(const mn_equation_source *source, void *user, int32_t n, double *x, double *fvec,
                                     double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                                     int32_t nprint, double *fjac, int32_t ldfjac, double *r, int32_t lr, double *qtf,
                                     double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    return (mn_equations){.source = source,
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
                          .wa1 = wa1,
                          .wa2 = wa2,
                          .wa3 = wa3,
                          .wa4 = wa4,
                          .tuning = tuning};
}

int32_t MN_CALL mn_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                         int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                         int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                         double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    mn_equations system = gather_equations(&mn_equations_with_jacobian, user, n, x, fvec, xtol, maxfev, diag, mode,
                                           factor, nprint, fjac, ldfjac, r, lr, qtf, wa1, wa2, wa3, wa4, tuning);
    system.equations_jacobian = fcn;
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
    mn_equations system = gather_equations(&mn_equations_by_differences, user, n, x, fvec, xtol, maxfev, diag, mode,
                                           factor, nprint, fjac, ldfjac, r, lr, qtf, wa1, wa2, wa3, wa4, tuning);
    system.equations = fcn;
    system.ml = ml;
    system.mu = mu;
    system.epsfcn = epsfcn;
    const int32_t info = mn_find_root(&system);
    *nfev = system.nfev;
    return info;
}

/* ---- The others ---------------------------------------------------------------------------------------------- */

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
