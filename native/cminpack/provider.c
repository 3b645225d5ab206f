/*
 * The CMinpack provider: the same exported functions as the bundled core, as forwarders to an installed CMinpack
 * (-DMINPACK_CORE=cminpack). What CMinpack has no argument for is done here: the observer is served from its reports,
 * a stop keeps its own code, and a stop during a forward difference leaves x as it was.
 */
#include <cminpack.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "minpack_native.h"

typedef struct bridge {
    mn_residuals_fn residuals; /* one of these five */
    mn_residuals_jacobian_fn residuals_jacobian;
    mn_residuals_row_fn residuals_row;
    mn_equations_fn equations;
    mn_equations_jacobian_fn equations_jacobian;
    void *user;
    int32_t m, n;
    int32_t nprint;
    mn_observer_fn observer;
    int differences; /* whether MN_JACOBIAN asks for residuals at a moved point */
    int32_t iteration;
    int32_t evaluations;
    int pending; /* whether a report waits to be shown, and what it was about: */
    double residual_norm;
    const double *x;
    const double *fvec;
    int32_t stop;     /* what a callback stopped with, or zero */
    int moved;        /* whether a difference was under way at the stop */
    double *reported; /* [n] the point of the last report */
    double *tried;    /* [n] the last point where residuals were asked for */
} bridge;

static int32_t call(const bridge *b, const double *x, double *fvec, double *fjac, int32_t ldfjac, int32_t request)
{
    if (b->residuals) {
        return b->residuals(b->user, b->m, b->n, x, fvec, request);
    }
    if (b->residuals_jacobian) {
        return b->residuals_jacobian(b->user, b->m, b->n, x, fvec, fjac, ldfjac, request);
    }
    if (b->residuals_row) {
        return b->residuals_row(b->user, b->m, b->n, x, fvec, fjac, request);
    }
    if (b->equations) {
        return b->equations(b->user, b->n, x, fvec, request);
    }
    return b->equations_jacobian(b->user, b->n, x, fvec, fjac, ldfjac, request);
}

/* Shows the iteration that the last report opened. */
static int32_t show_iteration(bridge *b)
{
    b->pending = 0;
    b->iteration += 1;
    if (!b->observer) {
        return 0;
    }
    const mn_iteration seen = {.number = b->iteration,
                               .evaluations = b->evaluations,
                               .residual_norm = b->residual_norm,
                               .gradient_norm = NAN, /* CMinpack does not tell */
                               .step_bound = NAN,
                               .damping = NAN,
                               .x = b->x,
                               .fvec = b->fvec};
    return b->observer(b->user, &seen);
}

/*
 * A report opens an iteration, unless the hybrid method merely tries another step from the same point. The last report
 * of a solve opens none, and cannot be told apart when it comes: so each waits for the request that follows.
 */
static int32_t receive_report(bridge *b, const double *x, double *fvec, double *fjac, int32_t ldfjac)
{
    if (b->pending) {
        return show_iteration(b); /* no request has followed: the solve is over */
    }
    const double norm = enorm(b->m, fvec);
    memcpy(b->reported, x, (size_t)b->n * sizeof *x);
    if (b->iteration > 0 && norm == b->residual_norm) {
        return 0;
    }
    b->pending = 1;
    b->residual_norm = norm;
    b->x = x;
    b->fvec = fvec;
    if (b->nprint <= 0 || b->iteration % b->nprint != 0) {
        return 0;
    }
    return call(b, x, fvec, fjac, ldfjac, MN_REPORT);
}

static int receive(bridge *b, const double *x, double *fvec, double *fjac, int32_t ldfjac, int32_t request)
{
    if (b->stop < 0) {
        return b->stop;
    }
    int32_t answer;
    if (request == MN_REPORT) {
        answer = receive_report(b, x, fvec, fjac, ldfjac);
    } else {
        answer = b->pending ? show_iteration(b) : 0;
        if (answer >= 0) {
            b->evaluations += request == MN_RESIDUALS || b->differences;
            if (request == MN_RESIDUALS) {
                memcpy(b->tried, x, (size_t)b->n * sizeof *x);
            }
            answer = call(b, x, fvec, fjac, ldfjac, request);
        }
    }
    if (answer < 0) {
        b->stop = answer;
        b->moved = b->differences && request == MN_JACOBIAN;
    }
    return answer;
}

/* The shapes in which CMinpack calls back. */

