/* The Euclidean norm, guarded against overflow and harmful underflow. MINPACK: enorm. Internal. */
#ifndef MN_NORM_H
#define MN_NORM_H

#include "common/arithmetic.h"

/* The norm of x[n] by sums for small, middle and large components. */
double mn_guarded_norm(int32_t n, const double *x);

/* The norm of x[n]: the same bits, in short where no component is scaled. Inlined, for most vectors are short. */
static inline double mn_norm(int32_t n, const double *x)
{
    double square = 0;
    for (int32_t i = 0; i < n; ++i) {
        square += mn_plain_square(x[i]);
    }
    return mn_is_plain_square(n, square) ? mn_sqrt(square) : mn_guarded_norm(n, x);
}

/* The norm of x[n] - multiple v[n]; of x when v is null. */
double mn_reflected_norm(int32_t n, const double *x, const double *v, double multiple);

#endif
