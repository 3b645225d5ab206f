/* The kernels of the linear algebra, bit for bit on random inputs, our core against a reference. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "support/check.h"
#include "support/contestants.h"
#include "support/matrices.h"

enum { TRIALS = 20000, SIDES = 2, OURS = 0, THEIRS = 1 };

static const double mark = -0x1.3579bdfp+5;

static const routines *side(int32_t which)
{
    return which == OURS ? our_routines() : reference_routines();
}

static void fill(double *values, int32_t count)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = mark;
    }
}

static void begin(const char *kernel, random_stream *stream, uint64_t seed)
{
    check_group("%s against %s", kernel, reference_routines()->name);
    stream->state = seed;
}

/* ---- Norm ---- */

static void compare_norms(void)
{
    random_stream stream;
    double values[MOST_ROWS];
    begin("norm", &stream, 1);
    for (int32_t trial = 0; trial < 5 * TRIALS; ++trial) {
        const matrix_shape shape = random_shape(&stream, 0);
        const flavor of = random_flavor(&stream);
        random_vector(&stream, of, shape.m, values);
        check_context("trial %d, %d elements, flavor %d", (int)trial, (int)shape.m, (int)of);
        check_double("norm", side(OURS)->norm(shape.m, values), side(THEIRS)->norm(shape.m, values));
    }
}

/* ---- Pivoted QR ---- */

typedef struct factorization {
    double a[MOST_ELEMENTS];
    int32_t pivots[MOST_COLUMNS];
    double r_diagonal[MOST_COLUMNS];
    double column_norms[MOST_COLUMNS];
} factorization;

static void factorize(const routines *by, matrix_shape shape, int pivoted, const double *a, factorization *result)
{
    double work[MOST_COLUMNS];
    memset(result->pivots, 0, sizeof result->pivots);
    fill(result->r_diagonal, MOST_COLUMNS);
    fill(result->column_norms, MOST_COLUMNS);
    memcpy(result->a, a, (size_t)shape.ld * (size_t)shape.n * sizeof(double));
    by->pivoted_qr(shape.m, shape.n, result->a, shape.ld, pivoted ? result->pivots : NULL, result->r_diagonal,
                   result->column_norms, work);
}

static void compare_factorizations(int pivoted)
{
    static double a[MOST_ELEMENTS];
    static factorization results[SIDES];
    random_stream stream;
    begin(pivoted ? "QR, pivoted," : "QR, unpivoted,", &stream, 2);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const matrix_shape shape = random_shape(&stream, 1);
        const char *kind = random_matrix(&stream, shape, a);
        const char *engine = random_engine(&stream);
        for (int32_t which = 0; which < SIDES; ++which) {
            factorize(side(which), shape, pivoted, a, &results[which]);
        }
        check_context("trial %d, %d x %d, %s, %s", (int)trial, (int)shape.m, (int)shape.n, kind, engine);
        check_doubles("a", (int64_t)shape.ld * shape.n, results[OURS].a, results[THEIRS].a);
        check_doubles("r_diagonal", MOST_COLUMNS, results[OURS].r_diagonal, results[THEIRS].r_diagonal);
        check_doubles("column_norms", MOST_COLUMNS, results[OURS].column_norms, results[THEIRS].column_norms);
        check_integers("pivots", MOST_COLUMNS, results[OURS].pivots, results[THEIRS].pivots);
    }
}

/* As the solvers of MINPACK apply the reflectors that qrfac left: one after the other, to one element after the other.
 */
static void apply_reflectors(matrix_shape shape, const double *a, double *b)
{
    for (int32_t j = 0; j < shape.n && j < shape.m; ++j) {
        const double *v = a + (int64_t)j * shape.ld;
        double sum = 0;
        for (int32_t i = j; i < shape.m; ++i) {
            sum += v[i] * b[i];
        }
        for (int32_t i = j; i < shape.m && v[j] != 0; ++i) {
            b[i] -= sum / v[j] * v[i];
        }
    }
}

