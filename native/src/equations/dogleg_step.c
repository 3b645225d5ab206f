#include "common/arithmetic.h"
#include "common/norm.h"
#include "common/scaling.h"
#include "equations/packed_triangle.h"
#include "equations/steps.h"

/* Powell's dogleg (Powell 1970), in scaled variables. */

/* A stand-in for a zero on R's diagonal: tiny beside the largest element of its column. */
static double nonzero_pivot(int32_t n, int32_t j, const double *r)
{
    double largest = 0;
    for (int32_t i = 0; i <= j; ++i) {
        largest = mn_max(largest, mn_abs(r[mn_row_start(n, i) + j - i]));
    }
    const double stand_in = MN_EPSILON * largest;
    return stand_in == 0 ? MN_EPSILON : stand_in;
}

static double row_dot(int32_t n, int32_t first, const double *row, const double *x)
{
    double sum = 0;
    for (int32_t j = first; j < n; ++j) {
        sum += row[j - first] * x[j];
    }
    return sum;
}

static void gauss_newton_step(int32_t n, const double *r, const double *qtb, double *x)
{
    for (int32_t j = n - 1; j >= 0; --j) {
        const double *row = r + mn_row_start(n, j);
        const double sum = row_dot(n, j + 1, row + 1, x);
        const double pivot = row[0] == 0 ? nonzero_pivot(n, j, r) : row[0];
        x[j] = (qtb[j] - sum) / pivot;
    }
}

/* gradient <- D^-1 R^T qtb; returns its norm. */
static double scaled_gradient(int32_t n, const double *r, const double *diag, const double *qtb, double *gradient)
{
    for (int32_t j = 0; j < n; ++j) {
        gradient[j] = 0;
    }
    for (int32_t j = 0; j < n; ++j) {
        const double *row = r + mn_row_start(n, j);
        for (int32_t i = j; i < n; ++i) {
            gradient[i] += row[i - j] * qtb[j];
        }
        gradient[j] /= diag[j];
    }
    return mn_norm(n, gradient);
}

/* direction <- the unscaled unit gradient; returns how far along it the linear model has its minimum. */
static double cauchy_length(int32_t n, const double *r, const double *diag, double gradient_norm, double *direction,
                            double *work)
{
    for (int32_t j = 0; j < n; ++j) {
        direction[j] = (direction[j] / gradient_norm) / diag[j];
    }
    for (int32_t j = 0; j < n; ++j) {
        work[j] = row_dot(n, j, r + mn_row_start(n, j), direction);
    }
    const double change = mn_norm(n, work);
    return (gradient_norm / change) / change;
}

/* Where the line from the Cauchy point to the Gauss-Newton point leaves the trust region: 0 at the former. */
static double gauss_newton_share(double rhs_norm, double gradient_norm, double newton_norm, double cauchy,
                                 double step_bound)
{
    const double bound_ratio = step_bound / newton_norm;
    const double cauchy_ratio = cauchy / step_bound;
    const double slope = (rhs_norm / gradient_norm) * (rhs_norm / newton_norm) * cauchy_ratio;
    const double root =
        mn_sqrt(mn_square(slope - bound_ratio) + (1 - mn_square(bound_ratio)) * (1 - mn_square(cauchy_ratio)));
    const double denominator = slope - bound_ratio * mn_square(cauchy_ratio) + root;
    return (bound_ratio * (1 - mn_square(cauchy_ratio))) / denominator;
}

void mn_dogleg_step(int32_t n, const double *r, const double *diag, const double *qtb, double step_bound, double *x,
                    double *work1, double *work2)
{
    gauss_newton_step(n, r, qtb, x);
    const double newton_norm = mn_scaled_norm(n, diag, x, work2);
    if (newton_norm <= step_bound) {
        return;
    }

    double *direction = work1;
    double cauchy = 0;
    double share = step_bound / newton_norm;
    const double gradient_norm = scaled_gradient(n, r, diag, qtb, direction);
    if (gradient_norm != 0) {
        cauchy = cauchy_length(n, r, diag, gradient_norm, direction, work2);
        share = 0;
        if (mn_less(cauchy, step_bound)) {
            share = gauss_newton_share(mn_norm(n, qtb), gradient_norm, newton_norm, cauchy, step_bound);
        }
    }

    const double along_gradient = (1 - share) * mn_min(cauchy, step_bound);
    for (int32_t j = 0; j < n; ++j) {
        x[j] = along_gradient * direction[j] + share * x[j];
    }
}
