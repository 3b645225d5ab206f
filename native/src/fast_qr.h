/* QR of tall matrices by row blocks, for MN_FAST. Internal. */
#ifndef MN_FAST_QR_H
#define MN_FAST_QR_H

#include "engine.h"

/* A block of rows, by panels of columns; all blocks are padded to these. */
enum { MN_BLOCK_ROWS = 192, MN_PANEL = 8 };

/* Over columns of MN_BLOCK_ROWS elements. */
struct mn_fast_kernels {
    double (*dot)(const double *x, const double *y);
    void (*add_multiple)(double multiple, const double *x, double *y); /* y <- y + multiple x */
    void (*scale)(double factor, double *x);
    /*
     * Applies (I - V T V^T)^T to four columns: V's part in the block v[MN_BLOCK_ROWS * MN_PANEL], the columns' part in
     * the block b[MN_BLOCK_ROWS * 4], their elements in the panel's rows of R above[MN_PANEL][4].
     */
    void (*apply_panel)(const double *v, double (*t)[MN_PANEL], double (*above)[4], double *b);
};

extern const mn_fast_kernels mn_fast_kernels_scalar;
extern const mn_fast_kernels mn_fast_kernels_128;
extern const mn_fast_kernels mn_fast_kernels_avx2;
extern const mn_fast_kernels mn_fast_kernels_avx512;

/* How many doubles of work the factorisation wants; 0 for shapes for which it does not pay. */
int64_t mn_fast_work_length(int32_t m, int32_t n);

/*
 * R of A = Q R and Q^T rhs, for A in a[lda*n] of a shape for which it pays: R takes the first n rows of a, with zeros
 * below its diagonal, and Q^T rhs the first n elements of rhs[m]. Returns 0, and leaves all as it was, when the numbers
 * are too large or too small for squares, or not finite.
 */
int mn_fast_triangle(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, double *rhs, double *work);

#endif
