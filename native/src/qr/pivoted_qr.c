#include "qr/pivoted_qr.h"

#include <stddef.h>

#include "common/arithmetic.h"
#include "common/norm.h"
#include "qr/factorization.h"
#include "simd/engine.h"

/* Elements of matrices for which going on as MINPACK does is the fastest. Tests set it low. */
#if !defined(MN_SMALL_ELEMENTS)
#define MN_SMALL_ELEMENTS 48
#endif

/* ---- Pivots and reflectors ----------------------------------------------------------------------------------- */

/* The first column of largest remaining norm among those that are up to date. */
static int32_t largest_remaining(const factorization *f, int32_t j)
{
    int32_t largest = NONE;
    for (int32_t place = j; place < f->n; ++place) {
        if (!is_deferred(f, place) && (largest == NONE || f->remaining[place] > f->remaining[largest])) {
            largest = place;
        }
    }
    return largest;
}

static void swap_columns(int32_t m, double *a, double *b)
{
    for (int32_t i = 0; i < m; ++i) {
        const double kept = a[i];
        a[i] = b[i];
        b[i] = kept;
    }
}

/* Brings the column of largest remaining norm to place j. */
static void choose_pivot(factorization *f, int32_t j)
{
    int32_t largest = largest_remaining(f, j);
    if (f->deferred > 0 && (largest == NONE || !(f->remaining[largest] > f->deferred_bound))) {
        mn_apply_deferred(f, j, 0);
        largest = largest_remaining(f, j);
    }
    if (largest == j) {
        return;
    }
    swap_columns(f->m, column_at(f, j), column_at(f, largest));
    f->remaining[largest] = f->remaining[j];
    f->computed[largest] = f->computed[j];
    const double multiple = f->multiples[j];
    f->multiples[j] = f->multiples[largest];
    f->multiples[largest] = multiple;
    const int32_t pivot = f->pivots[j];
    f->pivots[j] = f->pivots[largest];
    f->pivots[largest] = pivot;
}

/* The next columns that are up to date, from place first on, to be updated along with the pivot. Returns where they
 * end. */
static int32_t companions(const factorization *f, int32_t first, int32_t *count, int32_t *places)
{
    const int32_t end = f->rhs ? f->n + 1 : f->n;
    int32_t place = first;
    *count = 0;
    for (; place < end && *count < MN_MOST_COLUMNS - 1; ++place) {
        if (!is_deferred(f, place)) {
            places[(*count)++] = place;
        }
    }
    return place;
}

/* The norm of rows j.. of column j, which v points to. At first these are all its rows, whose norm is known. */
static double pivot_norm(const factorization *f, int32_t j, const double *v)
{
    return j == 0 ? f->column_norms[f->pivots ? f->pivots[0] - 1 : 0] : mn_norm(f->m - j, v);
}

/*
 * Turns rows j.. of column j into the Householder vector v with v[j] = 1 + |a[j]| / norm, and applies it to the pivot's
 * companions. Returns what becomes of the diagonal element before its sign is turned: the signed norm, or
 * zero for a zero column. Additions of the norm have to wait for each other; the companions use the time.
 */
static double make_reflector(const factorization *f, int32_t j, int32_t count, const int32_t *places)
{
    const mn_column_kernels *kernels = f->engine->kernels;
    const int32_t rows = f->m - j;
    double *columns[MN_MOST_COLUMNS] = {MN_COLUMN(f->a, f->lda, j) + j};
    double values[MN_MOST_COLUMNS] = {f->multiples[j]};
    for (int32_t k = 0; k < count; ++k) {
        columns[k + 1] = column_at(f, places[k]) + j;
        values[k + 1] = *multiple_at(f, places[k]);
    }

    double norm;
    if (f->pending != NONE) {
        norm = kernels->reflect_and_norm(rows, column_at(f, f->pending) + j, values, count + 1, columns);
    } else {
        norm = pivot_norm(f, j, columns[0]);
    }
    if (norm == 0) {
        return norm;
    }
    double *v = columns[0];
    if (v[0] < 0) {
        norm = -norm;
    }
    v[0] = v[0] / norm + 1;
    if (count == 0) {
        kernels->divide(rows - 1, v + 1, norm);
        return norm;
    }
    double *below[MN_MOST_COLUMNS];
    for (int32_t k = 0; k < count; ++k) {
        values[k] = 0 + v[0] * columns[k + 1][0];
        below[k] = columns[k + 1] + 1;
    }
    kernels->divide_and_project(rows - 1, v + 1, norm, count, below, values);
    mn_finish_row(f, j, count, places, columns + 1, values);
    for (int32_t k = 0; k < count; ++k) {
        *multiple_at(f, places[k]) = values[k];
    }
    return norm;
}

