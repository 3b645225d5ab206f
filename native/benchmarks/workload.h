/* What the comparisons solve: models with analytic Jacobians, their data and starts, the same on every machine. */
#ifndef WORKLOAD_H
#define WORKLOAD_H

#include "minpack_native.h"

/* A sum of decays a exp(-b t), of peaks a exp(-((t - c) / w)^2), and of a polynomial: parameters in this order. */
typedef struct curve_shape {
    int32_t decays;
    int32_t peaks;
    int32_t powers; /* how many coefficients the polynomial has, 0 to 2 */
} curve_shape;

typedef struct workload {
    mn_residuals_jacobian_fn function; /* takes the workload as its user pointer */
    int32_t m;
    int32_t n;
    double *start;  /* [n] */
    double *points; /* [m]: where the model is evaluated; ridge: a matrix [m * n], column-major; Rosenbrock: nothing */
    double *data;   /* [m] */
    double *truth;  /* [n]: what made the data; where nobody made them, the start */
    curve_shape shape;
} workload;

/* By the names that the comparison prints, see workload.c. Each ends the process when it cannot. */
workload *make_workload(const char *name);
void free_workload(workload *made);

/* Noisy observations sets[count * m] of curves whose parameters lie around the truth. */
void draw_data_sets(const workload *of, int32_t count, double *sets);

/* On a 64-byte boundary, zero, to be freed; they end the process when there is no memory. */
double *allocate_doubles(int64_t count);
int32_t *allocate_integers(int64_t count);

/* ---- The models, of the type mn_residuals_jacobian_fn ---- */

int32_t rosenbrock_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                         int32_t request);

/* b1 (1 - exp(-b2 t)) */
int32_t saturation_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                         int32_t request);

int32_t curve_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                    int32_t request);

/* z + z^3 / 20 for z = A x: dense, well conditioned, a little nonlinear, and cheap beside its QR factorization */
int32_t ridge_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                    int32_t request);

#endif
