/* Differences taken on several threads, and fast arithmetic on any number: what must not depend on the threads does
 * not. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "problems/problems.h"
#include "qr/fast_qr.h"
#include "simd/engine.h"
#include "support/check.h"
#include "support/parallel_for.h"
#include "support/random.h"

enum { MATRIX = MOST_RESIDUALS * MOST_VARIABLES, MOST_THREADS = 7 };

#define TOLERANCE 0x1p-26

/* ---- Differences --------------------------------------------------------------------------------------------- */

typedef struct stopping_case {
    problem_case example;
    double
        stop_above; /* the callback stops with -5 - j when x[j] is greater than this in a difference; infinity: never */
} stopping_case;

static int32_t MN_CALL residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    const stopping_case *which = user;
    for (int32_t j = 0; request == MN_JACOBIAN && j < n; ++j) {
        if (x[j] > which->stop_above) {
            return -5 - j;
        }
    }
    which->example.problem->residuals(m, n, x, fvec);
    return 0;
}

typedef struct fit {
    int32_t info;
    int32_t nfev;
    double x[MOST_VARIABLES];
    double fvec[MOST_RESIDUALS];
    double fjac[MATRIX];
} fit;

static void solve(stopping_case *which, thread_team *team, int32_t threads, fit *result)
{
    static double diag[MOST_VARIABLES], qtf[MOST_VARIABLES], wa[3][MOST_VARIABLES], wa4[MOST_RESIDUALS];
    static int32_t ipvt[MOST_VARIABLES];
    const int32_t m = which->example.m;
    const int32_t n = which->example.n;
    mn_tuning tuning = {.parallel_for = parallel_for, .host = team, .threads = threads, .concurrent_callback = 1};
    const int64_t length = mn_work_length(m, n, &tuning);
    tuning.work = aligned_alloc(64, (size_t)(length + 8) / 8 * 64);
    memset(result, 0, sizeof *result);
    case_start(&which->example, result->x);
    result->info = mn_lmdif(residuals, which, m, n, result->x, result->fvec, TOLERANCE, TOLERANCE, 0, 200 * (n + 1), 0,
                            diag, 1, 100, 0, &result->nfev, result->fjac, m, ipvt, qtf, wa[0], wa[1], wa[2], wa4,
                            threads > 1 ? &tuning : NULL);
    free(tuning.work);
}

static void compare_differences(thread_team *team, double stop_above)
{
    static fit alone, together;
    for (int32_t i = 0; i < LEAST_SQUARES_CASES; ++i) {
        stopping_case which = {least_squares_case(i), stop_above};
        solve(&which, team, 1, &alone);
        for (int32_t threads = 2; threads <= MOST_THREADS; ++threads) {
            solve(&which, team, threads, &together);
            check_context("case %d, %d threads", (int)i + 1, (int)threads);
            check_integer("info", together.info, alone.info);
            check_integer("nfev", together.nfev, alone.nfev);
            check_doubles("x", which.example.n, together.x, alone.x);
            check_doubles("fvec", which.example.m, together.fvec, alone.fvec);
            if (alone.info > 0) {
                check_doubles("fjac", which.example.m * which.example.n, together.fjac, alone.fjac);
            }
        }
    }
}

/* ---- Fast arithmetic ----------------------------------------------------------------------------------------- */

typedef struct tall_matrix {
    int32_t m, n;
    double *a, *rhs;
} tall_matrix;

static tall_matrix new_matrix(int32_t m, int32_t n)
{
    const tall_matrix made = {m, n, calloc((size_t)m * (size_t)n, sizeof(double)), calloc((size_t)m, sizeof(double))};
    return made;
}

static void copy_matrix(const tall_matrix *from, tall_matrix *to)
{
    memcpy(to->a, from->a, (size_t)from->m * (size_t)from->n * sizeof(double));
    memcpy(to->rhs, from->rhs, (size_t)from->m * sizeof(double));
}

static void free_matrix(tall_matrix *of)
{
    free(of->a);
    free(of->rhs);
}

/* Columns that are independent, or the same up to this much. */
static void fill(random_stream *stream, tall_matrix *of, double independence)
{
    for (int64_t k = 0; k < (int64_t)of->m * of->n; ++k) {
        of->a[k] = random_unit(stream) * pow(10, -(double)((k / of->m) % 5));
        if (independence < 1 && k >= of->m) {
            of->a[k] = of->a[k - of->m] + independence * of->a[k];
        }
    }
    for (int32_t i = 0; i < of->m; ++i) {
        of->rhs[i] = random_unit(stream);
    }
}

/* R (the upper triangle of the first n rows) by the fast way, on so many threads. Returns what mn_fast_triangle does.
 */
static int fast(tall_matrix *of, thread_team *team, int32_t threads, int32_t level)
{
    const mn_tuning tuning = {
        .parallel_for = parallel_for, .host = team, .threads = threads, .arithmetic = MN_FAST, .cpu_level = level};
    const mn_engine engine = mn_engine_for(&tuning, of->n);
    const int shift = threads % 8; /* off the boundary of a cache line */
    double *memory = malloc((size_t)(mn_work_length(of->m, of->n, &tuning) + shift) * sizeof(double));
    const int done = mn_fast_triangle(&engine, of->m, of->n, of->a, of->m, of->rhs, memory + shift);
    free(memory);
    return done;
}

