/* Random inputs from a fixed seed: the same on every machine. */
#ifndef RANDOM_H
#define RANDOM_H

#include <stdint.h>

typedef struct random_stream {
    uint64_t state;
} random_stream;

uint64_t random_bits(random_stream *stream);
int32_t random_below(random_stream *stream, int32_t bound); /* 0 <= result < bound */
double random_unit(random_stream *stream);                  /* in (-1, 1) */

/* Where the magnitudes of random numbers lie. */
typedef enum flavour {
    FLAVOUR_UNIT,
    FLAVOUR_INTEGER,   /* small whole numbers: zeros and ties */
    FLAVOUR_MODERATE,  /* 1e-8 to 1e8 */
    FLAVOUR_WIDE,      /* 1e-300 to 1e300 */
    FLAVOUR_EDGE,      /* around the bounds beyond which a norm scales its squares, in any set of constants */
    FLAVOUR_HUGE,      /* 1e290 to overflow */
    FLAVOUR_TINY,      /* around the smallest normal number */
    FLAVOUR_SUBNORMAL, /* below it */
    FLAVOUR_MIXED,     /* each number of another flavour */
    FLAVOURS
} flavour;

flavour random_flavour(random_stream *stream); /* the plain ones more often */
double random_value(random_stream *stream, flavour of);
double random_positive(random_stream *stream, flavour of); /* finite and > 0 */
void random_vector(random_stream *stream, flavour of, int32_t n, double *values);

/* 1-based. */
void random_permutation(random_stream *stream, int32_t n, int32_t *order);

#endif
