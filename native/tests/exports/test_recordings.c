/*
 * What SciPy's C sources (1.18) return where a NaN meets a maximum or a minimum, and at the lower bound of the norm:
 * recorded from them, for the constants that we ship.
 */
#include <float.h>
#include <math.h>
#include <stddef.h>

#include "common/arithmetic.h"
#include "minpack_native.h"
#include "support/check.h"

#define TOLERANCE 1.49012e-8

enum { MOST_EVALUATIONS = 400 };

static int32_t first_is_nan(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    (void)user, (void)m, (void)n, (void)request;
    fvec[0] = NAN;
    fvec[1] = x[0] - 1;
    return 0;
}

/* The cosine that is NaN is left out of the largest one, and what is left is zero. */
static void a_nan_residual_ends_at_the_start(const mn_tuning *tuning)
{
    double x[1] = {3}, fvec[2], diag[1], fjac[2], qtf[1], work[3][1], wa4[2];
    int32_t nfev, ipvt[1];
    check_context("a residual that is NaN");
    const int32_t info = mn_lmdif(first_is_nan, NULL, 2, 1, x, fvec, TOLERANCE, TOLERANCE, 0, MOST_EVALUATIONS, 0, diag,
                                  1, 100, 0, &nfev, fjac, 2, ipvt, qtf, work[0], work[1], work[2], wa4, tuning);
    check_integer("info", info, MN_ORTHOGONAL);
    check_integer("nfev", nfev, 2);
    check_double("x", x[0], 3);
}

static int32_t two_lines(void *user, int32_t n, const double *x, double *fvec, int32_t request)
{
    (void)user, (void)n, (void)request;
    fvec[0] = x[0] + x[1];
    fvec[1] = 2 * x[0] + x[1];
    return 0;
}

/* All values are finite; a NaN arises where the steps underflow. */
static void a_nan_arises_inside(const mn_tuning *tuning)
{
    double x[2] = {1, -0.4}, fvec[2], diag[2] = {1, 5}, fjac[4], r[3], qtf[2], work[4][2];
    int32_t nfev;
    check_context("a system whose steps underflow");
    const int32_t info = mn_hybrd(two_lines, NULL, 2, x, fvec, TOLERANCE, MOST_EVALUATIONS, 1, 1, 0, diag, 2, 0.1, 0,
                                  &nfev, fjac, 2, r, 3, qtf, work[0], work[1], work[2], work[3], tuning);
    check_integer("info", info, MN_EQUATIONS_XTOL_TOO_SMALL);
    check_integer("nfev", nfev, 44);
}

static int32_t overflowing_decay(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    (void)user, (void)n, (void)request;
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = 1e308 * (x[0] / (1 + x[1] * i) - 3 / (1 + 0.7 * i));
    }
    return 0;
}

/* The same where the products of the residuals with the Jacobian overflow: no NaN in each trial up to the limit. */
static void an_overflowing_product_ends_early(const mn_tuning *tuning)
{
    enum { ROWS = 20 };
    double x[2] = {1, 0.1}, fvec[ROWS], diag[2], fjac[2 * ROWS], qtf[2], work[3][2], wa4[ROWS];
    int32_t nfev, ipvt[2];
    check_context("products that overflow");
    const int32_t info =
        mn_lmdif(overflowing_decay, NULL, ROWS, 2, x, fvec, TOLERANCE, TOLERANCE, 0, MOST_EVALUATIONS, 0, diag, 1, 100,
                 0, &nfev, fjac, ROWS, ipvt, qtf, work[0], work[1], work[2], wa4, tuning);
    check_integer("info", info, MN_ORTHOGONAL);
    check_integer("nfev", nfev, 3);
}

static int32_t two_of_three_rows(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac,
                                 int32_t ldfjac, int32_t request)
{
    static const double jacobian[3][3] = {{2, 1, 1}, {2, 1, 0}, {0, 0, 0}};
    static const double b[3] = {1, 2, 4};
    (void)user, (void)m;
    for (int32_t i = 0; i < 3; ++i) {
        double sum = 0;
        for (int32_t j = 0; j < n; ++j) {
            sum += jacobian[i][j] * x[j];
            if (request == MN_JACOBIAN) {
                fjac[i + j * ldfjac] = jacobian[i][j];
            }
        }
        if (request != MN_JACOBIAN) {
            fvec[i] = sum - b[i];
        }
    }
    return 0;
}

