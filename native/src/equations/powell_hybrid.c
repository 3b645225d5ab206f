#include "equations/powell_hybrid.h"

#include "common/arithmetic.h"
#include "common/norm.h"
#include "common/reporting.h"
#include "common/scaling.h"
#include "equations/packed_triangle.h"
#include "equations/steps.h"
#include "qr/pivoted_qr.h"
#include "simd/engine.h"

/*
 * Powell's hybrid method (Powell 1970): dogleg steps within a trust region, the Jacobian kept as Q R and updated by
 * Broyden's rank-one formula (Broyden 1965) until two steps in a row fail; only then is it evaluated again.
 */

enum { MAX_SLOW_JACOBIANS = 5, MAX_SLOW_STEPS = 10, MAX_FAILED_STEPS = 2 };

typedef struct iteration_state {
    int32_t iteration;
    int64_t next_report;
    int32_t observed_iteration;
    double residual_norm;
    double scaled_x_norm;
    double step_bound;
    double step_norm;  /* of the scaled step */
    int32_t successes; /* steps in a row */
    int32_t failures;  /* a fresh Jacobian does not reset them */
    int32_t slow_steps;
    int32_t slow_jacobians;
    int jacobian_is_fresh;
} iteration_state;

typedef struct step_quality {
    double trial_norm;
    double actual_reduction; /* relative, of the norm */
    double ratio;            /* over the predicted one */
} step_quality;

/* ---- Start --------------------------------------------------------------------------------------------------- */

static int arguments_are_proper(const mn_equations *s)
{
    if (s->n <= 0 || s->xtol < 0 || s->maxfev <= 0 || s->ml < 0 || s->mu < 0 || s->factor <= 0 || s->ldfjac < s->n ||
        s->lr < (int64_t)s->n * (s->n + 1) / 2) {
        return 0;
    }
    return mn_scale_is_proper(s->mode, s->n, s->diag);
}

static int32_t report(const mn_equations *s)
{
    return s->source->evaluate(s, s->x, s->fvec, MN_REPORT);
}

static int32_t report_if_due(const mn_equations *s, iteration_state *state)
{
    return mn_report_is_due(state->iteration, s->nprint, &state->next_report) ? report(s) : 0;
}

/* Once an iteration: steps that fail try again within the same one. */
static int32_t observe(const mn_equations *s, iteration_state *state)
{
    if (!s->tuning || !s->tuning->observer || state->observed_iteration == state->iteration) {
        return 0;
    }
    state->observed_iteration = state->iteration;
    const mn_iteration seen = {.number = state->iteration,
                               .evaluations = s->nfev,
                               .residual_norm = state->residual_norm,
                               .step_bound = state->step_bound,
                               .x = s->x,
                               .fvec = s->fvec};
    return s->tuning->observer(s->user, &seen);
}

/* ---- The Jacobian and its factors ---------------------------------------------------------------------------- */

static void pack_triangle(const mn_equations *s)
{
    for (int32_t j = 0; j < s->n; ++j) {
        const double *column = MN_COLUMN(s->fjac, s->ldfjac, j);
        for (int32_t i = 0; i < j; ++i) {
            s->r[mn_row_start(s->n, i) + j - i] = column[i];
        }
        s->r[mn_row_start(s->n, j)] = s->r_diagonal[j];
    }
}

static void start_scaling(mn_equations *s, iteration_state *state)
{
    mn_start_scale(s->mode, s->n, s->column_norms, s->diag);
    state->scaled_x_norm = mn_scaled_norm(s->n, s->diag, s->x, s->scaled);
    state->step_bound = mn_first_step_bound(s->factor, state->scaled_x_norm);
}

