/*
 * Panels of Householder reflectors on strips of columns, with fused operations. SIMD lanes run across the columns where
 * a panel is applied, so that none of its many sums ends with one across lanes, and along the rows where a panel is
 * made, so that only what is needed is computed. Written once for any number of lanes; each fast_kernels_*.c defines
 * MN_LANES and MN_FAST_KERNELS and includes this file.
 */
#include <stddef.h>

#include "arithmetic.h"
#include "fast_qr.h"
#include "lanes.h"

/* Registers for a row of a strip. */
enum { ROW = MN_STRIP / MN_LANES };

/* Reflectors whose products with WIDTH registers of columns stay in the 32 or 16 registers that there are. */
#if MN_LANES == 8 || defined(__aarch64__)
enum { WIDTH = 2, REFLECTORS = 8 };
#else
enum { WIDTH = 2, REFLECTORS = 4 };
#endif

static void interleave(int32_t rows, const double *const *columns, double *strip)
{
    for (int32_t i = 0; i < rows; i += MN_LANES) {
        MN_UNROLL
        for (int k = 0; k < MN_STRIP; k += MN_LANES) {
            lanes square[MN_LANES];
            lanes along[MN_LANES];
            MN_UNROLL
            for (int c = 0; c < MN_LANES; ++c) {
                square[c] = load(columns[k + c] + i);
            }
            transpose(square, along);
            MN_UNROLL
            for (int r = 0; r < MN_LANES; ++r) {
                store(strip + (i + r) * MN_STRIP + k, along[r]);
            }
        }
    }
}

static void transpose_tiles(int32_t rows, double *strip)
{
    for (double *tile = strip; tile < strip + rows * MN_STRIP; tile += MN_TILE) {
        lanes before[ROW][MN_STRIP];
        MN_UNROLL
        for (int r = 0; r < MN_STRIP; ++r) {
            MN_UNROLL
            for (int k = 0; k < ROW; ++k) {
                before[k][r] = load(tile + r * MN_STRIP + k * MN_LANES);
            }
        }
        MN_UNROLL
        for (int k = 0; k < ROW; ++k) {
            MN_UNROLL
            for (int r = 0; r < MN_STRIP; r += MN_LANES) {
                lanes after[MN_LANES];
                transpose(before[k] + r, after);
                MN_UNROLL
                for (int c = 0; c < MN_LANES; ++c) {
                    store(tile + (k * MN_LANES + c) * MN_STRIP + r, after[c]);
                }
            }
        }
    }
}

/* sums[k] <- the sum over the lanes of partial[k] */
static MN_INLINE void add_up(const lanes *partial, double *sums)
{
    MN_UNROLL
    for (int k = 0; k < MN_STRIP; k += MN_LANES) {
        lanes rows[MN_LANES];
        transpose(partial + k, rows);
        MN_UNROLL
        for (int l = 1; l < MN_LANES; ++l) {
            rows[0] += rows[l];
        }
        store(sums + k, rows[0]);
    }
}

/* j is a constant, for then the sums stay in registers. */
static MN_INLINE void update_and_project_from(int j, int32_t rows, double *strip, const double *weights, double *sums)
{
    lanes factors[MN_STRIP];
    lanes partial[MN_STRIP];
    MN_UNROLL
    for (int k = 0; k < MN_STRIP; ++k) {
        factors[k] = broadcast(weights[k]);
        partial[k] = broadcast(0);
    }
    for (double *tile = strip; tile < strip + rows * MN_STRIP; tile += MN_TILE) {
        for (double *at = tile; at < tile + MN_STRIP; at += MN_LANES) {
            lanes columns[MN_STRIP];
            MN_UNROLL
            for (int k = 0; k < MN_STRIP; ++k) {
                columns[k] = load(at + k * MN_STRIP);
            }
            MN_UNROLL
            for (int k = j; j > 0 && k < MN_STRIP; ++k) {
                columns[k] += columns[j - 1] * factors[k];
                store(at + k * MN_STRIP, columns[k]);
            }
            MN_UNROLL
            for (int k = 0; k < MN_STRIP; ++k) {
                partial[k] += columns[j] * columns[k];
            }
        }
    }
    add_up(partial, sums);
}

static void update_and_project(int32_t rows, double *strip, int32_t j, const double *weights, double *sums)
{
    switch (j) {
    case 0:
        update_and_project_from(0, rows, strip, weights, sums);
        break;
    case 1:
        update_and_project_from(1, rows, strip, weights, sums);
        break;
    case 2:
        update_and_project_from(2, rows, strip, weights, sums);
        break;
    case 3:
        update_and_project_from(3, rows, strip, weights, sums);
        break;
    case 4:
        update_and_project_from(4, rows, strip, weights, sums);
        break;
    case 5:
        update_and_project_from(5, rows, strip, weights, sums);
        break;
    case 6:
        update_and_project_from(6, rows, strip, weights, sums);
        break;
    default:
        update_and_project_from(7, rows, strip, weights, sums);
    }
}

