/* Many small fits: the Levenberg-Marquardt loop of each lane taken apart, the work on long columns done for all lanes.
 */
#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"
#include "levenberg_marquardt.h"
#include "norm.h"

/* No source: the caller evaluates. The triangle R is all that the loop sees of the Jacobian. */
static const mn_jacobian_source no_source = {0};

typedef struct lane_state {
    mn_least_squares problem;
    mn_iteration_state iteration;
    int started; /* the residuals at the start are known */
} lane_state;

/* ---- Memory -------------------------------------------------------------------------------------------------- */

enum { ALIGNMENT = 8 /* doubles: a cache line */ };

static int64_t padded(int64_t doubles)
{
    return (doubles + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static int64_t state_length(void)
{
    return padded(((int64_t)sizeof(lane_state) + (int64_t)sizeof(double) - 1) / (int64_t)sizeof(double));
}

/* A lane's point, three work arrays of n, and one more for the damping parameter. */
enum { LANE_VECTORS = 5 };

static int64_t lane_length(int32_t n)
{
    return state_length() + padded(LANE_VECTORS * (int64_t)n);
}

/* What the QR of all lanes wants, or else that of one. */
static int64_t shared_length(int32_t lanes, int32_t m, int32_t n)
{
    const int64_t together = lanes * (5 * (int64_t)n + 2) + m;
    const int64_t one_by_one = (int64_t)m * (n + 1);
    return padded(together > one_by_one ? together : one_by_one);
}

int64_t MN_CALL mn_lockstep_length(int32_t lanes, int32_t m, int32_t n)
{
    return shared_length(lanes, m, n) + lanes * lane_length(n);
}

static lane_state *state_of(const mn_lockstep *fits, int32_t lane)
{
    double *place = fits->work + shared_length(fits->lanes, fits->m, fits->n) + lane * lane_length(fits->n);
    return (lane_state *)(void *)place;
}

/* ---- Between lanes and interleaved arrays -------------------------------------------------------------------- */

static void gather(int32_t lanes, int32_t lane, int32_t count, const double *interleaved, double *values)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = interleaved[(ptrdiff_t)i * lanes + lane];
    }
}

static void scatter(int32_t lanes, int32_t lane, int32_t count, const double *values, double *interleaved)
{
    for (int32_t i = 0; i < count; ++i) {
        interleaved[(ptrdiff_t)i * lanes + lane] = values[i];
    }
}

static void copy(ptrdiff_t count, const double *restrict from, double *restrict to)
{
    for (ptrdiff_t k = 0; k < count; ++k) {
        to[k] = from[k];
    }
}

static void want(const mn_lockstep *fits, int32_t lane, int32_t what, const double *at)
{
    fits->want[lane] = what;
    scatter(fits->lanes, lane, fits->n, at, fits->x);
}

static void finish(const mn_lockstep *fits, int32_t lane, int32_t info)
{
    const mn_least_squares *p = &state_of(fits, lane)->problem;
    fits->info[lane] = info;
    fits->nfev[lane] = p->nfev;
    fits->njev[lane] = p->njev;
    want(fits, lane, MN_REPORT, p->x);
}

/* ---- Residuals ----------------------------------------------------------------------------------------------- */

/* Keeps fvec in these lanes. */
static void keep_residuals(const mn_lockstep *fits, const int *keeps)
{
    const ptrdiff_t count = (ptrdiff_t)fits->m * fits->lanes;
    int32_t kept = 0;
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        kept += keeps[lane];
    }
    if (kept == fits->lanes) {
        copy(count, fits->fvec, fits->residuals);
        return;
    }
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        for (ptrdiff_t k = lane; keeps[lane] && k < count; k += fits->lanes) {
            fits->residuals[k] = fits->fvec[k];
        }
    }
}

