/* A small problem whose callbacks can be told to stop the solve, for the tests of our solvers' manners. */
#ifndef STOPPING_H
#define STOPPING_H

#include "minpack_native.h"
#include "problems/problems.h"
#include "support/solve.h"

enum { NEVER = 0 };

typedef struct stopping_problem {
    const problem_case *example;
    int32_t stop_at; /* the call that answers with the code, counted from 1; NEVER: none */
    int32_t code;
    int32_t answer; /* of every other call */
    int32_t calls;
    int32_t evaluations;     /* of the residuals, differences included */
    int32_t stopped_request; /* what the stopping call was asked for */
} stopping_problem;

typedef struct stopped_solve {
    int32_t info;
    int32_t nfev;
    int32_t njev;
    double x[MOST_VARIABLES];
    double fvec[MOST_RESIDUALS];
} stopped_solve;

/* What a test may vary about a solve's arguments. */
typedef struct arguments {
    int32_t m;
    int32_t n;
    int32_t ldfjac;
    double ftol;
    double xtol;
    double gtol;
    int32_t maxfev;
    int32_t mode;
    double factor;
    int32_t nprint;
    double diag[MOST_VARIABLES];
} arguments;

/* Proper ones: the drivers' settings. */
arguments usual_arguments(solver which, const problem_case *example);

/* Solves with our core from the case's start. */
void solve_stopping(solver which, stopping_problem *problem, const arguments *with, const mn_tuning *tuning,
                    stopped_solve *result);

#endif
