/*
 * SIMD registers of MN_LANES doubles, by the vector extension that GCC and clang share; one lane is a plain double. All
 * operations are element by element.
 */
#ifndef MN_LANES_H
#define MN_LANES_H

#include <stdint.h>

#include "common/arithmetic.h"
#include "common/inlining.h"

#if !defined(__GNUC__)
#define MN_UNROLL
#elif defined(__clang__)
#define MN_UNROLL _Pragma("clang loop unroll(full)")
#else
#define MN_UNROLL _Pragma("GCC unroll 16")
#endif

#if MN_LANES == 1

typedef double lanes;
typedef int64_t lane_flags;

static MN_INLINE lanes load(const double *from)
{
    return *from;
}

static MN_INLINE void store(double *to, lanes value)
{
    *to = value;
}

static MN_INLINE lanes broadcast(double value)
{
    return value;
}

static MN_INLINE lanes drop_where(lane_flags flags, lanes value)
{
    return flags ? 0 : value;
}

static MN_INLINE double add_lanes(double sum, lanes values)
{
    return sum + values;
}

static MN_INLINE void transpose(const lanes *square, lanes *rows)
{
    rows[0] = square[0];
}

#else

/* They stand in arrays of the public interface, and trade places as each other. */
typedef double lanes __attribute__((vector_size(8 * MN_LANES), may_alias));
typedef int64_t lane_flags __attribute__((vector_size(8 * MN_LANES), may_alias));
typedef double unaligned_lanes __attribute__((vector_size(8 * MN_LANES), aligned(8), may_alias));

static MN_INLINE lanes load(const double *from)
{
    return *(const unaligned_lanes *)from;
}

static MN_INLINE void store(double *to, lanes value)
{
    *(unaligned_lanes *)to = value;
}

static MN_INLINE lane_flags flags_of(int64_t value)
{
    lane_flags flags = {0};
    return flags + value;
}

static MN_INLINE lanes magnitude_of(lanes value)
{
    return (lanes)((lane_flags)value & INT64_MAX);
}

/* Whether all bits are set in any lane, or in all; in each either all are or none. */
static MN_INLINE int any(lane_flags flags)
{
#if defined(__AVX__) && MN_LANES == 4
    return __builtin_ia32_movmskpd256((lanes)flags) != 0;
#else
    int64_t each = 0;
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        each |= flags[l];
    }
    return each != 0;
#endif
}

/* The value where the flags are set, zero elsewhere. */
static MN_INLINE lanes keep_where(lane_flags flags, lanes value)
{
    return (lanes)(flags & (lane_flags)value);
}

/* Zero where the flags are set, the value elsewhere. */
static MN_INLINE lanes drop_where(lane_flags flags, lanes value)
{
    return (lanes)(~flags & (lane_flags)value);
}

/* One after the other. */
static MN_INLINE double add_lanes(double sum, lanes values)
{
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        sum += values[l];
    }
    return sum;
}

static MN_INLINE int all(lane_flags flags)
{
    return !any(~flags);
}

#if MN_LANES == 2

static MN_INLINE lanes broadcast(double value)
{
    return (lanes){value, value};
}

static MN_INLINE void transpose(const lanes *square, lanes *rows)
{
    rows[0] = __builtin_shufflevector(square[0], square[1], 0, 2);
    rows[1] = __builtin_shufflevector(square[0], square[1], 1, 3);
}

#elif MN_LANES == 4

static MN_INLINE lanes broadcast(double value)
{
    return (lanes){value, value, value, value};
}

static MN_INLINE void transpose(const lanes *square, lanes *rows)
{
    const lanes even01 = __builtin_shufflevector(square[0], square[1], 0, 4, 2, 6);
    const lanes odd01 = __builtin_shufflevector(square[0], square[1], 1, 5, 3, 7);
    const lanes even23 = __builtin_shufflevector(square[2], square[3], 0, 4, 2, 6);
    const lanes odd23 = __builtin_shufflevector(square[2], square[3], 1, 5, 3, 7);
    rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
    rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
    rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
}

#else

static MN_INLINE lanes broadcast(double value)
{
    return (lanes){value, value, value, value, value, value, value, value};
}

static MN_INLINE void transpose(const lanes *square, lanes *rows)
{
    lanes pairs[8];
    lanes quads[8];
    MN_UNROLL
    for (int k = 0; k < 8; k += 2) {
        pairs[k] = __builtin_shufflevector(square[k], square[k + 1], 0, 8, 2, 10, 4, 12, 6, 14);
        pairs[k + 1] = __builtin_shufflevector(square[k], square[k + 1], 1, 9, 3, 11, 5, 13, 7, 15);
    }
    MN_UNROLL
    for (int k = 0; k < 8; k += 4) {
        MN_UNROLL
        for (int odd = 0; odd < 2; ++odd) {
            quads[k + odd] = __builtin_shufflevector(pairs[k + odd], pairs[k + odd + 2], 0, 1, 8, 9, 4, 5, 12, 13);
            quads[k + odd + 2] =
                __builtin_shufflevector(pairs[k + odd], pairs[k + odd + 2], 2, 3, 10, 11, 6, 7, 14, 15);
        }
    }
    MN_UNROLL
    for (int r = 0; r < 4; ++r) {
        rows[r] = __builtin_shufflevector(quads[r], quads[r + 4], 0, 1, 2, 3, 8, 9, 10, 11);
        rows[r + 4] = __builtin_shufflevector(quads[r], quads[r + 4], 4, 5, 6, 7, 12, 13, 14, 15);
    }
}

#endif
#endif

/* mn_plain_square of each. A number next to another has another square: the comparison can as well be of these. */
static MN_INLINE lanes plain_squares(lanes values)
{
    const lanes squares = values * values;
    const lane_flags left_out = squares <= broadcast(MN_NORM_SMALL * MN_NORM_SMALL);
    return drop_where(left_out, squares);
}

#endif