/* Returns whether the lane's fvec is to be kept. */
static int use_residuals(const mn_lockstep *fits, int32_t lane, double norm)
{
    lane_state *state = state_of(fits, lane);
    mn_least_squares *p = &state->problem;
    if (!state->started) {
        state->started = 1;
        p->nfev = 1;
        mn_start_iterations(&state->iteration, norm);
        want(fits, lane, MN_JACOBIAN, p->x);
        return 1;
    }
    const int32_t info = mn_use_residuals(p, &state->iteration, norm);
    if (info != 0) {
        finish(fits, lane, info);
    } else if (state->iteration.step_failed) {
        want(fits, lane, MN_RESIDUALS, p->work_n2);
    } else {
        want(fits, lane, MN_JACOBIAN, p->x);
    }
    return state->iteration.step_is_accepted;
}

/* The norm of each lane's fvec to norms[lanes]. */
static void residual_norms(const mn_lockstep *fits, const mn_column_kernels *kernels, double *norms)
{
    double *scratch = fits->work;
    if (kernels) {
        kernels->lockstep_norms(fits->m, fits->fvec, scratch, norms);
        return;
    }
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        gather(fits->lanes, lane, fits->m, fits->fvec, scratch);
        norms[lane] = mn_norm(fits->m, scratch);
    }
}

/* The lanes that have residuals. */
static void advance_with_residuals(const mn_lockstep *fits, const mn_column_kernels *kernels, const int *lanes)
{
    double norms[MN_MOST_COLUMNS] = {0};
    int keeps[MN_MOST_COLUMNS] = {0};
    residual_norms(fits, kernels, norms);
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        keeps[lane] = lanes[lane] && use_residuals(fits, lane, norms[lane]);
    }
    keep_residuals(fits, keeps);
}

/* ---- Factors ------------------------------------------------------------------------------------------------- */

static void use_factors(const mn_lockstep *fits, int32_t lane)
{
    lane_state *state = state_of(fits, lane);
    mn_least_squares *p = &state->problem;
    p->nfev += fits->jacobian_evaluations;
    p->njev += 1;
    const int32_t info = mn_use_jacobian(p, &state->iteration);
    if (info != 0) {
        finish(fits, lane, info);
    } else {
        want(fits, lane, MN_RESIDUALS, p->work_n2);
    }
}

/* All that the loop of the lane looks at. */
static void take_factors(const mn_lockstep *fits, int32_t lane, const mn_lockstep_qr *qr)
{
    mn_least_squares *p = &state_of(fits, lane)->problem;
    for (int32_t j = 0; j < p->n; ++j) {
        double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        gather(fits->lanes, lane, j, qr->a + (ptrdiff_t)j * fits->m * fits->lanes, column);
        column[j] = qr->remaining[(ptrdiff_t)j * fits->lanes + lane];
        p->ipvt[j] = qr->pivots[(ptrdiff_t)lane * fits->n + j];
    }
    gather(fits->lanes, lane, p->n, qr->rhs, p->qtf);
    gather(fits->lanes, lane, p->n, qr->column_norms, p->work_n2);
}

/* Once all answers in fvec have been used it holds the right-hand sides. */
static mn_lockstep_qr factorise_together(const mn_lockstep *fits, const mn_column_kernels *kernels)
{
    const ptrdiff_t vector = (ptrdiff_t)fits->n * fits->lanes;
    double *work = fits->work;
    const mn_lockstep_qr qr = {.m = fits->m,
                               .n = fits->n,
                               .a = fits->fjac,
                               .rhs = fits->fvec,
                               .remaining = work,
                               .column_norms = work + vector,
                               .computed = work + 2 * vector,
                               .multiples = work + 3 * vector,
                               .scratch = work + 4 * vector + fits->lanes,
                               .pivots = (int32_t *)(void *)(work + 4 * vector + fits->lanes + fits->m)};
    copy((ptrdiff_t)fits->m * fits->lanes, fits->residuals, fits->fvec);
    kernels->lockstep_qr(&qr);
    return qr;
}

