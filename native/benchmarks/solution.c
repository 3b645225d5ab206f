#include "solution.h"

#include <stdlib.h>
#include <string.h>

static const double tolerance = 1.49012e-8;

solution *make_solution(int32_t m, int32_t n, double *fjac)
{
    solution *made = malloc(sizeof *made);
    if (made == NULL) {
        exit(1);
    }
    *made = (solution){.fjac = fjac};
    double **const columns[] = {&made->x, &made->diag, &made->qtf, &made->wa1, &made->wa2, &made->wa3};
    for (size_t k = 0; k < sizeof columns / sizeof *columns; ++k) {
        *columns[k] = allocate_doubles(n);
    }
    made->fvec = allocate_doubles(m);
    made->wa4 = allocate_doubles(m);
    made->ipvt = allocate_integers(n);
    return made;
}

void free_solution(solution *made)
{
    double *const all[] = {made->x, made->diag, made->qtf, made->wa1, made->wa2, made->wa3, made->fvec, made->wa4};
    for (size_t k = 0; k < sizeof all / sizeof *all; ++k) {
        free(all[k]);
    }
    free(made->ipvt);
    free(made);
}

void solve_workload(lmder_fn *lmder, workload *of, int32_t maxfev, const mn_tuning *tuning, solution *into)
{
    memcpy(into->x, of->start, (size_t)of->n * sizeof *into->x);
    into->info = lmder(of->function, of, of->m, of->n, into->x, into->fvec, into->fjac, of->m, tolerance, tolerance, 0,
                       maxfev > 0 ? maxfev : 100 * (of->n + 1), into->diag, 1, 100, 0, &into->nfev, &into->njev,
                       into->ipvt, into->qtf, into->wa1, into->wa2, into->wa3, into->wa4, tuning);
}
