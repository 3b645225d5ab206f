/* Whole solves of nonlinear equations, bit for bit: the drivers' 55 cases and random banded systems, against a
 * reference.
 */
#include <stddef.h>
#include <string.h>

#include "problems/banded_systems.h"
#include "problems/problems.h"
#include "support/check.h"
#include "support/contestants.h"

enum { PACKED = MOST_VARIABLES * (MOST_VARIABLES + 1) / 2, SPACE = (MOST_VARIABLES + 2) * MOST_VARIABLES };
enum { MOST_CALLS = 20000, BANDED_SYSTEMS = 200 };

typedef struct settings {
    const char *name;
    double xtol;
    int32_t maxfev; /* 0: the drivers' 100 (n + 1), for hybrd 200 (n + 1) */
    int32_t mode;
    double factor;
    int32_t nprint;
    double epsfcn;
    int32_t banded; /* whether hybrd gets ml and mu, or takes the Jacobian for dense */
    int32_t ml, mu;
    int32_t padding;
} settings;

static const settings all_settings[] = {
    {.name = "drivers' settings", .xtol = 0x1p-26, .mode = 2, .factor = 100},
    {.name = "mode 1", .xtol = 0x1p-26, .mode = 1, .factor = 100, .padding = 2},
    {.name = "factor 0.1", .xtol = 0x1p-26, .mode = 2, .factor = 0.1},
    {.name = "mode 1, factor 1", .xtol = 0x1p-26, .mode = 1, .factor = 1},
    {.name = "xtol 0", .mode = 1, .factor = 100},
    {.name = "xtol 1e-2", .xtol = 1e-2, .mode = 1, .factor = 100},
    {.name = "maxfev 1", .xtol = 0x1p-26, .maxfev = 1, .mode = 1, .factor = 100},
    {.name = "maxfev 20", .xtol = 0x1p-26, .maxfev = 20, .mode = 1, .factor = 100},
    {.name = "epsfcn 1e-6", .xtol = 0x1p-26, .mode = 1, .factor = 100, .epsfcn = 1e-6},
    {.name = "a band of 1", .xtol = 0x1p-26, .mode = 1, .factor = 100, .banded = 1, .ml = 1, .mu = 1},
    {.name = "a band of 5", .xtol = 0x1p-26, .mode = 2, .factor = 100, .banded = 1, .ml = 5, .mu = 5},
    {.name = "nprint 1", .xtol = 0x1p-26, .mode = 1, .factor = 100, .nprint = 1},
    {.name = "nprint 3", .xtol = 0x1p-26, .mode = 1, .factor = 100, .nprint = 3, .padding = 1},
};

typedef struct solve_result {
    int32_t info;
    int32_t nfev;
    int32_t njev;
    double x[MOST_VARIABLES];
    double fvec[MOST_VARIABLES];
    double fjac[SPACE];
    double r[PACKED];
    double qtf[MOST_VARIABLES];
    double diag[MOST_VARIABLES];
    const problem_case *example;
    int32_t calls;
    int32_t requests[MOST_CALLS];
    double first_variables[MOST_CALLS]; /* x[0] at each call */
} solve_result;

static void record(solve_result *result, const double *x, int32_t request)
{
    if (result->calls < MOST_CALLS) {
        result->requests[result->calls] = request;
        result->first_variables[result->calls] = x[0];
    }
    ++result->calls;
}

static int32_t equations(void *user, int32_t n, const double *x, double *fvec, int32_t request)
{
    solve_result *result = user;
    record(result, x, request);
    if (request != MN_REPORT) {
        result->example->problem->residuals(n, n, x, fvec);
    }
    return 0;
}

static int32_t equations_jacobian(void *user, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                                  int32_t request)
{
    solve_result *result = user;
    record(result, x, request);
    if (request == MN_RESIDUALS) {
        result->example->problem->residuals(n, n, x, fvec);
    } else if (request == MN_JACOBIAN) {
        case_jacobian(result->example, x, fjac, ldfjac);
    }
    return 0;
}