/* ---- A panel on up to WIDTH registers of columns, which lie `next` doubles apart -------------------------------- */

/* products[r][c] <- v_r . b_c */
static MN_INLINE void project(int32_t rows, const double *v, const double *b, ptrdiff_t next, int width,
                              lanes (*products)[WIDTH])
{
    lanes sums[REFLECTORS][WIDTH];
    MN_UNROLL
    for (int r = 0; r < REFLECTORS; ++r) {
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            sums[r][c] = broadcast(0);
        }
    }
    for (int32_t i = 0; i < rows; ++i, v += MN_STRIP, b += MN_STRIP) {
        lanes along[WIDTH];
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            along[c] = load(b + c * next);
        }
        MN_UNROLL
        for (int r = 0; r < REFLECTORS; ++r) {
            const lanes element = broadcast(v[r]);
            MN_UNROLL
            for (int c = 0; c < width; ++c) {
                sums[r][c] += along[c] * element;
            }
        }
    }
    MN_UNROLL
    for (int r = 0; r < REFLECTORS; ++r) {
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            products[r][c] = sums[r][c];
        }
    }
}

/* b_c <- b_c - sum over r of v_r weights[r][c] */
static MN_INLINE void subtract(int32_t rows, const double *v, lanes (*weights)[WIDTH], double *b, ptrdiff_t next,
                               int width)
{
    lanes factors[REFLECTORS][WIDTH];
    MN_UNROLL
    for (int r = 0; r < REFLECTORS; ++r) {
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            factors[r][c] = weights[r][c];
        }
    }
    for (int32_t i = 0; i < rows; ++i, v += MN_STRIP, b += MN_STRIP) {
        lanes along[WIDTH];
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            along[c] = load(b + c * next);
        }
        MN_UNROLL
        for (int r = 0; r < REFLECTORS; ++r) {
            const lanes element = broadcast(v[r]);
            MN_UNROLL
            for (int c = 0; c < width; ++c) {
                along[c] -= factors[r][c] * element;
            }
        }
        MN_UNROLL
        for (int c = 0; c < width; ++c) {
            store(b + c * next, along[c]);
        }
    }
}

/* One register of columns: its products with the panel's v to what is to be subtracted; the rows of R change. */
static MN_INLINE void weigh(const mn_panel *panel, double *above, lanes (*products)[WIDTH], int c)
{
    lanes whole[MN_STRIP];
    MN_UNROLL
    for (int r = 0; r < MN_STRIP; ++r) {
        whole[r] = load(above + r * MN_STRIP) + products[r][c] * broadcast(panel->scales[r]);
    }
    MN_UNROLL
    for (int r = 0; r < MN_STRIP; ++r) {
        lanes sum = whole[0] * broadcast(panel->t[0][r]);
        MN_UNROLL
        for (int q = 1; q <= r; ++q) {
            sum += whole[q] * broadcast(panel->t[q][r]);
        }
        store(above + r * MN_STRIP, load(above + r * MN_STRIP) - sum);
        products[r][c] = sum * broadcast(panel->scales[r]);
    }
}

static MN_INLINE void apply(const mn_panel *panel, double *above, ptrdiff_t next_above, double *b, ptrdiff_t next,
                            int width)
{
    lanes products[MN_STRIP][WIDTH];
    MN_UNROLL
    for (int r = 0; r < MN_STRIP; r += REFLECTORS) {
        project(panel->rows, panel->v + r, b, next, width, products + r);
    }
    for (int c = 0; c < width; ++c) {
        weigh(panel, above + c * next_above, products, c);
    }
    MN_UNROLL
    for (int r = 0; r < MN_STRIP; r += REFLECTORS) {
        subtract(panel->rows, panel->v + r, products + r, b, next, width);
    }
}

/* From a register of columns to the next, and where register k begins. */
static MN_INLINE ptrdiff_t step(ptrdiff_t stride)
{
    return ROW == 1 ? stride : MN_LANES;
}

static MN_INLINE ptrdiff_t offset_of(int32_t k, ptrdiff_t stride)
{
    return k / ROW * stride + k % ROW * MN_LANES;
}

static void apply_panel(const mn_panel *panel, int32_t columns, double *above, ptrdiff_t stride_above, double *b,
                        ptrdiff_t stride)
{
    const int32_t count = (columns + MN_LANES - 1) / MN_LANES;
    int32_t k = 0;
    for (; k + WIDTH <= count; k += WIDTH) {
        apply(panel, above + offset_of(k, stride_above), step(stride_above), b + offset_of(k, stride), step(stride),
              WIDTH);
    }
    for (; k < count; ++k) {
        apply(panel, above + offset_of(k, stride_above), 0, b + offset_of(k, stride), 0, 1);
    }
}

const mn_fast_kernels MN_FAST_KERNELS = {.interleave = interleave,
                                         .transpose_tiles = transpose_tiles,
                                         .update_and_project = update_and_project,
                                         .apply_panel = apply_panel};
