/* Many small fits: the Levenberg-Marquardt loop of each lane taken apart, its phases carried out for all lanes at once.
 */
#include "lockstep/lockstep.h"

#include <stddef.h>

#include "common/forward_difference.h"
#include "least_squares/levenberg_marquardt.h"

/* No source: the caller evaluates. */
static const mn_jacobian_source no_source = {0};

/* What each lane keeps for itself. */
typedef struct lane_state {
    mn_least_squares problem; /* tolerances, limits and counts */
    mn_iteration_state iteration;
    int started; /* the residuals at the start are known */
} lane_state;

/* ---- Memory -------------------------------------------------------------------------------------------------- */

enum {
    ALIGNMENT = 8, /* doubles: a cache line */
    SQUARES = 2,   /* interleaved: r, and one in work */
    VECTORS = 12,  /* diag, qtf, steps, column_norms, pivots, places, and six in work */
    NUMBERS = 8
};

static int64_t padded(int64_t doubles)
{
    return (doubles + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
}

static int64_t state_length(void)
{
    return padded(((int64_t)sizeof(lane_state) + (int64_t)sizeof(double) - 1) / (int64_t)sizeof(double));
}

static int64_t scratch_length(int32_t m, int32_t n)
{
    return (int64_t)m * (n + 1) + (int64_t)n * (n + 8);
}

static int64_t vectors_length(void)
{
    return padded(((int64_t)sizeof(mn_lane_vectors) + (int64_t)sizeof(double) - 1) / (int64_t)sizeof(double));
}

int64_t MN_CALL mn_lockstep_length(int32_t lanes, int32_t m, int32_t n)
{
    const int64_t of_lane = state_length() + SQUARES * (int64_t)n * n + VECTORS * (int64_t)n + NUMBERS;
    return vectors_length() + lanes * of_lane + padded(scratch_length(m, n) + n + 1);
}

static lane_state *state_of(const mn_lockstep *fits, int32_t lane)
{
    return (lane_state *)(void *)(fits->work + vectors_length() + lane * state_length());
}

static double *take(double **left, int64_t doubles)
{
    double *taken = *left;
    *left += doubles;
    return taken;
}

/* At the head of work. */
static mn_lane_vectors *vectors_of(const mn_lockstep *fits)
{
    return (mn_lane_vectors *)(void *)fits->work;
}

static void lay_out(const mn_lockstep *fits)
{
    const int64_t lanes = fits->lanes;
    const int64_t vector = lanes * fits->n;
    double *left = fits->work + vectors_length() + lanes * state_length();
    mn_lane_vectors *of = vectors_of(fits);
    *of = (mn_lane_vectors){.lanes = fits->lanes,
                            .m = fits->m,
                            .n = fits->n,
                            .mode = fits->mode,
                            .cpu_level = fits->cpu_level,
                            .gtol = fits->gtol,
                            .factor = fits->factor,
                            .relative_step = mn_relative_step(fits->epsfcn),
                            .fvec = fits->fvec,
                            .fjac = fits->fjac,
                            .residuals = fits->residuals,
                            .trial = fits->trial,
                            .x = fits->x,
                            .moved = fits->moved,
                            .residual_norm = fits->norm};
    of->diag = take(&left, vector);
    of->qtf = take(&left, vector);
    of->steps = take(&left, vector);
    of->r = take(&left, vector * fits->n);
    of->column_norms = take(&left, vector);
    of->pivots = (int64_t *)(void *)take(&left, vector);
    of->places = (int64_t *)(void *)take(&left, vector);
    of->norm = take(&left, lanes);
    of->gradient_norm = take(&left, lanes);
    of->scaled_x_norm = take(&left, lanes);
    of->step_bound = take(&left, lanes);
    of->damping = take(&left, lanes);
    of->step_norm = take(&left, lanes);
    of->linear_norm = take(&left, lanes);
    of->scaled_trial_norm = take(&left, lanes);
    of->work = take(&left, vector * (fits->n + 6));
    of->scratch = take(&left, scratch_length(fits->m, fits->n));
    of->columns = (double **)(void *)left;
}

/* ---- Between lanes and interleaved arrays -------------------------------------------------------------------- */

/* Of one lane, within interleaved arrays. */
static void copy(int32_t lanes, int32_t lane, int32_t count, const double *from, double *to)
{
    for (int32_t i = 0; i < count; ++i) {
        to[(ptrdiff_t)i * lanes + lane] = from[(ptrdiff_t)i * lanes + lane];
    }
}

/* Wants are counted here, so a lane may be abandoned at any time, its want unmet. */
static void want(const mn_lockstep *fits, int32_t lane, int32_t what)
{
    mn_least_squares *p = &state_of(fits, lane)->problem;
    const int is_jacobian = what == MN_JACOBIAN;
    p->nfev += is_jacobian && fits->differences ? p->n : what == MN_RESIDUALS;
    p->njev += is_jacobian && !fits->differences;
    fits->nfev[lane] = p->nfev;
    fits->njev[lane] = p->njev;
    fits->want[lane] = what;
}

static void want_at_x(const mn_lockstep *fits, const mn_lane_vectors *of, int32_t lane, int32_t what)
{
    want(fits, lane, what);
    copy(of->lanes, lane, of->n, of->x, of->trial);
}

/* Where the residuals are wanted for the columns of a difference Jacobian at x. */
static void move_parameters(const mn_lane_vectors *of, int32_t lane)
{
    for (int32_t j = 0; j < of->n; ++j) {
        const ptrdiff_t k = (ptrdiff_t)j * of->lanes + lane;
        of->steps[k] = mn_difference_step(of->relative_step, of->x[k]);
        of->moved[k] = of->x[k] + of->steps[k];
    }
}

static void want_jacobian(const mn_lockstep *fits, const mn_lane_vectors *of, int32_t lane)
{
    want_at_x(fits, of, lane, MN_JACOBIAN);
    if (fits->differences) {
        move_parameters(of, lane);
    }
}

static void put_factors(const mn_lockstep *fits, const mn_lane_vectors *of, int32_t lane)
{
    const int32_t n = of->n;
    mn_gather_lane(of->lanes, lane, n, of->diag, fits->diag + (ptrdiff_t)lane * n);
    mn_gather_lane(of->lanes, lane, n, of->qtf, fits->qtf + (ptrdiff_t)lane * n);
    for (int32_t j = 0; j < n; ++j) {
        const double *column = of->r + (ptrdiff_t)j * n * of->lanes;
        mn_gather_lane(of->lanes, lane, j + 1, column, fits->r + ((ptrdiff_t)lane * n + j) * n);
        fits->ipvt[lane * n + j] = (int32_t)of->pivots[(ptrdiff_t)j * of->lanes + lane] + 1;
    }
}

static void finish(const mn_lockstep *fits, const mn_lane_vectors *of, int32_t lane, int32_t info)
{
    fits->info[lane] = info;
    if (info != MN_IMPROPER_INPUT) {
        put_factors(fits, of, lane);
    }
    want_at_x(fits, of, lane, MN_REPORT);
}

/* ---- Steps --------------------------------------------------------------------------------------------------- */

static void propose_steps(const mn_lockstep *fits, const mn_lockstep_kernels *kernels, const mn_lane_vectors *of,
                          const mn_lane_choice *chosen)
{
    kernels->propose_step(of, chosen);
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            mn_iteration_state *s = &state_of(fits, lane)->iteration;
            s->damping = of->damping[lane];
            s->step_norm = of->step_norm[lane];
            s->linear_norm = of->linear_norm[lane];
            s->scaled_trial_norm = of->scaled_trial_norm[lane];
            want(fits, lane, MN_RESIDUALS);
        }
    }
}

