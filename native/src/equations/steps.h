/*
 * The steps of Powell's hybrid loop. Internal.
 *
 * The conventions are those of minpack_native.h: column-major, 1-based pivots, caller-owned buffers that do not
 * overlap. Each function performs MINPACK's floating-point operations in MINPACK's order: that order is the
 * specification.
 */
#ifndef MN_EQUATIONS_STEPS_H
#define MN_EQUATIONS_STEPS_H

#include "minpack_native.h"
#include "simd/engine.h"

/*
 * Turns the Householder vectors that mn_pivoted_qr left in q[ldq*n], n x n, into the orthogonal matrix Q. work[n].
 * MINPACK: qform.
 */
void mn_form_q(const mn_engine *engine, int32_t n, double *q, int32_t ldq, double *work);

/*
 * The dogleg step x[n]: within the step bound |D x| <= step_bound, the combination of the Gauss-Newton and the scaled
 * gradient direction of the system R x = qtb that reduces the residual most. r[n(n+1)/2]: R packed by rows.
 * work1[n], work2[n]. MINPACK: dogleg.
 */
void mn_dogleg_step(int32_t n, const double *r, const double *diag, const double *qtb, double step_bound, double *x,
                    double *work1, double *work2);

/*
 * R <- G^T (R + v u^T), for R packed by rows in r[n(n+1)/2], with the rotations G that make it triangular again; they
 * come back coded in v[n] and w[n]. u[n] in. MINPACK: r1updt.
 */
void mn_rank_one_update(int32_t n, double *r, const double *u, double *v, double *w);

/* a[lda*n] <- a G for m rows and the rotations that mn_rank_one_update coded in v[n] and w[n]. MINPACK: r1mpyq. */
void mn_apply_update_rotations(int32_t m, int32_t n, double *a, int32_t lda, const double *v, const double *w);

#endif
