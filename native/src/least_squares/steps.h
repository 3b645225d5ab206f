/*
 * The steps of the Levenberg-Marquardt loop. Internal.
 *
 * The conventions are those of minpack_native.h: column-major, 1-based pivots, caller-owned buffers that do not
 * overlap. Each function performs MINPACK's floating-point operations in MINPACK's order: that order is the
 * specification.
 */
#ifndef MN_LEAST_SQUARES_STEPS_H
#define MN_LEAST_SQUARES_STEPS_H

#include "minpack_native.h"

/*
 * Least-squares solution x[n] of the stacked system (A; D) x = (b; 0), given R of A P = Q R in the upper triangle of
 * r[ldr*n] and qtb[n]. Out: s_diagonal[n] and r's strict lower triangle hold the triangular S of
 * P^T (A^T A + D^2) P = S^T S; r's upper triangle is kept. work[n]. MINPACK: qrsolv.
 */
void mn_damped_solve(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag, const double *qtb,
                     double *x, double *s_diagonal, double *work);

/*
 * The damping parameter for which the damped step x[n] has |D x| within a tenth of the step bound, or zero when the
 * undamped step already keeps it. *damping: estimate in, parameter out. s_diagonal as in mn_damped_solve;
 * work1[n], work2[n]. MINPACK: lmpar.
 */
enum { MN_MOST_NEWTON_STEPS = 10 };
void mn_damping_parameter(int32_t n, double *r, int32_t ldr, const int32_t *pivots, const double *diag,
                          const double *qtb, double step_bound, double *damping, double *x, double *s_diagonal,
                          double *work1, double *work2);

/*
 * Updates the triangle R in r[ldr*n] and b[n], *alpha to those of R with the row[n] appended, right-hand side *alpha.
 * cosines[n], sines[n] out: the rotations used. MINPACK: rwupdt.
 */
void mn_row_update(int32_t n, double *r, int32_t ldr, const double *row, double *b, double *alpha, double *cosines,
                   double *sines);

#endif
