/* The table of the 14 systems of nonlinear equations, the drivers' cases, and the systems found nowhere else. */
#include <math.h>
#include <string.h>

#include "problems/problem_families.h"
#include "problems/problems.h"

static double squared(double value)
{
    return value * value;
}

/* ---- Rosenbrock, the equations in the other order ---- */

static void rosenbrock_swapped_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    fvec[0] = 1 - x[0];
    fvec[1] = 10 * (x[1] - x[0] * x[0]);
}

static void rosenbrock_swapped_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    rosenbrock_row(m, n, x, 1 - i, row);
}

/* ---- Powell badly scaled ---- */

static void badly_scaled_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    fvec[0] = 1e4 * x[0] * x[1] - 1;
    fvec[1] = exp(-x[0]) + exp(-x[1]) - 1.0001;
}

static void badly_scaled_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    row[0] = i == 0 ? 1e4 * x[1] : -exp(-x[0]);
    row[1] = i == 0 ? 1e4 * x[0] : -exp(-x[1]);
}

/* ---- Discrete boundary value: 2 x_k - x_(k-1) - x_(k+1) + h^2 (x_k + t_k + 1)^3 / 2, x_0 = x_(n+1) = 0 ---- */

static double grid_point(int32_t n, int32_t k)
{
    return (double)(k + 1) / (double)(n + 1);
}

static void boundary_value_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    const double h = 1 / (double)(n + 1);
    for (int32_t k = 0; k < n; ++k) {
        const double shifted = x[k] + grid_point(n, k) + 1;
        const double before = k > 0 ? x[k - 1] : 0;
        const double after = k < n - 1 ? x[k + 1] : 0;
        fvec[k] = 2 * x[k] - before - after + squared(h) * squared(shifted) * shifted / 2;
    }
}

static void boundary_value_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    const double h = 1 / (double)(n + 1);
    for (int32_t j = 0; j < n; ++j) {
        row[j] = j == i - 1 || j == i + 1 ? -1 : 0;
    }
    row[i] = 2 + 1.5 * squared(h) * squared(x[i] + grid_point(n, i) + 1);
}

static void boundary_value_start(int32_t n, double *x)
{
    for (int32_t k = 0; k < n; ++k) {
        x[k] = grid_point(n, k) * (grid_point(n, k) - 1);
    }
}

/* ---- Discrete integral equation ---- */

/* h/2 times the kernel that weighs (x_j + t_j + 1)^3 in equation k: the smaller t times one minus the larger. */
static double integral_weight(int32_t n, int32_t k, int32_t j)
{
    const double smaller = grid_point(n, j <= k ? j : k);
    const double larger = grid_point(n, j <= k ? k : j);
    return smaller * (1 - larger) / (2 * (double)(n + 1));
}

static void integral_equation_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    for (int32_t k = 0; k < n; ++k) {
        fvec[k] = x[k];
        for (int32_t j = 0; j < n; ++j) {
            const double shifted = x[j] + grid_point(n, j) + 1;
            fvec[k] += integral_weight(n, k, j) * squared(shifted) * shifted;
        }
    }
}

static void integral_equation_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = 3 * integral_weight(n, i, j) * squared(x[j] + grid_point(n, j) + 1) + (i == j ? 1 : 0);
    }
}

/* ---- Trigonometric: n + k - sin x_k - sum cos x_j - k cos x_k ---- */

static void trigonometric_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    double sum = 0;
    for (int32_t j = 0; j < n; ++j) {
        sum += cos(x[j]);
    }
    for (int32_t k = 0; k < n; ++k) {
        const double index = (double)(k + 1);
        fvec[k] = (double)n + index - sin(x[k]) - sum - index * cos(x[k]);
    }
}

static void trigonometric_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = sin(x[j]);
    }
    row[i] += (double)(i + 1) * sin(x[i]) - cos(x[i]);
}

static void trigonometric_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = 1 / (double)n;
    }
}

static void variably_dimensioned_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = 1 - (double)(j + 1) / (double)n;
    }
}

/* ---- Broyden tridiagonal: (3 - 2 x_k) x_k - x_(k-1) - 2 x_(k+1) + 1 ---- */