static void compare_right_sides(void)
{
    static double a[MOST_ELEMENTS];
    static factorization theirs;
    static double ours[MOST_ELEMENTS];
    double rhs[SIDES][MOST_ROWS];
    int32_t pivots[MOST_COLUMNS];
    double r_diagonal[MOST_COLUMNS];
    random_stream stream;
    begin("QR with a right-hand side", &stream, 13);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const matrix_shape shape = random_shape(&stream, 1);
        const char *kind = random_matrix(&stream, shape, a);
        const char *engine = random_engine(&stream);
        random_vector(&stream, random_flavor(&stream), shape.m, rhs[OURS]);
        memcpy(rhs[THEIRS], rhs[OURS], sizeof rhs[OURS]);
        factorize(side(THEIRS), shape, 1, a, &theirs);
        apply_reflectors(shape, theirs.a, rhs[THEIRS]);
        memcpy(ours, a, sizeof a);
        our_qr_with_right_side(shape.m, shape.n, ours, shape.ld, pivots, r_diagonal, rhs[OURS]);
        check_context("trial %d, %d x %d, %s, %s", (int)trial, (int)shape.m, (int)shape.n, kind, engine);
        check_doubles("a", (int64_t)shape.ld * shape.n, ours, theirs.a);
        check_doubles("rhs", shape.m, rhs[OURS], rhs[THEIRS]);
        check_integers("pivots", shape.n, pivots, theirs.pivots);
    }
}

/* ---- Damped solve and damping parameter ---- */

/* A triangle with pivots as a factorization leaves it, or one made up, with a right-hand side and scale factors. */
typedef struct damped_system {
    matrix_shape shape; /* n x n */
    int32_t pivots[MOST_COLUMNS];
    double r[MOST_ELEMENTS];
    double qtb[MOST_COLUMNS];
    double diag[MOST_COLUMNS];
    double step_bound;
    double damping;
} damped_system;

static void factorized_triangle(random_stream *stream, damped_system *system)
{
    static double a[MOST_ELEMENTS];
    static factorization result;
    random_matrix(stream, system->shape, a);
    factorize(reference_routines(), system->shape, 1, a, &result);
    memcpy(system->r, result.a, sizeof system->r);
    memcpy(system->pivots, result.pivots, sizeof system->pivots);
    for (int32_t j = 0; j < system->shape.n; ++j) {
        system->r[j + j * system->shape.ld] = result.r_diagonal[j];
    }
}

static void random_system(random_stream *stream, damped_system *system)
{
    system->shape = random_square(stream);
    if (random_below(stream, 3) == 0) {
        random_triangle(stream, system->shape, system->r);
        random_permutation(stream, system->shape.n, system->pivots);
    } else {
        factorized_triangle(stream, system);
    }
    const flavor scale = random_below(stream, 3) == 0 ? random_flavor(stream) : FLAVOR_MODERATE;
    for (int32_t j = 0; j < system->shape.n; ++j) {
        system->diag[j] = random_positive(stream, scale);
    }
    random_vector(stream, random_flavor(stream), system->shape.n, system->qtb);
    if (random_below(stream, 50) == 0) {
        memset(system->qtb, 0, sizeof system->qtb);
    }
    const flavor bound = random_below(stream, 3) == 0 ? FLAVOR_WIDE : FLAVOR_MODERATE;
    system->step_bound = random_positive(stream, bound);
    system->damping = random_below(stream, 2) == 0 ? 0 : random_positive(stream, bound);
}

typedef struct damped_result {
    double r[MOST_ELEMENTS];
    double x[MOST_COLUMNS];
    double s_diagonal[MOST_COLUMNS];
    double damping;
} damped_result;

static void prepare(const damped_system *system, damped_result *result)
{
    memcpy(result->r, system->r, sizeof result->r);
    fill(result->x, MOST_COLUMNS);
    fill(result->s_diagonal, MOST_COLUMNS);
    result->damping = system->damping;
}

static void compare_damped(const damped_system *system, const damped_result *results)
{
    check_doubles("x", MOST_COLUMNS, results[OURS].x, results[THEIRS].x);
    check_doubles("s_diagonal", MOST_COLUMNS, results[OURS].s_diagonal, results[THEIRS].s_diagonal);
    check_doubles("r", (int64_t)system->shape.ld * system->shape.n, results[OURS].r, results[THEIRS].r);
}

static void compare_damped_solves(void)
{
    static damped_system system;
    static damped_result results[SIDES];
    double work[MOST_COLUMNS];
    random_stream stream;
    begin("damped solve", &stream, 3);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        random_system(&stream, &system);
        for (int32_t j = 0; j < system.shape.n; ++j) {
            system.diag[j] *= random_below(&stream, 8) == 0 ? 0 : 1;
        }
        for (int32_t which = 0; which < SIDES; ++which) {
            damped_result *result = &results[which];
            prepare(&system, result);
            side(which)->damped_solve(system.shape.n, result->r, system.shape.ld, system.pivots, system.diag,
                                      system.qtb, result->x, result->s_diagonal, work);
        }
        check_context("trial %d, n = %d", (int)trial, (int)system.shape.n);
        compare_damped(&system, results);
    }
}

/*
 * The one place where we differ from the references: once the damping is so large that the step underflows to zero they
 * go on with 0/0, we stop there.
 */
