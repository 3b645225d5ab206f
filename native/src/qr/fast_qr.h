/* QR of tall matrices by row blocks, for MN_FAST. Internal. */
#ifndef MN_FAST_QR_H
#define MN_FAST_QR_H

#include "simd/engine.h"

/* How many doubles of work the factorization wants; 0 for shapes for which it does not pay. */
int64_t mn_fast_work_length(int32_t m, int32_t n);

/*
 * R of A = Q R and Q^T rhs, for A in a[lda*n] of a shape for which it pays: R takes the first n rows of a, with zeros
 * below its diagonal, and Q^T rhs the first n elements of rhs[m]. Returns 0, and leaves all as it was, when the numbers
 * are too large or too small for squares, or not finite.
 */
int mn_fast_triangle(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, double *rhs, double *work);

#endif
