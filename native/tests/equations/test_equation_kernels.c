/* The kernels of the Powell hybrid method, bit for bit on random inputs, our core against a reference. */
#include <stddef.h>
#include <string.h>

#include "problems/problems.h"
#include "support/check.h"
#include "support/contestants.h"
#include "support/matrices.h"

enum { TRIALS = 20000, SIDES = 2, OURS = 0, THEIRS = 1, PACKED = MOST_COLUMNS * (MOST_COLUMNS + 1) / 2 };

static const double mark = -0x1.3579bdfp+5;

static const equation_routines *side(int32_t which)
{
    return which == OURS ? our_equations() : reference_equations();
}

static void fill(double *values, int32_t count)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = mark;
    }
}

static void begin(const char *kernel, random_stream *stream, uint64_t seed)
{
    check_group("%s against %s", kernel, reference_equations()->name);
    stream->state = seed;
}

/* An upper triangle packed by rows, with zeros on the diagonal now and then. */
static void random_packed(random_stream *stream, int32_t n, double *r)
{
    const flavor of = random_flavor(stream);
    const int singular = random_below(stream, 4) == 0;
    for (int32_t i = 0, k = 0; i < n; ++i) {
        for (int32_t j = i; j < n; ++j, ++k) {
            r[k] = singular && i == j && random_below(stream, 3) == 0 ? 0 : random_value(stream, of);
        }
    }
}

static void compare_orthogonal_factors(void)
{
    static double factored[MOST_ELEMENTS];
    static double results[SIDES][MOST_ELEMENTS];
    double r_diagonal[MOST_COLUMNS];
    double norms[MOST_COLUMNS];
    double work[MOST_COLUMNS];
    random_stream stream;
    begin("forming Q", &stream, 11);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const matrix_shape shape = random_square(&stream);
        const char *kind = random_matrix(&stream, shape, factored);
        reference_routines()->pivoted_qr(shape.m, shape.n, factored, shape.ld, NULL, r_diagonal, norms, work);
        const char *engine = random_engine(&stream);
        for (int32_t which = 0; which < SIDES; ++which) {
            memcpy(results[which], factored, sizeof factored);
            side(which)->form_q(shape.n, results[which], shape.ld, work);
        }
        check_context("trial %d, n = %d, %s, %s", (int)trial, (int)shape.n, kind, engine);
        check_doubles("q", (int64_t)shape.ld * shape.n, results[OURS], results[THEIRS]);
    }
}

static void compare_dogleg_steps(void)
{
    double r[PACKED];
    double diag[MOST_COLUMNS];
    double qtb[MOST_COLUMNS];
    double steps[SIDES][MOST_COLUMNS];
    double work1[MOST_COLUMNS];
    double work2[MOST_COLUMNS];
    random_stream stream;
    begin("dogleg step", &stream, 12);
    for (int32_t trial = 0; trial < 2 * TRIALS; ++trial) {
        const int32_t n = random_square(&stream).n;
        const flavor scale = random_below(&stream, 3) == 0 ? random_flavor(&stream) : FLAVOR_MODERATE;
        random_packed(&stream, n, r);
        random_vector(&stream, random_flavor(&stream), n, qtb);
        for (int32_t j = 0; j < n; ++j) {
            diag[j] = random_positive(&stream, scale);
        }
        const flavor bound = random_below(&stream, 3) == 0 ? FLAVOR_WIDE : FLAVOR_MODERATE;
        const double step_bound = random_positive(&stream, bound);
        for (int32_t which = 0; which < SIDES; ++which) {
            fill(steps[which], MOST_COLUMNS);
            side(which)->dogleg_step(n, r, diag, qtb, step_bound, steps[which], work1, work2);
        }
        check_context("trial %d, n = %d, bound %a", (int)trial, (int)n, step_bound);
        check_doubles("x", MOST_COLUMNS, steps[OURS], steps[THEIRS]);
    }
}

typedef struct updated_factor {
    double r[PACKED];
    double v[MOST_COLUMNS];
    double w[MOST_COLUMNS];
    double a[MOST_ELEMENTS];
} updated_factor;