static int on_residuals(void *p, int m, int n, const double *x, double *fvec, int request)
{
    (void)m;
    (void)n;
    return receive(p, x, fvec, NULL, 0, request);
}

static int on_residuals_jacobian(void *p, int m, int n, const double *x, double *fvec, double *fjac, int ldfjac,
                                 int request)
{
    (void)m;
    (void)n;
    return receive(p, x, fvec, fjac, ldfjac, request);
}

static int on_residuals_row(void *p, int m, int n, const double *x, double *fvec, double *fjrow, int request)
{
    (void)m;
    (void)n;
    return receive(p, x, fvec, fjrow, 1, request);
}

static int on_equations(void *p, int n, const double *x, double *fvec, int request)
{
    (void)n;
    return receive(p, x, fvec, NULL, 0, request);
}

static int on_equations_jacobian(void *p, int n, const double *x, double *fvec, double *fjac, int ldfjac, int request)
{
    (void)n;
    return receive(p, x, fvec, fjac, ldfjac, request);
}

/* Zero when there is no memory for the points, or nothing to point at. */
static int open_bridge(bridge *b, const mn_tuning *tuning)
{
    b->observer = tuning ? tuning->observer : NULL;
    b->reported = b->n > 0 ? malloc(2 * (size_t)b->n * sizeof *b->reported) : NULL;
    if (!b->reported) {
        return 0;
    }
    b->tried = b->reported + b->n;
    for (int32_t j = 0; j < 2 * b->n; ++j) {
        b->reported[j] = HUGE_VAL;
    }
    return 1;
}

static double distance(int32_t n, const double *x, const double *y)
{
    double sum = 0;
    for (int32_t j = 0; j < n; ++j) {
        sum += fabs(x[j] - y[j]);
    }
    return sum;
}

/* After a stop during a difference x is a little off the point where the difference started. */
static void move_back(const bridge *b, double *x)
{
    const int was_reported = distance(b->n, x, b->reported) < distance(b->n, x, b->tried);
    memcpy(x, was_reported ? b->reported : b->tried, (size_t)b->n * sizeof *x);
}

static int32_t close_bridge(bridge *b, double *x, int info)
{
    if (b->moved) {
        move_back(b, x);
    }
    free(b->reported);
    return b->stop < 0 ? b->stop : info;
}

int32_t MN_CALL mn_lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    bridge b = {.residuals_jacobian = fcn, .user = user, .m = m, .n = n, .nprint = nprint};
    *nfev = 0;
    *njev = 0;
    if (!open_bridge(&b, tuning)) {
        return MN_IMPROPER_INPUT;
    }
    return close_bridge(&b, x,
                        lmder(on_residuals_jacobian, &b, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag,
                              mode, factor, 1, nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4));
}

int32_t MN_CALL mn_lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                         double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt,
                         double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    bridge b = {.residuals = fcn, .user = user, .m = m, .n = n, .nprint = nprint, .differences = 1};
    *nfev = 0;
    if (!open_bridge(&b, tuning)) {
        return MN_IMPROPER_INPUT;
    }
    return close_bridge(&b, x,
                        lmdif(on_residuals, &b, m, n, x, fvec, ftol, xtol, gtol, maxfev, epsfcn, diag, mode, factor, 1,
                              nfev, fjac, ldfjac, ipvt, qtf, wa1, wa2, wa3, wa4));
}

int32_t MN_CALL mn_lmstr(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    bridge b = {.residuals_row = fcn, .user = user, .m = m, .n = n, .nprint = nprint};
    *nfev = 0;
    *njev = 0;
    if (!open_bridge(&b, tuning)) {
        return MN_IMPROPER_INPUT;
    }
    return close_bridge(&b, x,
                        lmstr(on_residuals_row, &b, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode,
                              factor, 1, nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4));
}

int32_t MN_CALL mn_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                         int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                         int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                         double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    bridge b = {.equations_jacobian = fcn, .user = user, .m = n, .n = n, .nprint = nprint};
    *nfev = 0;
    *njev = 0;
    if (!open_bridge(&b, tuning)) {
        return MN_IMPROPER_INPUT;
    }
    return close_bridge(&b, x,
                        hybrj(on_equations_jacobian, &b, n, x, fvec, fjac, ldfjac, xtol, maxfev, diag, mode, factor, 1,
                              nfev, njev, r, lr, qtf, wa1, wa2, wa3, wa4));
}