static void factorise_alone(const mn_lockstep *fits, int32_t lane)
{
    mn_least_squares *p = &state_of(fits, lane)->problem;
    const int32_t m = fits->m;
    const int32_t n = fits->n;
    double *a = fits->work;
    double *rhs = a + (ptrdiff_t)m * n;
    const mn_tuning tuning = {.cpu_level = fits->cpu_level};
    const mn_engine engine = mn_engine_for(&tuning);
    for (int32_t j = 0; j < n; ++j) {
        gather(fits->lanes, lane, m, fits->fjac + (ptrdiff_t)j * m * fits->lanes, MN_COLUMN(a, m, j));
    }
    gather(fits->lanes, lane, m, fits->residuals, rhs);
    mn_column_norms(&engine, m, n, a, m, p->work_n2);
    mn_pivoted_qr(&engine, m, n, a, m, p->ipvt, p->work_n1, p->work_n2, p->work_n3, p->qtf, rhs);
    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        gather(1, 0, j, MN_COLUMN(a, m, j), column);
        column[j] = p->work_n1[j];
        p->qtf[j] = rhs[j];
    }
}

/* The lanes that have Jacobians. */
static void advance_with_jacobians(const mn_lockstep *fits, const mn_column_kernels *kernels, const int *lanes)
{
    mn_lockstep_qr qr;
    if (kernels) {
        qr = factorise_together(fits, kernels);
    }
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        if (lanes[lane]) {
            if (kernels) {
                take_factors(fits, lane, &qr);
            } else {
                factorise_alone(fits, lane);
            }
            use_factors(fits, lane);
        }
    }
}

/* ---- The public functions ------------------------------------------------------------------------------------ */

void MN_CALL mn_lockstep_start(mn_lockstep *fits, int32_t lane)
{
    const int32_t n = fits->n;
    lane_state *state = state_of(fits, lane);
    double *vectors = (double *)(void *)state + state_length();
    *state = (lane_state){.problem = {.source = &no_source,
                                      .m = fits->m,
                                      .n = n,
                                      .x = vectors,
                                      .fjac = fits->r + (ptrdiff_t)lane * n * n,
                                      .ldfjac = n,
                                      .ftol = fits->ftol,
                                      .xtol = fits->xtol,
                                      .gtol = fits->gtol,
                                      .maxfev = fits->maxfev,
                                      .diag = fits->diag + (ptrdiff_t)lane * n,
                                      .mode = fits->mode,
                                      .factor = fits->factor,
                                      .ipvt = fits->ipvt + (ptrdiff_t)lane * n,
                                      .qtf = fits->qtf + (ptrdiff_t)lane * n,
                                      .work_n1 = vectors + n,
                                      .work_n2 = vectors + 2 * (ptrdiff_t)n,
                                      .work_n3 = vectors + 3 * (ptrdiff_t)n,
                                      .work_m = vectors + 4 * (ptrdiff_t)n}};
    gather(fits->lanes, lane, n, fits->x, state->problem.x);
    if (!mn_least_squares_is_proper(&state->problem)) {
        finish(fits, lane, MN_IMPROPER_INPUT);
        return;
    }
    want(fits, lane, MN_RESIDUALS, state->problem.x);
}

void MN_CALL mn_lockstep_advance(mn_lockstep *fits)
{
    const mn_column_kernels *kernels = mn_kernels_of_lanes(fits->cpu_level, fits->lanes);
    int has_residuals[MN_MOST_COLUMNS] = {0};
    int has_jacobian[MN_MOST_COLUMNS] = {0};
    int any_residuals = 0;
    int any_jacobian = 0;
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        any_residuals |= has_residuals[lane] = fits->want[lane] == MN_RESIDUALS;
        any_jacobian |= has_jacobian[lane] = fits->want[lane] == MN_JACOBIAN;
    }
    if (any_residuals) {
        advance_with_residuals(fits, kernels, has_residuals);
    }
    if (any_jacobian) {
        advance_with_jacobians(fits, kernels, has_jacobian);
    }
}
