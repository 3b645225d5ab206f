#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"

/* target <- (I - v v^T / v[k]) target on rows k.. */
static void reflect(int32_t n, int32_t k, const double *v, double *target)
{
    double sum = 0;
    for (int32_t i = k; i < n; ++i) {
        sum += target[i] * v[i];
    }
    const double multiple = sum / v[k];
    for (int32_t i = k; i < n; ++i) {
        target[i] -= multiple * v[i];
    }
}

void mn_form_q(int32_t n, double *q, int32_t ldq, double *work)
{
    for (int32_t j = 1; j < n; ++j) {
        double *column = MN_COLUMN(q, ldq, j);
        for (int32_t i = 0; i < j; ++i) {
            column[i] = 0;
        }
    }
    for (int32_t k = n - 1; k >= 0; --k) {
        double *column = MN_COLUMN(q, ldq, k);
        for (int32_t i = k; i < n; ++i) {
            work[i] = column[i];
            column[i] = 0;
        }
        column[k] = 1;
        if (work[k] != 0) {
            for (int32_t j = k; j < n; ++j) {
                reflect(n, k, work, MN_COLUMN(q, ldq, j));
            }
        }
    }
}