int32_t MN_CALL mn_hybrd(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol,
                         int32_t maxfev, int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, double *r,
                         int32_t lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning)
{
    bridge b = {.equations = fcn, .user = user, .m = n, .n = n, .nprint = nprint, .differences = 1};
    *nfev = 0;
    if (!open_bridge(&b, tuning)) {
        return MN_IMPROPER_INPUT;
    }
    return close_bridge(&b, x,
                        hybrd(on_equations, &b, n, x, fvec, xtol, maxfev, ml, mu, epsfcn, diag, mode, factor, 1, nfev,
                              fjac, ldfjac, r, lr, qtf, wa1, wa2, wa3, wa4));
}

void MN_CALL mn_covar(int32_t n, double *r, int32_t ldr, const int32_t *ipvt, double tol, double *wa)
{
    covar(n, r, ldr, ipvt, tol, wa);
}

void MN_CALL mn_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *ipvt, double *rhs, double *wa1, double *wa2,
                   double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)wa4;
    (void)tuning;
    qrfac(m, n, a, lda, 1, ipvt, n, wa2, wa1, wa3);
    for (int32_t j = 0; j < n; ++j) {
        double *reflector = a + j + (size_t)j * (size_t)lda;
        if (*reflector != 0) {
            double product = 0;
            for (int32_t i = 0; i < m - j; ++i) {
                product += reflector[i] * rhs[j + i];
            }
            const double multiple = -product / *reflector;
            for (int32_t i = 0; i < m - j; ++i) {
                rhs[j + i] += reflector[i] * multiple;
            }
        }
        *reflector = wa2[j];
    }
}

/* CMinpack's chkder goes on to a score; this goes back from it to the discrepancy. */
static double discrepancy_of(double score)
{
    const double noticeable = sqrt(dpmpar(1));
    if (score <= 0) {
        return 1;
    }
    return score >= 1 ? 0 : pow(noticeable, 1 + score);
}

void MN_CALL mn_chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                       double *xp, const double *fvecp, int32_t mode, double *err)
{
    /* Its prototype lacks the const of what it only reads. */
    chkder(m, n, x, (double *)(uintptr_t)fvec, (double *)(uintptr_t)fjac, ldfjac, xp, (double *)(uintptr_t)fvecp, mode,
           err);
    if (mode != 1) {
        for (int32_t i = 0; i < m; ++i) {
            err[i] = discrepancy_of(err[i]);
        }
    }
}

double MN_CALL mn_enorm(int32_t n, const double *x)
{
    return enorm(n, x);
}

int32_t MN_CALL mn_version(void)
{
    return MN_VERSION_NUMBER;
}

const char *MN_CALL mn_description(void)
{
    return "CMinpack " MN_CMINPACK_VERSION;
}

/* ---- What CMinpack has not ----------------------------------------------------------------------------------- */

int64_t MN_CALL mn_work_length(int32_t m, int32_t n, const mn_tuning *tuning)
{
    (void)m;
    (void)n;
    return tuning != NULL && tuning->arithmetic != MN_EXACT ? -1 : 0;
}

int32_t MN_CALL mn_lmder_state_size(void)
{
    return -1;
}

int32_t MN_CALL mn_lmder_start(void *state, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                               int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag,
                               int32_t mode, double factor, int32_t *info, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                               double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)state, (void)user, (void)m, (void)n, (void)x, (void)fvec, (void)fjac, (void)ldfjac;
    (void)ftol, (void)xtol, (void)gtol, (void)maxfev, (void)diag, (void)mode, (void)factor;
    (void)ipvt, (void)qtf, (void)wa1, (void)wa2, (void)wa3, (void)wa4, (void)tuning;
    *info = MN_IMPROPER_INPUT;
    *nfev = 0;
    *njev = 0;
    return MN_REPORT;
}

int32_t MN_CALL mn_lmder_advance(void *state)
{
    (void)state;
    return MN_REPORT;
}

int64_t MN_CALL mn_lockstep_length(int32_t lanes, int32_t m, int32_t n)
{
    (void)lanes;
    (void)m;
    (void)n;
    return -1;
}

void MN_CALL mn_lockstep_start(mn_lockstep *fits, int32_t lane)
{
    fits->want[lane] = MN_REPORT;
    fits->info[lane] = MN_IMPROPER_INPUT;
}

void MN_CALL mn_lockstep_advance(mn_lockstep *fits, int32_t chosen)
{
    (void)fits;
    (void)chosen;
}
