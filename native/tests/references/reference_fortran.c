/*
 * Debian's Fortran libminpack. Everything goes by address and a callback has no user pointer, so the adapters keep
 * our callback and its user pointer beside them, one frame per running solve.
 */
#include <stddef.h>
#include <string.h>

#include "references/reference.h"

/* ---- Callbacks ---- */

typedef struct running_solve {
    mn_residuals_fn residuals;
    mn_residuals_jacobian_fn residuals_jacobian;
    mn_residuals_row_fn residuals_row;
    void *user;
} running_solve;

static _Thread_local running_solve running;

/* Fortran's iflag takes the request in and, when negative, the wish to stop out. */
static void pass_stop(int32_t answer, int32_t *iflag)
{
    if (answer < 0) {
        *iflag = answer;
    }
}

typedef void residuals_callback(int32_t *m, int32_t *n, double *x, double *fvec, int32_t *iflag);
typedef void jacobian_callback(int32_t *m, int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac,
                               int32_t *iflag);
typedef void row_callback(int32_t *m, int32_t *n, double *x, double *fvec, double *fjrow, int32_t *iflag);

static void call_residuals(int32_t *m, int32_t *n, double *x, double *fvec, int32_t *iflag)
{
    pass_stop(running.residuals(running.user, *m, *n, x, fvec, *iflag), iflag);
}

static void call_jacobian(int32_t *m, int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac,
                          int32_t *iflag)
{
    pass_stop(running.residuals_jacobian(running.user, *m, *n, x, fvec, fjac, *ldfjac, *iflag), iflag);
}

static void call_row(int32_t *m, int32_t *n, double *x, double *fvec, double *fjrow, int32_t *iflag)
{
    pass_stop(running.residuals_row(running.user, *m, *n, x, fvec, fjrow, *iflag), iflag);
}

/* ---- The library's routines ---- */

static struct {
    void (*lmder)(jacobian_callback *fcn, int32_t *m, int32_t *n, double *x, double *fvec, double *fjac,
                  int32_t *ldfjac, double *ftol, double *xtol, double *gtol, int32_t *maxfev, double *diag,
                  int32_t *mode, double *factor, int32_t *nprint, int32_t *info, int32_t *nfev, int32_t *njev,
                  int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    void (*lmdif)(residuals_callback *fcn, int32_t *m, int32_t *n, double *x, double *fvec, double *ftol, double *xtol,
                  double *gtol, int32_t *maxfev, double *epsfcn, double *diag, int32_t *mode, double *factor,
                  int32_t *nprint, int32_t *info, int32_t *nfev, double *fjac, int32_t *ldfjac, int32_t *ipvt,
                  double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    void (*lmstr)(row_callback *fcn, int32_t *m, int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac,
                  double *ftol, double *xtol, double *gtol, int32_t *maxfev, double *diag, int32_t *mode,
                  double *factor, int32_t *nprint, int32_t *info, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                  double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    double (*enorm)(int32_t *n, const double *x);
    void (*qrfac)(int32_t *m, int32_t *n, double *a, int32_t *lda, int32_t *pivot, int32_t *ipvt, int32_t *lipvt,
                  double *rdiag, double *acnorm, double *wa);
    void (*qrsolv)(int32_t *n, double *r, int32_t *ldr, const int32_t *ipvt, const double *diag, const double *qtb,
                   double *x, double *sdiag, double *wa);
    void (*lmpar)(int32_t *n, double *r, int32_t *ldr, const int32_t *ipvt, const double *diag, const double *qtb,
                  double *delta, double *par, double *x, double *sdiag, double *wa1, double *wa2);
    void (*rwupdt)(int32_t *n, double *r, int32_t *ldr, const double *w, double *b, double *alpha, double *cosines,
                   double *sines);
    void (*fdjac2)(residuals_callback *fcn, int32_t *m, int32_t *n, double *x, const double *fvec, double *fjac,
                   int32_t *ldfjac, int32_t *iflag, double *epsfcn, double *wa);
    void (*chkder)(int32_t *m, int32_t *n, const double *x, const double *fvec, const double *fjac, int32_t *ldfjac,
                   double *xp, const double *fvecp, int32_t *mode, double *err);
    double (*dpmpar)(int32_t *which);
} fortran;

/* ---- Adapters ---- */

static int32_t lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                     double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag,
                     int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                     double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    const running_solve outer = running;
    int32_t info = 0;
    running = (running_solve){.residuals_jacobian = fcn, .user = user};
    fortran.lmder(call_jacobian, &m, &n, x, fvec, fjac, &ldfjac, &ftol, &xtol, &gtol, &maxfev, diag, &mode, &factor,
                  &nprint, &info, nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4);
    running = outer;
    return info;
}

static int32_t lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                     double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode, double factor,
                     int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt, double *qtf,
                     double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    const running_solve outer = running;
    int32_t info = 0;
    running = (running_solve){.residuals = fcn, .user = user};
    fortran.lmdif(call_residuals, &m, &n, x, fvec, &ftol, &xtol, &gtol, &maxfev, &epsfcn, diag, &mode, &factor, &nprint,
                  &info, nfev, fjac, &ldfjac, ipvt, qtf, wa1, wa2, wa3, wa4);
    running = outer;
    return info;
}

static int32_t lmstr(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                     int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag, int32_t mode,
                     double factor, int32_t nprint, int32_t *nfev, int32_t *njev, int32_t *ipvt, double *qtf,
                     double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    const running_solve outer = running;
    int32_t info = 0;
    running = (running_solve){.residuals_row = fcn, .user = user};
    fortran.lmstr(call_row, &m, &n, x, fvec, fjac, &ldfjac, &ftol, &xtol, &gtol, &maxfev, diag, &mode, &factor, &nprint,
                  &info, nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4);
    running = outer;
    return info;
}

static double norm(int32_t n, const double *x)
{
    return fortran.enorm(&n, x);
}

static void pivoted_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                       double *column_norms, double *work)
{
    int32_t unused = 0;
    int32_t pivot = pivots != NULL;
    int32_t length = pivots != NULL ? n : 1;
    fortran.qrfac(&m, &n, a, &lda, &pivot, pivots != NULL ? pivots : &unused, &length, r_diagonal, column_norms, work);
}

