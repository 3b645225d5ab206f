/* Kernels over panels of reflectors, for the tall QR of fast arithmetic. Internal. */
#ifndef MN_FAST_KERNELS_H
#define MN_FAST_KERNELS_H

#include <stddef.h>
#include <stdint.h>

/*
 * Columns of a strip, in which they stand side by side, row after row; and the reflectors of a panel. Rows come in
 * whole tiles: as many as columns.
 */
enum { MN_STRIP = 8, MN_TILE = MN_STRIP * MN_STRIP };

/*
 * Reflectors I - t[j][j] (e_j; scales[j] v_j)(e_j; scales[j] v_j)^T, whose product is I - (I; V S) T (I; V S)^T with
 * S = diag(scales) and T the upper triangle of t. To scale the v themselves would take one more pass over each.
 */
typedef struct mn_panel {
    int32_t rows;
    double *v; /* a strip of so many rows */
    double scales[MN_STRIP];
    double t[MN_STRIP][MN_STRIP];
} mn_panel;

typedef struct mn_fast_kernels {
    /* strip <- columns[MN_STRIP] of so many rows */
    void (*interleave)(int32_t rows, const double *const *columns, double *strip);

    /* Transposes each tile of a strip: then the columns are whole within a tile. Once more brings the strip back. */
    void (*transpose_tiles)(int32_t rows, double *strip);

    /*
     * In a strip whose tiles are transposed: column k <- column k + weights[k] column j - 1 for all k >= j, if there is
     * a column j - 1; then sums[k] <- column j . column k for all k.
     */
    void (*update_and_project)(int32_t rows, double *strip, int32_t j, const double *weights, double *sums);

    /*
     * Applies the transpose of the panel's product to so many columns, of which the panel's rows of R stand in `above`
     * and the block's in b, in strips that lie stride_above and stride doubles apart.
     */
    void (*apply_panel)(const mn_panel *panel, int32_t columns, double *above, ptrdiff_t stride_above, double *b,
                        ptrdiff_t stride);
} mn_fast_kernels;

extern const mn_fast_kernels mn_fast_kernels_scalar;
extern const mn_fast_kernels mn_fast_kernels_128;
extern const mn_fast_kernels mn_fast_kernels_avx2;
extern const mn_fast_kernels mn_fast_kernels_avx512;

#endif
