#include "least_squares/levenberg_marquardt.h"

#include "common/arithmetic.h"
#include "common/norm.h"
#include "common/reporting.h"
#include "common/scaling.h"
#include "least_squares/step_quality.h"
#include "least_squares/steps.h"
#include "simd/engine.h"

/* Moré's trust-region form of the Levenberg-Marquardt method (Moré 1978, LNM 630). */

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

/* ---- Scaling and gradient, from the norms of the Jacobian's columns ------------------------------------------- */

static void start_scaling(mn_least_squares *p, mn_iteration_state *s)
{
    mn_start_scale(p->mode, p->n, p->column_norms, p->diag);
    s->scaled_x_norm = mn_scaled_norm(p->n, p->diag, p->x, p->scaled);
    s->step_bound = mn_first_step_bound(p->factor, s->scaled_x_norm);
}

/* The largest cosine of an angle between a column of the Jacobian and the residuals. */
static double gradient_norm(const mn_least_squares *p, double residual_norm)
{
    double largest = 0;
    double *unit_qtf = p->unit_qtf;
    if (residual_norm == 0) {
        return largest;
    }
    for (int32_t i = 0; i < p->n; ++i) {
        unit_qtf[i] = p->qtf[i] / residual_norm;
    }
    for (int32_t j = 0; j < p->n; ++j) {
        const double column_norm = p->column_norms[p->ipvt[j] - 1];
        if (column_norm == 0) {
            continue;
        }
        const double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        double sum = 0;
        for (int32_t i = 0; i <= j; ++i) {
            sum += column[i] * unit_qtf[i];
        }
        largest = mn_max(largest, mn_abs(sum / column_norm));
    }
    return largest;
}

/* ---- One step ------------------------------------------------------------------------------------------------ */

/* |J step|, through R. */
static double linear_change_norm(const mn_least_squares *p)
{
    const double *step = p->step;
    double *change = p->change;
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
    double *step = p->step;
    double *trial = p->trial;
    mn_damping_parameter(p->n, p->fjac, p->ldfjac, p->ipvt, p->diag, p->qtf, s->step_bound, &s->damping, step,
                         p->s_diagonal, p->damping_work, p->damped_scaled);
    for (int32_t j = 0; j < p->n; ++j) {
        step[j] = -step[j];
        trial[j] = p->x[j] + step[j];
    }
    s->step_norm = mn_scaled_norm(p->n, p->diag, step, p->scaled);
    s->scaled_trial_norm = mn_scaled_norm(p->n, p->diag, trial, p->scaled);
    s->linear_norm = linear_change_norm(p);
    p->nfev += 1; /* of the residuals that are wanted now */
}

/* ---- One iteration, whoever evaluates ------------------------------------------------------------------------ */

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
        finite &= p->column_norms[j] <= MN_LARGEST;
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
    mn_grow_scale(p->mode, p->n, p->column_norms, p->diag);
    mn_propose_step(p, s);
    return 0;
}

void mn_continue_iterations(mn_least_squares *p, mn_iteration_state *s)
{
    if (s->wanted == MN_RESIDUALS) {
        s->info = mn_use_residuals(p, s, mn_norm(p->m, p->trial_fvec));
        if (s->step_is_accepted) {
            copy(p->n, p->trial, p->x);
            copy(p->m, p->trial_fvec, p->fvec);
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
        return p->source->evaluate(p, p->trial, p->trial_fvec, MN_RESIDUALS);
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