/* ---- Residuals ----------------------------------------------------------------------------------------------- */

/* Returns info. */
static int32_t use_lane_residuals(const mn_lockstep *fits, const mn_lane_vectors *of, int32_t lane)
{
    lane_state *state = state_of(fits, lane);
    mn_iteration_state *s = &state->iteration;
    int32_t info = 0;
    if (state->started) {
        info = mn_use_residuals(&state->problem, s, of->norm[lane]);
    } else {
        state->started = 1;
        mn_start_iterations(s, of->norm[lane]);
        s->step_is_accepted = 1;
    }
    of->residual_norm[lane] = s->residual_norm;
    of->scaled_x_norm[lane] = s->scaled_x_norm;
    of->step_bound[lane] = s->step_bound;
    of->damping[lane] = s->damping;
    return info;
}

/* The lanes that have residuals. */
static void advance_with_residuals(const mn_lockstep *fits, const mn_lockstep_kernels *kernels,
                                   const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    mn_lane_choice accepted = {{0}};
    mn_lane_choice failed = {{0}};
    int32_t info[MN_MOST_LANES] = {0};
    kernels->take_norms(of);
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            const mn_iteration_state *s = &state_of(fits, lane)->iteration;
            info[lane] = use_lane_residuals(fits, of, lane);
            accepted.flags[lane] = -(int64_t)s->step_is_accepted;
            failed.flags[lane] = -(int64_t)(info[lane] == 0 && s->step_failed);
        }
    }
    kernels->accept(of, &accepted);
    int64_t any_failed = 0;
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        any_failed |= failed.flags[lane];
        if (info[lane] != 0) {
            finish(fits, of, lane, info[lane]);
        } else if (chosen->flags[lane] && !failed.flags[lane]) {
            want_jacobian(fits, of, lane);
        }
    }
    if (any_failed) {
        propose_steps(fits, kernels, of, &failed);
    }
}

