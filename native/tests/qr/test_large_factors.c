/*
 * Matrices large enough for columns to be deferred and for threads, at every CPU level and on real threads, against
 * the reference's QR: whole, with dependent columns, with columns of very different size, with norms that have to be
 * computed afresh.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "qr/pivoted_qr.h"
#include "simd/engine.h"
#include "support/check.h"
#include "support/contestants.h"
#include "support/parallel_for.h"

typedef struct matrix_case {
    const char *name;
    int32_t m;
    int32_t n;
    void (*fill)(random_stream *stream, int32_t m, int32_t n, double *a);
} matrix_case;

static void fill_evenly(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_unit(stream);
    }
}

/* Columns from 1 down to 1e-200. */
static void fill_graded(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_unit(stream) * pow(10, -200.0 * (double)(k / m) / n);
    }
}

/* Every column beyond the first third is a combination of two before it: exactly dependent up to rounding. */
static void fill_dependent(random_stream *stream, int32_t m, int32_t n, double *a)
{
    const int32_t rank = n / 3;
    fill_evenly(stream, m, n, a);
    for (int32_t j = rank; j < n; ++j) {
        const double *one = a + (int64_t)random_below(stream, rank) * m;
        const double *other = a + (int64_t)random_below(stream, rank) * m;
        for (int32_t i = 0; i < m; ++i) {
            a[i + (int64_t)j * m] = one[i] - 2 * other[i];
        }
    }
}

/* The same, but off by 1e-9 to 1e-3: norms brought down that far are computed afresh, early and late, and come out
 * larger. */
static void fill_nearly_dependent(random_stream *stream, int32_t m, int32_t n, double *a)
{
    fill_dependent(stream, m, n, a);
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] += random_unit(stream) * pow(10, -3.0 - (double)((k / m) % 7));
    }
}

/* Ties: columns of whole numbers of equal norm, and repeated ones. */
static void fill_with_ties(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_below(stream, 2) ? 1 : -1;
    }
    for (int32_t j = n / 2; j < n; j += 3) {
        memcpy(a + (int64_t)j * m, a + (int64_t)(j - n / 2) * m, (size_t)m * sizeof(double));
    }
}

static void fill_with_zeros(random_stream *stream, int32_t m, int32_t n, double *a)
{
    fill_evenly(stream, m, n, a);
    for (int32_t j = 0; j < n; j += 2) {
        memset(a + (int64_t)j * m, 0, (size_t)m * sizeof(double));
    }
}

/* Columns of overlapping bells, as fits have them. */
static void fill_with_bells(random_stream *stream, int32_t m, int32_t n, double *a)
{
    (void)stream;
    for (int32_t j = 0; j < n; ++j) {
        for (int32_t i = 0; i < m; ++i) {
            const double distance = ((double)i / m - (double)j / n) * n / 3;
            a[i + (int64_t)j * m] = exp(-distance * distance);
        }
    }
}

/* An infinity late in the last column: NaN spreads from there. */
static void fill_with_infinity(random_stream *stream, int32_t m, int32_t n, double *a)
{
    fill_evenly(stream, m, n, a);
    a[(int64_t)m * n - 3] = INFINITY;
}

static void fill_hugely(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_unit(stream) * 1e305;
    }
}

static void fill_tinily(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_unit(stream) * 1e-307;
    }
}

/* Alternately from 1 and from 1e-290. */
static void fill_with_two_sizes(random_stream *stream, int32_t m, int32_t n, double *a)
{
    for (int64_t k = 0; k < (int64_t)m * n; ++k) {
        a[k] = random_unit(stream) * ((k / m) % 2 ? 1e-290 : 1);
    }
}

static const matrix_case cases[] = {
    {"even", 1500, 90, fill_evenly},
    {"even, square", 300, 300, fill_evenly},
    {"graded", 701, 130, fill_graded},
    {"dependent", 903, 150, fill_dependent},
    {"nearly dependent", 902, 150, fill_nearly_dependent},
    {"ties", 1024, 120, fill_with_ties},
    {"zeros", 900, 140, fill_with_zeros},
    {"bells", 1501, 150, fill_with_bells},
    {"infinity", 801, 110, fill_with_infinity},
    {"huge", 803, 110, fill_hugely},
    {"tiny", 803, 110, fill_tinily},
    {"two sizes", 803, 130, fill_with_two_sizes},
};

typedef struct factors {
    double *a;
    double *r_diagonal;
    double *norms;
    int32_t *pivots;
} factors;

static factors new_factors(int32_t m, int32_t n)
{
    const factors made = {calloc((size_t)m * (size_t)n, sizeof(double)), calloc((size_t)n, sizeof(double)),
                          calloc((size_t)n, sizeof(double)), calloc((size_t)n, sizeof(int32_t))};
    return made;
}

static void free_factors(factors *of)
{
    free(of->a);
    free(of->r_diagonal);
    free(of->norms);
    free(of->pivots);
}

static void compare_case(const matrix_case *of, thread_team *team, random_stream *stream)
{
    const int32_t m = of->m;
    const int32_t n = of->n;
    const size_t bytes = (size_t)m * (size_t)n * sizeof(double);
    factors start = new_factors(m, n);
    factors theirs = new_factors(m, n);
    factors ours = new_factors(m, n);
    double *work = calloc(2 * (size_t)n, sizeof(double));
    of->fill(stream, m, n, start.a);
    memcpy(theirs.a, start.a, bytes);
    reference_routines()->pivoted_qr(m, n, theirs.a, m, theirs.pivots, theirs.r_diagonal, theirs.norms, work);

    for (int32_t level = MN_CPU_SCALAR; level <= MN_CPU_AVX512; ++level) {
        for (int32_t threads = 1; threads <= 3; ++threads) {
            const mn_tuning tuning = {
                .parallel_for = parallel_for, .host = team, .threads = threads, .cpu_level = level};
            const mn_engine engine = mn_engine_for(&tuning, n);
            memcpy(ours.a, start.a, bytes);
            mn_column_norms(&engine, m, n, ours.a, m, ours.norms);
            mn_pivoted_qr(&engine, m, n, ours.a, m, ours.pivots, ours.r_diagonal, ours.norms, work, work + n, NULL);
            check_context("%s, %d x %d, level %d, %d tasks", of->name, (int)m, (int)n, (int)level, (int)threads);
            check_integers("pivots", n, ours.pivots, theirs.pivots);
            check_doubles("r_diagonal", n, ours.r_diagonal, theirs.r_diagonal);
            check_doubles("column_norms", n, ours.norms, theirs.norms);
            check_doubles("a", (int64_t)m * n, ours.a, theirs.a);
        }
    }
    free_factors(&start);
    free_factors(&theirs);
    free_factors(&ours);
    free(work);
}

int main(void)
{
    random_stream stream = {23};
    thread_team *team = start_team(3);
    check_group("QR of large matrices against %s", reference_routines()->name);
    for (size_t k = 0; k < sizeof cases / sizeof *cases; ++k) {
        compare_case(&cases[k], team, &stream);
    }
    stop_team(team);
    return check_end();
}
