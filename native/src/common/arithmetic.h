/*
 * The machine constants and the few scalar operations of the core.
 *
 * The constants come in three named sets because the three reference libraries use different constants: SciPy's own C
 * sources (what we ship), Debian's CMinpack and the Fortran MINPACK of netlib. They decide comparisons, and with them
 * the path.
 */
#ifndef MN_ARITHMETIC_H
#define MN_ARITHMETIC_H

#include <stddef.h>
#include <stdint.h>

#if defined(_MSC_VER) && !defined(__clang__)
#include <math.h>
#define mn_sqrt(value) sqrt(value)
#define mn_abs(value) fabs(value)
#else
/* With -fno-math-errno these are single instructions, so the library needs no libm. */
#define mn_sqrt(value) __builtin_sqrt(value)
#define mn_abs(value) __builtin_fabs(value)
#endif

/*
 * Keeps an "if" a branch. Compilers would rather compute both sides and select, and have all that follows wait for
 * both; a processor that guesses goes on meanwhile. In small solves that is a tenth of the time.
 */
#if defined(__GNUC__)
#define MN_BRANCH __asm__ volatile("")
#else
#define MN_BRANCH (void)0
#endif

#if defined(MN_CONSTANTS_SCIPY)
#define MN_CONSTANTS_NAME "scipy"
#define MN_EPSILON 0x1p-52
#define MN_SMALLEST_NORMAL 0x1p-1022
#define MN_LARGEST 0x1.fffffffffffffp+1023
#define MN_NORM_SMALL 0x1.6a09e667f3bcdp-65 /* 0.5 / 2^63.5 */
#define MN_NORM_LARGE 0x1.6a09e667f3bcdp+63 /* 2^63.5 */
#elif defined(MN_CONSTANTS_CMINPACK)
#define MN_CONSTANTS_NAME "cminpack"
#define MN_EPSILON 0x1p-52
#define MN_SMALLEST_NORMAL 0x1p-1022
#define MN_LARGEST 0x1.fffffffffffffp+1023
#define MN_NORM_SMALL 1.82691291192569e-153
#define MN_NORM_LARGE 1.34078079299426e153
#elif defined(MN_CONSTANTS_NETLIB)
#define MN_CONSTANTS_NAME "netlib"
#define MN_EPSILON 2.22044604926e-16
#define MN_SMALLEST_NORMAL 2.22507385852e-308
#define MN_LARGEST 1.79769313485e308
#define MN_NORM_SMALL 3.834e-20
#define MN_NORM_LARGE 1.304e19
#else
#error "define one of MN_CONSTANTS_SCIPY, MN_CONSTANTS_CMINPACK, MN_CONSTANTS_NETLIB"
#endif

/*
 * Comparisons where one operand may be NaN. There the references differ: the Fortran jumps over the branch on the
 * opposite comparison, and its compiler's MAX and MIN keep the other operand.
 */
#if defined(MN_CONSTANTS_NETLIB)
static inline int mn_less(double a, double b)
{
    return !(a >= b);
}

static inline int mn_at_most(double a, double b)
{
    return !(a > b);
}

static inline double mn_max(double a, double b)
{
    return b > a || a != a ? b : a;
}

static inline double mn_min(double a, double b)
{
    return b < a || a != a ? b : a;
}
#else
static inline int mn_less(double a, double b)
{
    return a < b;
}

static inline int mn_at_most(double a, double b)
{
    return a <= b;
}

static inline double mn_max(double a, double b)
{
    if (a >= b) {
        MN_BRANCH;
        return a;
    }
    return b;
}

static inline double mn_min(double a, double b)
{
    if (a <= b) {
        MN_BRANCH;
        return a;
    }
    return b;
}
#endif

static inline double mn_square(double value)
{
    return value * value;
}

/*
 * The sum of these over n components is the square of their norm when it is between the two bounds below. From the
 * first one on, what is left out here changes no bit: the squares add up to less than 2^-54 of the sum. A component
 * that the norm scales down takes the sum to the second one at least: rounding never makes a sum of squares smaller
 * than one of them. NaN makes it NaN, which is not between.
 */
static inline double mn_plain_square(double component)
{
    return mn_abs(component) <= MN_NORM_SMALL ? 0 : mn_square(component);
}

static inline double mn_least_plain_square(int32_t n)
{
    const double bound = 0x1p55 * MN_NORM_SMALL * MN_NORM_SMALL * (double)n;
    return bound > MN_NORM_SMALL ? bound : MN_NORM_SMALL;
}

static inline double mn_least_scaled_square(int32_t n)
{
    const double bound = MN_NORM_LARGE / (double)n;
    return bound * bound;
}

static inline int mn_is_plain_square(int32_t n, double square)
{
    return square >= mn_least_plain_square(n) && square < mn_least_scaled_square(n);
}

/* The whole part of a / b for whole numbers, without the call into a run-time library that 32-bit processors need for
 * it. */
static inline int32_t mn_quotient(double a, double b)
{
    return (int32_t)(a / b);
}

/* Addresses column j of a column-major matrix; the product is taken in 64 bits where pointers have them. */
#define MN_COLUMN(a, ld, j) ((a) + (ptrdiff_t)(j) * (ptrdiff_t)(ld))

#endif
