#include "least_squares/levenberg_marquardt.h"

#include "common/arithmetic.h"
#include "common/norm.h"
#include "common/reporting.h"
#include "common/scaling.h"
#include "least_squares/steps.h"
#include "simd/engine.h"

/* Moré's trust-region form of the Levenberg-Marquardt method (Moré 1978, LNM 630). */

/* A trial step's worth: reductions are relative to the current sum of squares. */
typedef struct step_quality {
    double trial_norm;
    double actual_reduction;
    double predicted_reduction;
    double directional_derivative;
    double ratio;
} step_quality;

/* ---- Start --------------------------------------------------------------------------------------------------- */

int mn_least_squares_is_proper(const mn_least_squares *p)
{
    const int32_t rows = p->source->fjac_has_m_rows ? p->m : p->n;
    if (p->n <= 0 || p->m < p->n || p->ldfjac < rows || p->ftol < 0 || p->xtol < 0 || p->gtol < 0 || p->maxfev <= 0 ||
        p->factor <= 0) {
        return 0;
    }
    return mn_scale_is_proper(p->mode, p->n, p->diag);
}

static int32_t report(const mn_least_squares *p)
{
    return p->source->evaluate(p, p->x, p->fvec, MN_REPORT);
}

static int32_t report_if_due(const mn_least_squares *p, mn_iteration_state *s)
{
    return mn_report_is_due(s->iteration, p->nprint, &s->next_report) ? report(p) : 0;
}

static int32_t observe(const mn_least_squares *p, const mn_iteration_state *s)
{
    if (!p->tuning || !p->tuning->observer) {
        return 0;
    }
    const mn_iteration seen = {.number = s->iteration,
                               .evaluations = p->nfev,
                               .residual_norm = s->residual_norm,
                               .gradient_norm = s->gradient_norm,
                               .step_bound = s->step_bound,
                               .damping = s->damping,
                               .x = p->x,
                               .fvec = p->fvec};
    return p->tuning->observer(p->user, &seen);
}

/* ---- Scaling and gradient, from the norms of the Jacobian's columns in work_n2 -------------------------------- */

static void start_scaling(mn_least_squares *p, mn_iteration_state *s)
{
    mn_start_scale(p->mode, p->n, p->work_n2, p->diag);
    s->scaled_x_norm = mn_scaled_norm(p->n, p->diag, p->x, p->work_n3);
    s->step_bound = mn_first_step_bound(p->factor, s->scaled_x_norm);
}

/* The largest cosine of an angle between a column of the Jacobian and the residuals. */
static double gradient_norm(const mn_least_squares *p, double residual_norm)
{
    double largest = 0;
    double *qtf = p->work_n3;
    if (residual_norm == 0) {
        return largest;
    }
    for (int32_t i = 0; i < p->n; ++i) {
        qtf[i] = p->qtf[i] / residual_norm;
    }
    for (int32_t j = 0; j < p->n; ++j) {
        const double column_norm = p->work_n2[p->ipvt[j] - 1];
        if (column_norm == 0) {
            continue;
        }
        const double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        double sum = 0;
        for (int32_t i = 0; i <= j; ++i) {
            sum += column[i] * qtf[i];
        }
        largest = mn_max(largest, mn_abs(sum / column_norm));
    }
    return largest;
}

/* ---- One step ------------------------------------------------------------------------------------------------ */

/* |J step|, through R. */
static double linear_change_norm(const mn_least_squares *p)
{
    const double *step = p->work_n1;
    double *change = p->work_n3;
    for (int32_t j = 0; j < p->n; ++j) {
        change[j] = 0;
        const double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        const double component = step[p->ipvt[j] - 1];
        for (int32_t i = 0; i <= j; ++i) {
            change[i] += column[i] * component;
        }
    }
    return mn_norm(p->n, change);
}

void mn_propose_step(mn_least_squares *p, mn_iteration_state *s)
{
    double *step = p->work_n1;
    double *trial = p->work_n2;
    mn_damping_parameter(p->n, p->fjac, p->ldfjac, p->ipvt, p->diag, p->qtf, s->step_bound, &s->damping, step,
                         p->work_n2, p->work_n3, p->work_m);
    for (int32_t j = 0; j < p->n; ++j) {
        step[j] = -step[j];
        trial[j] = p->x[j] + step[j];
    }
    s->step_norm = mn_scaled_norm(p->n, p->diag, step, p->work_n3);
    s->scaled_trial_norm = mn_scaled_norm(p->n, p->diag, trial, p->work_n3);
    s->linear_norm = linear_change_norm(p);
    p->nfev += 1; /* of the residuals that are wanted now */
}

