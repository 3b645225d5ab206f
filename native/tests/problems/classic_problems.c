/* Problems with a closed form, and families in n, that serve as least squares and as equations. */
#include <math.h>
#include <string.h>

#include "problems/problem_families.h"

static const double two_pi = 6.283185307179586;

static void clear_row(int32_t n, double *row)
{
    for (int32_t j = 0; j < n; ++j) {
        row[j] = 0;
    }
}

/* ---- Rosenbrock ---- */

void rosenbrock_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    fvec[0] = 10 * (x[1] - x[0] * x[0]);
    fvec[1] = 1 - x[0];
}

void rosenbrock_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    row[0] = i == 0 ? -20 * x[0] : -1;
    row[1] = i == 0 ? 10 : 0;
}

/* ---- Helical valley ---- */

/* The angle of (x1, x2) in turns, cut along the negative x2-axis. */
static double turns(double x1, double x2)
{
    if (x1 == 0) {
        return copysign(0.25, x2);
    }
    return atan(x2 / x1) / two_pi + (x1 < 0 ? 0.5 : 0);
}

void helical_valley_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    fvec[0] = 10 * (x[2] - 10 * turns(x[0], x[1]));
    fvec[1] = 10 * (sqrt(x[0] * x[0] + x[1] * x[1]) - 1);
    fvec[2] = x[2];
}

void helical_valley_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    const double squared_radius = x[0] * x[0] + x[1] * x[1];
    clear_row(n, row);
    if (i == 0) {
        row[0] = 100 * x[1] / (two_pi * squared_radius);
        row[1] = -100 * x[0] / (two_pi * squared_radius);
        row[2] = 10;
    } else if (i == 1) {
        row[0] = 10 * x[0] / sqrt(squared_radius);
        row[1] = 10 * x[1] / sqrt(squared_radius);
    } else {
        row[2] = 1;
    }
}

/* ---- Powell singular ---- */

void powell_singular_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    const double middle = x[1] - 2 * x[2];
    const double outer = x[0] - x[3];
    fvec[0] = x[0] + 10 * x[1];
    fvec[1] = sqrt(5) * (x[2] - x[3]);
    fvec[2] = middle * middle;
    fvec[3] = sqrt(10) * (outer * outer);
}

void powell_singular_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    clear_row(n, row);
    if (i == 0) {
        row[0] = 1;
        row[1] = 10;
    } else if (i == 1) {
        row[2] = sqrt(5);
        row[3] = -sqrt(5);
    } else if (i == 2) {
        row[1] = 2 * (x[1] - 2 * x[2]);
        row[2] = -2 * row[1];
    } else {
        row[0] = 2 * sqrt(10) * (x[0] - x[3]);
        row[3] = -row[0];
    }
}

/* ---- Freudenstein and Roth ---- */

void freudenstein_roth_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    (void)n;
    fvec[0] = x[0] - 13 + ((5 - x[1]) * x[1] - 2) * x[1];
    fvec[1] = x[0] - 29 + ((1 + x[1]) * x[1] - 14) * x[1];
}

void freudenstein_roth_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    row[0] = 1;
    row[1] = i == 0 ? (10 - 3 * x[1]) * x[1] - 2 : (2 + 3 * x[1]) * x[1] - 14;
}

/* ---- Watson ---- */

watson_point watson_evaluate(int32_t i, int32_t n, const double *x)
{
    watson_point at = {(double)(i + 1) / WATSON_POINTS, 0, 0};
    double power = 1; /* t^j; the slope lags one power behind the value */
    for (int32_t j = 0; j < n; ++j) {
        at.value += power * x[j];
        if (j + 1 < n) {
            at.slope += (double)(j + 1) * power * x[j + 1];
        }
        power *= at.t;
    }
    return at;
}

void watson_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    for (int32_t i = 0; i < WATSON_POINTS; ++i) {
        const watson_point at = watson_evaluate(i, n, x);
        fvec[i] = at.slope - at.value * at.value - 1;
    }
    fvec[WATSON_POINTS] = x[0];
    fvec[WATSON_POINTS + 1] = x[1] - x[0] * x[0] - 1;
}

void watson_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    clear_row(n, row);
    if (i < WATSON_POINTS) {
        const watson_point at = watson_evaluate(i, n, x);
        double power = 1 / at.t; /* t^(j-1) */
        for (int32_t j = 0; j < n; ++j) {
            row[j] = power * ((double)j - 2 * at.value * at.t);
            power *= at.t;
        }
    } else if (i == WATSON_POINTS) {
        row[0] = 1;
    } else {
        row[0] = -2 * x[0];
        row[1] = 1;
    }
}

/* ---- Chebyquad ---- */

typedef struct polynomial_value {
    double value;
    double slope;
} polynomial_value;

/* The Chebyshev polynomial of the given degree >= 1 and its derivative, by their three-term recurrences. */
static polynomial_value chebyshev(int32_t degree, double y)
{
    polynomial_value before = {1, 0};
    polynomial_value last = {y, 1};
    for (int32_t k = 2; k <= degree; ++k) {
        const polynomial_value next = {2 * y * last.value - before.value,
                                       2 * last.value + 2 * y * last.slope - before.slope};
        before = last;
        last = next;
    }
    return last;
}

void chebyquad_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    for (int32_t i = 0; i < m; ++i) {
        const int32_t degree = i + 1;
        double sum = 0;
        for (int32_t j = 0; j < n; ++j) {
            sum += chebyshev(degree, 2 * x[j] - 1).value;
        }
        fvec[i] = sum / (double)n;
        if (degree % 2 == 0) {
            fvec[i] += 1 / (double)(degree * degree - 1);
        }
    }
}

void chebyquad_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = 2 * chebyshev(i + 1, 2 * x[j] - 1).slope / (double)n;
    }
}

void evenly_spaced_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = (double)(j + 1) / (double)(n + 1);
    }
}

/* ---- Brown almost-linear ---- */

void brown_almost_linear_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)m;
    double sum = -(double)(n + 1);
    double product = 1;
    for (int32_t j = 0; j < n; ++j) {
        sum += x[j];
        product *= x[j];
    }
    for (int32_t i = 0; i < n - 1; ++i) {
        fvec[i] = x[i] + sum;
    }
    fvec[n - 1] = product - 1;
}

void brown_almost_linear_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = j == i ? 2 : 1;
    }
    if (i < n - 1) {
        return;
    }
    for (int32_t j = 0; j < n; ++j) {
        row[j] = 1;
        for (int32_t k = 0; k < n; ++k) {
            row[j] *= k == j ? 1 : x[k];
        }
    }
}

void one_half_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = 0.5;
    }
}

/* ---- Other starts in both tables ---- */

DEFINE_START(rosenbrock, -1.2, 1)
DEFINE_START(helical_valley, -1, 0, 0)
DEFINE_START(powell_singular, 3, -1, 0, 1)

void zero_start(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = 0;
    }
}
