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
    double *work1, *work2, *work3, *work4;
    const mn_tuning *tuning;
    mn_engine engine;
};

/* Returns info, as the public header defines it. */
int32_t mn_find_root(mn_equations *system);

#endif
