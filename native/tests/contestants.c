#include "contestants.h"

#include <math.h>

#include "arithmetic.h"
#include "kernels.h"
#include "problems.h"
#include "reference.h"

const expected_constants assumed = {MN_EPSILON, MN_SMALLEST_NORMAL, MN_LARGEST};

#if defined(MINPACK_JUDGE_CMINPACK)

const routines *judge_routines(void)
{
    return load_cminpack();
}

const equation_routines *judge_equations(void)
{
    return load_cminpack_equations();
}

/* CMinpack takes its logarithms to base ten by way of the natural one. */
static double logarithm(double value)
{
    return 0.43429448190325182765 * log(value);
}

#elif defined(MINPACK_JUDGE_FORTRAN)

const routines *judge_routines(void)
{
    return load_fortran_minpack();
}

const equation_routines *judge_equations(void)
{
    return load_fortran_equations();
}

static double logarithm(double value)
{
    return log10(value);
}

#else
#error "define MINPACK_JUDGE_CMINPACK or MINPACK_JUDGE_FORTRAN"
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

const routines *our_routines(void)
{
    static const routines core = {.name = "core",
                                  .lmder = mn_lmder,
                                  .lmdif = mn_lmdif,
                                  .lmstr = mn_lmstr,
                                  .norm = mn_norm,
                                  .pivoted_qr = mn_pivoted_qr,
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
                                           .form_q = mn_form_q,
                                           .dogleg_step = mn_dogleg_step,
                                           .rank_one_update = mn_rank_one_update,
                                           .apply_update_rotations = mn_apply_update_rotations,
                                           .banded_difference = banded_difference};
    return &core;
}
