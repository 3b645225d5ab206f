/* One solve of a workload by any library's lmder, with SciPy's default tolerances. */
#ifndef SOLUTION_H
#define SOLUTION_H

#include "support/routines.h"
#include "workload.h"

/* The names and lengths are mn_lmder's. */
typedef struct solution {
    int32_t info, nfev, njev;
    double *x, *fvec, *fjac, *diag, *qtf, *wa1, *wa2, *wa3, *wa4;
    int32_t *ipvt;
} solution;

/* fjac[m * n] is the caller's: large solves that take turns share it. */
solution *make_solution(int32_t m, int32_t n, double *fjac);
void free_solution(solution *made);

/* From the workload's start. maxfev 0: 100 (n + 1). */
void solve_workload(lmder_fn *lmder, workload *of, int32_t maxfev, const mn_tuning *tuning, solution *into);

#endif
