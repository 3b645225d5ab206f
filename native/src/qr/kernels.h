/*
 * The building blocks of the solvers. Internal; the public interface is minpack_native.h, whose conventions
 * (column-major, 1-based pivots, caller-owned buffers that do not overlap) hold here too.
 *
 * Each kernel performs MINPACK's floating-point operations in MINPACK's order: that order is the specification.
 */
#ifndef MN_KERNELS_H
#define MN_KERNELS_H

#include "simd/engine.h"
#include "minpack_native.h"

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

/*
 * Forward-difference Jacobian fjac[ldfjac*n] of m residuals at x[n], where fvec[m] are the residuals. When it is known
 * that residual i depends on parameter j only for j - mu <= i <= j + ml, several columns share one evaluation; pass
 * ml = m - 1, mu = n - 1 for a dense Jacobian. x is moved during the calls and comes back as it was. work_m[m],
 * work_n[n]. Returns what the last callback returned: negative when it asked to stop. MINPACK: fdjac1, fdjac2.
 */
int32_t mn_forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, int32_t ml, int32_t mu, double *x,
                              const double *fvec, double *fjac, int32_t ldfjac, double epsfcn, double *work_m,
                              double *work_n);

/*
 * The same for a dense Jacobian with the engine's threads, which must be several: fcn is called on all of them. x stays
 * as it is. work[mn_difference_work_length].
 */
int32_t mn_shared_forward_difference(const mn_engine *engine, mn_residuals_fn fcn, void *user, int32_t m, int32_t n,
                                     const double *x, const double *fvec, double *fjac, int32_t ldfjac, double epsfcn,
                                     double *work);
int64_t mn_difference_work_length(int32_t n, int32_t tasks);

/* How many evaluations mn_forward_difference spends. */
int32_t mn_difference_evaluations(int32_t n, int32_t ml, int32_t mu);

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
