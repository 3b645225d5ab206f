/* Whole solves, bit for bit: the drivers' 53 cases under several settings, our core against a reference. */
#include <stddef.h>

#include "support/check.h"
#include "support/contestants.h"
#include "support/solve.h"

#define TOLERANCE 0x1p-26 /* the drivers': sqrt(2^-52) */

static const settings all_settings[] = {
    {.name = "drivers' settings", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 1, .factor = 100},
    {.name = "mode 2", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 2, .factor = 100},
    {.name = "factor 1", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 1, .factor = 1},
    {.name = "factor 0.1", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 1, .factor = 0.1},
    {.name = "mode 2, factor 0.1, padded Jacobian",
     .ftol = TOLERANCE,
     .xtol = TOLERANCE,
     .mode = 2,
     .factor = 0.1,
     .padding = 3},
    {.name = "tolerances 0", .mode = 1, .factor = 100},
    {.name = "only gtol 1e-8", .gtol = 1e-8, .mode = 1, .factor = 100},
    {.name = "only ftol 1e-3", .ftol = 1e-3, .mode = 1, .factor = 100},
    {.name = "only xtol 1e-3", .xtol = 1e-3, .mode = 1, .factor = 100},
    {.name = "maxfev 1", .ftol = TOLERANCE, .xtol = TOLERANCE, .maxfev = 1, .mode = 1, .factor = 100},
    {.name = "maxfev 9", .ftol = TOLERANCE, .xtol = TOLERANCE, .maxfev = 9, .mode = 1, .factor = 100, .padding = 1},
    {.name = "epsfcn 1e-6", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 1, .factor = 100, .epsfcn = 1e-6},
    {.name = "nprint 1", .ftol = TOLERANCE, .xtol = TOLERANCE, .mode = 1, .factor = 100, .nprint = 1},
    {.name = "nprint 3, maxfev 12",
     .ftol = TOLERANCE,
     .xtol = TOLERANCE,
     .maxfev = 12,
     .mode = 2,
     .factor = 100,
     .nprint = 3,
     .padding = 2},
};

static void compare_all_cases(solver which, const settings *chosen)
{
    static solve_result ours;
    static solve_result theirs;
    const routines *reference = reference_routines();

    check_group("%s, %s against %s", solver_names[which], chosen->name, reference->name);
    for (int32_t index = 0; index < LEAST_SQUARES_CASES; ++index) {
        const problem_case example = least_squares_case(index);
        check_context("case %d, %s, %d x %d, factor %g", (int)index + 1, example.problem->name, (int)example.m,
                      (int)example.n, example.factor);
        solve(our_routines(), which, &example, chosen, &ours);
        solve(reference, which, &example, chosen, &theirs);
        compare_solves(&ours, &theirs);
        if (which == SOLVER_LMDER && chosen->nprint == 0) {
            check_context("case %d, %s, without callbacks", (int)index + 1, example.problem->name);
            solve(our_asking_routines(), which, &example, chosen, &ours);
            compare_solves(&ours, &theirs);
        }
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof all_settings / sizeof all_settings[0]; ++i) {
        for (solver which = SOLVER_LMDER; which < SOLVERS; ++which) {
            compare_all_cases(which, &all_settings[i]);
        }
    }
    return check_end();
}
