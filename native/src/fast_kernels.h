/*
 * Panels of Householder reflectors on strips, with fused operations and SIMD lanes across the columns, so that no sum
 * runs across lanes. Written once for any number of lanes; each fast_kernels_*.c defines MN_LANES and MN_FAST_KERNELS
 * and includes this file.
 */
#include <stddef.h>

#include "arithmetic.h"
#include "fast_qr.h"
#include "lanes.h"

/* Registers for a row of a strip. */
enum { ROW = MN_STRIP / MN_LANES };

/* Independent sums for each of them, so that no addition waits for the one before. */
enum { CHAINS = ROW < 4 ? 4 / ROW : 1 };

/* A tile: reflectors, and registers of columns, whose products stay in the 32 or 16 registers that there are. */
#if MN_LANES == 8 || defined(__aarch64__)
enum { REFLECTORS = 8, WIDTH = 2 };
#elif MN_LANES == 2
enum { REFLECTORS = 4, WIDTH = 2 };
#else
enum { REFLECTORS = 4, WIDTH = 2 };
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

static void update_and_project(int32_t rows, double *strip, int32_t from, const double *weights, int32_t onto,
                               double *sums)
{
    lanes partial[CHAINS][ROW];
    lanes factors[ROW];
    MN_UNROLL
    for (int k = 0; k < ROW; ++k) {
        factors[k] = load(weights + k * MN_LANES);
        MN_UNROLL
        for (int c = 0; c < CHAINS; ++c) {
            partial[c][k] = broadcast(0);
        }
    }
    const lanes factor = broadcast(weights[onto]);
    for (int32_t i = 0; i < rows; i += CHAINS) {
        MN_UNROLL
        for (int c = 0; c < CHAINS; ++c) {
            double *row = strip + (i + c) * MN_STRIP;
            const lanes reflector = broadcast(row[from]);
            const lanes onward = broadcast(row[onto]) + reflector * factor;
            MN_UNROLL
            for (int k = 0; k < ROW; ++k) {
                const lanes along = load(row + k * MN_LANES) + reflector * factors[k];
                store(row + k * MN_LANES, along);
                partial[c][k] += onward * along;
            }
        }
    }
    MN_UNROLL
    for (int k = 0; k < ROW; ++k) {
        MN_UNROLL
        for (int c = 1; c < CHAINS; ++c) {
            partial[0][k] += partial[c][k];
        }
        store(sums + k * MN_LANES, partial[0][k]);
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

const mn_fast_kernels MN_FAST_KERNELS = {
    .interleave = interleave, .update_and_project = update_and_project, .apply_panel = apply_panel};
