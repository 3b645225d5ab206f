/* Systems of equations that are, up to a factor, the gradient of a function to be minimized. */
#include "problems/problem_families.h"

/* ---- Wood ---- */

void wood_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    const double a = x[1] - x[0] * x[0];
    const double b = x[3] - x[2] * x[2];
    fvec[0] = -200 * x[0] * a - (1 - x[0]);
    fvec[1] = 200 * a + 20.2 * (x[1] - 1) + 19.8 * (x[3] - 1);
    fvec[2] = -180 * x[2] * b - (1 - x[2]);
    fvec[3] = 180 * b + 20.2 * (x[3] - 1) + 19.8 * (x[1] - 1);
}

/* Rows 0, 1 and 2, 3 have the same form in (x1, x2) and (x3, x4), with 200 and 180. */
void wood_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const int32_t first = i < 2 ? 0 : 2;
    const double weight = i < 2 ? 200 : 180;
    row[0] = row[1] = row[2] = row[3] = 0;
    if (i == first) {
        row[first] = weight * (3 * x[first] * x[first] - x[first + 1]) + 1;
        row[first + 1] = -weight * x[first];
    } else {
        row[1] = 19.8;
        row[3] = 19.8;
        row[first] = -2 * weight * x[first];
        row[first + 1] = weight + 20.2;
    }
}

/* ---- Watson ---- */

/* r_i of the least-squares problem and, through power = t^(k-1), the factor of its derivative by x_k (k from 0). */
static double watson_residual(const watson_point *at)
{
    return at->slope - at->value * at->value - 1;
}

static double watson_slope(const watson_point *at, int32_t k)
{
    return (double)k - 2 * at->t * at->value;
}

void watson_gradient_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    for (int32_t k = 0; k < n; ++k) {
        fvec[k] = 0;
    }
    for (int32_t i = 0; i < WATSON_POINTS; ++i) {
        const watson_point at = watson_evaluate(i, n, x);
        double power = 1 / at.t;
        for (int32_t k = 0; k < n; ++k) {
            fvec[k] += power * watson_slope(&at, k) * watson_residual(&at);
            power *= at.t;
        }
    }
    const double w = x[1] - x[0] * x[0] - 1;
    fvec[0] += x[0] * (1 - 2 * w);
    fvec[1] += w;
}

/*
 * With r = r(i) and its slopes s_k t^(k-1), s_k = k - 2 t value: the derivative of t^(k-1) s_k r by x_j is
 * t^(k-1) (-2 t t^j r + s_k s_j t^(j-1)).
 */
void watson_gradient_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = 0;
    }
    for (int32_t point = 0; point < WATSON_POINTS; ++point) {
        const watson_point at = watson_evaluate(point, n, x);
        double own_power = 1 / at.t;
        for (int32_t k = 0; k < i; ++k) {
            own_power *= at.t;
        }
        double power = 1 / at.t;
        for (int32_t j = 0; j < n; ++j) {
            const double curvature = -2 * at.t * at.t * watson_residual(&at);
            row[j] += own_power * power * (curvature + watson_slope(&at, i) * watson_slope(&at, j));
            power *= at.t;
        }
    }
    const double w = x[1] - x[0] * x[0] - 1;
    if (i == 0) {
        row[0] += 1 - 2 * w + 4 * x[0] * x[0];
        row[1] -= 2 * x[0];
    } else if (i == 1) {
        row[0] -= 2 * x[0];
        row[1] += 1;
    }
}

/* ---- Variably dimensioned: x_k - 1 + k S (1 + 2 S^2), S = sum j (x_j - 1) ---- */

static double weighted_excess(int32_t n, const double *x)
{
    double sum = 0;
    for (int32_t j = 0; j < n; ++j) {
        sum += (double)(j + 1) * (x[j] - 1);
    }
    return sum;
}

void variably_dimensioned_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    const double sum = weighted_excess(n, x);
    for (int32_t k = 0; k < n; ++k) {
        fvec[k] = x[k] - 1 + (double)(k + 1) * sum * (1 + 2 * sum * sum);
    }
}

void variably_dimensioned_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    const double sum = weighted_excess(n, x);
    for (int32_t j = 0; j < n; ++j) {
        row[j] = (double)(i + 1) * (double)(j + 1) * (1 + 6 * sum * sum) + (i == j ? 1 : 0);
    }
}
