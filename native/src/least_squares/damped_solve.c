#include <stddef.h>

#include "common/inlining.h"
#include "common/rotation.h"
#include "least_squares/steps.h"

/* Rotates the row (0 .. 0 s[j] 0 .. 0), which stands in s_diagonal, into the triangle held below r's diagonal. */
static MN_INLINE void absorb_diagonal_row(int32_t n, int32_t j, double *r, int32_t ldr, double *rhs, double *s_diagonal)
{
    double row_rhs = 0;
    for (int32_t k = j; k < n; ++k) {
        if (s_diagonal[k] == 0) {
            continue;
        }
        double *column = MN_COLUMN(r, ldr, k);
        const mn_rotation turn = mn_rotation_eliminating(column[k], s_diagonal[k]);
        column[k] = turn.cosine * column[k] + turn.sine * s_diagonal[k];
        mn_rotate(turn, &rhs[k], &row_rhs);
        for (int32_t i = k + 1; i < n; ++i) {
            mn_rotate(turn, &column[i], &s_diagonal[i]);
        }
    }
}

/* Solves S z = rhs in place; components from the first zero on S's diagonal on are set to zero. */
static MN_INLINE void solve_transposed_triangle(int32_t n, const double *r, int32_t ldr, const double *s_diagonal,
                                                double *rhs)
{
    int32_t rank = 0;
    while (rank < n && s_diagonal[rank] != 0) {
        ++rank;
    }
    for (int32_t j = rank; j < n; ++j) {
        rhs[j] = 0;
    }
    for (int32_t j = rank - 1; j >= 0; --j) {
        const double *column = MN_COLUMN(r, ldr, j);
        double sum = 0;
        for (int32_t i = j + 1; i < rank; ++i) {
            sum += column[i] * rhs[i];
        }
        rhs[j] = (rhs[j] - sum) / s_diagonal[j];
    }
}

static MN_INLINE void damped_solve(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                                   const double *qtb, double *x, double *s_diagonal, double *work)
{
    double *r_diagonal = x; /* kept here until the solution takes its place */
    double *rhs = work;

    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(r, ldr, j);
        for (int32_t i = j; i < n; ++i) {
            column[i] = MN_COLUMN(r, ldr, i)[j];
        }
        r_diagonal[j] = column[j];
        rhs[j] = qtb[j];
    }

    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(r, ldr, j);
        const double scale = diag[pivots[j] - 1];
        if (scale != 0) {
            s_diagonal[j] = scale;
            for (int32_t k = j + 1; k < n; ++k) {
                s_diagonal[k] = 0;
            }
            absorb_diagonal_row(n, j, r, ldr, rhs, s_diagonal);
        }
        s_diagonal[j] = column[j];
        column[j] = r_diagonal[j];
    }

    solve_transposed_triangle(n, r, ldr, s_diagonal, rhs);
    for (int32_t j = 0; j < n; ++j) {
        x[pivots[j] - 1] = rhs[j];
    }
}

void mn_damped_solve(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag, const double *qtb,
                     double *x, double *s_diagonal, double *work)
{
    MN_CALL_FOR_SIZE(damped_solve, n, r, ldr, pivots, diag, qtb, x, s_diagonal, work)
}
