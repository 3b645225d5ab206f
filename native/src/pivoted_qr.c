#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"

/* A norm brought down this far from the last one computed afresh has lost its digits to cancellation. */
static int has_lost_digits(double downdated, double computed)
{
    return mn_at_most(0.05 * mn_square(downdated / computed), MN_EPSILON);
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
static void choose_pivot(int32_t m, int32_t n, int32_t j, double *a, int32_t lda, int32_t *pivots, double *remaining,
                         double *computed)
{
    int32_t largest = j;
    for (int32_t k = j; k < n; ++k) {
        if (remaining[k] > remaining[largest]) {
            largest = k;
        }
    }
    if (largest == j) {
        return;
    }
    swap_columns(m, MN_COLUMN(a, lda, j), MN_COLUMN(a, lda, largest));
    remaining[largest] = remaining[j];
    computed[largest] = computed[j];
    const int32_t kept = pivots[j];
    pivots[j] = pivots[largest];
    pivots[largest] = kept;
}

/*
 * Turns rows j.. of column j into the Householder vector v with v[j] = 1 + |a[j]| / norm and returns what becomes of
 * the diagonal element before its sign is turned: the signed norm, or zero for a zero column.
 */
static double make_reflector(int32_t m, int32_t j, double *column)
{
    double norm = mn_norm(m - j, column + j);
    if (norm == 0) {
        return norm;
    }
    if (column[j] < 0) {
        norm = -norm;
    }
    for (int32_t i = j; i < m; ++i) {
        column[i] /= norm;
    }
    column[j] += 1;
    return norm;
}

void mn_reflect(int32_t m, int32_t j, const double *v, double *target)
{
    double sum = 0;
    for (int32_t i = j; i < m; ++i) {
        sum += v[i] * target[i];
    }
    const double multiple = sum / v[j];
    for (int32_t i = j; i < m; ++i) {
        target[i] -= multiple * v[i];
    }
}

/* The norm of a column's rows j+1.., brought down from that of its rows j.. */
static void downdate_norm(int32_t m, int32_t j, const double *column, double *remaining, double *computed)
{
    if (*remaining == 0) {
        return;
    }
    const double ratio = column[j] / *remaining;
    *remaining *= mn_sqrt(mn_max(0, 1 - mn_square(ratio)));
    if (has_lost_digits(*remaining, *computed)) {
        *remaining = mn_norm(m - j - 1, column + j + 1);
        *computed = *remaining;
    }
}

void mn_pivoted_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                   double *column_norms, double *work)
{
    double *remaining = r_diagonal;
    double *computed = work;

    for (int32_t j = 0; j < n; ++j) {
        column_norms[j] = mn_norm(m, MN_COLUMN(a, lda, j));
        remaining[j] = column_norms[j];
        computed[j] = column_norms[j];
        if (pivots) {
            pivots[j] = j + 1;
        }
    }

    const int32_t steps = m < n ? m : n;
    for (int32_t j = 0; j < steps; ++j) {
        if (pivots) {
            choose_pivot(m, n, j, a, lda, pivots, remaining, computed);
        }
        double *v = MN_COLUMN(a, lda, j);
        const double diagonal = make_reflector(m, j, v);
        if (diagonal != 0) {
            for (int32_t k = j + 1; k < n; ++k) {
                double *column = MN_COLUMN(a, lda, k);
                mn_reflect(m, j, v, column);
                if (pivots) {
                    downdate_norm(m, j, column, &remaining[k], &computed[k]);
                }
            }
        }
        r_diagonal[j] = -diagonal;
    }
}

void mn_apply_reflectors(int32_t m, int32_t n, const double *a, int32_t lda, double *b)
{
    for (int32_t j = 0; j < n; ++j) {
        const double *v = MN_COLUMN(a, lda, j);
        if (v[j] != 0) {
            mn_reflect(m, j, v, b);
        }
    }
}