/* ---- Small matrices ------------------------------------------------------------------------------------------ */

/* column <- (I - v v^T / v[0]) column */
static void reflect_at_once(int32_t rows, const double *v, double *column)
{
    double sum = 0;
    for (int32_t i = 0; i < rows; ++i) {
        sum += v[i] * column[i];
    }
    const double multiple = sum / v[0];
    for (int32_t i = 0; i < rows; ++i) {
        column[i] -= multiple * v[i];
    }
}

/* The same as below where so little is to be done that the order of MINPACK is the fastest. */
static void factorize_small(factorization *f, double *r_diagonal)
{
    const int32_t steps = f->m < f->n ? f->m : f->n;
    for (int32_t j = 0; j < steps; ++j) {
        if (f->pivots) {
            choose_pivot(f, j);
        }
        const int32_t rows = f->m - j;
        double *v = column_at(f, j) + j;
        double norm = pivot_norm(f, j, v);
        if (norm != 0) {
            if (v[0] < 0) {
                norm = -norm;
            }
            for (int32_t i = 0; i < rows; ++i) {
                v[i] /= norm;
            }
            v[0] += 1;
            for (int32_t place = j + 1; place < f->n; ++place) {
                reflect_at_once(rows, v, column_at(f, place) + j);
                if (f->pivots) {
                    mn_downdate_norm(f, j, place, NULL, 0);
                }
            }
            if (f->rhs) {
                reflect_at_once(rows, v, f->rhs + j);
            }
        }
        r_diagonal[j] = -norm;
    }
}

/* ---- The factorization --------------------------------------------------------------------------------------- */

void mn_column_norms(const mn_engine *engine, int32_t m, int32_t n, const double *a, int32_t lda, double *norms)
{
    for (int32_t j = 0; j < n; j += MN_MOST_COLUMNS) {
        const double *columns[MN_MOST_COLUMNS];
        const int32_t count = n - j < MN_MOST_COLUMNS ? n - j : MN_MOST_COLUMNS;
        for (int32_t k = 0; k < count; ++k) {
            columns[k] = MN_COLUMN(a, lda, j + k);
        }
        engine->kernels->norms(m, count, columns, norms + j);
    }
}

static void start(factorization *f)
{
    for (int32_t j = 0; j < f->n; ++j) {
        f->remaining[j] = f->column_norms[j];
        f->computed[j] = f->column_norms[j];
        if (f->pivots) {
            f->pivots[j] = j + 1;
        }
    }
}

void mn_pivoted_qr(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots,
                   double *r_diagonal, const double *column_norms, double *work1, double *work2, double *rhs)
{
    factorization f = {.engine = engine,
                       .m = m,
                       .n = n,
                       .a = a,
                       .lda = lda,
                       .pivots = pivots,
                       .remaining = r_diagonal,
                       .computed = work1,
                       .column_norms = column_norms,
                       .multiples = work2,
                       .rhs = rhs,
                       .pending = NONE};
    start(&f);
    if ((int64_t)m * n <= MN_SMALL_ELEMENTS) {
        factorize_small(&f, r_diagonal);
        return;
    }

    const int32_t steps = m < n ? m : n;
    for (int32_t j = 0; j < steps; ++j) {
        if (pivots) {
            choose_pivot(&f, j);
        }
        if (f.deferred == 0) {
            mn_defer_columns(&f, j);
        }
        int32_t count;
        int32_t places[MN_MOST_COLUMNS];
        const int32_t others = companions(&f, j + 1, &count, places);
        const double diagonal = make_reflector(&f, j, count, places);
        const int exists = diagonal != 0;
        sweep s = {.f = &f,
                   .from_place = others,
                   .pending = f.pending,
                   .first = j,
                   .end = exists ? j + 1 : j,
                   .applies_last = !exists};
        mn_update_columns(&s);
        if (!exists && f.deferred > 0) {
            mn_apply_deferred(&f, j, 1);
        }
        f.pending = exists ? j : NONE;
        r_diagonal[j] = -diagonal;
    }

    sweep last = {.f = &f, .from_place = steps, .pending = f.pending, .first = steps, .end = steps, .applies_last = 1};
    mn_update_columns(&last);
}
