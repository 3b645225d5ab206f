/* Forward differences and the check of a Jacobian, bit for bit, our core against a reference. */
#include <math.h>
#include <string.h>

#include "problems/problems.h"
#include "support/check.h"
#include "support/contestants.h"
#include "support/random.h"

enum { TRIALS = 15000, PADDING = 2, SPACE = (MOST_RESIDUALS + PADDING) * MOST_VARIABLES };

static const double mark = -0x1.3579bdfp+5;

/* A random point of a random case: near the start, with zeros, or of any magnitude. */
static problem_case random_point(random_stream *stream, double *x)
{
    const problem_case example = least_squares_case(random_below(stream, LEAST_SQUARES_CASES));
    const flavor of = random_below(stream, 4) == 0 ? random_flavor(stream) : FLAVOR_UNIT;
    case_start(&example, x);
    for (int32_t j = 0; j < example.n; ++j) {
        x[j] = of == FLAVOR_UNIT ? x[j] + 0.1 * random_unit(stream) : random_value(stream, of);
        x[j] *= random_below(stream, 20) == 0 ? -0.0 : 1;
    }
    return example;
}

/* ---- Forward differences ---- */

typedef struct evaluation_log {
    const problem_case *example;
    int32_t calls;
    double points[MOST_VARIABLES * MOST_VARIABLES];
} evaluation_log;

static int32_t logged_residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    evaluation_log *log = user;
    (void)request;
    memcpy(log->points + log->calls * n, x, (size_t)n * sizeof(double));
    ++log->calls;
    log->example->problem->residuals(m, n, x, fvec);
    return 0;
}

typedef struct difference_result {
    int32_t answer;
    double x[MOST_VARIABLES];
    double fjac[SPACE];
    evaluation_log log;
} difference_result;

static void difference(const routines *by, const problem_case *example, const double *x, int32_t ldfjac, double epsfcn,
                       difference_result *result)
{
    double fvec[MOST_RESIDUALS];
    double work[MOST_RESIDUALS];
    for (int32_t i = 0; i < SPACE; ++i) {
        result->fjac[i] = mark;
    }
    result->log.example = example;
    result->log.calls = 0;
    memcpy(result->x, x, sizeof result->x);
    example->problem->residuals(example->m, example->n, x, fvec);
    result->answer = by->forward_difference(logged_residuals, &result->log, example->m, example->n, result->x, fvec,
                                            result->fjac, ldfjac, epsfcn, work);
}

static void compare_forward_differences(void)
{
    static const double widths[] = {0, 1e-20, 1e-10, 1e-6, 0.01};
    static difference_result ours;
    static difference_result theirs;
    random_stream stream = {7};
    double x[MOST_VARIABLES] = {0};
    check_group("forward differences against %s", reference_routines()->name);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const problem_case example = random_point(&stream, x);
        const int32_t ldfjac = example.m + random_below(&stream, PADDING + 1);
        const double epsfcn = widths[random_below(&stream, 5)];
        difference(our_routines(), &example, x, ldfjac, epsfcn, &ours);
        difference(reference_routines(), &example, x, ldfjac, epsfcn, &theirs);
        check_context("trial %d, %s, n = %d, epsfcn %g", (int)trial, example.problem->name, (int)example.n, epsfcn);
        check_integer("answer", ours.answer, theirs.answer);
        check_doubles("fjac", SPACE, ours.fjac, theirs.fjac);
        check_doubles("x afterwards", MOST_VARIABLES, ours.x, theirs.x);
        check_integer("calls", ours.log.calls, theirs.log.calls);
        check_doubles("points", ours.log.calls * example.n, ours.log.points, theirs.log.points);
    }
}

/* ---- Check of a Jacobian ---- */

