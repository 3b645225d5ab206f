/* The problems themselves: analytic Jacobians against differences, and the starts. */
#include <float.h>
#include <math.h>
#include <stddef.h>

#include "problems/problems.h"
#include "support/check.h"
#include "support/random.h"

/* The derivative of every residual by x[j], from central differences extrapolated twice towards a zero step. */
static void central_differences(const problem_case *example, const double *x, int32_t j, double *derivative,
                                double *uncertainty)
{
    enum { LEVELS = 3 };
    double moved[MOST_VARIABLES];
    double ahead[MOST_RESIDUALS];
    double behind[MOST_RESIDUALS];
    double table[LEVELS][MOST_RESIDUALS];
    double step = 2e-3 * fmax(1e-2, fabs(x[j]));
    for (int32_t k = 0; k < example->n; ++k) {
        moved[k] = x[k];
    }
    for (int32_t level = 0; level < LEVELS; ++level, step /= 2) {
        moved[j] = x[j] + step;
        example->problem->residuals(example->m, example->n, moved, ahead);
        moved[j] = x[j] - step;
        example->problem->residuals(example->m, example->n, moved, behind);
        for (int32_t i = 0; i < example->m; ++i) {
            table[level][i] = (ahead[i] - behind[i]) / (2 * step);
            uncertainty[i] = DBL_EPSILON * (fabs(ahead[i]) + fabs(behind[i])) / step;
        }
    }
    for (int32_t i = 0; i < example->m; ++i) {
        const double first = table[1][i] + (table[1][i] - table[0][i]) / 3;
        const double second = table[2][i] + (table[2][i] - table[1][i]) / 3;
        derivative[i] = second + (second - first) / 15;
        uncertainty[i] = 64 * uncertainty[i] + fabs(second - first) / 4;
    }
}

static void check_jacobian(const problem_case *example, const double *x)
{
    static double fjac[MOST_RESIDUALS * MOST_VARIABLES];
    double derivative[MOST_RESIDUALS];
    double uncertainty[MOST_RESIDUALS];
    case_jacobian(example, x, fjac, example->m);
    for (int32_t j = 0; j < example->n; ++j) {
        central_differences(example, x, j, derivative, uncertainty);
        for (int32_t i = 0; i < example->m; ++i) {
            const double analytic = fjac[i + j * example->m];
            const double allowed = uncertainty[i] + 1e-7 * fabs(analytic) + 1e-11;
            check_context("problem %d, %s, n = %d, row %d, column %d: %.17g, by differences %.17g +- %.2g",
                          (int)example->number, example->problem->name, (int)example->n, (int)i, (int)j, analytic,
                          derivative[i], allowed);
            check_that("the analytic derivative is the limit of differences",
                       fabs(analytic - derivative[i]) <= allowed);
            check_that("the differences are sharp enough to tell", uncertainty[i] <= 1e-3 * (1 + fabs(analytic)));
        }
    }
}

/* At the start and near it, where nothing is special: no start has x1 = 0 in the helical valley. */
static void check_jacobians(const char *name, int32_t cases, problem_case (*table)(int32_t))
{
    random_stream stream = {10};
    double x[MOST_VARIABLES];
    check_group("Jacobians of the %s", name);
    for (int32_t index = 0; index < cases; ++index) {
        const problem_case example = table(index);
        if (example.factor != 1) {
            continue;
        }
        case_start(&example, x);
        check_jacobian(&example, x);
        for (int32_t j = 0; j < example.n; ++j) {
            x[j] += 0.05 * fmax(0.1, fabs(x[j])) * random_unit(&stream);
        }
        check_jacobian(&example, x);
    }
}

/* The norms of the residuals at the start of each case, from runs of the drivers. */
static const double least_squares_norms[LEAST_SQUARES_CASES] = {
    5,
    8.0622577483,
    291.521868819,
    3101.60039335,
    126.039676293,
    1748.9499707,
    4.9193495505,
    1340.06305822,
    143000.051192,
    50,
    102.95630141,
    991.261822124,
    14.6628782986,
    1270.98387087,
    126887.903285,
    20.0124960962,
    12432.8339489,
    11426454.5958,
    6.45613629516,
    36.1418531597,
    384.114678637,
    0.0728915102883,
    2.97937007555,
    29.9590617016,
    41153.4665543,
    4168216.89131,
    5.47722557505,
    6433.1257895,
    674256.040605,
    5.47722557505,
    12088.1270693,
    1269109.29044,
    5.47722557505,
    19220.7589791,
    2018918.04462,
    32.111583745,
    64.5856498145,
    2815.43839162,
    555073.354173,
    61211252.2339,
    1.88623796908,
    5383344372.34,
    1.18088726698e+18,
    0.196513862834,
    0.169949934652,
    0.183747831179,
    16.5302162063,
    9765624.00089,
    9.765625e+16,
    83.4760444678,
    128.026364472,
    0.937564021038,
    1.44686540985,
};

static const double equation_norms[EQUATION_CASES] = {
    4.9193495505,   1340.06305822,   143000.051192,
    14.6628782986,  1270.98387087,   126887.903285,
    1.06548661059,  1.00000000149,   8550.55740873,
    7349823.01291,  7273070009.56,   50,
    102.95630141,   991.261822124,   68.4858722861,
    3531258.6353,   88.7895521739,   10151080.2018,
    0.225706565571, 4117243.15708,   563613030192,
    0.215471975666, 130792474.114,   1.87557890386e+14,
    0.183767892908, 4269328186.94,   6.41431661786e+16,
    0.196513862834, 0.169949934652,  16.5302162063,
    9765624.00089,  9.765625e+16,    83.4760444678,
    128.026364472,  0.0280805822814, 0.525552580775,
    106.573902396,  0.1279296875,    2.5625,
    836.1171875,    0.251827007248,  6.11683301774,
    1269.30888616,  0.0841175336432, 20.3051945442,
    93.3693745788,  2240213.46371,   52234375.6708,
    159236457798,   4.58257569496,   639.100930996,
    63337.5829188,  18.973665961,    17130.9220417,
    15949859.8114,
};

static void check_norms(const char *name, int32_t cases, problem_case (*table)(int32_t), const double *expected)
{
    double x[MOST_VARIABLES];
    double fvec[MOST_RESIDUALS];
    check_group("residual norms at the starts of the %s", name);
    for (int32_t index = 0; index < cases; ++index) {
        const problem_case example = table(index);
        case_start(&example, x);
        example.problem->residuals(example.m, example.n, x, fvec);
        double sum = 0;
        for (int32_t i = 0; i < example.m; ++i) {
            sum += fvec[i] * fvec[i];
        }
        check_context("case %d, %s: %.17g, expected %.17g", (int)index + 1, example.problem->name, sqrt(sum),
                      expected[index]);
        check_that("the norm is the published one", fabs(sqrt(sum) - expected[index]) <= 1e-9 * expected[index]);
    }
}

int main(void)
{
    check_jacobians("least-squares problems", LEAST_SQUARES_CASES, least_squares_case);
    check_jacobians("systems of equations", EQUATION_CASES, equation_case);
    check_norms("least-squares problems", LEAST_SQUARES_CASES, least_squares_case, least_squares_norms);
    check_norms("systems of equations", EQUATION_CASES, equation_case, equation_norms);
    return check_end();
}
