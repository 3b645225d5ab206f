#include "common/rotation.h"
#include "equations/packed_triangle.h"
#include "equations/steps.h"

/*
 * A rotation is coded in one number, so that it can be applied again later: its sine, or the inverse of its cosine
 * where that is the smaller in magnitude (then the code exceeds 1).
 */

static double code_of(mn_rotation turn, int from_cotangent)
{
    if (!from_cotangent) {
        return turn.sine;
    }
    return mn_abs(turn.cosine) * MN_LARGEST > 1 ? 1 / turn.cosine : 1;
}

static mn_rotation decoded(double code)
{
    mn_rotation turn;
    if (mn_abs(code) > 1) {
        turn.cosine = 1 / code;
        turn.sine = mn_sqrt(1 - mn_square(turn.cosine));
    } else {
        turn.sine = code;
        turn.cosine = mn_sqrt(1 - mn_square(turn.sine));
    }
    return turn;
}

static mn_rotation reversed(mn_rotation turn)
{
    turn.sine = -turn.sine;
    return turn;
}

/* Rotates row j of R, which begins at its diagonal, with the matching part of w. */
static void rotate_row(int32_t n, int32_t j, mn_rotation turn, double *row, double *w)
{
    for (int32_t i = j; i < n; ++i) {
        mn_rotate(turn, &row[i - j], &w[i]);
    }
}

void mn_rank_one_update(int32_t n, double *r, const double *u, double *v, double *w)
{
    const int32_t last = n - 1;
    double *corner = r + mn_row_start(n, last);
    w[last] = corner[0];

    /* Rotate v into a multiple of the last unit vector; R gets a spike in its last row, kept in w. */
    for (int32_t j = last - 1; j >= 0; --j) {
        w[j] = 0;
        if (v[j] == 0) {
            continue;
        }
        const int from_cotangent = mn_less(mn_abs(v[last]), mn_abs(v[j]));
        const mn_rotation turn = mn_rotation_eliminating(v[last], v[j]);
        v[last] = turn.sine * v[j] + turn.cosine * v[last];
        v[j] = code_of(turn, from_cotangent);
        rotate_row(n, j, reversed(turn), r + mn_row_start(n, j), w);
    }

    for (int32_t i = 0; i < n; ++i) {
        w[i] += v[last] * u[i];
    }

    /* Rotate the spike away. */
    for (int32_t j = 0; j < last; ++j) {
        if (w[j] == 0) {
            continue;
        }
        double *row = r + mn_row_start(n, j);
        const int from_cotangent = mn_less(mn_abs(row[0]), mn_abs(w[j]));
        const mn_rotation turn = mn_rotation_eliminating(row[0], w[j]);
        rotate_row(n, j, turn, row, w);
        w[j] = code_of(turn, from_cotangent);
    }
    corner[0] = w[last];
}

static void rotate_columns(int32_t m, mn_rotation turn, double *column, double *last)
{
    for (int32_t i = 0; i < m; ++i) {
        mn_rotate(turn, &column[i], &last[i]);
    }
}

void mn_apply_update_rotations(int32_t m, int32_t n, double *a, int32_t lda, const double *v, const double *w)
{
    double *last = MN_COLUMN(a, lda, n - 1);
    for (int32_t j = n - 2; j >= 0; --j) {
        rotate_columns(m, reversed(decoded(v[j])), MN_COLUMN(a, lda, j), last);
    }
    for (int32_t j = 0; j < n - 1; ++j) {
        rotate_columns(m, decoded(w[j]), MN_COLUMN(a, lda, j), last);
    }
}
