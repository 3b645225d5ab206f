/* The references' routines for nonlinear equations; see reference_cminpack.c and reference_fortran.c for the manner. */
#include <stddef.h>
#include <string.h>

#include "references/reference.h"

static int32_t packed_length(int32_t n)
{
    return n * (n + 1) / 2;
}

/* ---- Debian's libcminpack ---- */

static struct {
    int (*hybrd)(mn_equations_fn fcn, void *user, int n, double *x, double *fvec, double xtol, int maxfev, int ml,
                 int mu, double epsfcn, double *diag, int mode, double factor, int nprint, int *nfev, double *fjac,
                 int ldfjac, double *r, int lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    int (*hybrj)(mn_equations_jacobian_fn fcn, void *user, int n, double *x, double *fvec, double *fjac, int ldfjac,
                 double xtol, int maxfev, double *diag, int mode, double factor, int nprint, int *nfev, int *njev,
                 double *r, int lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    void (*qform)(int m, int n, double *q, int ldq, double *wa);
    void (*dogleg)(int n, const double *r, int lr, const double *diag, const double *qtb, double delta, double *x,
                   double *wa1, double *wa2);
    void (*r1updt)(int m, int n, double *s, int ls, const double *u, double *v, double *w, int *singular);
} cminpack;

static int32_t c_hybrd(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol, int32_t maxfev,
                       int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode, double factor, int32_t nprint,
                       int32_t *nfev, double *fjac, int32_t ldfjac, double *r, int32_t lr, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    return cminpack.hybrd(fcn, user, n, x, fvec, xtol, maxfev, ml, mu, epsfcn, diag, mode, factor, nprint, nfev, fjac,
                          ldfjac, r, lr, qtf, wa1, wa2, wa3, wa4);
}

static int32_t c_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                       int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                       int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    return cminpack.hybrj(fcn, user, n, x, fvec, fjac, ldfjac, xtol, maxfev, diag, mode, factor, nprint, nfev, njev, r,
                          lr, qtf, wa1, wa2, wa3, wa4);
}

static void c_form_q(int32_t n, double *q, int32_t ldq, double *work)
{
    cminpack.qform(n, n, q, ldq, work);
}

static void c_dogleg_step(int32_t n, const double *r, const double *diag, const double *qtb, double step_bound,
                          double *x, double *work1, double *work2)
{
    cminpack.dogleg(n, r, packed_length(n), diag, qtb, step_bound, x, work1, work2);
}

static void c_rank_one_update(int32_t n, double *r, const double *u, double *v, double *w)
{
    int singular = 0;
    cminpack.r1updt(n, n, r, packed_length(n), u, v, w, &singular);
}

const equation_routines *load_cminpack_equations(void)
{
    static equation_routines loaded = {.name = "libcminpack",
                                       .hybrd = c_hybrd,
                                       .hybrj = c_hybrj,
                                       .form_q = c_form_q,
                                       .dogleg_step = c_dogleg_step,
                                       .rank_one_update = c_rank_one_update};
    static void *library;

#define LOAD(pointer, symbol) LOAD_FUNCTION(pointer, &library, "libcminpack.so.1", "libcminpack-dev", symbol)
    LOAD(cminpack.hybrd, "hybrd");
    LOAD(cminpack.hybrj, "hybrj");
    LOAD(cminpack.qform, "qform");
    LOAD(cminpack.dogleg, "dogleg");
    LOAD(cminpack.r1updt, "r1updt");
    LOAD(loaded.apply_update_rotations, "r1mpyq");
    LOAD(loaded.banded_difference, "fdjac1");
#undef LOAD
    return &loaded;
}

/* ---- Debian's Fortran libminpack ---- */

typedef struct running_solve {
    mn_equations_fn equations;
    mn_equations_jacobian_fn equations_jacobian;
    void *user;
} running_solve;

static _Thread_local running_solve running;

typedef void equations_callback(int32_t *n, double *x, double *fvec, int32_t *iflag);
typedef void jacobian_callback(int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac, int32_t *iflag);

static void call_equations(int32_t *n, double *x, double *fvec, int32_t *iflag)
{
    const int32_t answer = running.equations(running.user, *n, x, fvec, *iflag);
    *iflag = answer < 0 ? answer : *iflag;
}

static void call_jacobian(int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac, int32_t *iflag)
{
    const int32_t answer = running.equations_jacobian(running.user, *n, x, fvec, fjac, *ldfjac, *iflag);
    *iflag = answer < 0 ? answer : *iflag;
}

static struct {
    void (*hybrd)(equations_callback *fcn, int32_t *n, double *x, double *fvec, double *xtol, int32_t *maxfev,
                  int32_t *ml, int32_t *mu, double *epsfcn, double *diag, int32_t *mode, double *factor,
                  int32_t *nprint, int32_t *info, int32_t *nfev, double *fjac, int32_t *ldfjac, double *r, int32_t *lr,
                  double *qtf, double *wa1, double *wa2, double *wa3, double *wa4);
    void (*hybrj)(jacobian_callback *fcn, int32_t *n, double *x, double *fvec, double *fjac, int32_t *ldfjac,
                  double *xtol, int32_t *maxfev, double *diag, int32_t *mode, double *factor, int32_t *nprint,
                  int32_t *info, int32_t *nfev, int32_t *njev, double *r, int32_t *lr, double *qtf, double *wa1,
                  double *wa2, double *wa3, double *wa4);
    void (*qform)(int32_t *m, int32_t *n, double *q, int32_t *ldq, double *wa);
    void (*dogleg)(int32_t *n, const double *r, int32_t *lr, const double *diag, const double *qtb, double *delta,
                   double *x, double *wa1, double *wa2);
    void (*r1updt)(int32_t *m, int32_t *n, double *s, int32_t *ls, const double *u, double *v, double *w,
                   int32_t *singular);
    void (*r1mpyq)(int32_t *m, int32_t *n, double *a, int32_t *lda, const double *v, const double *w);
    void (*fdjac1)(equations_callback *fcn, int32_t *n, double *x, const double *fvec, double *fjac, int32_t *ldfjac,
                   int32_t *iflag, int32_t *ml, int32_t *mu, double *epsfcn, double *wa1, double *wa2);
} fortran;

static int32_t f_hybrd(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol, int32_t maxfev,
                       int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode, double factor, int32_t nprint,
                       int32_t *nfev, double *fjac, int32_t ldfjac, double *r, int32_t lr, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    const running_solve outer = running;
    int32_t info = 0;
    running = (running_solve){.equations = fcn, .user = user};
    fortran.hybrd(call_equations, &n, x, fvec, &xtol, &maxfev, &ml, &mu, &epsfcn, diag, &mode, &factor, &nprint, &info,
                  nfev, fjac, &ldfjac, r, &lr, qtf, wa1, wa2, wa3, wa4);
    running = outer;
    return info;
}

static int32_t f_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec, double *fjac,
                       int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode, double factor,
                       int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr, double *qtf, double *wa1,
                       double *wa2, double *wa3, double *wa4, const mn_tuning *tuning)
{
    (void)tuning;
    const running_solve outer = running;
    int32_t info = 0;
    running = (running_solve){.equations_jacobian = fcn, .user = user};
    fortran.hybrj(call_jacobian, &n, x, fvec, fjac, &ldfjac, &xtol, &maxfev, diag, &mode, &factor, &nprint, &info, nfev,
                  njev, r, &lr, qtf, wa1, wa2, wa3, wa4);
    running = outer;
    return info;
}