/* SciPy 1.15.0 to 1.17.1 recompute a column norm over one element too many here, and take another pivot. */
static void a_recomputed_norm_has_its_own_rows_alone(const mn_tuning *tuning)
{
    static const double solution[3] = {0.5, 1, -1};
    static const int32_t pivots[3] = {1, 3, 2};
    double x[3] = {1, 1, 1}, fvec[3], fjac[9], diag[3], qtf[3], work[4][3];
    int32_t nfev, njev, ipvt[3];
    check_context("a column norm that is computed afresh");
    const int32_t info =
        mn_lmder(two_of_three_rows, NULL, 3, 3, x, fvec, fjac, 3, TOLERANCE, TOLERANCE, 0, MOST_EVALUATIONS, diag, 1,
                 100, 0, &nfev, &njev, ipvt, qtf, work[0], work[1], work[2], work[3], tuning);
    check_integer("info", info, MN_ORTHOGONAL);
    check_integer("nfev", nfev, 2);
    for (int32_t j = 0; j < 3; ++j) {
        check_that("x to rounding", fabs(x[j] - solution[j]) < 1e-14);
        check_integer("ipvt", ipvt[j], pivots[j]);
    }
}

static void the_norm_starts_to_scale_below_its_bound(void)
{
    static const double above[2] = {0x1.6a09e667f3bcdp-65, 0x1.6a09e667f3bcdp-65};
    check_context("the lower bound of the norm");
    check_double("bound", MN_NORM_SMALL, 0.5 / 0x1.6a09e667f3bcdp+63);
    check_double("norm", mn_enorm(2, above), 0x1p-64);
}

/* mn_max and mn_min beside the C library's, which leave a NaN out. */
static void maximum_and_minimum_leave_a_nan_out(void)
{
    static const double values[] = {NAN, -INFINITY, -DBL_MAX, -1, 0, DBL_MIN, 1, INFINITY};
    check_context("maximum and minimum");
    for (size_t i = 0; i < sizeof values / sizeof *values; ++i) {
        for (size_t k = 0; k < sizeof values / sizeof *values; ++k) {
            check_double("maximum", mn_max(values[i], values[k]), fmax(values[i], values[k]));
            check_double("minimum", mn_min(values[i], values[k]), fmin(values[i], values[k]));
        }
    }
}

static void any_mode_but_two_asks_for_the_point(void)
{
    static const int32_t modes[] = {1, 0, 3, -2};
    const double x[2] = {2, 0};
    check_context("modes of the derivative check");
    for (size_t i = 0; i < sizeof modes / sizeof *modes; ++i) {
        double point[2] = {0, 0};
        double err[1] = {7};
        mn_chkder(1, 2, x, NULL, NULL, 1, point, NULL, modes[i], err);
        check_double("moved by eps |x|", point[0], 2 + 2 * 0x1p-26);
        check_double("moved by eps", point[1], 0x1p-26);
        check_double("err untouched", err[0], 7);
    }
}

int main(void)
{
    for (int32_t level = MN_CPU_BEST; level <= MN_CPU_AVX512; ++level) {
        const mn_tuning tuning = {.cpu_level = level};
        check_group("recordings of SciPy's C sources, at level %d", (int)level);
        a_nan_residual_ends_at_the_start(&tuning);
        a_nan_arises_inside(&tuning);
        an_overflowing_product_ends_early(&tuning);
        a_recomputed_norm_has_its_own_rows_alone(&tuning);
    }
    check_group("scalar facts of the shipped constants");
    the_norm_starts_to_scale_below_its_bound();
    maximum_and_minimum_leave_a_nan_out();
    any_mode_but_two_asks_for_the_point();
    return check_end();
}