/* The update, then the rotations that the reference's update coded, applied to a matrix and to one row. */
static void compare_rank_one_updates(void)
{
    static updated_factor start;
    static updated_factor results[SIDES];
    double u[MOST_COLUMNS];
    random_stream stream;
    begin("rank-one update and its rotations", &stream, 13);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const matrix_shape shape = random_square(&stream);
        const int32_t rows = random_below(&stream, 3) == 0 ? 1 : shape.m;
        random_packed(&stream, shape.n, start.r);
        random_vector(&stream, random_flavor(&stream), shape.n, u);
        random_vector(&stream, random_flavor(&stream), MOST_COLUMNS, start.v);
        fill(start.w, MOST_COLUMNS);
        random_matrix(&stream, shape, start.a);
        for (int32_t which = 0; which < SIDES; ++which) {
            results[which] = start;
            side(which)->rank_one_update(shape.n, results[which].r, u, results[which].v, results[which].w);
        }
        for (int32_t which = 0; which < SIDES; ++which) {
            side(which)->apply_update_rotations(rows, shape.n, results[which].a, shape.ld, results[THEIRS].v,
                                                results[THEIRS].w);
        }
        check_context("trial %d, n = %d, %d rows", (int)trial, (int)shape.n, (int)rows);
        check_doubles("r", shape.n * (shape.n + 1) / 2, results[OURS].r, results[THEIRS].r);
        check_doubles("v", shape.n, results[OURS].v, results[THEIRS].v);
        check_doubles("w", shape.n - 1, results[OURS].w, results[THEIRS].w);
        check_doubles("a", (int64_t)shape.ld * shape.n, results[OURS].a, results[THEIRS].a);
    }
}

/* ---- Banded forward differences ---- */

static int32_t equations(void *user, int32_t n, const double *x, double *fvec, int32_t request)
{
    const problem_case *example = user;
    (void)request;
    example->problem->residuals(n, n, x, fvec);
    return 0;
}

static void compare_banded_differences(void)
{
    static double fjac[SIDES][MOST_ELEMENTS];
    static const double widths[] = {0, 1e-10, 1e-6};
    double x[SIDES][MOST_VARIABLES];
    double fvec[MOST_VARIABLES];
    double work1[MOST_VARIABLES];
    double work2[MOST_VARIABLES];
    random_stream stream;
    begin("banded differences", &stream, 14);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        problem_case example = equation_case(random_below(&stream, EQUATION_CASES));
        const int32_t n = example.n;
        const int32_t ldfjac = n + random_below(&stream, 3);
        const int32_t ml = random_below(&stream, n);
        const int32_t mu = random_below(&stream, n);
        const double epsfcn = widths[random_below(&stream, 3)];
        case_start(&example, x[OURS]);
        for (int32_t j = 0; j < n; ++j) {
            x[OURS][j] += 0.1 * random_unit(&stream);
            x[OURS][j] *= random_below(&stream, 20) == 0 ? 0 : 1;
        }
        memcpy(x[THEIRS], x[OURS], sizeof x[OURS]);
        example.problem->residuals(n, n, x[OURS], fvec);
        for (int32_t which = 0; which < SIDES; ++which) {
            fill(fjac[which], MOST_ELEMENTS);
            side(which)->banded_difference(equations, &example, n, x[which], fvec, fjac[which], ldfjac, ml, mu, epsfcn,
                                           work1, work2);
        }
        check_context("trial %d, %s, n = %d, ml %d, mu %d", (int)trial, example.problem->name, (int)n, (int)ml,
                      (int)mu);
        check_doubles("fjac", (int64_t)ldfjac * n, fjac[OURS], fjac[THEIRS]);
        check_doubles("x afterwards", n, x[OURS], x[THEIRS]);
    }
}

int main(void)
{
    compare_orthogonal_factors();
    compare_dogleg_steps();
    compare_rank_one_updates();
    compare_banded_differences();
    return check_end();
}
