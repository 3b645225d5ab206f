/*
 * Householder QR with column pivoting. Internal.
 *
 * The conventions are those of minpack_native.h: column-major, 1-based pivots, caller-owned buffers that do not
 * overlap. Each function performs MINPACK's floating-point operations in MINPACK's order: that order is the
 * specification.
 */
#ifndef MN_PIVOTED_QR_H
#define MN_PIVOTED_QR_H

#include "minpack_native.h"
#include "simd/engine.h"

/* The norms[n] of the columns of a[lda*n], m x n. */
void mn_column_norms(const mn_engine *engine, int32_t m, int32_t n, const double *a, int32_t lda, double *norms);

/*
 * Householder QR of a[lda*n], m x n, whose columns have column_norms[n]. With pivots[n] (not null) the column of
 * largest remaining norm comes first: A P = Q R. Out: the Householder vectors on and below a's diagonal, R's strict
 * upper triangle above it, R's diagonal in r_diagonal[n], Q^T rhs in rhs[m] (which may be null). work1[n], work2[n].
 * MINPACK: qrfac, and what follows it in lmder.
 */
void mn_pivoted_qr(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots,
                   double *r_diagonal, const double *column_norms, double *work1, double *work2, double *rhs);

#endif
