/* One Levenberg-Marquardt loop, three sources of the Jacobian. Internal. */
#ifndef MN_LEVENBERG_MARQUARDT_H
#define MN_LEVENBERG_MARQUARDT_H

#include "minpack_native.h"
#include "simd/engine.h"

typedef struct mn_least_squares mn_least_squares;

/* Where residuals and Jacobian come from. */
typedef struct mn_jacobian_source {
    /* Both return the callback's answer: negative to stop. The second counts its evaluations. */
    int32_t (*evaluate)(const mn_least_squares *problem, const double *x, double *fvec, int32_t request);
    int32_t (*differentiate)(mn_least_squares *problem);
    /* The norms of the Jacobian's columns to column_norms. */
    void (*measure)(mn_least_squares *problem);
    /* With those: R, pivots and Householder vectors to fjac and ipvt, and qtf. */
    void (*factorize)(mn_least_squares *problem);
    int fjac_has_m_rows;
    int reports_before_jacobian; /* as MINPACK does for this source */
} mn_jacobian_source;

extern const mn_jacobian_source mn_analytic_jacobian;
extern const mn_jacobian_source mn_difference_jacobian;
extern const mn_jacobian_source mn_row_jacobian;

/* A problem as the caller stated it; the names of the public header, and its lengths. */
struct mn_least_squares {
    const mn_jacobian_source *source;
    mn_residuals_fn residuals; /* one of these three, as the source wants it */
    mn_residuals_jacobian_fn residuals_jacobian;
    mn_residuals_row_fn residuals_row;
    void *user;
    int32_t m, n;
    double *x, *fvec;
    double *fjac;
    int32_t ldfjac;
    double ftol, xtol, gtol;
    int32_t maxfev;
    double epsfcn;
    double *diag;
    int32_t mode;
    double factor;
    int32_t nprint;
    int32_t nfev, njev;
    int32_t rows_left; /* of the Jacobian as it is to be factorized */
    int32_t *ipvt;
    double *qtf;
    /* The caller's work arrays, each under a name for what it holds in turn; README.md says when. */
    union {
        double *wa1;        /* [n] */
        double *kept;       /* the variables that a difference has moved */
        double *cosines;    /* of a row's rotations */
        double *r_diagonal; /* until it stands in fjac */
        double *step;
    };
    union {
        double *wa2;          /* [n] */
        double *sines;        /* of a row's rotations */
        double *column_norms; /* of the Jacobian, until the scale has grown with them */
        double *s_diagonal;   /* of the damped triangle, while a step is looked for */
        double *trial;        /* x + step */
    };
    union {
        double *wa3;            /* [n] */
        double *row;            /* of the Jacobian */
        double *computed_norms; /* while the QR is under way */
        double *scaled;         /* D times x, the step or the trial point, for its norm */
        double *unit_qtf;       /* the first n of Q^T fvec / |fvec| */
        double *change;         /* R P^T step */
        double *damping_work;
    };
    union {
        double *wa4;           /* [m] */
        double *moved_fvec;    /* residuals at a point moved for a difference */
        double *rotated_fvec;  /* fvec, which gradually becomes Q^T fvec */
        double *multiples;     /* of the QR of a triangle */
        double *damped_scaled; /* D times the damped step */
        double *trial_fvec;    /* residuals at the trial point */
    };
    const mn_tuning *tuning;
    mn_engine engine;
};

/* Returns info, as the public header defines it. */
int32_t mn_minimize(mn_least_squares *problem);

/* ---- The loop taken apart, for callers that evaluate themselves ------------------------------------------------ */

typedef struct mn_iteration_state {
    int32_t wanted; /* as mn_lmder_advance returns it */
    int32_t info;
    int32_t iteration;
    int64_t next_report;
    double residual_norm;
    double gradient_norm;
    double scaled_x_norm;
    double step_bound;
    double damping;
    double step_norm;         /* of the scaled step */
    double scaled_trial_norm; /* scaled_x_norm if the step is accepted */
    double linear_norm;       /* of the change of the residuals by the step, as the linear model predicts it */
    int step_is_accepted;     /* the last trial point is the current point now */
    int step_failed; /* it is not, and another is to be tried from the same Jacobian; with NaN it may be neither */
} mn_iteration_state;

int mn_least_squares_is_proper(const mn_least_squares *problem);

/* With the residuals at the start known. A Jacobian is wanted next. */
void mn_start_iterations(mn_iteration_state *state, double residual_norm);

/* With what was wanted in place. */
void mn_continue_iterations(mn_least_squares *problem, mn_iteration_state *state);

/* ---- Its phases, for several problems at once ------------------------------------------------------------------ */

/* With the factors of the Jacobian in place, as a source's factorize leaves them: scale and step bound, where it is the
 * first, and the norm of the gradient. If that is above gtol the scale is to grow and a step to be proposed next. */
void mn_measure_jacobian(mn_least_squares *problem, mn_iteration_state *state);

/* To step and trial, where residuals are wanted next: they are counted at once, whatever becomes of them. */
void mn_propose_step(mn_least_squares *problem, mn_iteration_state *state);

/*
 * With the norm of the residuals at the trial point; looks at tolerances and counts alone. Returns info; while that is
 * 0, a step is to be proposed next if the last one failed, else a Jacobian at x is wanted. If the step is accepted the
 * caller moves x and fvec to the trial point.
 */
int32_t mn_use_residuals(mn_least_squares *problem, mn_iteration_state *state, double trial_norm);

#endif