/* The Jacobian at the current point: Q to fjac, R to r, Q^T fvec to qtf. */
static int32_t linearize(mn_equations *s, iteration_state *state)
{
    const int32_t answer = s->source->differentiate(s);
    if (answer < 0) {
        return answer;
    }
    for (int32_t i = 0; i < s->n; ++i) {
        s->qtf[i] = s->fvec[i];
    }
    mn_column_norms(&s->engine, s->n, s->n, s->fjac, s->ldfjac, s->column_norms);
    mn_pivoted_qr(&s->engine, s->n, s->n, s->fjac, s->ldfjac, NULL, s->r_diagonal, s->column_norms, s->computed_norms,
                  s->multiples, s->qtf);
    if (state->iteration == 1) {
        start_scaling(s, state);
    }
    pack_triangle(s);
    mn_form_q(&s->engine, s->n, s->fjac, s->ldfjac, s->q_column);
    mn_grow_scale(s->mode, s->n, s->column_norms, s->diag);
    state->jacobian_is_fresh = 1;
    return answer;
}

/* Broyden's update, from the step, the trial residuals and their prediction. */
static void update_factors(mn_equations *s, const iteration_state *state, int accepted)
{
    double *u = s->update_u;
    double *v = s->update_v;
    for (int32_t j = 0; j < s->n; ++j) {
        const double *column = MN_COLUMN(s->fjac, s->ldfjac, j);
        double sum = 0;
        for (int32_t i = 0; i < s->n; ++i) {
            sum += column[i] * s->trial_fvec[i];
        }
        v[j] = (sum - s->predicted[j]) / state->step_norm;
        u[j] = s->diag[j] * ((s->diag[j] * s->step[j]) / state->step_norm);
        if (accepted) {
            s->qtf[j] = sum;
        }
    }
    double *w = s->update_w;
    mn_rank_one_update(s->n, s->r, u, v, w);
    mn_apply_update_rotations(s->n, s->n, s->fjac, s->ldfjac, v, w);
    mn_apply_update_rotations(1, s->n, s->qtf, 1, v, w);
}

/* ---- One step ------------------------------------------------------------------------------------------------ */

static void propose_step(mn_equations *s, iteration_state *state)
{
    double *step = s->step;
    double *trial = s->trial;
    mn_dogleg_step(s->n, s->r, s->diag, s->qtf, state->step_bound, step, s->gradient, s->dogleg_work);
    for (int32_t j = 0; j < s->n; ++j) {
        step[j] = -step[j];
        trial[j] = s->x[j] + step[j];
    }
    state->step_norm = mn_scaled_norm(s->n, s->diag, step, s->scaled);
    if (state->iteration == 1) {
        state->step_bound = mn_min(state->step_bound, state->step_norm);
    }
}

/* The norm of what the linear model predicts for fvec after the step. */
static double predicted_norm(const mn_equations *s)
{
    const double *step = s->step;
    for (int32_t i = 0; i < s->n; ++i) {
        const double *row = s->r + mn_row_start(s->n, i);
        double sum = 0;
        for (int32_t j = i; j < s->n; ++j) {
            sum += row[j - i] * step[j];
        }
        s->predicted[i] = s->qtf[i] + sum;
    }
    return mn_norm(s->n, s->predicted);
}

static double relative_reduction(double from, double to, double otherwise)
{
    return to < from ? 1 - mn_square(to / from) : otherwise;
}

static step_quality judge_step(const mn_equations *s, const iteration_state *state)
{
    step_quality q;
    q.trial_norm = mn_norm(s->n, s->trial_fvec);
    q.actual_reduction = relative_reduction(state->residual_norm, q.trial_norm, -1);
    const double predicted = relative_reduction(state->residual_norm, predicted_norm(s), 0);
    q.ratio = predicted > 0 ? q.actual_reduction / predicted : 0;
    return q;
}

static void adjust_step_bound(iteration_state *state, double ratio)
{
    if (ratio < 0.1) {
        state->successes = 0;
        state->failures += 1;
        state->step_bound = 0.5 * state->step_bound;
        return;
    }
    state->failures = 0;
    state->successes += 1;
    if (ratio >= 0.5 || state->successes > 1) {
        state->step_bound = mn_max(state->step_bound, state->step_norm / 0.5);
    }
    if (mn_abs(ratio - 1) <= 0.1) {
        state->step_bound = state->step_norm / 0.5;
    }
}

