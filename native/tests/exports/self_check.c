/*
 * Prints one number over every bit that the five solvers and the factorization leave behind on the 53 + 55 cases of the
 * MINPACK drivers, after it has seen that every CPU level gives the same. Any build of the library on any machine must
 * print the same: build/self-check compares them.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "minpack_native.h"
#include "problems/problems.h"
#include "support/case_callbacks.h"

enum { MATRIX_SIZE = MOST_RESIDUALS * MOST_VARIABLES, TRIANGLE_SIZE = MOST_VARIABLES * (MOST_VARIABLES + 1) / 2 };

/* 2^-26, about the drivers' tolerance. */
#define TOLERANCE 0x1p-26

/* FNV-1a */
static const uint64_t empty_digest = 0xcbf29ce484222325u;
static uint64_t digest;

static mn_tuning tuning;

static void add_bits(uint64_t bits)
{
    for (int i = 0; i < 8; ++i) {
        digest = (digest ^ (bits & 0xff)) * 0x100000001b3u;
        bits >>= 8;
    }
}

/* A NaN's sign and payload are the processor's own business. */
static void add(int32_t count, const double *values)
{
    for (int32_t i = 0; i < count; ++i) {
        uint64_t bits = 0x7ff8000000000000u;
        if (values[i] == values[i]) {
            memcpy(&bits, &values[i], sizeof bits);
        }
        add_bits(bits);
    }
}

static void add_integers(int32_t count, const int32_t *values)
{
    for (int32_t i = 0; i < count; ++i) {
        add_bits((uint64_t)(int64_t)values[i]);
    }
}

/* ---- The callbacks, whose user pointer is the case ----------------------------------------------------------- */

static int32_t MN_CALL residuals_row(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjrow,
                                     int32_t request)
{
    const problem_case *which = user;
    if (request >= MN_JACOBIAN) {
        which->problem->jacobian_row(m, n, x, request - MN_JACOBIAN, fjrow);
        return 0;
    }
    return residuals(user, m, n, x, fvec, request);
}

static int32_t MN_CALL equations(void *user, int32_t n, const double *x, double *fvec, int32_t request)
{
    return residuals(user, n, n, x, fvec, request);
}

static int32_t MN_CALL equations_jacobian(void *user, int32_t n, const double *x, double *fvec, double *fjac,
                                          int32_t ldfjac, int32_t request)
{
    return residuals_jacobian(user, n, n, x, fvec, fjac, ldfjac, request);
}

/* ---- The solves ---------------------------------------------------------------------------------------------- */

static double x[MOST_VARIABLES], diag[MOST_VARIABLES], qtf[MOST_VARIABLES];
static double fvec[MOST_RESIDUALS], fjac[MATRIX_SIZE], r[TRIANGLE_SIZE];
static double wa1[MOST_VARIABLES], wa2[MOST_VARIABLES], wa3[MOST_VARIABLES], wa4[MOST_RESIDUALS];
static int32_t ipvt[MOST_VARIABLES];

static void add_least_squares(problem_case *which, int solver)
{
    const int32_t m = which->m;
    const int32_t n = which->n;
    int32_t counts[3] = {0, 0, 0};
    case_start(which, x);
    if (solver == 0) {
        counts[0] = mn_lmder(residuals_jacobian, which, m, n, x, fvec, fjac, m, TOLERANCE, TOLERANCE, 0, 100 * (n + 1),
                             diag, 1, 100, 0, &counts[1], &counts[2], ipvt, qtf, wa1, wa2, wa3, wa4, &tuning);
    } else if (solver == 1) {
        counts[0] = mn_lmdif(residuals, which, m, n, x, fvec, TOLERANCE, TOLERANCE, 0, 200 * (n + 1), 0, diag, 1, 100,
                             0, &counts[1], fjac, m, ipvt, qtf, wa1, wa2, wa3, wa4, &tuning);
    } else {
        counts[0] = mn_lmstr(residuals_row, which, m, n, x, fvec, fjac, n, TOLERANCE, TOLERANCE, 0, 100 * (n + 1), diag,
                             1, 100, 0, &counts[1], &counts[2], ipvt, qtf, wa1, wa2, wa3, wa4, &tuning);
    }
    add_integers(3, counts);
    add_integers(n, ipvt);
    add(n, x);
    add(m, fvec);
    add((solver == 2 ? n : m) * n, fjac);
    add(n, qtf);
    add(n, diag);
}

static void add_equations(problem_case *which, int with_jacobian)
{
    const int32_t n = which->n;
    const int32_t lr = n * (n + 1) / 2;
    int32_t counts[3] = {0, 0, 0};
    case_start(which, x);
    if (with_jacobian) {
        counts[0] = mn_hybrj(equations_jacobian, which, n, x, fvec, fjac, n, TOLERANCE, 100 * (n + 1), diag, 1, 100, 0,
                             &counts[1], &counts[2], r, lr, qtf, wa1, wa2, wa3, wa4, &tuning);
    } else {
        counts[0] = mn_hybrd(equations, which, n, x, fvec, TOLERANCE, 200 * (n + 1), n - 1, n - 1, 0, diag, 1, 100, 0,
                             &counts[1], fjac, n, r, lr, qtf, wa1, wa2, wa3, wa4, &tuning);
    }
    add_integers(3, counts);
    add(n, x);
    add(n, fvec);
    add(n * n, fjac);
    add(lr, r);
    add(n, qtf);
    add(n, diag);
}

/* The factorization alone, of the Jacobian at the start. */
static void add_factors(problem_case *which)
{
    const int32_t m = which->m;
    const int32_t n = which->n;
    case_start(which, x);
    residuals_jacobian(which, m, n, x, fvec, fjac, m, MN_RESIDUALS);
    residuals_jacobian(which, m, n, x, fvec, fjac, m, MN_JACOBIAN);
    mn_qr(m, n, fjac, m, ipvt, fvec, wa1, wa2, wa3, wa4, &tuning);
    add_integers(n, ipvt);
    add(m, fvec);
    for (int32_t j = 0; j < n; ++j) {
        add(j + 1, fjac + (ptrdiff_t)j * m);
    }
}

static uint64_t digest_at_level(int32_t level)
{
    digest = empty_digest;
    tuning.cpu_level = level;
    for (int32_t i = 0; i < LEAST_SQUARES_CASES; ++i) {
        problem_case which = least_squares_case(i);
        for (int solver = 0; solver < 3; ++solver) {
            add_least_squares(&which, solver);
        }
        add_factors(&which);
    }
    for (int32_t i = 0; i < EQUATION_CASES; ++i) {
        problem_case which = equation_case(i);
        for (int with_jacobian = 0; with_jacobian < 2; ++with_jacobian) {
            add_equations(&which, with_jacobian);
        }
    }
    return digest;
}

int main(void)
{
    const uint64_t expected = digest_at_level(MN_CPU_SCALAR);
    for (int32_t level = MN_CPU_128; level <= MN_CPU_AVX512; ++level) {
        if (digest_at_level(level) != expected) {
            puts("A CPU level gives other bits than the scalar one.");
            return EXIT_FAILURE;
        }
    }
    char digits[17] = "";
    for (int i = 0; i < 16; ++i) {
        digits[i] = "0123456789abcdef"[expected >> (60 - 4 * i) & 0xf];
    }
    puts(digits);
    return EXIT_SUCCESS;
}
