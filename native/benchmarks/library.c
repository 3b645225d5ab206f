/*
 * The workloads, and C's loops over them, for a program in another language: libminpack_compare. A workload's struct
 * is part of the interface. The times that come back are in seconds.
 */
#include <stdlib.h>
#include <string.h>

#include "race.h"
#include "references/reference.h"
#include "solution.h"

MN_API workload *compare_workload(const char *name);
MN_API void compare_data_sets(const workload *of, int32_t count, double *sets);
MN_API solution *compare_solution(const workload *of);
MN_API double compare_solves(lmder_fn *lmder, workload *of, int32_t maxfev, int32_t count, solution *into, double *x);
MN_API double compare_fits(workload *of, int32_t count, double *sets, double *x);

/* Lives as long as the process, as does the solution below. */
workload *compare_workload(const char *name)
{
    return make_workload(name);
}

/* sets[count * m] out */
void compare_data_sets(const workload *of, int32_t count, double *sets)
{
    draw_data_sets(of, count, sets);
}

/* Room for solves of this workload. */
solution *compare_solution(const workload *of)
{
    return make_solution(of->m, of->n, allocate_doubles((int64_t)of->m * of->n));
}

/* The time of count solves by this mn_lmder, and x[n] of the last. maxfev as in solve_workload. */
double compare_solves(lmder_fn *lmder, workload *of, int32_t maxfev, int32_t count, solution *into, double *x)
{
    const double begin = seconds_now();
    for (int32_t k = 0; k < count; ++k) {
        solve_workload(lmder, of, maxfev, NULL, into);
    }
    const double seconds = seconds_now() - begin;
    memcpy(x, into->x, (size_t)of->n * sizeof *x);
    return seconds;
}

/* The time of a loop with libcminpack over sets[count * m], and x[count * n] of each fit. */
double compare_fits(workload *of, int32_t count, double *sets, double *x)
{
    const routines *reference = load_cminpack();
    workload fit = *of;
    solution *into = compare_solution(of);
    const double begin = seconds_now();
    for (int32_t k = 0; k < count; ++k) {
        fit.data = sets + (int64_t)k * of->m;
        solve_workload(reference->lmder, &fit, 0, NULL, into);
        memcpy(x + (int64_t)k * of->n, into->x, (size_t)of->n * sizeof *x);
    }
    const double seconds = seconds_now() - begin;
    free(into->fjac);
    free_solution(into);
    return seconds;
}
