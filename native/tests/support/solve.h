/* One least-squares solve by any of the three solvers of any provider, with everything it leaves behind. */
#ifndef SOLVE_H
#define SOLVE_H

#include "problems/problems.h"
#include "support/routines.h"

typedef enum solver { SOLVER_LMDER, SOLVER_LMDIF, SOLVER_LMSTR, SOLVERS } solver;

extern const char *const solver_names[SOLVERS];

typedef struct settings {
    const char *name;
    double ftol;
    double xtol;
    double gtol;
    int32_t maxfev; /* 0: the drivers' 100 (n + 1), for lmdif 200 (n + 1) */
    int32_t mode;   /* 2 gets scale factors that differ from column to column */
    double factor;
    int32_t nprint;
    double epsfcn;
    int32_t padding;      /* rows of fjac beyond what the solver needs, which it must leave alone */
    int32_t spoiled_call; /* the call, counted from 1, one element of whose answer is replaced; 0: none */
    double spoiled_value;
} settings;

enum {
    MOST_CALLS = 60000, /* recorded in a trace; the longest solve makes fewer */
    MATRIX_SPACE = (MOST_RESIDUALS + 3) * MOST_VARIABLES
};

/* What the callbacks were asked, and a hash of the x, and of the fvec when reporting, they were given. */
typedef struct call_trace {
    int32_t count;
    int32_t requests[MOST_CALLS];
    int32_t points[MOST_CALLS];
} call_trace;

typedef struct solve_result {
    int32_t info;
    int32_t nfev;
    int32_t njev;
    int32_t ipvt[MOST_VARIABLES];
    double x[MOST_VARIABLES];
    double fvec[MOST_RESIDUALS];
    double fjac[MATRIX_SPACE];
    double qtf[MOST_VARIABLES];
    double diag[MOST_VARIABLES];
    call_trace trace;
} solve_result;

/* Solves from the case's start. Whatever the solver does not write stays at a fixed mark. */
void solve(const routines *provider, solver which, const problem_case *example, const settings *chosen,
           solve_result *result);

/* Everything the two left behind, bit for bit, and the paths they took. */
void compare_solves(const solve_result *ours, const solve_result *theirs);

#endif
