/*
 * The routines under one set of shapes, whichever library they come from: our core, Debian's CMinpack or the
 * Fortran MINPACK. A test is written once, against two of these sets. The shapes are those of minpack_native.h and
 * kernels.h.
 */
#ifndef ROUTINES_H
#define ROUTINES_H

#include "minpack_native.h"

typedef int32_t lmder_fn(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning);

typedef int32_t lmdif_fn(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                         double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt,
                         double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning);

typedef int32_t lmstr_fn(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                         double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                         double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                         int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning);

/* err gets MINPACK's score, 0 to 1, as chkder gives it. */
typedef void chkder_fn(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                       double *xp, const double *fvecp, int32_t mode, double *err);

typedef struct routines {
    const char *name;
    lmder_fn *lmder;
    lmdif_fn *lmdif;
    lmstr_fn *lmstr;
    double (*norm)(int32_t n, const double *x);
    void (*pivoted_qr)(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                       double *column_norms, double *work);
    void (*damped_solve)(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                         const double *qtb, double *x, double *s_diagonal, double *work);
    void (*damping_parameter)(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                              const double *qtb, double step_bound, double *damping, double *x, double *s_diagonal,
                              double *work1, double *work2);
    void (*row_update)(int32_t n, double *r, int32_t ldr, const double *row, double *b, double *alpha, double *cosines,
                       double *sines);
    int32_t (*forward_difference)(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, const double *fvec,
                                  double *fjac, int32_t ldfjac, double epsfcn, double *work);
    void (*covar)(int32_t n, double *r, int32_t ldr, const int32_t *ipvt, double tol, double *wa); /* may be null */
    chkder_fn *chkder;
    /* 1: epsilon, 2: smallest normal magnitude, 3: largest magnitude. MINPACK: dpmpar. Null in our own set. */
    double (*constant)(int32_t which);
} routines;

/* ---- Nonlinear equations ---- */

typedef int32_t hybrd_fn(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol,
                         int32_t maxfev, int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode,
                         double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, double *r,
                         int32_t lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                         const mn_tuning *tuning);

typedef int32_t hybrj_fn(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                         int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                         int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                         double *wa2, double *wa3, double *wa4, const mn_tuning *tuning);

/* r is an upper triangle packed by rows, n (n + 1) / 2 long. */
typedef struct equation_routines {
    const char *name;
    hybrd_fn *hybrd;
    hybrj_fn *hybrj;
    void (*form_q)(int32_t n, double *q, int32_t ldq, double *work);
    void (*dogleg_step)(int32_t n, const double *r, const double *diag, const double *qtb, double step_bound, double *x,
                        double *work1, double *work2);
    void (*rank_one_update)(int32_t n, double *r, const double *u, double *v, double *w);
    void (*apply_update_rotations)(int32_t m, int32_t n, double *a, int32_t lda, const double *v, const double *w);
    /* with ml and mu diagonals below and above the main one; MINPACK: fdjac1 */
    int32_t (*banded_difference)(mn_equations_fn fcn, void *user, int32_t n, double *x, const double *fvec,
                                 double *fjac, int32_t ldfjac, int32_t ml, int32_t mu, double epsfcn, double *work1,
                                 double *work2);
} equation_routines;

#endif
