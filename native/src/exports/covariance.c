#include <stddef.h>

#include "common/arithmetic.h"
#include "minpack_native.h"

/* R <- R^-1 in place, up to the first diagonal element within tolerance of zero. Returns the rank found. */
static int32_t invert_triangle(int32_t n, double *r, int32_t ldr, double tolerance)
{
    for (int32_t k = 0; k < n; ++k) {
        double *column = MN_COLUMN(r, ldr, k);
        if (mn_abs(column[k]) <= tolerance) {
            return k;
        }
        column[k] = 1 / column[k];
        for (int32_t j = 0; j < k; ++j) {
            const double *inverted = MN_COLUMN(r, ldr, j);
            const double multiple = column[k] * column[j];
            column[j] = 0;
            for (int32_t i = 0; i <= j; ++i) {
                column[i] -= multiple * inverted[i];
            }
        }
    }
    return n;
}

/* R^-1 <- R^-1 R^-T in the upper triangle of the leading rank columns. */
static void square_inverse(int32_t rank, double *r, int32_t ldr)
{
    for (int32_t k = 0; k < rank; ++k) {
        double *column = MN_COLUMN(r, ldr, k);
        for (int32_t j = 0; j < k; ++j) {
            double *target = MN_COLUMN(r, ldr, j);
            const double multiple = column[j];
            for (int32_t i = 0; i <= j; ++i) {
                target[i] += multiple * column[i];
            }
        }
        const double multiple = column[k];
        for (int32_t i = 0; i <= k; ++i) {
            column[i] *= multiple;
        }
    }
}

/* Spreads the upper triangle to the lower one in the original order of the columns; the diagonal goes to wa. */
static void undo_pivoting(int32_t n, int32_t rank, double *r, int32_t ldr, const int32_t *ipvt, double *wa)
{
    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(r, ldr, j);
        const int32_t jj = ipvt[j] - 1;
        for (int32_t i = 0; i <= j; ++i) {
            if (j >= rank) {
                column[i] = 0;
            }
            const int32_t ii = ipvt[i] - 1;
            if (ii > jj) {
                MN_COLUMN(r, ldr, jj)[ii] = column[i];
            }
            if (ii < jj) {
                MN_COLUMN(r, ldr, ii)[jj] = column[i];
            }
        }
        wa[jj] = column[j];
    }
}

void MN_CALL mn_covar(int32_t n, double *r, int32_t ldr, const int32_t *ipvt, double tol, double *wa)
{
    const int32_t rank = invert_triangle(n, r, ldr, tol * mn_abs(r[0]));
    square_inverse(rank, r, ldr);
    undo_pivoting(n, rank, r, ldr, ipvt, wa);
    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(r, ldr, j);
        for (int32_t i = 0; i < j; ++i) {
            column[i] = MN_COLUMN(r, ldr, i)[j];
        }
        column[j] = wa[j];
    }
}
