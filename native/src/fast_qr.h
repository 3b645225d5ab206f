/* QR of tall matrices by row blocks, for MN_FAST. Internal. */
#ifndef MN_FAST_QR_H
#define MN_FAST_QR_H

#include <stddef.h>

#include "engine.h"

/* Columns of a strip, which stand side by side, row after row; also the reflectors of a panel. */
enum { MN_STRIP = 8 };

/* The reflectors of a panel, I - scales[j]^2 t[j][j] (e_j / scales[j]; v_j)(e_j / scales[j]; v_j)^T, with v in a strip.
 */
typedef struct mn_panel {
    int32_t rows; /* a multiple of MN_STRIP, as everywhere below */
    double *v;    /* [rows][MN_STRIP] */
    double scales[MN_STRIP];
    double t[MN_STRIP][MN_STRIP]; /* upper triangle: with S = diag(scales) their product is I - (I; V S) T (I; V S)^T */
} mn_panel;

struct mn_fast_kernels {
    /* strip[rows][MN_STRIP] <- eight columns of so many rows */
    void (*interleave)(int32_t rows, const double *const *columns, double *strip);

    /*
     * To each row of the strip weights[MN_STRIP] times its own element `from`, then sums[MN_STRIP] <- column `onto` of
     * the strip times all of its columns. No weight may be given to columns `from`.
     */
    void (*update_and_project)(int32_t rows, double *strip, int32_t from, const double *weights, int32_t onto,
                               double *sums);

    /*
     * Applies the transpose of the panel's product to so many columns: their parts in the panel's rows of R, above, and
     * in the block, b, in strips that lie stride_above and stride doubles apart.
     */
    void (*apply_panel)(const mn_panel *panel, int32_t columns, double *above, ptrdiff_t stride_above, double *b,
                        ptrdiff_t stride);
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
