/*
 * One panel of Householder reflectors applied to a block of rows, with fused operations and SIMD lanes along the rows.
 * Written once for any number of lanes; each fast_kernels_*.c defines MN_LANES and MN_FAST_KERNELS and includes this
 * file.
 */
#include <stddef.h>

#include "arithmetic.h"
#include "fast_qr.h"
#include "lanes.h"

static MN_INLINE double sum_of(lanes values)
{
    return add_lanes(0, values);
}

static double dot(const double *x, const double *y)
{
    lanes sums[4];
    MN_UNROLL
    for (int k = 0; k < 4; ++k) {
        sums[k] = broadcast(0);
    }
    for (int32_t i = 0; i < MN_BLOCK_ROWS; i += 4 * MN_LANES) {
        MN_UNROLL
        for (int k = 0; k < 4; ++k) {
            sums[k] += load(x + i + k * MN_LANES) * load(y + i + k * MN_LANES);
        }
    }
    return sum_of((sums[0] + sums[1]) + (sums[2] + sums[3]));
}

static void add_multiple(double multiple, const double *x, double *y)
{
    for (int32_t i = 0; i < MN_BLOCK_ROWS; i += MN_LANES) {
        store(y + i, load(y + i) + broadcast(multiple) * load(x + i));
    }
}

static void scale(double factor, double *x)
{
    for (int32_t i = 0; i < MN_BLOCK_ROWS; i += MN_LANES) {
        store(x + i, load(x + i) * broadcast(factor));
    }
}

/* products[r][c] <- v_r . b_c for four columns of v and two of b. */
static MN_INLINE void multiply_4x2(const double *v, const double *b, double products[][4], int c)
{
    lanes sums[4][2];
    MN_UNROLL
    for (int r = 0; r < 4; ++r) {
        sums[r][0] = broadcast(0);
        sums[r][1] = broadcast(0);
    }
    for (int32_t i = 0; i < MN_BLOCK_ROWS; i += MN_LANES) {
        const lanes b0 = load(b + i);
        const lanes b1 = load(b + MN_BLOCK_ROWS + i);
        MN_UNROLL
        for (int r = 0; r < 4; ++r) {
            const lanes along = load(v + r * MN_BLOCK_ROWS + i);
            sums[r][0] += along * b0;
            sums[r][1] += along * b1;
        }
    }
    MN_UNROLL
    for (int r = 0; r < 4; ++r) {
        products[r][c] = sum_of(sums[r][0]);
        products[r][c + 1] = sum_of(sums[r][1]);
    }
}

/* b_c <- b_c - sum over r of v_r weights[r][c], for four columns of v and two of b. */
static MN_INLINE void subtract_4x2(const double *v, double weights[][4], int c, double *b)
{
    lanes factors[4][2];
    MN_UNROLL
    for (int r = 0; r < 4; ++r) {
        factors[r][0] = broadcast(weights[r][c]);
        factors[r][1] = broadcast(weights[r][c + 1]);
    }
    for (int32_t i = 0; i < MN_BLOCK_ROWS; i += MN_LANES) {
        lanes b0 = load(b + i);
        lanes b1 = load(b + MN_BLOCK_ROWS + i);
        MN_UNROLL
        for (int r = 0; r < 4; ++r) {
            const lanes along = load(v + r * MN_BLOCK_ROWS + i);
            b0 -= along * factors[r][0];
            b1 -= along * factors[r][1];
        }
        store(b + i, b0);
        store(b + MN_BLOCK_ROWS + i, b1);
    }
}

/* (I - V T^T V^T) on four columns b, whose rows under R stand in the block and whose rows in R in above[8][4]. */
static void apply_panel(const double *v, double (*t)[MN_PANEL], double (*above)[4], double *b)
{
    double products[MN_PANEL][4];
    double weights[MN_PANEL][4];
    MN_UNROLL
    for (int c = 0; c < 4; c += 2) {
        multiply_4x2(v, b + c * MN_BLOCK_ROWS, products, c);
        multiply_4x2(v + 4 * MN_BLOCK_ROWS, b + c * MN_BLOCK_ROWS, products + 4, c);
    }
    for (int r = 0; r < MN_PANEL; ++r) {
        for (int c = 0; c < 4; ++c) {
            products[r][c] += above[r][c];
        }
    }
    for (int r = 0; r < MN_PANEL; ++r) {
        double sums[4] = {0};
        for (int q = 0; q <= r; ++q) {
            for (int c = 0; c < 4; ++c) {
                sums[c] += t[q][r] * products[q][c];
            }
        }
        for (int c = 0; c < 4; ++c) {
            weights[r][c] = sums[c];
            above[r][c] -= sums[c];
        }
    }
    MN_UNROLL
    for (int c = 0; c < 4; c += 2) {
        subtract_4x2(v, weights, c, b + c * MN_BLOCK_ROWS);
        subtract_4x2(v + 4 * MN_BLOCK_ROWS, weights + 4, c, b + c * MN_BLOCK_ROWS);
    }
}

const mn_fast_kernels MN_FAST_KERNELS = {
    .dot = dot, .add_multiple = add_multiple, .scale = scale, .apply_panel = apply_panel};
