#include <stddef.h>

#include "common/arithmetic.h"
#include "equations/steps.h"
#include "simd/engine.h"

/* Columns first.. of q <- (I - v v^T / v[first]) q, for the Householder vector v in rows first.. of v[n]. */
static void reflect_columns(const mn_engine *engine, int32_t n, int32_t first, const double *v, double *q, int32_t ldq)
{
    const mn_column_kernels *kernels = engine->kernels;
    for (int32_t j = first; j < n; j += MN_MOST_COLUMNS) {
        const int32_t count = n - j < MN_MOST_COLUMNS ? n - j : MN_MOST_COLUMNS;
        double *columns[MN_MOST_COLUMNS];
        double values[MN_MOST_COLUMNS];
        for (int32_t k = 0; k < count; ++k) {
            columns[k] = MN_COLUMN(q, ldq, j + k) + first;
        }
        kernels->project(n - first, v + first, count, columns, values);
        for (int32_t k = 0; k < count; ++k) {
            values[k] /= v[first];
        }
        kernels->reflect(n - first, v + first, values, count, columns);
    }
}

void mn_form_q(const mn_engine *engine, int32_t n, double *q, int32_t ldq, double *work)
{
    for (int32_t j = 1; j < n; ++j) {
        double *column = MN_COLUMN(q, ldq, j);
        for (int32_t i = 0; i < j; ++i) {
            column[i] = 0;
        }
    }
    for (int32_t k = n - 1; k >= 0; --k) {
        double *column = MN_COLUMN(q, ldq, k);
        for (int32_t i = k; i < n; ++i) {
            work[i] = column[i];
            column[i] = 0;
        }
        column[k] = 1;
        if (work[k] != 0) {
            reflect_columns(engine, n, k, work, q, ldq);
        }
    }
}
