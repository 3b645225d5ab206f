#include "support/random.h"

#include <math.h>

/* splitmix64 (Steele, Lea, Flood 2014) */
uint64_t random_bits(random_stream *stream)
{
    stream->state += 0x9e3779b97f4a7c15u;
    uint64_t mixed = stream->state;
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9u;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebu;
    return mixed ^ (mixed >> 31);
}

int32_t random_below(random_stream *stream, int32_t bound)
{
    return (int32_t)(random_bits(stream) % (uint64_t)bound);
}

double random_unit(random_stream *stream)
{
    const double magnitude = ((double)(random_bits(stream) >> 12) + 0.5) * 0x1p-52;
    return random_below(stream, 2) == 0 ? magnitude : -magnitude;
}

flavor random_flavor(random_stream *stream)
{
    const int32_t choice = random_below(stream, 2 * FLAVORS);
    return choice < (int32_t)FLAVORS ? (flavor)choice : (flavor)(choice % (FLAVOR_WIDE + 1));
}

/* With a binary exponent between the two. */
static double random_scaled(random_stream *stream, int32_t lowest, int32_t highest)
{
    const double value = random_unit(stream);
    return ldexp(value, lowest + random_below(stream, highest - lowest + 1));
}

/* Near 2^-510, 2^-65, 2^63 and 2^511, and their values divided by a small count. */
static double random_edge(random_stream *stream)
{
    static const int32_t exponents[] = {-509, -64, 64, 512};
    const int32_t exponent = exponents[random_below(stream, 4)];
    return random_scaled(stream, exponent - 4, exponent + 1);
}

double random_value(random_stream *stream, flavor of)
{
    switch (of) {
    case FLAVOR_INTEGER:
        return (double)(random_below(stream, 7) - 3);
    case FLAVOR_MODERATE:
        return random_scaled(stream, -26, 26);
    case FLAVOR_WIDE:
        return random_scaled(stream, -997, 997);
    case FLAVOR_EDGE:
        return random_edge(stream);
    case FLAVOR_HUGE:
        return random_scaled(stream, 964, 1024);
    case FLAVOR_TINY:
        return random_scaled(stream, -1030, -1010);
    case FLAVOR_SUBNORMAL:
        return random_scaled(stream, -1073, -1022);
    case FLAVOR_MIXED:
        return random_value(stream, (flavor)random_below(stream, FLAVOR_MIXED));
    default:
        return random_unit(stream);
    }
}

double random_positive(random_stream *stream, flavor of)
{
    double value = 0;
    while (value == 0) {
        value = fabs(random_value(stream, of));
    }
    return value;
}

void random_vector(random_stream *stream, flavor of, int32_t n, double *values)
{
    for (int32_t i = 0; i < n; ++i) {
        values[i] = random_value(stream, of);
    }
}

void random_permutation(random_stream *stream, int32_t n, int32_t *order)
{
    for (int32_t i = 0; i < n; ++i) {
        const int32_t other = random_below(stream, i + 1);
        order[i] = i + 1;
        order[i] = order[other];
        order[other] = i + 1;
    }
}
