/*
 * Debian's libcminpack through its C interface. Our entry points take the same arguments with a tuning argument
 * behind them, so the adapters only drop that one; a few kernels differ a little more.
 */
#include <stddef.h>
#include <string.h>

#include "references/reference.h"

typedef int lmder_c_fn(mn_residuals_jacobian_fn fcn, void *user, int m, int n, double *x, double *fvec, double *fjac,
                       int ldfjac, double ftol, double xtol, double gtol, int maxfev, double *diag, int mode,
                       double factor, int nprint, int *nfev, int *njev, int *ipvt, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4);
typedef int lmdif_c_fn(mn_residuals_fn fcn, void *user, int m, int n, double *x, double *fvec, double ftol, double xtol,
                       double gtol, int maxfev, double epsfcn, double *diag, int mode, double factor, int nprint,
                       int *nfev, double *fjac, int ldfjac, int *ipvt, double *qtf, double *wa1, double *wa2,
                       double *wa3, double *wa4);
typedef int lmstr_c_fn(mn_residuals_row_fn fcn, void *user, int m, int n, double *x, double *fvec, double *fjac,
                       int ldfjac, double ftol, double xtol, double gtol, int maxfev, double *diag, int mode,
                       double factor, int nprint, int *nfev, int *njev, int *ipvt, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4);

/* qrfac and chkder; chkder takes the residuals as if it wrote to them. */
static struct {
    lmder_c_fn *lmder;
    lmdif_c_fn *lmdif;
    lmstr_c_fn *lmstr;
    void (*qrfac)(int m, int n, double *a, int lda, int pivot, int *ipvt, int lipvt, double *rdiag, double *acnorm,
                  double *wa);
    void (*chkder)(int m, int n, const double *x, double *fvec, double *fjac, int ldfjac, double *xp, double *fvecp,
                   int mode, double *err);
} cminpack;

static int32_t lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                     double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag,
                     int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev, int32_t *ipvt,
                     double *qtf, double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    return cminpack.lmder(fcn, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode, factor, nprint,
                          nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4);
}

static int32_t lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double ftol,
                     double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag, int32_t mode, double factor,
                     int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, int32_t *ipvt, double *qtf,
                     double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    return cminpack.lmdif(fcn, user, m, n, x, fvec, ftol, xtol, gtol, maxfev, epsfcn, diag, mode, factor, nprint, nfev,
                          fjac, ldfjac, ipvt, qtf, wa1, wa2, wa3, wa4);
}

static int32_t lmstr(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec, double *fjac,
                     int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev, double *diag, int32_t mode,
                     double factor, int32_t nprint, int32_t *nfev, int32_t *njev, int32_t *ipvt, double *qtf,
                     double *wa1, double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    return cminpack.lmstr(fcn, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode, factor, nprint,
                          nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4);
}

static void pivoted_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                       double *column_norms, double *work)
{
    cminpack.qrfac(m, n, a, lda, pivots != NULL, pivots, pivots == NULL ? 0 : n, r_diagonal, column_norms, work);
}

static void chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                   double *xp, const double *fvecp, int32_t mode, double *err)
{
    cminpack.chkder(m, n, x, (double *)(uintptr_t)fvec, (double *)(uintptr_t)fjac, ldfjac, xp,
                    (double *)(uintptr_t)fvecp, mode, err);
}

const routines *load_cminpack(void)
{
    static routines loaded = {.name = "libcminpack",
                              .lmder = lmder,
                              .lmdif = lmdif,
                              .lmstr = lmstr,
                              .pivoted_qr = pivoted_qr,
                              .chkder = chkder};
    static void *library;

#define LOAD(pointer, symbol) LOAD_FUNCTION(pointer, &library, "libcminpack.so.1", "libcminpack-dev", symbol)
    LOAD(cminpack.lmder, "lmder");
    LOAD(cminpack.lmdif, "lmdif");
    LOAD(cminpack.lmstr, "lmstr");
    LOAD(cminpack.qrfac, "qrfac");
    LOAD(cminpack.chkder, "chkder");
    LOAD(loaded.norm, "enorm");
    LOAD(loaded.damped_solve, "qrsolv");
    LOAD(loaded.damping_parameter, "lmpar");
    LOAD(loaded.row_update, "rwupdt");
    LOAD(loaded.forward_difference, "fdjac2");
    LOAD(loaded.covar, "covar");
    LOAD(loaded.constant, "dpmpar");
#undef LOAD
    return &loaded;
}