/* ---- Jacobians ----------------------------------------------------------------------------------------------- */

/* The lanes that have Jacobians. */
static void advance_with_jacobians(const mn_lockstep *fits, const mn_lockstep_kernels *kernels,
                                   const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    mn_lane_choice first = {{0}};
    mn_lane_choice goes_on = {{0}};
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        first.flags[lane] = chosen->flags[lane] & -(int64_t)(state_of(fits, lane)->iteration.iteration == 1);
    }
    if (fits->differences) {
        kernels->take_differences(of);
    }
    kernels->factorize(of, chosen);
    kernels->measure_jacobian(of, chosen, &first);
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            mn_iteration_state *s = &state_of(fits, lane)->iteration;
            s->gradient_norm = of->gradient_norm[lane];
            s->scaled_x_norm = of->scaled_x_norm[lane];
            s->step_bound = of->step_bound[lane];
            if (s->gradient_norm <= of->gtol) {
                finish(fits, of, lane, MN_ORTHOGONAL);
            } else {
                goes_on.flags[lane] = -1;
            }
        }
    }
    propose_steps(fits, kernels, of, &goes_on);
}

/* ---- The public functions ------------------------------------------------------------------------------------ */

void MN_CALL mn_lockstep_start(mn_lockstep *fits, int32_t lane)
{
    const int32_t n = fits->n;
    const mn_lane_vectors *of = vectors_of(fits);
    double *diag = fits->diag + (ptrdiff_t)lane * n;
    lane_state *state = state_of(fits, lane);
    lay_out(fits);
    *state = (lane_state){.problem = {.source = &no_source,
                                      .m = fits->m,
                                      .n = n,
                                      .ldfjac = n,
                                      .ftol = fits->ftol,
                                      .xtol = fits->xtol,
                                      .gtol = fits->gtol,
                                      .maxfev = fits->maxfev,
                                      .diag = diag,
                                      .mode = fits->mode,
                                      .factor = fits->factor}};
    copy(of->lanes, lane, n, of->trial, of->x);
    for (int32_t j = 0; j < n; ++j) {
        of->diag[(ptrdiff_t)j * of->lanes + lane] = diag[j];
    }
    if (!mn_least_squares_is_proper(&state->problem)) {
        finish(fits, of, lane, MN_IMPROPER_INPUT);
        return;
    }
    want_at_x(fits, of, lane, MN_RESIDUALS);
}

void MN_CALL mn_lockstep_advance(mn_lockstep *fits, int32_t chosen)
{
    const mn_lockstep_kernels *kernels = mn_lockstep_for(fits->cpu_level, fits->lanes);
    const mn_lane_vectors *of = vectors_of(fits);
    mn_lane_choice has_residuals = {{0}};
    mn_lane_choice has_jacobian = {{0}};
    int any_residuals = 0;
    int any_jacobian = 0;
    for (int32_t lane = 0; lane < fits->lanes; ++lane) {
        const int32_t what = (chosen >> lane) & 1 ? fits->want[lane] : MN_REPORT;
        has_residuals.flags[lane] = -(int64_t)(what == MN_RESIDUALS);
        has_jacobian.flags[lane] = -(int64_t)(what == MN_JACOBIAN);
        any_residuals |= what == MN_RESIDUALS;
        any_jacobian |= what == MN_JACOBIAN;
    }
    if (any_residuals) {
        advance_with_residuals(fits, kernels, of, &has_residuals);
    }
    if (any_jacobian) {
        advance_with_jacobians(fits, kernels, of, &has_jacobian);
    }
}
