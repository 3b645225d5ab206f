#include "support/contestants.h"

#include <math.h>
#include <stdio.h>

#include "common/arithmetic.h"
#include "common/forward_difference.h"
#include "equations/steps.h"
#include "least_squares/steps.h"
#include "problems/problems.h"
#include "qr/pivoted_qr.h"
#include "references/reference.h"
#include "simd/engine.h"
#include "support/check.h"
#include "support/matrices.h"

const expected_constants assumed = {MN_EPSILON, MN_SMALLEST_NORMAL, MN_LARGEST};

#if defined(MINPACK_REFERENCE_CMINPACK)

const routines *reference_routines(void)
{
    return load_cminpack();
}

const equation_routines *reference_equations(void)
{
    return load_cminpack_equations();
}

/* CMinpack takes its logarithms to base ten by way of the natural one. */
static double logarithm(double value)
{
    return 0.43429448190325182765 * log(value);
}

#elif defined(MINPACK_REFERENCE_FORTRAN)

const routines *reference_routines(void)
{
    return load_fortran_minpack();
}

const equation_routines *reference_equations(void)
{
    return load_fortran_equations();
}

static double logarithm(double value)
{
    return log10(value);
}

#else
#error "define MINPACK_REFERENCE_CMINPACK or MINPACK_REFERENCE_FORTRAN"
#endif

/* Ours also takes a band; MINPACK's fdjac2 knows dense Jacobians only. */
static int32_t forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, const double *fvec,
                                  double *fjac, int32_t ldfjac, double epsfcn, double *work)
{
    double work_n[MOST_VARIABLES];
    return mn_forward_difference(fcn, user, m, n, m - 1, n - 1, x, fvec, fjac, ldfjac, epsfcn, work, work_n);
}

/* mn_chkder gives discrepancies; MINPACK goes on to map them to scores, as the header says. */
static void chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac, int32_t ldfjac,
                   double *xp, const double *fvecp, int32_t mode, double *err)
{
    const double root = sqrt(assumed.epsilon);
    mn_chkder(m, n, x, fvec, fjac, ldfjac, xp, fvecp, mode, err);
    for (int32_t i = 0; mode == 2 && i < m; ++i) {
        const double discrepancy = err[i];
        err[i] = 1;
        if (discrepancy > assumed.epsilon && discrepancy < root) {
            err[i] = (logarithm(discrepancy) - logarithm(root)) / logarithm(root);
        } else if (discrepancy >= root) {
            err[i] = 0;
        }
    }
}

/* Tasks last to first: what depends on their order differs from the reference. */
static void MN_CALL run_backwards(void *host, int32_t count, mn_task_fn task, void *work)
{
    (void)host;
    for (int32_t index = count - 1; index >= 0; --index) {
        task(work, index);
    }
}

static mn_tuning tuning = {.parallel_for = run_backwards};

const char *random_engine(random_stream *stream)
{
    static char name[40];
    tuning.cpu_level = MN_CPU_BEST + random_below(stream, MN_CPU_AVX512 + 1);
    tuning.threads = 1 + random_below(stream, 4);
    snprintf(name, sizeof name, "level %d, %d tasks", (int)tuning.cpu_level, (int)tuning.threads);
    return name;
}

/* Over the engine last drawn; the columns' multiples and a right-hand side need room that MINPACK's qrfac does not. */
static void pivoted_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                       double *column_norms, double *work)
{
    const mn_engine engine = mn_engine_for(&tuning, n);
    double multiples[MOST_COLUMNS];
    mn_column_norms(&engine, m, n, a, lda, column_norms);
    mn_pivoted_qr(&engine, m, n, a, lda, pivots, r_diagonal, column_norms, work, multiples, NULL);
}