/* The largest error of R^T R against A^T A and of R^T c against A^T b, relative to the norms of the columns. */
static double backward_error(const tall_matrix *matrix, const tall_matrix *factor)
{
    const int32_t m = matrix->m;
    const int32_t n = matrix->n;
    double worst = 0;
    for (int32_t j = 0; j < n; ++j) {
        const double *column = matrix->a + (int64_t)j * m;
        for (int32_t k = 0; k <= j; ++k) {
            const double *other = matrix->a + (int64_t)k * m;
            long double sum = 0;
            for (int32_t i = 0; i < m; ++i) {
                sum += (long double)column[i] * other[i];
            }
            for (int32_t i = 0; i <= k; ++i) {
                sum -= (long double)factor->a[i + (int64_t)j * m] * factor->a[i + (int64_t)k * m];
            }
            worst = fmax(worst, (double)fabsl(sum) / (mn_enorm(m, column) * mn_enorm(m, other)));
        }
        long double sum = 0;
        for (int32_t i = 0; i < m; ++i) {
            sum += (long double)column[i] * matrix->rhs[i];
        }
        for (int32_t i = 0; i <= j; ++i) {
            sum -= (long double)factor->a[i + (int64_t)j * m] * factor->rhs[i];
        }
        worst = fmax(worst, (double)fabsl(sum) / (mn_enorm(m, column) * mn_enorm(m, matrix->rhs)));
    }
    return worst;
}

/* The upper half of every other column large, or so small that its squares lose digits or are zero. */
static void resize(tall_matrix *of, double size)
{
    for (int32_t j = 0; j < of->n; j += 2) {
        for (int32_t i = 0; i < of->m / 2; ++i) {
            of->a[i + (int64_t)j * of->m] *= size;
        }
    }
}

static void check_fast_shape(thread_team *team, random_stream *stream, int32_t m, int32_t n, double independence,
                             double size)
{
    tall_matrix matrix = new_matrix(m, n);
    tall_matrix first = new_matrix(m, n);
    tall_matrix second = new_matrix(m, n);
    fill(stream, &matrix, independence);
    resize(&matrix, size);
    for (int32_t level = MN_CPU_SCALAR; level <= MN_CPU_AVX512; ++level) {
        copy_matrix(&matrix, &first);
        check_context("%d x %d, level %d", (int)m, (int)n, (int)level);
        check_that("the numbers are tame", fast(&first, team, 1, level));
        /* A hundredth of the rounding errors of a sum of m terms, m epsilon. */
        check_that("the backward error is that of Householder QR", backward_error(&matrix, &first) < 1e-14);
        for (int32_t threads = 2; threads <= MOST_THREADS; threads += 2) {
            copy_matrix(&matrix, &second);
            fast(&second, team, threads, level);
            check_doubles("R on several threads", (int64_t)m * n, second.a, first.a);
            check_doubles("the right-hand side on several threads", m, second.rhs, first.rhs);
        }
    }
    free_matrix(&matrix);
    free_matrix(&first);
    free_matrix(&second);
}

/* Each of these is declined, as a column (-1: as the right-hand side), and nothing is touched. */
static void check_declined(thread_team *team, random_stream *stream, int32_t column)
{
    static const double spoilers[] = {NAN, INFINITY, 1e200, 0, 1e-300};
    tall_matrix matrix = new_matrix(500, 20);
    tall_matrix copy = new_matrix(500, 20);
    for (size_t k = 0; k < sizeof spoilers / sizeof *spoilers; ++k) {
        fill(stream, &matrix, 1);
        double *spoiled = column < 0 ? matrix.rhs : matrix.a + (int64_t)column * matrix.m;
        for (int32_t i = 0; i < matrix.m; ++i) {
            spoiled[i] = spoilers[k];
        }
        copy_matrix(&matrix, &copy);
        check_context("column %d of %g", (int)column, spoilers[k]);
        check_that("it is declined", !fast(&copy, team, 3, MN_CPU_BEST));
        check_doubles("a", (int64_t)matrix.m * matrix.n, copy.a, matrix.a);
        check_doubles("rhs", matrix.m, copy.rhs, matrix.rhs);
    }
    free_matrix(&matrix);
    free_matrix(&copy);
}

/* Rows up to the least, whole and broken blocks, tiles and strips, one chunk and several. */
static void check_fast_shapes(thread_team *team, random_stream *stream)
{
    static const int32_t shapes[][2] = {{64, 16},   {68, 17},   {124, 31},  {192, 18},  {193, 24},
                                        {2051, 30}, {4095, 16}, {4096, 19}, {9001, 23}, {4109, 95}};
    for (size_t k = 0; k < sizeof shapes / sizeof *shapes; ++k) {
        check_fast_shape(team, stream, shapes[k][0], shapes[k][1], 1, 1);
    }
}

int main(void)
{
    thread_team *team = start_team(4);
    random_stream stream = {29};
    check_group("differences on several threads against one");
    compare_differences(team, INFINITY);
    check_group("differences on several threads that stop");
    compare_differences(team, 1);
    check_group("fast arithmetic");
    check_fast_shapes(team, &stream);
    check_fast_shape(team, &stream, 9000, 40, 1e-9, 1);
    check_fast_shape(team, &stream, 4999, 33, 0, 1);
    check_fast_shape(team, &stream, 4000, 24, 1, 1e140);
    check_fast_shape(team, &stream, 4000, 24, 1, 1e-110);
    check_fast_shape(team, &stream, 4000, 24, 1, 1e-140);
    check_fast_shape(team, &stream, 4000, 24, 1, 1e-160);
    check_fast_shape(team, &stream, 4000, 24, 1, 1e-200);
    check_fast_shape(team, &stream, 4000, 24, 1, 0);
    check_group("numbers that fast arithmetic declines");
    check_declined(team, &stream, -1);
    check_declined(team, &stream, 3);
    check_declined(team, &stream, 19);
    stop_team(team);
    return check_end();
}
