/* Improper arguments: each alone gives 0, and the callback is never called. */
#include <stddef.h>

#include "support/check.h"
#include "support/stopping.h"

typedef struct improper {
    const char *what;
    void (*spoil)(arguments *a);
} improper;

static void no_variables(arguments *a)
{
    a->n = 0;
}

static void negative_variables(arguments *a)
{
    a->n = -1;
}

static void no_residuals(arguments *a)
{
    a->m = 0;
}

static void too_few_residuals(arguments *a)
{
    a->m = a->n - 1;
}

static void short_leading_dimension(arguments *a)
{
    a->ldfjac -= 1;
}

static void negative_ftol(arguments *a)
{
    a->ftol = -1e-300;
}

static void negative_xtol(arguments *a)
{
    a->xtol = -1e-300;
}

static void negative_gtol(arguments *a)
{
    a->gtol = -1e-300;
}

static void no_evaluations(arguments *a)
{
    a->maxfev = 0;
}

static void negative_evaluations(arguments *a)
{
    a->maxfev = -5;
}

static void zero_factor(arguments *a)
{
    a->factor = 0;
}

static void negative_factor(arguments *a)
{
    a->factor = -0.5;
}

static void zero_scale(arguments *a)
{
    a->mode = 2;
    a->diag[0] = 0;
}

static void negative_last_scale(arguments *a)
{
    a->mode = 2;
    a->diag[a->n - 1] = -1;
}

static const improper all_improper[] = {
    {"n = 0", no_variables},
    {"n < 0", negative_variables},
    {"m = 0", no_residuals},
    {"m < n", too_few_residuals},
    {"ldfjac too small", short_leading_dimension},
    {"ftol < 0", negative_ftol},
    {"xtol < 0", negative_xtol},
    {"gtol < 0", negative_gtol},
    {"maxfev = 0", no_evaluations},
    {"maxfev < 0", negative_evaluations},
    {"factor = 0", zero_factor},
    {"factor < 0", negative_factor},
    {"mode 2, first diag = 0", zero_scale},
    {"mode 2, last diag < 0", negative_last_scale},
};

static void refuse(solver which, const improper *one, int32_t nprint)
{
    const problem_case example = least_squares_case(9);
    stopping_problem problem = {.example = &example, .stop_at = NEVER};
    arguments wrong = usual_arguments(which, &example);
    stopped_solve result;
    double start[MOST_VARIABLES];

    wrong.nprint = nprint;
    one->spoil(&wrong);
    solve_stopping(which, &problem, &wrong, NULL, &result);
    case_start(&example, start);
    check_context("%s, nprint %d", one->what, (int)nprint);
    check_integer("info", result.info, MN_IMPROPER_INPUT);
    check_integer("calls", problem.calls, 0);
    check_integer("nfev", result.nfev, 0);
    check_integer("njev", result.njev, 0);
    check_doubles("x, and the start", example.n, result.x, start);
}

/* What looks odd and is proper all the same. */
static void accept(solver which)
{
    const problem_case example = least_squares_case(9);
    stopping_problem problem = {.example = &example, .stop_at = NEVER};
    arguments odd = usual_arguments(which, &example);
    stopped_solve result;

    odd.diag[0] = -1; /* only read in mode 2 */
    odd.ftol = 0;
    odd.nprint = -1;
    solve_stopping(which, &problem, &odd, NULL, &result);
    check_context("diag < 0 in mode 1, ftol = 0, nprint < 0");
    check_that("the solve ends by itself", result.info > 0);
    check_that("the callback is called", problem.calls > 0);
}

int main(void)
{
    for (solver which = SOLVER_LMDER; which < SOLVERS; ++which) {
        check_group("%s refuses improper arguments", solver_names[which]);
        for (size_t i = 0; i < sizeof all_improper / sizeof all_improper[0]; ++i) {
            refuse(which, &all_improper[i], 0);
            refuse(which, &all_improper[i], 1);
        }
        check_group("%s accepts what is proper", solver_names[which]);
        accept(which);
    }
    return check_end();
}
