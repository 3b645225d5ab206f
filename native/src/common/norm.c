#include "common/norm.h"

#include <stddef.h>

/*
 * Three sums are kept, for components whose squares would underflow, fit, or overflow; the outer two are scaled by
 * the largest component of their kind (Moré, Garbow, Hillstrom, ANL-80-74, enorm).
 */
typedef struct scaled_sum {
    double largest;
    double sum; /* of (component / largest)^2 */
} scaled_sum;

static void add_scaled(scaled_sum *total, double magnitude)
{
    if (magnitude > total->largest) {
        total->sum = 1 + total->sum * mn_square(total->largest / magnitude);
        total->largest = magnitude;
    } else if (magnitude != 0) {
        total->sum += mn_square(magnitude / total->largest);
    }
}

/* The norm of x, or of x - multiple v when v is given. */
static inline double norm_of(int32_t n, const double *x, const double *v, double multiple)
{
    const double large_bound = MN_NORM_LARGE / (double)n;
    scaled_sum small = {0, 0};
    scaled_sum large = {0, 0};
    double middle = 0;

    for (int32_t i = 0; i < n; ++i) {
        const double magnitude = mn_abs(v ? x[i] - multiple * v[i] : x[i]);
        if (magnitude > MN_NORM_SMALL && magnitude < large_bound) {
            middle += mn_square(magnitude);
        } else if (magnitude <= MN_NORM_SMALL) {
            add_scaled(&small, magnitude);
        } else {
            add_scaled(&large, magnitude);
        }
    }

    if (large.sum != 0) {
        return large.largest * mn_sqrt(large.sum + (middle / large.largest) / large.largest);
    }
    if (middle == 0) {
        return small.largest * mn_sqrt(small.sum);
    }
    if (middle >= small.largest) {
        return mn_sqrt(middle * (1 + (small.largest / middle) * (small.largest * small.sum)));
    }
    return mn_sqrt(small.largest * ((middle / small.largest) + (small.largest * small.sum)));
}

double mn_guarded_norm(int32_t n, const double *x)
{
    return norm_of(n, x, NULL, 0);
}

double mn_reflected_norm(int32_t n, const double *x, const double *v, double multiple)
{
    return v ? norm_of(n, x, v, multiple) : mn_norm(n, x);
}
