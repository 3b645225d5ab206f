/* Whole solves with analytic Jacobians. */
#include <stdio.h>
#include <stdlib.h>

#include "compare.h"
#include "comparison.h"
#include "references/reference.h"
#include "solution.h"

static const struct example {
    const char *workload;
    int32_t variants; /* threads and fast arithmetic are for large problems */
    int is_large;     /* a solve takes seconds: few are run, and only up to the first step when quick */
} examples[] = {
    {"rosenbrock-2x2", 1, 0},         {"misra1a-14x2", 1, 0},           {"exponentials-50x4", 1, 0},
    {"gauss1-250x8", 1, 0},           {"gaussians-2000x30", 1, 0},      {"gaussians-10000x100", VARIANTS, 1},
    {"ridge-10000x100", VARIANTS, 1}, {"ridge-50000x200", VARIANTS, 1},
};

/* One way to solve. */
typedef struct solver {
    lmder_fn *lmder;
    workload *problem;
    int32_t maxfev;
    mn_tuning tuning;
    solution *solution;
} solver;

static void run(void *state)
{
    const solver *of = state;
    solve_workload(of->lmder, of->problem, of->maxfev, &of->tuning, of->solution);
}

static int is_right(const char *name, const solver *ours, const solver *theirs)
{
    const solution *a = ours->solution;
    const solution *b = theirs->solution;
    const int64_t size = (int64_t)sizeof(double);
    if (ours->tuning.arithmetic != MN_EXACT) {
        return same_norm(name, "the residuals", ours->problem->m, a->fvec, b->fvec);
    }
    return same_bits(name, "info", sizeof a->info, &a->info, &b->info) &
           same_bits(name, "nfev", sizeof a->nfev, &a->nfev, &b->nfev) &
           same_bits(name, "x", ours->problem->n * size, a->x, b->x) &
           same_bits(name, "fvec", ours->problem->m * size, a->fvec, b->fvec);
}

static int compare_example(const struct example *example, int quick)
{
    solver all[VARIANTS + 1];
    contender contenders[VARIANTS + 1];
    workload *problem = make_workload(example->workload);
    double *fjac = allocate_doubles((int64_t)problem->m * problem->n);
    const int32_t count = example->variants;
    for (int32_t k = 0; k <= count; ++k) {
        all[k] = (solver){.lmder = mn_lmder, .problem = problem, .maxfev = quick && example->is_large ? 2 : 0};
        all[k].solution = make_solution(problem->m, problem->n, fjac);
        contenders[k] = (contender){NULL, run, &all[k], example->is_large, 0};
        if (k < count) {
            all[k].tuning = make_tuning(&variants[k], problem->m, problem->n);
        }
    }
    all[count].lmder = load_cminpack()->lmder;
    race(count + 1, contenders, pace(quick, example->is_large));

    int good = 1;
    for (int32_t k = 0; k < count; ++k) {
        char name[64];
        snprintf(name, sizeof name, "%s-%s", example->workload, variants[k].name);
        if (is_right(name, &all[k], &all[count])) {
            print_ratio("solve", name, contenders[count].seconds, contenders[k].seconds);
        } else {
            good = 0;
        }
    }
    for (int32_t k = 0; k <= count; ++k) {
        free_solution(all[k].solution);
        free(all[k].tuning.work);
    }
    free(fjac);
    free_workload(problem);
    return good;
}

int compare_solve(int quick)
{
    int good = 1;
    for (size_t k = 0; k < sizeof examples / sizeof *examples; ++k) {
        good &= compare_example(&examples[k], quick);
    }
    return good;
}
