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
typedef enum flavor {
    FLAVOR_UNIT,
    FLAVOR_INTEGER,   /* small whole numbers: zeros and ties */
    FLAVOR_MODERATE,  /* 1e-8 to 1e8 */
    FLAVOR_WIDE,      /* 1e-300 to 1e300 */
    FLAVOR_EDGE,      /* around the bounds beyond which a norm scales its squares, in any set of constants */
    FLAVOR_HUGE,      /* 1e290 to overflow */
    FLAVOR_TINY,      /* around the smallest normal number */
    FLAVOR_SUBNORMAL, /* below it */
    FLAVOR_MIXED,     /* each number of another flavor */
    FLAVORS
} flavor;

flavor random_flavor(random_stream *stream); /* the plain ones more often */
double random_value(random_stream *stream, flavor of);
double random_positive(random_stream *stream, flavor of); /* finite and > 0 */
void random_vector(random_stream *stream, flavor of, int32_t n, double *values);

/* 1-based. */
void random_permutation(random_stream *stream, int32_t n, int32_t *order);

#endif
