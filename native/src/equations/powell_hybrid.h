/* One loop of Powell's hybrid method, two sources of the Jacobian. Internal. */
#ifndef MN_POWELL_HYBRID_H
#define MN_POWELL_HYBRID_H

#include "minpack_native.h"
#include "simd/engine.h"

typedef struct mn_equations mn_equations;

/* Where equations and Jacobian come from. Each function returns the callback's answer: negative to stop. */
typedef struct mn_equation_source {
    int32_t (*evaluate)(const mn_equations *system, const double *x, double *fvec, int32_t request);
    /* Leaves the Jacobian at the current point in fjac and counts its evaluations. */
    int32_t (*differentiate)(mn_equations *system);
} mn_equation_source;

extern const mn_equation_source mn_equations_with_jacobian;
extern const mn_equation_source mn_equations_by_differences;

/* A system as the caller stated it; the names of the public header, and its lengths. */
struct mn_equations {
    const mn_equation_source *source;
    mn_equations_fn equations; /* one of these two, as the source wants it */
    mn_equations_jacobian_fn equations_jacobian;
    void *user;
    int32_t n;
    double *x, *fvec;
    double xtol;
    int32_t maxfev;
    int32_t ml, mu;
    double epsfcn;
    double *diag;
    int32_t mode;
    double factor;
    int32_t nprint;
    int32_t nfev, njev;
    double *fjac;
    int32_t ldfjac;
    double *r;
    int32_t lr;
    double *qtf;
    /* The caller's work arrays, each [n], each under a name for what it holds in turn. */
    union {
        double *wa1;
        double *moved_fvec; /* at a point moved for a difference */
        double *r_diagonal; /* until it stands in r */
        double *step;
        double *update_u; /* Broyden's update is that of R + v u^T; u takes the step's place */
    };
    union {
        double *wa2;
        double *kept;            /* the variables that a difference has moved */
        double *column_norms;    /* of the Jacobian, until the scale has grown with them */
        double *gradient;        /* while a step is looked for */
        double *trial;           /* x + step, until it is accepted */
        double *accepted_scaled; /* D x, once it is */
        double *update_v;
    };
    union {
        double *wa3;
        double *computed_norms; /* while the QR is under way */
        double *q_column;       /* while Q is formed */
        double *scaled;         /* D times x or the step, for its norm */
        double *dogleg_work;
        double *predicted; /* Q^T times what the linear model predicts for fvec at the trial point */
        double *update_w;  /* takes its place */
    };
    union {
        double *wa4;
        double *multiples;  /* of the QR */
        double *trial_fvec; /* at the trial point */
    };
    const mn_tuning *tuning;
    mn_engine engine;
};

/* Returns info, as the public header defines it. */
int32_t mn_find_root(mn_equations *system);

#endif
