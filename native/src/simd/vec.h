/*
 * SIMD registers of MN_LANES doubles, by the vector extension that GCC and clang share; one lane is a plain double. All
 * operations are element by element. vec holds numbers; vec_mask holds bits as wide: all set in a lane or none, when it
 * is the outcome of a comparison.
 */
#ifndef MN_VEC_H
#define MN_VEC_H

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

typedef double vec;
typedef int64_t vec_mask;

static MN_INLINE vec load(const double *from)
{
    return *from;
}

static MN_INLINE void store(double *to, vec value)
{
    *to = value;
}

static MN_INLINE vec broadcast(double value)
{
    return value;
}

static MN_INLINE vec drop_where(vec_mask mask, vec value)
{
    return mask ? 0 : value;
}

static MN_INLINE double add_lanes(double sum, vec values)
{
    return sum + values;
}

static MN_INLINE void transpose(const vec *square, vec *rows)
{
    rows[0] = square[0];
}

#else

/* They alias arrays of the public interface, and each other. */
typedef double vec __attribute__((vector_size(8 * MN_LANES), may_alias));
typedef int64_t vec_mask __attribute__((vector_size(8 * MN_LANES), may_alias));
typedef double unaligned_vec __attribute__((vector_size(8 * MN_LANES), aligned(8), may_alias));

static MN_INLINE vec load(const double *from)
{
    return *(const unaligned_vec *)from;
}

static MN_INLINE void store(double *to, vec value)
{
    *(unaligned_vec *)to = value;
}

static MN_INLINE vec_mask broadcast_bits(int64_t value)
{
    vec_mask mask = {0};
    return mask + value;
}

static MN_INLINE vec magnitude_of(vec value)
{
    return (vec)((vec_mask)value & INT64_MAX);
}

/* Whether all bits are set in any lane, or in all; in each either all are or none. */
static MN_INLINE int any(vec_mask mask)
{
#if defined(__AVX__) && MN_LANES == 4
    return __builtin_ia32_movmskpd256((vec)mask) != 0;
#else
    int64_t each = 0;
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        each |= mask[l];
    }
    return each != 0;
#endif
}

/* The value where the mask is set, zero elsewhere. */
static MN_INLINE vec keep_where(vec_mask mask, vec value)
{
    return (vec)(mask & (vec_mask)value);
}

/* Zero where the mask is set, the value elsewhere. */
static MN_INLINE vec drop_where(vec_mask mask, vec value)
{
    return (vec)(~mask & (vec_mask)value);
}

/* One after the other. */
static MN_INLINE double add_lanes(double sum, vec values)
{
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        sum += values[l];
    }
    return sum;
}

static MN_INLINE int all(vec_mask mask)
{
    return !any(~mask);
}

#if MN_LANES == 2

static MN_INLINE vec broadcast(double value)
{
    return (vec){value, value};
}

static MN_INLINE void transpose(const vec *square, vec *rows)
{
    rows[0] = __builtin_shufflevector(square[0], square[1], 0, 2);
    rows[1] = __builtin_shufflevector(square[0], square[1], 1, 3);
}

#elif MN_LANES == 4

static MN_INLINE vec broadcast(double value)
{
    return (vec){value, value, value, value};
}

static MN_INLINE void transpose(const vec *square, vec *rows)
{
    const vec even01 = __builtin_shufflevector(square[0], square[1], 0, 4, 2, 6);
    const vec odd01 = __builtin_shufflevector(square[0], square[1], 1, 5, 3, 7);
    const vec even23 = __builtin_shufflevector(square[2], square[3], 0, 4, 2, 6);
    const vec odd23 = __builtin_shufflevector(square[2], square[3], 1, 5, 3, 7);
    rows[0] = __builtin_shufflevector(even01, even23, 0, 1, 4, 5);
    rows[1] = __builtin_shufflevector(odd01, odd23, 0, 1, 4, 5);
    rows[2] = __builtin_shufflevector(even01, even23, 2, 3, 6, 7);
    rows[3] = __builtin_shufflevector(odd01, odd23, 2, 3, 6, 7);
}

#else

static MN_INLINE vec broadcast(double value)
{
    return (vec){value, value, value, value, value, value, value, value};
}

static MN_INLINE void transpose(const vec *square, vec *rows)
{
    vec pairs[8];
    vec quads[8];
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

/* mn_plain_square of each. Neighboring numbers differ in their squares, so comparing these is as good. */
static MN_INLINE vec plain_squares(vec values)
{
    const vec squares = values * values;
    const vec_mask left_out = squares <= broadcast(MN_NORM_SMALL * MN_NORM_SMALL);
    return drop_where(left_out, squares);
}

#endif