/* Compares what the trial step achieved with what the linear model foretold. */
static step_quality judge_step(const mn_iteration_state *s, double trial_norm)
{
    step_quality q;
    q.trial_norm = trial_norm;
    q.actual_reduction = -1;
    if (0.1 * q.trial_norm < s->residual_norm) {
        q.actual_reduction = 1 - mn_square(q.trial_norm / s->residual_norm);
    }
    const double linear = s->linear_norm / s->residual_norm;
    const double damped = mn_sqrt(s->damping) * s->step_norm / s->residual_norm;
    q.predicted_reduction = mn_square(linear) + mn_square(damped) / 0.5;
    q.directional_derivative = -(mn_square(linear) + mn_square(damped));
    q.ratio = q.predicted_reduction != 0 ? q.actual_reduction / q.predicted_reduction : 0;
    return q;
}

static void adjust_step_bound(mn_iteration_state *s, const step_quality *q)
{
    if (q->ratio <= 0.25) {
        double shrink = 0.5;
        if (q->actual_reduction < 0) {
            shrink = 0.5 * q->directional_derivative / (q->directional_derivative + 0.5 * q->actual_reduction);
        }
        if (0.1 * q->trial_norm >= s->residual_norm || shrink < 0.1) {
            shrink = 0.1;
        }
        s->step_bound = shrink * mn_min(s->step_bound, s->step_norm / 0.1);
        s->damping /= shrink;
    } else if (s->damping == 0 || q->ratio >= 0.75) {
        s->step_bound = s->step_norm / 0.5;
        s->damping = 0.5 * s->damping;
    }
}

static void accept_step(mn_iteration_state *s, const step_quality *q)
{
    s->scaled_x_norm = s->scaled_trial_norm;
    s->residual_norm = q->trial_norm;
    s->iteration += 1;
}

/* ---- When to stop -------------------------------------------------------------------------------------------- */

static int reductions_are_below(const step_quality *q, double tolerance)
{
    return mn_abs(q->actual_reduction) <= tolerance && q->predicted_reduction <= tolerance && 0.5 * q->ratio <= 1;
}

/* Zero while there is reason to go on. */
static int32_t verdict(const mn_least_squares *p, const mn_iteration_state *s, const step_quality *q)
{
    const int small_reduction = reductions_are_below(q, p->ftol);
    const int small_step = s->step_bound <= p->xtol * s->scaled_x_norm;
    if (small_reduction && small_step) {
        return MN_SMALL_REDUCTION_AND_STEP;
    }
    if (small_reduction) {
        return MN_SMALL_REDUCTION;
    }
    if (small_step) {
        return MN_SMALL_STEP;
    }

    int32_t failure = 0; /* the last that applies is reported */
    if (p->nfev >= p->maxfev) {
        failure = MN_TOO_MANY_EVALUATIONS;
    }
    if (reductions_are_below(q, MN_EPSILON)) {
        failure = MN_FTOL_TOO_SMALL;
    }
    if (s->step_bound <= MN_EPSILON * s->scaled_x_norm) {
        failure = MN_XTOL_TOO_SMALL;
    }
    if (s->gradient_norm <= MN_EPSILON) {
        failure = MN_GTOL_TOO_SMALL;
    }
    return failure;
}

/* ---- One iteration, for whoever evaluates -------------------------------------------------------------------- */

void mn_start_iterations(mn_iteration_state *s, double residual_norm)
{
    *s = (mn_iteration_state){.wanted = MN_JACOBIAN, .iteration = 1, .residual_norm = residual_norm};
}

void mn_measure_jacobian(mn_least_squares *p, mn_iteration_state *s)
{
    if (s->iteration == 1) {
        start_scaling(p, s);
    }
    s->gradient_norm = gradient_norm(p, s->residual_norm);
}

