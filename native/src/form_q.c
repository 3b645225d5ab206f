#include <stddef.h>

#include "arithmetic.h"
#include "kernels.h"

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
                mn_reflect(n, k, work, MN_COLUMN(q, ldq, j));
            }
        }
    }
}