static void f_form_q(int32_t n, double *q, int32_t ldq, double *work)
{
    fortran.qform(&n, &n, q, &ldq, work);
}

static void f_dogleg_step(int32_t n, const double *r, const double *diag, const double *qtb, double step_bound,
                          double *x, double *work1, double *work2)
{
    int32_t length = packed_length(n);
    fortran.dogleg(&n, r, &length, diag, qtb, &step_bound, x, work1, work2);
}

static void f_rank_one_update(int32_t n, double *r, const double *u, double *v, double *w)
{
    int32_t length = packed_length(n);
    int32_t singular = 0;
    fortran.r1updt(&n, &n, r, &length, u, v, w, &singular);
}

static void f_apply_update_rotations(int32_t m, int32_t n, double *a, int32_t lda, const double *v, const double *w)
{
    fortran.r1mpyq(&m, &n, a, &lda, v, w);
}

static int32_t f_banded_difference(mn_equations_fn fcn, void *user, int32_t n, double *x, const double *fvec,
                                   double *fjac, int32_t ldfjac, int32_t ml, int32_t mu, double epsfcn, double *work1,
                                   double *work2)
{
    const running_solve outer = running;
    int32_t iflag = MN_JACOBIAN;
    running = (running_solve){.equations = fcn, .user = user};
    fortran.fdjac1(call_equations, &n, x, fvec, fjac, &ldfjac, &iflag, &ml, &mu, &epsfcn, work1, work2);
    running = outer;
    return iflag < 0 ? iflag : 0;
}

const equation_routines *load_fortran_equations(void)
{
    static const equation_routines loaded = {.name = "libminpack",
                                             .hybrd = f_hybrd,
                                             .hybrj = f_hybrj,
                                             .form_q = f_form_q,
                                             .dogleg_step = f_dogleg_step,
                                             .rank_one_update = f_rank_one_update,
                                             .apply_update_rotations = f_apply_update_rotations,
                                             .banded_difference = f_banded_difference};
    static void *library;

#define LOAD(routine) LOAD_FUNCTION(fortran.routine, &library, "libminpack.so.1", "minpack-dev", #routine "_")
    LOAD(hybrd);
    LOAD(hybrj);
    LOAD(qform);
    LOAD(dogleg);
    LOAD(r1updt);
    LOAD(r1mpyq);
    LOAD(fdjac1);
#undef LOAD
    return &loaded;
}