static void broyden_tridiagonal_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    for (int32_t k = 0; k < n; ++k) {
        const double before = k > 0 ? x[k - 1] : 0;
        const double after = k < n - 1 ? x[k + 1] : 0;
        fvec[k] = (3 - 2 * x[k]) * x[k] - before - 2 * after + 1;
    }
}

static void broyden_tridiagonal_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = j == i - 1 ? -1 : j == i + 1 ? -2 : 0;
    }
    row[i] = 3 - 4 * x[i];
}

/* ---- Broyden banded: x_k (2 + 5 x_k^2) + 1 - sum over j from k-5 to k+1, j != k, of x_j (1 + x_j) ---- */

static int in_band(int32_t k, int32_t j)
{
    return j != k && j >= k - 5 && j <= k + 1;
}

static void broyden_banded_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    for (int32_t k = 0; k < n; ++k) {
        double sum = 0;
        for (int32_t j = 0; j < n; ++j) {
            sum += in_band(k, j) ? x[j] * (1 + x[j]) : 0;
        }
        fvec[k] = x[k] * (2 + 5 * squared(x[k])) + 1 - sum;
    }
}

static void broyden_banded_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = in_band(i, j) ? -(1 + 2 * x[j]) : 0;
    }
    row[i] = 2 + 15 * squared(x[i]);
}

/* ---- Standard starts ---- */

static void minus_one_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = -1;
    }
}

DEFINE_LOCAL_START(badly_scaled, 0, 1)
DEFINE_LOCAL_START(wood, -3, -1, -3, -1)

const problem equation_problems[EQUATION_PROBLEMS] = {
    {"Rosenbrock", rosenbrock_start, FUNCTIONS(rosenbrock_swapped), 0},
    {"Powell singular", powell_singular_start, FUNCTIONS(powell_singular), 0},
    {"Powell badly scaled", badly_scaled_start, FUNCTIONS(badly_scaled), 0},
    {"Wood", wood_start, FUNCTIONS(wood), 0},
    {"Helical valley", helical_valley_start, FUNCTIONS(helical_valley), 0},
    {"Watson", zero_start, FUNCTIONS(watson_gradient), 1},
    {"Chebyquad", evenly_spaced_start, FUNCTIONS(chebyquad), 0},
    {"Brown almost-linear", one_half_start, FUNCTIONS(brown_almost_linear), 0},
    {"Discrete boundary value", boundary_value_start, FUNCTIONS(boundary_value), 0},
    {"Discrete integral equation", boundary_value_start, FUNCTIONS(integral_equation), 0},
    {"Trigonometric", trigonometric_start, FUNCTIONS(trigonometric), 0},
    {"Variably dimensioned", variably_dimensioned_start, FUNCTIONS(variably_dimensioned), 0},
    {"Broyden tridiagonal", minus_one_start, FUNCTIONS(broyden_tridiagonal), 0},
    {"Broyden banded", minus_one_start, FUNCTIONS(broyden_banded), 0},
};

/* number, n, tries: try k starts at 10^(k-1) times the standard start */
static const int32_t driver_table[][3] = {
    {1, 2, 3},  {2, 4, 3},   {3, 2, 2},   {4, 4, 3},   {5, 3, 3},   {6, 6, 2},   {6, 9, 2},  {7, 5, 3},
    {7, 6, 3},  {7, 7, 3},   {7, 8, 1},   {7, 9, 1},   {8, 10, 3},  {8, 30, 1},  {8, 40, 1}, {9, 10, 3},
    {10, 1, 3}, {10, 10, 3}, {11, 10, 3}, {12, 10, 3}, {13, 10, 3}, {14, 10, 3},
};

problem_case equation_case(int32_t index)
{
    const int32_t(*entry)[3] = driver_table;
    while (index >= (*entry)[2]) {
        index -= (*entry)[2];
        ++entry;
    }
    const problem_case found = {&equation_problems[(*entry)[0] - 1], (*entry)[0], (*entry)[1], (*entry)[1],
                                index == 0   ? 1
                                : index == 1 ? 10
                                             : 100};
    return found;
}