static int step_has_vanished(const damped_system *system, const damped_result *ours)
{
    int vanished = ours->damping != 0;
    for (int32_t j = 0; j < system->shape.n; ++j) {
        vanished = vanished && system->diag[j] * ours->x[j] == 0;
    }
    return vanished;
}

static void find_damping(const routines *by, const damped_system *system, damped_result *result)
{
    double work1[MOST_COLUMNS];
    double work2[MOST_COLUMNS];
    prepare(system, result);
    by->damping_parameter(system->shape.n, result->r, system->shape.ld, system->pivots, system->diag, system->qtb,
                          system->step_bound, &result->damping, result->x, result->s_diagonal, work1, work2);
}

static void compare_damping_parameters(int vanishing)
{
    static damped_system system;
    static damped_result results[SIDES];
    random_stream stream;
    begin(vanishing ? "damping parameter, vanishing steps," : "damping parameter", &stream, 4);
    for (int32_t trial = 0; trial < 2 * TRIALS; ++trial) {
        random_system(&stream, &system);
        find_damping(side(OURS), &system, &results[OURS]);
        if (step_has_vanished(&system, &results[OURS]) != vanishing) {
            continue;
        }
        check_context("trial %d, n = %d", (int)trial, (int)system.shape.n);
        if (vanishing) {
            check_that("the damping is positive", results[OURS].damping > 0);
            continue;
        }
        find_damping(side(THEIRS), &system, &results[THEIRS]);
        check_double("damping", results[OURS].damping, results[THEIRS].damping);
        compare_damped(&system, results);
    }
}

/* ---- Row update ---- */

typedef struct updated_triangle {
    double r[MOST_ELEMENTS];
    double b[MOST_COLUMNS];
    double alpha;
    double cosines[MOST_COLUMNS];
    double sines[MOST_COLUMNS];
} updated_triangle;

static void compare_row_updates(void)
{
    static updated_triangle start;
    static updated_triangle results[SIDES];
    double row[MOST_COLUMNS];
    random_stream stream;
    begin("row update", &stream, 5);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        const matrix_shape shape = random_square(&stream);
        random_triangle(&stream, shape, start.r);
        random_vector(&stream, random_flavor(&stream), shape.n, row);
        random_vector(&stream, random_flavor(&stream), MOST_COLUMNS, start.b);
        start.alpha = random_value(&stream, FLAVOR_MIXED);
        fill(start.cosines, MOST_COLUMNS);
        fill(start.sines, MOST_COLUMNS);
        for (int32_t which = 0; which < SIDES; ++which) {
            updated_triangle *result = &results[which];
            *result = start;
            side(which)->row_update(shape.n, result->r, shape.ld, row, result->b, &result->alpha, result->cosines,
                                    result->sines);
        }
        check_context("trial %d, n = %d", (int)trial, (int)shape.n);
        check_doubles("r", (int64_t)shape.ld * shape.n, results[OURS].r, results[THEIRS].r);
        check_doubles("b", MOST_COLUMNS, results[OURS].b, results[THEIRS].b);
        check_double("alpha", results[OURS].alpha, results[THEIRS].alpha);
        check_doubles("cosines", MOST_COLUMNS, results[OURS].cosines, results[THEIRS].cosines);
        check_doubles("sines", MOST_COLUMNS, results[OURS].sines, results[THEIRS].sines);
    }
}

/* ---- Covariance ---- */

static void compare_covariances(void)
{
    static const double tolerances[] = {0, DBL_EPSILON, 1e-8, 0.1};
    static damped_system system;
    static double results[SIDES][MOST_ELEMENTS];
    double work[MOST_COLUMNS];
    random_stream stream;
    begin("covariance", &stream, 6);
    for (int32_t trial = 0; trial < TRIALS; ++trial) {
        random_system(&stream, &system);
        const double tolerance = tolerances[random_below(&stream, 4)];
        for (int32_t which = 0; which < SIDES; ++which) {
            memcpy(results[which], system.r, sizeof system.r);
            side(which)->covar(system.shape.n, results[which], system.shape.ld, system.pivots, tolerance, work);
        }
        check_context("trial %d, n = %d, tol %g", (int)trial, (int)system.shape.n, tolerance);
        check_doubles("r", (int64_t)system.shape.ld * system.shape.n, results[OURS], results[THEIRS]);
    }
}

int main(void)
{
    compare_norms();
    compare_factorizations(1);
    compare_factorizations(0);
    compare_right_sides();
    compare_damped_solves();
    compare_damping_parameters(0);
    compare_damping_parameters(1);
    compare_row_updates();
    if (reference_routines()->covar != NULL) {
        compare_covariances();
    }
    return check_end();
}
