/*
 * The paths of solves that meet numbers that are not finite, or nearly so: one element of one callback's answer is
 * replaced, our core against a reference.
 *
 * The references differ where a comparison meets a NaN: CMinpack rejects a step whose gain is NaN, Fortran MINPACK
 * accepts it. We reject it, so only numbers from which no NaN can come are put to the Fortran reference.
 */
#include <math.h>
#include <stddef.h>

#include "support/check.h"
#include "support/contestants.h"
#include "support/solve.h"

#if defined(MINPACK_REFERENCE_CMINPACK)
static const double values[] = {NAN, INFINITY, -INFINITY, 1e200, -1e-300};
#else
static const double values[] = {1e100, -1e100, -1e-300};
#endif

static void compare_spoiled(solver which, double value, double factor)
{
    static solve_result ours;
    static solve_result theirs;
    settings chosen = {.ftol = 0x1p-26, .xtol = 0x1p-26, .maxfev = 30, .mode = 1, .factor = factor};

    check_group("%s meets %g, factor %g, against %s", solver_names[which], value, factor, reference_routines()->name);
    chosen.spoiled_value = value;
    for (int32_t index = 0; index < LEAST_SQUARES_CASES; ++index) {
        const problem_case example = least_squares_case(index);
        for (int32_t call = 1; call <= 30; call += 1 + call / 8) {
            chosen.spoiled_call = call;
            check_context("case %d, %s, at call %d", (int)index + 1, example.problem->name, (int)call);
            solve(our_routines(), which, &example, &chosen, &ours);
            solve(reference_routines(), which, &example, &chosen, &theirs);
            compare_solves(&ours, &theirs);
            if (which == SOLVER_LMDER) {
                solve(our_asking_routines(), which, &example, &chosen, &ours);
                compare_solves(&ours, &theirs);
            }
        }
    }
}

int main(void)
{
    for (solver which = SOLVER_LMDER; which < SOLVERS; ++which) {
        for (size_t i = 0; i < sizeof values / sizeof values[0]; ++i) {
            compare_spoiled(which, values[i], 100);
            compare_spoiled(which, values[i], 0.1);
        }
    }
    return check_end();
}