void our_qr_with_right_side(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                            double *rhs)
{
    const mn_engine engine = mn_engine_for(&tuning, n);
    double norms[MOST_COLUMNS];
    double work[MOST_COLUMNS];
    double multiples[MOST_COLUMNS];
    mn_column_norms(&engine, m, n, a, lda, norms);
    mn_pivoted_qr(&engine, m, n, a, lda, pivots, r_diagonal, norms, work, multiples, rhs);
}

static void form_q(int32_t n, double *q, int32_t ldq, double *work)
{
    const mn_engine engine = mn_engine_for(&tuning, n);
    mn_form_q(&engine, n, q, ldq, work);
}

static int are_finite(int32_t n, const double *x)
{
    int finite = 1;
    for (int32_t j = 0; j < n; ++j) {
        finite &= isfinite(x[j]) != 0;
    }
    return finite;
}

/* mn_lmder's twin that asks, with its callback; it makes no reports. */
static int32_t lmder_asking(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                            double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                            double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                            int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                            const mn_tuning *tuning_of_solve)
{
    static _Alignas(8) char state[4096];
    int32_t info;
    (void)nprint;
    check_that("the state has room", mn_lmder_state_size() <= (int32_t)sizeof state);
    int32_t request = mn_lmder_start(state, user, m, n, x, fvec, fjac, ldfjac, ftol, xtol, gtol, maxfev, diag, mode,
                                     factor, &info, nfev, njev, ipvt, qtf, wa1, wa2, wa3, wa4, tuning_of_solve);
    while (request != MN_REPORT) {
        if (request == MN_RESIDUALS || request == MN_FAR_RESIDUALS) {
            check_that("a point that is not called far is finite", request == MN_FAR_RESIDUALS || are_finite(n, wa2));
            fcn(user, m, n, wa2, wa4, fjac, ldfjac, MN_RESIDUALS);
        } else if (request == MN_FIRST_RESIDUALS) {
            fcn(user, m, n, x, fvec, fjac, ldfjac, MN_RESIDUALS);
        } else if (request == MN_JACOBIAN) {
            fcn(user, m, n, x, fvec, fjac, ldfjac, request);
        }
        request = mn_lmder_advance(state);
    }
    return info;
}

const routines *our_asking_routines(void)
{
    static const routines asking = {.name = "core, asking", .lmder = lmder_asking};
    return &asking;
}

const routines *our_routines(void)
{
    static const routines core = {.name = "core",
                                  .lmder = mn_lmder,
                                  .lmdif = mn_lmdif,
                                  .lmstr = mn_lmstr,
                                  .norm = mn_enorm,
                                  .pivoted_qr = pivoted_qr,
                                  .damped_solve = mn_damped_solve,
                                  .damping_parameter = mn_damping_parameter,
                                  .row_update = mn_row_update,
                                  .forward_difference = forward_difference,
                                  .covar = mn_covar,
                                  .chkder = chkder};
    return &core;
}

/* Equations under the shape of residuals, which is what the core's differences take. */
typedef struct equation_shim {
    mn_equations_fn fcn;
    void *user;
} equation_shim;

static int32_t call_equations(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    const equation_shim *shim = user;
    (void)m;
    return shim->fcn(shim->user, n, x, fvec, request);
}

static int32_t banded_difference(mn_equations_fn fcn, void *user, int32_t n, double *x, const double *fvec,
                                 double *fjac, int32_t ldfjac, int32_t ml, int32_t mu, double epsfcn, double *work1,
                                 double *work2)
{
    equation_shim shim = {fcn, user};
    return mn_forward_difference(call_equations, &shim, n, n, ml, mu, x, fvec, fjac, ldfjac, epsfcn, work1, work2);
}

const equation_routines *our_equations(void)
{
    static const equation_routines core = {.name = "core",
                                           .hybrd = mn_hybrd,
                                           .hybrj = mn_hybrj,
                                           .form_q = form_q,
                                           .dogleg_step = mn_dogleg_step,
                                           .rank_one_update = mn_rank_one_update,
                                           .apply_update_rotations = mn_apply_update_rotations,
                                           .banded_difference = banded_difference};
    return &core;
}
