/* The observer: called once an iteration with its state, changes nothing, and can stop the solve. */
#include <math.h>
#include <stddef.h>

#include "support/check.h"
#include "support/stopping.h"

enum { STOP_CODE = -9 };

/* The observer gets the solver's user pointer, so this begins with what the callbacks expect there. */
typedef struct observed_problem {
    stopping_problem problem;
    int32_t iterations;
    int32_t stop_at_iteration;
    solver which;
} observed_problem;

/* The largest cosine between a column of the Jacobian at x and fvec, from its definition. */
static double largest_cosine(const problem_case *example, const double *x, const double *fvec)
{
    static double fjac[MATRIX_SPACE];
    const int32_t m = example->m;
    double largest = 0;
    case_jacobian(example, x, fjac, m);
    for (int32_t j = 0; j < example->n; ++j) {
        const double *column = fjac + j * m;
        const double norms = mn_enorm(m, column) * mn_enorm(m, fvec);
        double product = 0;
        for (int32_t i = 0; i < m; ++i) {
            product += column[i] * fvec[i];
        }
        largest = norms == 0 ? largest : fmax(largest, fabs(product) / norms);
    }
    return largest;
}

static void check_state(const observed_problem *observed, const mn_iteration *state)
{
    const problem_case *example = observed->problem.example;
    double at_x[MOST_RESIDUALS];
    example->problem->residuals(example->m, example->n, state->x, at_x);
    check_integer("number", state->number, observed->iterations);
    check_integer("evaluations", state->evaluations, observed->problem.evaluations);
    check_doubles("fvec, and the residuals at x", example->m, state->fvec, at_x);
    check_double("residual_norm", state->residual_norm, mn_enorm(example->m, at_x));
    check_that("the step bound is positive", state->step_bound > 0);
    check_that("the first damping is zero, later ones are not negative",
               state->number == 1 ? state->damping == 0 : state->damping >= 0);
    check_that("the gradient norm is a cosine", state->gradient_norm >= 0 && state->gradient_norm <= 1 + 1e-12);
    if (observed->which != SOLVER_LMDIF) {
        check_that("the gradient norm is the largest cosine",
                   fabs(state->gradient_norm - largest_cosine(example, state->x, at_x)) <= 1e-8);
    }
}

static int32_t observe(void *user, const mn_iteration *state)
{
    observed_problem *observed = user;
    ++observed->iterations;
    check_state(observed, state);
    return observed->iterations == observed->stop_at_iteration ? STOP_CODE : 1;
}

static const mn_tuning observing = {.observer = observe};
static const mn_tuning not_observing = {.observer = NULL};

static stopped_solve solve_observed(observed_problem *observed, const mn_tuning *tuning)
{
    const arguments usual = usual_arguments(observed->which, observed->problem.example);
    stopped_solve result;
    solve_stopping(observed->which, &observed->problem, &usual, tuning, &result);
    return result;
}

static void compare_with_unobserved(solver which, const problem_case *example)
{
    observed_problem plain = {.problem = {.example = example}, .which = which};
    observed_problem silent = plain;
    observed_problem observed = plain;
    const stopped_solve expected = solve_observed(&plain, NULL);
    const stopped_solve silent_result = solve_observed(&silent, &not_observing);
    const stopped_solve result = solve_observed(&observed, &observing);

    check_integer("info", result.info, expected.info);
    check_integer("calls", observed.problem.calls, plain.problem.calls);
    check_doubles("x", MOST_VARIABLES, result.x, expected.x);
    check_doubles("x with a tuning without observer", MOST_VARIABLES, silent_result.x, expected.x);
    check_integer("info with a tuning without observer", silent_result.info, expected.info);
    check_that("the observer is called", observed.iterations > 0);
    if (which != SOLVER_LMDIF) {
        check_integer("iterations, one for each Jacobian", observed.iterations, result.njev);
    }
}

static void stop_from_observer(solver which, const problem_case *example, int32_t iteration)
{
    observed_problem observed = {.problem = {.example = example}, .stop_at_iteration = iteration, .which = which};
    const stopped_solve result = solve_observed(&observed, &observing);
    if (observed.iterations < iteration) {
        return;
    }
    double at_x[MOST_RESIDUALS];
    example->problem->residuals(example->m, example->n, result.x, at_x);
    check_integer("info", result.info, STOP_CODE);
    check_integer("iterations", observed.iterations, iteration);
    check_integer("nfev", result.nfev, observed.problem.evaluations);
    check_doubles("fvec, and the residuals at x", example->m, result.fvec, at_x);
}

int main(void)
{
    for (solver which = SOLVER_LMDER; which < SOLVERS; ++which) {
        check_group("%s under an observer", solver_names[which]);
        for (int32_t index = 0; index < LEAST_SQUARES_CASES; ++index) {
            const problem_case example = least_squares_case(index);
            check_context("case %d, %s", (int)index + 1, example.problem->name);
            compare_with_unobserved(which, &example);
            for (int32_t iteration = 1; iteration <= 12; ++iteration) {
                stop_from_observer(which, &example, iteration);
            }
        }
    }
    return check_end();
}