int32_t mn_use_residuals(mn_least_squares *p, mn_iteration_state *s, double trial_norm)
{
    if (s->iteration == 1) {
        s->step_bound = mn_min(s->step_bound, s->step_norm);
    }
    const step_quality quality = judge_step(s, trial_norm);
    adjust_step_bound(s, &quality);
    s->step_is_accepted = quality.ratio >= 0.0001;
    if (s->step_is_accepted) {
        accept_step(s, &quality);
    }
    s->step_failed = quality.ratio < 0.0001;
    return verdict(p, s, &quality);
}

static int columns_are_finite(const mn_least_squares *p)
{
    int finite = 1;
    for (int32_t j = 0; j < p->n; ++j) {
        finite &= p->work_n2[j] <= MN_LARGEST;
    }
    return finite;
}

static int32_t next_wanted(const mn_iteration_state *s, int32_t unless_ended)
{
    return s->info != 0 ? MN_REPORT : unless_ended;
}

static void copy(int32_t n, const double *restrict from, double *restrict to)
{
    for (int32_t i = 0; i < n; ++i) {
        to[i] = from[i];
    }
}

/* Returns info, or what the observer stopped with. */
static int32_t use_jacobian(mn_least_squares *p, mn_iteration_state *s)
{
    mn_measure_jacobian(p, s);
    const int32_t answer = observe(p, s);
    if (answer < 0) {
        return answer;
    }
    if (s->gradient_norm <= p->gtol) {
        return MN_ORTHOGONAL;
    }
    mn_grow_scale(p->mode, p->n, p->work_n2, p->diag);
    mn_propose_step(p, s);
    return 0;
}

void mn_continue_iterations(mn_least_squares *p, mn_iteration_state *s)
{
    if (s->wanted == MN_RESIDUALS) {
        s->info = mn_use_residuals(p, s, mn_norm(p->m, p->work_m));
        if (s->step_is_accepted) {
            copy(p->n, p->work_n2, p->x);
            copy(p->m, p->work_m, p->fvec);
        }
        if (s->info == 0 && s->step_failed) {
            mn_propose_step(p, s);
        }
        s->wanted = next_wanted(s, s->step_failed ? MN_RESIDUALS : MN_JACOBIAN);
        return;
    }
    if (s->wanted == MN_JACOBIAN) {
        p->source->measure(p);
        if (!columns_are_finite(p)) {
            s->wanted = MN_NOT_FINITE;
            return;
        }
    }
    p->source->factorize(p);
    s->info = use_jacobian(p, s);
    s->wanted = next_wanted(s, MN_RESIDUALS);
}

/* ---- The loop ------------------------------------------------------------------------------------------------ */

static int32_t evaluate_jacobian(mn_least_squares *p, mn_iteration_state *s)
{
    int32_t answer = 0;
    if (p->source->reports_before_jacobian) {
        answer = report_if_due(p, s);
    }
    if (answer >= 0) {
        answer = p->source->differentiate(p);
    }
    if (answer >= 0 && !p->source->reports_before_jacobian) {
        answer = report_if_due(p, s);
    }
    return answer;
}

/* What is wanted, from the callback. MINPACK takes a Jacobian that is not finite as it is. */
static int32_t supply(mn_least_squares *p, mn_iteration_state *s)
{
    switch (s->wanted) {
    case MN_RESIDUALS:
        return p->source->evaluate(p, p->work_n2, p->work_m, MN_RESIDUALS);
    case MN_JACOBIAN:
        return evaluate_jacobian(p, s);
    default:
        return 0;
    }
}

/* Returns info, or what a callback stopped with. */
static int32_t iterate(mn_least_squares *p)
{
    mn_iteration_state state;
    mn_start_iterations(&state, mn_norm(p->m, p->fvec));
    do {
        const int32_t answer = supply(p, &state);
        if (answer < 0) {
            return answer;
        }
        mn_continue_iterations(p, &state);
    } while (state.wanted != MN_REPORT);
    return state.info;
}

int32_t mn_minimize(mn_least_squares *p)
{
    if (!mn_least_squares_is_proper(p)) {
        return MN_IMPROPER_INPUT;
    }
    p->engine = mn_engine_for(p->tuning, p->n);
    p->nfev = 1;
    const int32_t answer = p->source->evaluate(p, p->x, p->fvec, MN_RESIDUALS);
    const int32_t info = answer < 0 ? answer : iterate(p);
    if (p->nprint > 0) {
        report(p);
    }
    return info;
}
