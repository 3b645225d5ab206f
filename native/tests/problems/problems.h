/*
 * The test problems of the MINPACK drivers (Moré, Garbow, Hillstrom, ACM TOMS 7 (1981) 17-41): 18 in least squares
 * and 14 systems of nonlinear equations, with the starts from which the drivers solve them.
 */
#ifndef PROBLEMS_H
#define PROBLEMS_H

#include <stdint.h>

enum {
    LEAST_SQUARES_PROBLEMS = 18,
    LEAST_SQUARES_CASES = 53,
    EQUATION_PROBLEMS = 14,
    EQUATION_CASES = 55,
    MOST_RESIDUALS = 65, /* over all cases */
    MOST_VARIABLES = 40
};

/* A system of nonlinear equations is a problem with m = n. */
typedef struct problem {
    const char *name;
    void (*start)(int32_t n, double *x);
    void (*residuals)(int32_t m, int32_t n, const double *x, double *fvec);
    /* row i (0-based) of the Jacobian into row[n] */
    void (*jacobian_row)(int32_t m, int32_t n, const double *x, int32_t i, double *row);
    int starts_at_factor; /* from a factor other than 1 every x_j starts at the factor itself (Watson, start zero) */
} problem;

typedef struct problem_case {
    const problem *problem;
    int32_t number; /* the problem's, 1-based */
    int32_t m;
    int32_t n;
    double factor; /* 1, 10 or 100: multiplies the standard start */
} problem_case;

extern const problem least_squares_problems[LEAST_SQUARES_PROBLEMS];
extern const problem equation_problems[EQUATION_PROBLEMS];

/* The drivers' cases in the drivers' order, 0-based. */
problem_case least_squares_case(int32_t index);
problem_case equation_case(int32_t index);

/* x[n] of a case. */
void case_start(const problem_case *which, double *x);

/* The m x n Jacobian into fjac[ldfjac * n], column-major. */
void case_jacobian(const problem_case *which, const double *x, double *fjac, int32_t ldfjac);

#endif
