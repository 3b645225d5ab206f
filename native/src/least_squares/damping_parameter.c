#include <stddef.h>

#include "common/arithmetic.h"
#include "common/inlining.h"
#include "common/norm.h"
#include "common/scaling.h"
#include "least_squares/steps.h"

/* Moré's safeguarded Newton iteration on phi(par) = |D x(par)| - step_bound (Moré 1978, section 5). */

typedef struct triangle {
    int32_t n;
    const double *r;
    int32_t ldr;
    const int32_t *pivots;
} triangle;

static MN_INLINE double dot(int32_t n, const double *a, const double *b)
{
    double sum = 0;
    for (int32_t i = 0; i < n; ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/* x <- P R^-1 qtb, with zeros from the first zero of R's diagonal on. Returns the number of rows before it. */
static MN_INLINE int32_t gauss_newton_step(const triangle *t, const double *qtb, double *x, double *work)
{
    int32_t rank = 0;
    while (rank < t->n && MN_COLUMN(t->r, t->ldr, rank)[rank] != 0) {
        ++rank;
    }
    for (int32_t j = 0; j < t->n; ++j) {
        work[j] = j < rank ? qtb[j] : 0;
    }
    for (int32_t j = rank - 1; j >= 0; --j) {
        const double *column = MN_COLUMN(t->r, t->ldr, j);
        work[j] /= column[j];
        const double solved = work[j];
        for (int32_t i = 0; i < j; ++i) {
            work[i] -= column[i] * solved;
        }
    }
    for (int32_t j = 0; j < t->n; ++j) {
        x[t->pivots[j] - 1] = work[j];
    }
    return rank;
}

/* direction <- P^T D (D x / |D x|), the derivative of |D x| up to the triangular factor. */
static MN_INLINE void norm_direction(const triangle *t, const double *diag, const double *scaled, double norm,
                                     double *direction)
{
    for (int32_t j = 0; j < t->n; ++j) {
        const int32_t k = t->pivots[j] - 1;
        direction[j] = diag[k] * (scaled[k] / norm);
    }
}

/* The lower bound -phi(0) / phi'(0), for a Jacobian of full rank. */
static MN_INLINE double lower_bound(const triangle *t, const double *diag, const double *scaled, double norm,
                                    double excess, double step_bound, double *work)
{
    norm_direction(t, diag, scaled, norm, work);
    for (int32_t j = 0; j < t->n; ++j) {
        const double *column = MN_COLUMN(t->r, t->ldr, j);
        work[j] = (work[j] - dot(j, column, work)) / column[j];
    }
    const double slope = mn_norm(t->n, work);
    return ((excess / step_bound) / slope) / slope;
}

/* |D^-1 J^T f|, the norm of the scaled gradient. */
static MN_INLINE double scaled_gradient_norm(const triangle *t, const double *diag, const double *qtb, double *work)
{
    for (int32_t j = 0; j < t->n; ++j) {
        work[j] = dot(j + 1, MN_COLUMN(t->r, t->ldr, j), qtb) / diag[t->pivots[j] - 1];
    }
    return mn_norm(t->n, work);
}

/* The Newton correction at the current damping, from the triangle S that the damped solve left below r's diagonal. */
static MN_INLINE double newton_correction(const triangle *t, const double *diag, const double *s_diagonal,
                                          const double *scaled, double norm, double excess, double step_bound,
                                          double *work)
{
    norm_direction(t, diag, scaled, norm, work);
    for (int32_t j = 0; j < t->n; ++j) {
        const double *column = MN_COLUMN(t->r, t->ldr, j);
        work[j] /= s_diagonal[j];
        const double solved = work[j];
        for (int32_t i = j + 1; i < t->n; ++i) {
            work[i] -= column[i] * solved;
        }
    }
    const double slope = mn_norm(t->n, work);
    return ((excess / step_bound) / slope) / slope;
}

typedef struct bracket {
    double lower, upper;
    double parameter; /* within them */
} bracket;

/* The bounds on the parameter, and the first guess from that of the last step. */
static MN_INLINE bracket first_bracket(const triangle *t, const double *diag, const double *qtb, const double *scaled,
                                       double norm, int has_full_rank, double step_bound, double guess, double *work)
{
    bracket b = {.lower = 0};
    if (has_full_rank) {
        b.lower = lower_bound(t, diag, scaled, norm, norm - step_bound, step_bound, work);
    }
    const double gradient = scaled_gradient_norm(t, diag, qtb, work);
    b.upper = gradient / step_bound;
    if (b.upper == 0) {
        b.upper = MN_SMALLEST_NORMAL / mn_min(step_bound, 0.1);
    }
    b.parameter = mn_min(mn_max(guess, b.lower), b.upper);
    if (b.parameter == 0) {
        b.parameter = gradient / norm;
    }
    return b;
}

static MN_INLINE void correct_parameter(bracket *b, double excess, double correction)
{
    if (excess > 0) {
        b->lower = mn_max(b->lower, b->parameter);
    }
    if (excess < 0) {
        b->upper = mn_min(b->upper, b->parameter);
    }
    b->parameter = mn_max(b->lower, b->parameter + correction);
}

static MN_INLINE void damping_parameter(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                                        const double *qtb, double step_bound, double *damping, double *x,
                                        double *s_diagonal, double *work1, double *work2)
{
    const triangle factor = {n, r, ldr, pivots};
    double *scaled = work2;

    const int32_t rank = gauss_newton_step(&factor, qtb, x, work1);
    double norm = mn_scaled_norm(n, diag, x, scaled);
    double excess = norm - step_bound;
    if (excess <= 0.1 * step_bound) {
        *damping = 0;
        return;
    }

    bracket b = first_bracket(&factor, diag, qtb, scaled, norm, rank == n, step_bound, *damping, work1);
    for (int32_t iteration = 1;; ++iteration) {
        if (b.parameter == 0) {
            b.parameter = mn_max(MN_SMALLEST_NORMAL, 0.001 * b.upper);
        }
        const double root = mn_sqrt(b.parameter);
        for (int32_t j = 0; j < n; ++j) {
            work1[j] = root * diag[j];
        }
        mn_damped_solve(n, r, ldr, pivots, work1, qtb, x, s_diagonal, work2);
        norm = mn_scaled_norm(n, diag, x, scaled);
        const double previous_excess = excess;
        excess = norm - step_bound;

        const int close_enough = mn_abs(excess) <= 0.1 * step_bound;
        const int passed_the_hard_case = b.lower == 0 && excess <= previous_excess && previous_excess < 0;
        /* A step that underflowed to zero has no direction to correct along: MINPACK goes on with 0/0 here. */
        if (close_enough || passed_the_hard_case || iteration == MN_MOST_NEWTON_STEPS || norm == 0) {
            break;
        }
        correct_parameter(&b, excess,
                          newton_correction(&factor, diag, s_diagonal, scaled, norm, excess, step_bound, work1));
    }
    *damping = b.parameter;
}

void mn_damping_parameter(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                          const double *qtb, double step_bound, double *damping, double *x, double *s_diagonal,
                          double *work1, double *work2)
{
    MN_CALL_FOR_SIZE(damping_parameter, n, r, ldr, pivots, diag, qtb, step_bound, damping, x, s_diagonal, work1, work2)
}