/* Right, with a few wrong elements, or slightly wrong throughout. */
static void blemish(random_stream *stream, const problem_case *example, double *fjac)
{
    const int32_t kind = random_below(stream, 4);
    const double error = ldexp(1, -random_below(stream, 60));
    for (int32_t k = 0; k < example->m * example->n; ++k) {
        if (kind == 1 && random_below(stream, 10) == 0) {
            fjac[k] = random_value(stream, FLAVOR_MIXED);
        } else if (kind == 2) {
            fjac[k] *= 1 + error * random_unit(stream);
        }
    }
}

typedef struct jacobian_check {
    double xp[MOST_VARIABLES];
    double score[MOST_RESIDUALS];
} jacobian_check;

static void check_with(const routines *by, const problem_case *example, const double *x, const double *fvec,
                       const double *fjac, jacobian_check *result)
{
    double fvecp[MOST_RESIDUALS] = {0};
    for (int32_t i = 0; i < MOST_RESIDUALS; ++i) {
        result->score[i] = mark;
    }
    memset(result->xp, 0, sizeof result->xp);
    by->chkder(example->m, example->n, x, fvec, fjac, example->m, result->xp, fvecp, 1, result->score);
    example->problem->residuals(example->m, example->n, result->xp, fvecp);
    by->chkder(example->m, example->n, x, fvec, fjac, example->m, result->xp, fvecp, 2, result->score);
}

static void compare_jacobian_checks(void)
{
    static double fjac[SPACE];
    static jacobian_check ours;
    static jacobian_check theirs;
    random_stream stream = {8};
    double x[MOST_VARIABLES] = {0};
    double fvec[MOST_RESIDUALS];
    check_group("check of a Jacobian against %s", reference_routines()->name);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const problem_case example = random_point(&stream, x);
        example.problem->residuals(example.m, example.n, x, fvec);
        case_jacobian(&example, x, fjac, example.m);
        blemish(&stream, &example, fjac);
        check_with(our_routines(), &example, x, fvec, fjac, &ours);
        check_with(reference_routines(), &example, x, fvec, fjac, &theirs);
        check_context("trial %d, %s, n = %d", (int)trial, example.problem->name, (int)example.n);
        check_doubles("xp", MOST_VARIABLES, ours.xp, theirs.xp);
        check_doubles("score", MOST_RESIDUALS, ours.score, theirs.score);
    }
}

/* The same on numbers that come from no function. */
static void compare_arbitrary_checks(void)
{
    enum { ROWS = 12, COLUMNS = 5 };
    random_stream stream = {9};
    double x[COLUMNS];
    double xp[2][COLUMNS];
    double fvec[ROWS];
    double fvecp[ROWS];
    double fjac[ROWS * COLUMNS];
    double score[2][ROWS];
    check_group("check of arbitrary numbers against %s", reference_routines()->name);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        random_vector(&stream, random_flavor(&stream), COLUMNS, x);
        random_vector(&stream, random_flavor(&stream), ROWS, fvec);
        random_vector(&stream, random_flavor(&stream), ROWS * COLUMNS, fjac);
        const double change = ldexp(1, -random_below(&stream, 54));
        for (int32_t i = 0; i < ROWS; ++i) {
            fvecp[i] = fvec[i] * (1 + change * random_unit(&stream));
        }
        for (int32_t which = 0; which < 2; ++which) {
            const routines *by = which == 0 ? our_routines() : reference_routines();
            by->chkder(ROWS, COLUMNS, x, fvec, fjac, ROWS, xp[which], fvecp, 1, score[which]);
            by->chkder(ROWS, COLUMNS, x, fvec, fjac, ROWS, xp[which], fvecp, 2, score[which]);
        }
        check_context("trial %d", (int)trial);
        check_doubles("xp", COLUMNS, xp[0], xp[1]);
        check_doubles("score", ROWS, score[0], score[1]);
    }
}

int main(void)
{
    compare_forward_differences();
    compare_jacobian_checks();
    compare_arbitrary_checks();
    return check_end();
}