static void solve(const equation_routines *provider, int with_jacobian, const problem_case *example, const settings *s,
                  solve_result *result)
{
    double work[4][MOST_VARIABLES];
    const int32_t n = example->n;
    const int32_t ldfjac = n + s->padding;
    const int32_t length = n * (n + 1) / 2;
    const int32_t usual_limit = (with_jacobian ? 100 : 200) * (n + 1);
    const int32_t maxfev = s->maxfev > 0 ? s->maxfev : usual_limit;
    const int32_t ml = s->banded ? s->ml : n - 1;
    const int32_t mu = s->banded ? s->mu : n - 1;

    memset(result, 0, offsetof(solve_result, requests));
    result->example = example;
    case_start(example, result->x);
    for (int32_t j = 0; j < n; ++j) {
        result->diag[j] = 1;
    }
    if (with_jacobian) {
        result->info =
            provider->hybrj(equations_jacobian, result, n, result->x, result->fvec, result->fjac, ldfjac, s->xtol,
                            maxfev, result->diag, s->mode, s->factor, s->nprint, &result->nfev, &result->njev,
                            result->r, length, result->qtf, work[0], work[1], work[2], work[3], NULL);
    } else {
        result->info =
            provider->hybrd(equations, result, n, result->x, result->fvec, s->xtol, maxfev, ml, mu, s->epsfcn,
                            result->diag, s->mode, s->factor, s->nprint, &result->nfev, result->fjac, ldfjac, result->r,
                            length, result->qtf, work[0], work[1], work[2], work[3], NULL);
    }
}

/* CMinpack asks for the evaluations of a banded Jacobian as if they were steps; Fortran MINPACK and we do not. */
static int requests_agree(const settings *chosen)
{
#if defined(MINPACK_REFERENCE_CMINPACK)
    return !chosen->banded;
#else
    (void)chosen;
    return 1;
#endif
}

static void compare(const settings *chosen, const solve_result *ours, const solve_result *theirs)
{
    const int32_t recorded = ours->calls < theirs->calls ? ours->calls : theirs->calls;
    check_integer("info", ours->info, theirs->info);
    check_integer("nfev", ours->nfev, theirs->nfev);
    check_integer("njev", ours->njev, theirs->njev);
    check_doubles("x", MOST_VARIABLES, ours->x, theirs->x);
    check_doubles("fvec", MOST_VARIABLES, ours->fvec, theirs->fvec);
    check_doubles("fjac", SPACE, ours->fjac, theirs->fjac);
    check_doubles("r", PACKED, ours->r, theirs->r);
    check_doubles("qtf", MOST_VARIABLES, ours->qtf, theirs->qtf);
    check_doubles("diag", MOST_VARIABLES, ours->diag, theirs->diag);
    check_integer("number of callbacks", ours->calls, theirs->calls);
    check_that("every callback was recorded", recorded <= MOST_CALLS);
    if (requests_agree(chosen)) {
        check_integers("request of callback", recorded, ours->requests, theirs->requests);
    }
    check_doubles("first variable at callback", recorded, ours->first_variables, theirs->first_variables);
}

static void compare_solves(int with_jacobian, const problem_case *example, const settings *chosen)
{
    static solve_result ours;
    static solve_result theirs;
    solve(our_equations(), with_jacobian, example, chosen, &ours);
    solve(reference_equations(), with_jacobian, example, chosen, &theirs);
    compare(chosen, &ours, &theirs);
}

static void compare_all_cases(int with_jacobian, const settings *chosen)
{
    check_group("%s, %s against %s", with_jacobian ? "hybrj" : "hybrd", chosen->name, reference_equations()->name);
    for (int32_t index = 0; index < EQUATION_CASES; ++index) {
        const problem_case example = equation_case(index);
        check_context("case %d, %s, n = %d, factor %g", (int)index + 1, example.problem->name, (int)example.n,
                      example.factor);
        compare_solves(with_jacobian, &example, chosen);
    }
}

static void compare_banded_systems(int with_jacobian)
{
    random_stream stream = {.state = 7};
    check_group("%s, random banded systems against %s", with_jacobian ? "hybrj" : "hybrd", reference_equations()->name);
    for (int32_t trial = 0; trial < BANDED_SYSTEMS; ++trial) {
        const banded_system system = random_banded_system(&stream);
        const settings chosen = {.xtol = 0x1p-26,
                                 .mode = 1 + random_below(&stream, 2),
                                 .factor = 100,
                                 .banded = 1,
                                 .ml = system.ml,
                                 .mu = system.mu};
        check_context("system %d, n = %d, ml = %d, mu = %d", (int)trial + 1, (int)system.example.n, (int)system.ml,
                      (int)system.mu);
        compare_solves(with_jacobian, &system.example, &chosen);
    }
}

int main(void)
{
    for (size_t i = 0; i < sizeof all_settings / sizeof all_settings[0]; ++i) {
        compare_all_cases(1, &all_settings[i]);
        compare_all_cases(0, &all_settings[i]);
    }
    compare_banded_systems(1);
    compare_banded_systems(0);
    return check_end();
}
