/* Problems that fit a model to data. Residuals are numbered from 0, the formulas' i from 1. */
#include <math.h>

#include "problems/problem_families.h"

/* ---- Bard: y = x1 + u / (v x2 + w x3) ---- */

typedef struct bard_point {
    double u;
    double v;
    double w;
} bard_point;

static bard_point bard_at(int32_t i)
{
    const double u = (double)(i + 1);
    const double v = 16 - u;
    const bard_point at = {u, v, u < v ? u : v};
    return at;
}

void bard_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const bard_point at = bard_at(i);
        fvec[i] = bard_y[i] - (x[0] + at.u / (at.v * x[1] + at.w * x[2]));
    }
}

void bard_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const bard_point at = bard_at(i);
    const double denominator = at.v * x[1] + at.w * x[2];
    row[0] = -1;
    row[1] = at.u * at.v / (denominator * denominator);
    row[2] = at.u * at.w / (denominator * denominator);
}

/* ---- Kowalik and Osborne: y = x1 (u^2 + u x2) / (u^2 + u x3 + x4) ---- */

void kowalik_osborne_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double u = kowalik_u[i];
        fvec[i] = kowalik_y[i] - x[0] * (u * (u + x[1])) / (u * (u + x[2]) + x[3]);
    }
}

void kowalik_osborne_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double u = kowalik_u[i];
    const double numerator = u * (u + x[1]);
    const double denominator = u * (u + x[2]) + x[3];
    row[0] = -numerator / denominator;
    row[1] = -x[0] * u / denominator;
    row[3] = x[0] * numerator / (denominator * denominator);
    row[2] = row[3] * u;
}

/* ---- Meyer: y = x1 exp(x2 / (45 + 5i + x3)) ---- */

void meyer_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double denominator = 45 + 5 * (double)(i + 1) + x[2];
        fvec[i] = x[0] * exp(x[1] / denominator) - meyer_y[i];
    }
}

void meyer_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double denominator = 45 + 5 * (double)(i + 1) + x[2];
    const double growth = exp(x[1] / denominator);
    row[0] = growth;
    row[1] = x[0] * growth / denominator;
    row[2] = -x[0] * growth * x[1] / (denominator * denominator);
}

/* ---- Box, three-dimensional: exp(-t x1) - exp(-t x2) - x3 (exp(-t) - exp(-10 t)) ---- */

void box_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double t = (double)(i + 1) / 10;
        fvec[i] = exp(-t * x[0]) - exp(-t * x[1]) - x[2] * (exp(-t) - exp(-10 * t));
    }
}

void box_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double t = (double)(i + 1) / 10;
    row[0] = -t * exp(-t * x[0]);
    row[1] = t * exp(-t * x[1]);
    row[2] = exp(-10 * t) - exp(-t);
}

/* ---- Jennrich and Sampson: 2 + 2i - exp(i x1) - exp(i x2) ---- */

void jennrich_sampson_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double index = (double)(i + 1);
        fvec[i] = 2 + 2 * index - exp(index * x[0]) - exp(index * x[1]);
    }
}

void jennrich_sampson_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    const double index = (double)(i + 1);
    for (int32_t j = 0; j < n; ++j) {
        row[j] = -index * exp(index * x[j]);
    }
}

/* ---- Brown and Dennis: (x1 + t x2 - e^t)^2 + (x3 + x4 sin t - cos t)^2 ---- */

void brown_dennis_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double t = (double)(i + 1) / 5;
        const double first = x[0] + t * x[1] - exp(t);
        const double second = x[2] + x[3] * sin(t) - cos(t);
        fvec[i] = first * first + second * second;
    }
}

void brown_dennis_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double t = (double)(i + 1) / 5;
    row[0] = 2 * (x[0] + t * x[1] - exp(t));
    row[1] = row[0] * t;
    row[2] = 2 * (x[2] + x[3] * sin(t) - cos(t));
    row[3] = row[2] * sin(t);
}

/* ---- Osborne 1: y = x1 + x2 exp(-t x4) + x3 exp(-t x5) ---- */

void osborne1_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double t = 10 * (double)i;
        fvec[i] = osborne1_y[i] - (x[0] + x[1] * exp(-t * x[3]) + x[2] * exp(-t * x[4]));
    }
}

void osborne1_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double t = 10 * (double)i;
    row[0] = -1;
    row[1] = -exp(-t * x[3]);
    row[2] = -exp(-t * x[4]);
    row[3] = t * x[1] * exp(-t * x[3]);
    row[4] = t * x[2] * exp(-t * x[4]);
}

/* ---- Osborne 2: y = x1 exp(-t x5) and three Gaussians of heights x2..4, rates x6..8 and places x9..11 ---- */

void osborne2_residuals(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double t = (double)i / 10;
        double model = x[0] * exp(-t * x[4]);
        for (int32_t k = 1; k <= 3; ++k) {
            const double distance = t - x[7 + k];
            model += x[k] * exp(-(distance * distance) * x[4 + k]);
        }
        fvec[i] = osborne2_y[i] - model;
    }
}

void osborne2_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m;
    (void)n;
    const double t = (double)i / 10;
    row[0] = -exp(-t * x[4]);
    row[4] = t * x[0] * exp(-t * x[4]);
    for (int32_t k = 1; k <= 3; ++k) {
        const double distance = t - x[7 + k];
        const double height = exp(-(distance * distance) * x[4 + k]);
        row[k] = -height;
        row[4 + k] = x[k] * (distance * distance) * height;
        row[7 + k] = -2 * x[k] * x[4 + k] * distance * height;
    }
}
