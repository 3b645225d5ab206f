/* The table of the 18 least-squares problems, the drivers' cases, and the three linear problems. */
#include <string.h>

#include "problems/problem_families.h"
#include "problems/problems.h"

/* ---- Linear, full rank ---- */

static void full_rank_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    double sum = 0;
    for (int32_t j = 0; j < n; ++j) {
        sum += x[j];
    }
    const double shift = 2 * sum / (double)m + 1;
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = i < n ? x[i] - shift : -shift;
    }
}

static void full_rank_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)x;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = (i == j ? 1 : 0) - 2 / (double)m;
    }
}

/* ---- Linear, rank 1 ---- */

static void rank_one_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    double sum = 0;
    for (int32_t j = 0; j < n; ++j) {
        sum += (double)(j + 1) * x[j];
    }
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = (double)(i + 1) * sum - 1;
    }
}

static void rank_one_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)x;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = (double)(i + 1) * (double)(j + 1);
    }
}

/* ---- Linear, rank 1, with zero columns and rows at the border ---- */

static void zero_border_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    double sum = 0;
    for (int32_t j = 1; j < n - 1; ++j) {
        sum += (double)(j + 1) * x[j];
    }
    for (int32_t i = 0; i < m - 1; ++i) {
        fvec[i] = (double)i * sum - 1;
    }
    fvec[m - 1] = -1;
}

static void zero_border_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)x;
    for (int32_t j = 0; j < n; ++j) {
        const int border = i == m - 1 || j == 0 || j == n - 1;
        row[j] = border ? 0 : (double)i * (double)(j + 1);
    }
}

/* ---- Standard starts ---- */

static void ones_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = 1;
    }
}

DEFINE_LOCAL_START(freudenstein_roth, 0.5, -2)
DEFINE_LOCAL_START(kowalik_osborne, 0.25, 0.39, 0.415, 0.39)
DEFINE_LOCAL_START(meyer, 0.02, 4000, 250)
DEFINE_LOCAL_START(box, 0, 10, 20)
DEFINE_LOCAL_START(jennrich_sampson, 0.3, 0.4)
DEFINE_LOCAL_START(brown_dennis, 25, 5, -5, -1)
DEFINE_LOCAL_START(osborne1, 0.5, 1.5, -1, 0.01, 0.02)
DEFINE_LOCAL_START(osborne2, 1.3, 0.65, 0.65, 0.7, 0.6, 3, 5, 7, 2, 4.5, 5.5)

const problem least_squares_problems[LEAST_SQUARES_PROBLEMS] = {
    {"Linear, full rank", ones_start, FUNCTIONS(full_rank), 0},
    {"Linear, rank 1", ones_start, FUNCTIONS(rank_one), 0},
    {"Linear, rank 1, zero columns and rows", ones_start, FUNCTIONS(zero_border), 0},
    {"Rosenbrock", rosenbrock_start, FUNCTIONS(rosenbrock), 0},
    {"Helical valley", helical_valley_start, FUNCTIONS(helical_valley), 0},
    {"Powell singular", powell_singular_start, FUNCTIONS(powell_singular), 0},
    {"Freudenstein-Roth", freudenstein_roth_start, FUNCTIONS(freudenstein_roth), 0},
    {"Bard", ones_start, FUNCTIONS(bard), 0},
    {"Kowalik-Osborne", kowalik_osborne_start, FUNCTIONS(kowalik_osborne), 0},
    {"Meyer", meyer_start, FUNCTIONS(meyer), 0},
    {"Watson", zero_start, FUNCTIONS(watson), 1},
    {"Box three-dimensional", box_start, FUNCTIONS(box), 0},
    {"Jennrich-Sampson", jennrich_sampson_start, FUNCTIONS(jennrich_sampson), 0},
    {"Brown-Dennis", brown_dennis_start, FUNCTIONS(brown_dennis), 0},
    {"Chebyquad", evenly_spaced_start, FUNCTIONS(chebyquad), 0},
    {"Brown almost-linear", one_half_start, FUNCTIONS(brown_almost_linear), 0},
    {"Osborne 1", osborne1_start, FUNCTIONS(osborne1), 0},
    {"Osborne 2", osborne2_start, FUNCTIONS(osborne2), 0},
};

/* number, n, m, tries: try k starts at 10^(k-1) times the standard start */
static const int32_t driver_table[][4] = {
    {1, 5, 10, 1},  {1, 5, 50, 1},   {2, 5, 10, 1},   {2, 5, 50, 1},   {3, 5, 10, 1},   {3, 5, 50, 1},  {4, 2, 2, 3},
    {5, 3, 3, 3},   {6, 4, 4, 3},    {7, 2, 2, 3},    {8, 3, 15, 3},   {9, 4, 11, 3},   {10, 3, 16, 2}, {11, 6, 31, 3},
    {11, 9, 31, 3}, {11, 12, 31, 3}, {12, 3, 10, 1},  {13, 2, 10, 1},  {14, 4, 20, 3},  {15, 1, 8, 3},  {15, 8, 8, 1},
    {15, 9, 9, 1},  {15, 10, 10, 1}, {16, 10, 10, 3}, {16, 30, 30, 1}, {16, 40, 40, 1}, {17, 5, 33, 1}, {18, 11, 65, 1},
};

problem_case least_squares_case(int32_t index)
{
    const int32_t(*entry)[4] = driver_table;
    while (index >= (*entry)[3]) {
        index -= (*entry)[3];
        ++entry;
    }
    const problem_case found = {&least_squares_problems[(*entry)[0] - 1], (*entry)[0], (*entry)[2], (*entry)[1],
                                index == 0   ? 1
                                : index == 1 ? 10
                                             : 100};
    return found;
}

void case_start(const problem_case *which, double *x)
{
    which->problem->start(which->n, x);
    for (int32_t j = 0; j < which->n; ++j) {
        const int replaced = which->problem->starts_at_factor && which->factor != 1;
        x[j] = replaced ? which->factor : which->factor * x[j];
    }
}

void case_jacobian(const problem_case *which, const double *x, double *fjac, int32_t ldfjac)
{
    double row[MOST_VARIABLES];
    for (int32_t i = 0; i < which->m; ++i) {
        which->problem->jacobian_row(which->m, which->n, x, i, row);
        for (int32_t j = 0; j < which->n; ++j) {
            fjac[i + j * ldfjac] = row[j];
        }
    }
}
