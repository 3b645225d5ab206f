/*
 * A callback that asks to stop, at any of its calls: the solve ends with its code and without another evaluation, and
 * leaves the best point so far.
 */
#include <stddef.h>

#include "support/check.h"
#include "support/stopping.h"

enum { STOP_CODE = -7, LAST_STOP = 30 };

static double sum_of_squares(int32_t m, const double *fvec)
{
    double sum = 0;
    for (int32_t i = 0; i < m; ++i) {
        sum += fvec[i] * fvec[i];
    }
    return sum;
}

/* x and fvec belong together, and are no worse than the start. */
static void check_point(const problem_case *example, const stopped_solve *result)
{
    double start[MOST_VARIABLES];
    double at_start[MOST_RESIDUALS];
    double at_x[MOST_RESIDUALS];
    case_start(example, start);
    example->problem->residuals(example->m, example->n, start, at_start);
    example->problem->residuals(example->m, example->n, result->x, at_x);
    check_doubles("fvec, and the residuals at x", example->m, result->fvec, at_x);
    check_that("the point is no worse than the start",
               sum_of_squares(example->m, at_x) <= sum_of_squares(example->m, at_start));
}

static stopped_solve solve_with(solver which, stopping_problem *problem, int32_t nprint)
{
    arguments usual = usual_arguments(which, problem->example);
    stopped_solve result;
    usual.nprint = nprint;
    solve_stopping(which, problem, &usual, NULL, &result);
    return result;
}

static void stop_at(solver which, const problem_case *example, int32_t nprint, int32_t call)
{
    stopping_problem problem = {.example = example, .stop_at = call, .code = STOP_CODE};
    const stopped_solve result = solve_with(which, &problem, nprint);

    check_context("%s, %s, nprint %d, call %d, request %d", solver_names[which], example->problem->name, (int)nprint,
                  (int)call, (int)problem.stopped_request);
    check_integer("info", result.info, STOP_CODE);
    check_that("after a stop there is at most the closing report", problem.calls <= call + (nprint > 0 ? 1 : 0));
    if (call == 1) {
        double start[MOST_VARIABLES];
        case_start(example, start);
        check_doubles("x, and the start", example->n, result.x, start);
    } else {
        check_point(example, &result);
    }
}

static void stop_everywhere(solver which, int32_t nprint)
{
    check_group("%s stops at any call, nprint %d", solver_names[which], (int)nprint);
    for (int32_t index = 0; index < LEAST_SQUARES_CASES; ++index) {
        const problem_case example = least_squares_case(index);
        stopping_problem endless = {.example = &example, .stop_at = NEVER};
        solve_with(which, &endless, nprint);
        /* The closing report comes when the solve has ended, too late to stop it. */
        const int32_t last = endless.calls - (nprint > 0 ? 1 : 0);
        for (int32_t call = 1; call <= LAST_STOP && call <= last; ++call) {
            stop_at(which, &example, nprint, call);
        }
    }
}

/* That the stops fell in every phase: reports, initial residuals, Jacobian, differences or rows, trial residuals. */
static void stop_in_every_phase(solver which)
{
    const problem_case example = least_squares_case(9); /* helical valley: it takes many steps */
    int reports = 0;
    int starts = 0;
    int jacobians = 0;
    int rows = 0;
    int trials = 0;
    check_group("%s has been stopped in every phase", solver_names[which]);
    for (int32_t call = 1; call <= LAST_STOP; ++call) {
        stopping_problem problem = {.example = &example, .stop_at = call, .code = STOP_CODE};
        solve_with(which, &problem, 1);
        reports += problem.stopped_request == MN_REPORT;
        starts += problem.stopped_request == MN_RESIDUALS && call == 1;
        trials += problem.stopped_request == MN_RESIDUALS && call > 1;
        jacobians += problem.stopped_request == MN_JACOBIAN;
        rows += problem.stopped_request > MN_JACOBIAN;
    }
    check_that("reports", reports > 0);
    check_that("initial residuals", starts == 1);
    check_that("trial residuals", trials > 0);
    check_that("Jacobian", jacobians > 0);
    check_that("rows beyond the first, of lmstr", (rows > 0) == (which == SOLVER_LMSTR));
}

static void go_on_with_positive_answers(solver which)
{
    check_group("%s goes on when a callback answers with a positive value", solver_names[which]);
    for (int32_t index = 0; index < LEAST_SQUARES_CASES; ++index) {
        const problem_case example = least_squares_case(index);
        stopping_problem silent = {.example = &example, .stop_at = NEVER};
        stopping_problem talking = {.example = &example, .stop_at = NEVER, .answer = 5};
        const stopped_solve expected = solve_with(which, &silent, 1);
        const stopped_solve result = solve_with(which, &talking, 1);
        check_context("%s", example.problem->name);
        check_integer("info", result.info, expected.info);
        check_integer("calls", talking.calls, silent.calls);
        check_doubles("x", MOST_VARIABLES, result.x, expected.x);
    }
}

int main(void)
{
    for (solver which = SOLVER_LMDER; which < SOLVERS; ++which) {
        for (int32_t nprint = 0; nprint <= 2; ++nprint) {
            stop_everywhere(which, nprint);
        }
        stop_in_every_phase(which);
        go_on_with_positive_answers(which);
    }
    return check_end();
}