static void accept_step(mn_equations *s, iteration_state *state, double trial_norm)
{
    for (int32_t j = 0; j < s->n; ++j) {
        s->x[j] = s->trial[j];
        s->fvec[j] = s->trial_fvec[j];
    }
    state->scaled_x_norm = mn_scaled_norm(s->n, s->diag, s->x, s->accepted_scaled);
    state->residual_norm = trial_norm;
    state->iteration += 1;
}

static void count_slow_progress(iteration_state *state, double actual_reduction)
{
    state->slow_steps += 1;
    if (actual_reduction >= 0.001) {
        state->slow_steps = 0;
    }
    if (state->jacobian_is_fresh) {
        state->slow_jacobians += 1;
    }
    if (actual_reduction >= 0.1) {
        state->slow_jacobians = 0;
    }
}

/* Zero while there is reason to go on. */
static int32_t verdict(const mn_equations *s, const iteration_state *state)
{
    if (state->step_bound <= s->xtol * state->scaled_x_norm || state->residual_norm == 0) {
        return MN_CONVERGED;
    }
    int32_t failure = 0; /* the last that applies is reported */
    if (s->nfev >= s->maxfev) {
        failure = MN_EQUATIONS_TOO_MANY_EVALUATIONS;
    }
    if (0.1 * mn_max(0.1 * state->step_bound, state->step_norm) <= MN_EPSILON * state->scaled_x_norm) {
        failure = MN_EQUATIONS_XTOL_TOO_SMALL;
    }
    if (state->slow_jacobians == MAX_SLOW_JACOBIANS) {
        failure = MN_SLOW_JACOBIANS;
    }
    if (state->slow_steps == MAX_SLOW_STEPS) {
        failure = MN_SLOW_STEPS;
    }
    return failure;
}

/* ---- The loop ------------------------------------------------------------------------------------------------ */

/* Steps with updated factors until they fail twice in a row, which returns 0, or there is reason to end. */
static int32_t step_until_failure(mn_equations *s, iteration_state *state)
{
    for (;;) {
        int32_t answer = report_if_due(s, state);
        if (answer >= 0) {
            answer = observe(s, state);
        }
        if (answer < 0) {
            return answer;
        }
        propose_step(s, state);
        answer = s->source->evaluate(s, s->trial, s->trial_fvec, MN_RESIDUALS);
        s->nfev += 1;
        if (answer < 0) {
            return answer;
        }

        const step_quality quality = judge_step(s, state);
        const int accepted = quality.ratio >= 0.0001;
        adjust_step_bound(state, quality.ratio);
        if (accepted) {
            accept_step(s, state, quality.trial_norm);
        }
        count_slow_progress(state, quality.actual_reduction);
        const int32_t info = verdict(s, state);
        if (info != 0 || state->failures == MAX_FAILED_STEPS) {
            return info;
        }
        update_factors(s, state, accepted);
        state->jacobian_is_fresh = 0;
    }
}

int32_t mn_find_root(mn_equations *s)
{
    if (!arguments_are_proper(s)) {
        return MN_IMPROPER_INPUT;
    }
    s->engine = mn_engine_for(s->tuning, s->n);
    int32_t info = s->source->evaluate(s, s->x, s->fvec, MN_RESIDUALS);
    s->nfev = 1;
    if (info >= 0) {
        iteration_state state = {.iteration = 1, .residual_norm = mn_norm(s->n, s->fvec)};
        do {
            info = linearize(s, &state);
            if (info >= 0) {
                info = step_until_failure(s, &state);
            }
        } while (info == 0);
    }
    if (s->nprint > 0) {
        report(s);
    }
    return info;
}
