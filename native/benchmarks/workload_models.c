#include <math.h>

#include "workload.h"

int32_t rosenbrock_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                         int32_t request)
{
    (void)user;
    (void)m;
    (void)n;
    if (request == MN_RESIDUALS) {
        fvec[0] = 10 * (x[1] - x[0] * x[0]);
        fvec[1] = 1 - x[0];
    } else {
        fjac[0] = -20 * x[0];
        fjac[1] = -1;
        fjac[ldfjac] = 10;
        fjac[ldfjac + 1] = 0;
    }
    return 0;
}

int32_t saturation_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                         int32_t request)
{
    const workload *of = user;
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        const double decay = exp(-x[1] * of->points[i]);
        if (request == MN_RESIDUALS) {
            fvec[i] = x[0] * (1 - decay) - of->data[i];
        } else {
            fjac[i] = 1 - decay;
            fjac[ldfjac + i] = x[0] * of->points[i] * decay;
        }
    }
    return 0;
}

static void curve_residuals(const workload *of, const double *x, double *fvec)
{
    const double *t = of->points;
    const double *b = x;
    for (int32_t i = 0; i < of->m; ++i) {
        fvec[i] = -of->data[i];
    }
    for (int32_t k = 0; k < of->shape.decays; ++k, b += 2) {
        for (int32_t i = 0; i < of->m; ++i) {
            fvec[i] += b[0] * exp(-b[1] * t[i]);
        }
    }
    for (int32_t k = 0; k < of->shape.peaks; ++k, b += 3) {
        for (int32_t i = 0; i < of->m; ++i) {
            const double z = (t[i] - b[1]) / b[2];
            fvec[i] += b[0] * exp(-z * z);
        }
    }
    for (int32_t k = 0; k < of->shape.powers; ++k) {
        for (int32_t i = 0; i < of->m; ++i) {
            fvec[i] += k == 0 ? b[k] : b[k] * t[i];
        }
    }
}

static void curve_jacobian(const workload *of, const double *x, double *fjac, int32_t ldfjac)
{
    const double *t = of->points;
    const double *b = x;
    double *column = fjac;
    for (int32_t k = 0; k < of->shape.decays; ++k, b += 2) {
        double *by_rate = column + ldfjac;
        for (int32_t i = 0; i < of->m; ++i) {
            column[i] = exp(-b[1] * t[i]);
            by_rate[i] = -b[0] * t[i] * column[i];
        }
        column = by_rate + ldfjac;
    }
    for (int32_t k = 0; k < of->shape.peaks; ++k, b += 3) {
        double *by_center = column + ldfjac;
        double *by_width = by_center + ldfjac;
        for (int32_t i = 0; i < of->m; ++i) {
            const double z = (t[i] - b[1]) / b[2];
            column[i] = exp(-z * z);
            by_center[i] = 2 * b[0] * column[i] * z / b[2];
            by_width[i] = by_center[i] * z;
        }
        column = by_width + ldfjac;
    }
    for (int32_t k = 0; k < of->shape.powers; ++k, column += ldfjac) {
        for (int32_t i = 0; i < of->m; ++i) {
            column[i] = k == 0 ? 1 : t[i];
        }
    }
}

int32_t curve_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                    int32_t request)
{
    (void)m;
    (void)n;
    if (request == MN_RESIDUALS) {
        curve_residuals(user, x, fvec);
    } else {
        curve_jacobian(user, x, fjac, ldfjac);
    }
    return 0;
}

/* product[m] <- A x */
static void multiply(const workload *of, const double *x, double *product)
{
    for (int32_t i = 0; i < of->m; ++i) {
        product[i] = 0;
    }
    for (int32_t j = 0; j < of->n; ++j) {
        const double *a = of->points + (int64_t)j * of->m;
        for (int32_t i = 0; i < of->m; ++i) {
            product[i] += a[i] * x[j];
        }
    }
}

int32_t ridge_model(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                    int32_t request)
{
    const workload *of = user;
    if (request == MN_RESIDUALS) {
        multiply(of, x, fvec);
        for (int32_t i = 0; i < m; ++i) {
            fvec[i] = fvec[i] + fvec[i] * fvec[i] * fvec[i] / 20 - of->data[i];
        }
        return 0;
    }

    /* The slopes stand in the last column, which is itself the last to be written. */
    double *slopes = fjac + (int64_t)(n - 1) * ldfjac;
    multiply(of, x, slopes);
    for (int32_t i = 0; i < m; ++i) {
        slopes[i] = 1 + 3 * slopes[i] * slopes[i] / 20;
    }
    for (int32_t j = 0; j < n; ++j) {
        const double *a = of->points + (int64_t)j * m;
        double *column = fjac + (int64_t)j * ldfjac;
        for (int32_t i = 0; i < m; ++i) {
            column[i] = slopes[i] * a[i];
        }
    }
    return 0;
}
