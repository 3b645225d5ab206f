/*
 * The transcendental functions of the test problems made of + - * / and square roots alone, so that the problems give
 * the same bits on every system: no two mathematical libraries agree in the last one. Included before the problems'
 * sources by the compiler's command line. They are near the true functions where the problems use them, and defined
 * everywhere.
 */
#ifndef PORTABLE_MATH_H
#define PORTABLE_MATH_H

#include <math.h>

/* (1 + y + y^2 / 2 + ...)^4096 for y = x / 4096 */
static inline double portable_exp(double x)
{
    const double y = x / 4096;
    double value = 1 + y * (1 + y / 2 * (1 + y / 3 * (1 + y / 4 * (1 + y / 5))));
    for (int i = 0; i < 12; ++i) {
        value *= value;
    }
    return value;
}

/* The Taylor polynomials, of which one is the other's derivative. */
static inline double portable_sin(double x)
{
    double value = 1;
    for (int k = 24; k >= 2; k -= 2) {
        value = 1 - x * x / (double)(k * (k + 1)) * value;
    }
    return x * value;
}

static inline double portable_cos(double x)
{
    double value = 1;
    for (int k = 23; k >= 1; k -= 2) {
        value = 1 - x * x / (double)(k * (k + 1)) * value;
    }
    return value;
}

/* The angle is halved until its Taylor polynomial will do. */
static inline double portable_atan(double x)
{
    for (int i = 0; i < 4; ++i) {
        x = x / (1 + sqrt(1 + x * x));
    }
    double value = 0;
    for (int k = 21; k >= 1; k -= 2) {
        value = 1.0 / k - x * x * value;
    }
    return 16 * x * value;
}

#define exp portable_exp
#define sin portable_sin
#define cos portable_cos
#define atan portable_atan

#endif
