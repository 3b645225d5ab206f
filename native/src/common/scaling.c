#include "common/scaling.h"

#include "common/arithmetic.h"

int mn_scale_is_proper(int32_t mode, int32_t n, const double *diag)
{
    if (mode == MN_SCALE_GIVEN) {
        for (int32_t j = 0; j < n; ++j) {
            if (diag[j] <= 0) {
                return 0;
            }
        }
    }
    return 1;
}

void mn_start_scale(int32_t mode, int32_t n, const double *column_norms, double *diag)
{
    if (mode != MN_SCALE_GIVEN) {
        for (int32_t j = 0; j < n; ++j) {
            diag[j] = column_norms[j] == 0 ? 1 : column_norms[j];
        }
    }
}

void mn_grow_scale(int32_t mode, int32_t n, const double *column_norms, double *diag)
{
    if (mode != MN_SCALE_GIVEN) {
        for (int32_t j = 0; j < n; ++j) {
            diag[j] = mn_max(diag[j], column_norms[j]);
        }
    }
}

double mn_first_step_bound(double factor, double scaled_x_norm)
{
    const double bound = factor * scaled_x_norm;
    return bound == 0 ? factor : bound;
}
