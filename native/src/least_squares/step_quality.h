/*
 * What becomes of a trial step: its worth, the next step bound, and whether there is reason to stop. Internal to the
 * loop in levenberg_marquardt.c, and inlined there.
 */
#ifndef MN_STEP_QUALITY_H
#define MN_STEP_QUALITY_H

#include "common/arithmetic.h"
#include "least_squares/levenberg_marquardt.h"

/* A trial step's worth: reductions are relative to the current sum of squares. */
typedef struct step_quality {
    double trial_norm;
    double actual_reduction;
    double predicted_reduction;
    double directional_derivative;
    double ratio;
} step_quality;

/* Compares what the trial step achieved with what the linear model predicted. */
static inline step_quality judge_step(const mn_iteration_state *s, double trial_norm)
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

static inline void adjust_step_bound(mn_iteration_state *s, const step_quality *q)
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

static inline void accept_step(mn_iteration_state *s, const step_quality *q)
{
    s->scaled_x_norm = s->scaled_trial_norm;
    s->residual_norm = q->trial_norm;
    s->iteration += 1;
}

/* ---- When to stop -------------------------------------------------------------------------------------------- */

static inline int reductions_are_below(const step_quality *q, double tolerance)
{
    return mn_abs(q->actual_reduction) <= tolerance && q->predicted_reduction <= tolerance && 0.5 * q->ratio <= 1;
}

/* Zero while there is reason to go on. */
static inline int32_t verdict(const mn_least_squares *p, const mn_iteration_state *s, const step_quality *q)
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

#endif
