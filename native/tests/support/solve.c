#include "support/solve.h"

#include <string.h>

#include "support/check.h"

const char *const solver_names[SOLVERS] = {"lmder", "lmdif", "lmstr"};

typedef struct evaluation {
    const problem_case *example;
    const settings *chosen;
    call_trace *trace;
} evaluation;

/* FNV-1a over the bytes of the values, continued from a hash before; NaNs count as one value. */
static uint32_t hash_doubles(uint32_t hash, int32_t count, const double *values)
{
    for (int32_t i = 0; i < count; ++i) {
        unsigned char bytes[sizeof(double)] = {0};
        if (values[i] == values[i]) {
            memcpy(bytes, &values[i], sizeof bytes);
        }
        for (size_t k = 0; k < sizeof bytes; ++k) {
            hash = (hash ^ bytes[k]) * 16777619u;
        }
    }
    return hash;
}

static void record(call_trace *trace, int32_t request, int32_t m, int32_t n, const double *x, const double *fvec)
{
    if (trace->count < MOST_CALLS) {
        uint32_t hash = hash_doubles(2166136261u, n, x);
        if (request == MN_REPORT) {
            hash = hash_doubles(hash, m, fvec);
        }
        trace->requests[trace->count] = request;
        trace->points[trace->count] = (int32_t)(hash >> 1);
    }
    ++trace->count;
}

/* Spoils one element of what the call just recorded answers, when the settings ask for it. */
static void spoil(const evaluation *of, int32_t count, double *values)
{
    if (of->trace->count == of->chosen->spoiled_call) {
        values[of->chosen->spoiled_call % count] = of->chosen->spoiled_value;
    }
}

static int32_t residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    const evaluation *of = user;
    record(of->trace, request, m, n, x, fvec);
    if (request != MN_REPORT) {
        of->example->problem->residuals(m, n, x, fvec);
        spoil(of, m, fvec);
    }
    return 0;
}

static int32_t residuals_jacobian(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac,
                                  int32_t ldfjac, int32_t request)
{
    const evaluation *of = user;
    record(of->trace, request, m, n, x, fvec);
    if (request == MN_RESIDUALS) {
        of->example->problem->residuals(m, n, x, fvec);
        spoil(of, m, fvec);
    } else if (request == MN_JACOBIAN) {
        case_jacobian(of->example, x, fjac, ldfjac);
        spoil(of, m, fjac + of->chosen->spoiled_call % n * ldfjac);
    }
    return 0;
}

static int32_t residuals_row(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjrow,
                             int32_t request)
{
    const evaluation *of = user;
    record(of->trace, request, m, n, x, fvec);
    if (request == MN_RESIDUALS) {
        of->example->problem->residuals(m, n, x, fvec);
        spoil(of, m, fvec);
    } else if (request >= MN_JACOBIAN) {
        of->example->problem->jacobian_row(m, n, x, request - MN_JACOBIAN, fjrow);
        spoil(of, n, fjrow);
    }
    return 0;
}

static void fill(double *values, int32_t count, double mark)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = mark;
    }
}

static void prepare(const problem_case *example, const settings *chosen, solve_result *result)
{
    const double mark = -0x1.23456789abcdep+7;
    memset(result, 0, sizeof *result - sizeof result->trace);
    result->trace.count = 0;
    fill(result->x, MOST_VARIABLES, mark);
    fill(result->fvec, MOST_RESIDUALS, mark);
    fill(result->fjac, MATRIX_SPACE, mark);
    fill(result->qtf, MOST_VARIABLES, mark);
    fill(result->diag, MOST_VARIABLES, mark);
    case_start(example, result->x);
    for (int32_t j = 0; chosen->mode == MN_SCALE_GIVEN && j < example->n; ++j) {
        result->diag[j] = 0.75 + 0.5 * (double)(j % 3);
    }
}

void solve(const routines *provider, solver which, const problem_case *example, const settings *chosen,
           solve_result *result)
{
    evaluation user = {example, chosen, &result->trace};
    double wa1[MOST_VARIABLES];
    double wa2[MOST_VARIABLES];
    double wa3[MOST_VARIABLES];
    double wa4[MOST_RESIDUALS];
    const settings *s = chosen;
    const int32_t m = example->m;
    const int32_t n = example->n;
    const int32_t ldfjac = (which == SOLVER_LMSTR ? n : m) + s->padding;
    const int32_t usual_limit = (which == SOLVER_LMDIF ? 200 : 100) * (n + 1);
    const int32_t maxfev = s->maxfev > 0 ? s->maxfev : usual_limit;

    prepare(example, chosen, result);
    if (which == SOLVER_LMDER) {
        result->info =
            provider->lmder(residuals_jacobian, &user, m, n, result->x, result->fvec, result->fjac, ldfjac, s->ftol,
                            s->xtol, s->gtol, maxfev, result->diag, s->mode, s->factor, s->nprint, &result->nfev,
                            &result->njev, result->ipvt, result->qtf, wa1, wa2, wa3, wa4, NULL);
    } else if (which == SOLVER_LMDIF) {
        result->info = provider->lmdif(residuals, &user, m, n, result->x, result->fvec, s->ftol, s->xtol, s->gtol,
                                       maxfev, s->epsfcn, result->diag, s->mode, s->factor, s->nprint, &result->nfev,
                                       result->fjac, ldfjac, result->ipvt, result->qtf, wa1, wa2, wa3, wa4, NULL);
    } else {
        result->info =
            provider->lmstr(residuals_row, &user, m, n, result->x, result->fvec, result->fjac, ldfjac, s->ftol, s->xtol,
                            s->gtol, maxfev, result->diag, s->mode, s->factor, s->nprint, &result->nfev, &result->njev,
                            result->ipvt, result->qtf, wa1, wa2, wa3, wa4, NULL);
    }
}

void compare_solves(const solve_result *ours, const solve_result *theirs)
{
    const int32_t recorded = ours->trace.count < theirs->trace.count ? ours->trace.count : theirs->trace.count;
    check_integer("info", ours->info, theirs->info);
    check_integer("nfev", ours->nfev, theirs->nfev);
    check_integer("njev", ours->njev, theirs->njev);
    check_doubles("x", MOST_VARIABLES, ours->x, theirs->x);
    check_doubles("fvec", MOST_RESIDUALS, ours->fvec, theirs->fvec);
    check_doubles("fjac", MATRIX_SPACE, ours->fjac, theirs->fjac);
    check_doubles("qtf", MOST_VARIABLES, ours->qtf, theirs->qtf);
    check_doubles("diag", MOST_VARIABLES, ours->diag, theirs->diag);
    check_integers("ipvt", MOST_VARIABLES, ours->ipvt, theirs->ipvt);
    check_integer("number of callbacks", ours->trace.count, theirs->trace.count);
    check_that("every callback was recorded", recorded <= MOST_CALLS);
    check_integers("request of callback", recorded, ours->trace.requests, theirs->trace.requests);
    check_integers("hash of the point of callback", recorded, ours->trace.points, theirs->trace.points);
}