static void damped_solve(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                         const double *qtb, double *x, double *s_diagonal, double *work)
{
    fortran.qrsolv(&n, r, &ldr, pivots, diag, qtb, x, s_diagonal, work);
}

static void damping_parameter(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                              const double *qtb, double step_bound, double *damping, double *x, double *s_diagonal,
                              double *work1, double *work2)
{
    fortran.lmpar(&n, r, &ldr, pivots, diag, qtb, &step_bound, damping, x, s_diagonal, work1, work2);
}

static void row_update(int32_t n, double *r, int32_t ldr, const double *row, double *b, double *alpha, double *cosines,
                       double *sines)
{
    fortran.rwupdt(&n, r, &ldr, row, b, alpha, cosines, sines);
}

static int32_t forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, const double *fvec,
                                  double *fjac, int32_t ldfjac, double epsfcn, double *work)
{
    const running_solve outer = running;
    int32_t iflag = MN_JACOBIAN;
    running = (running_solve){.residuals = fcn, .user = user};
    fortran.fdjac2(call_residuals, &m, &n, x, fvec, fjac, &ldfjac, &iflag, &epsfcn, work);
    running = outer;
    return iflag < 0 ? iflag : 0;
}

static void chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                   double *xp, const double *fvecp, int32_t mode, double *err)
{
    fortran.chkder(&m, &n, x, fvec, fjac, &ldfjac, xp, fvecp, &mode, err);
}

static double constant(int32_t which)
{
    return fortran.dpmpar(&which);
}

const routines *load_fortran_minpack(void)
{
    static const routines loaded = {.name = "libminpack",
                                    .lmder = lmder,
                                    .lmdif = lmdif,
                                    .lmstr = lmstr,
                                    .norm = norm,
                                    .pivoted_qr = pivoted_qr,
                                    .damped_solve = damped_solve,
                                    .damping_parameter = damping_parameter,
                                    .row_update = row_update,
                                    .forward_difference = forward_difference,
                                    .chkder = chkder,
                                    .constant = constant};
    static void *library;

#define LOAD(routine) LOAD_FUNCTION(fortran.routine, &library, "libminpack.so.1", "minpack-dev", #routine "_")
    LOAD(lmder);
    LOAD(lmdif);
    LOAD(lmstr);
    LOAD(enorm);
    LOAD(qrfac);
    LOAD(qrsolv);
    LOAD(lmpar);
    LOAD(rwupdt);
    LOAD(fdjac2);
    LOAD(chkder);
    LOAD(dpmpar);
#undef LOAD
    return &loaded;
}
