/* Givens rotations, as every triangular update in the core uses them. */
#ifndef MN_ROTATION_H
#define MN_ROTATION_H

#include "common/arithmetic.h"

typedef struct mn_rotation {
    double cosine;
    double sine;
} mn_rotation;

/*
 * The rotation that takes (kept, removed) to (norm, 0), formed from the smaller ratio so that nothing overflows.
 * MINPACK has 0.5 / sqrt(0.25 + 0.25 ratio^2): the same bits, for powers of two round nothing here.
 */
static inline mn_rotation mn_rotation_eliminating(double kept, double removed)
{
    mn_rotation turn;
    if (mn_less(mn_abs(kept), mn_abs(removed))) {
        const double cotangent = kept / removed;
        turn.sine = 1 / mn_sqrt(1 + mn_square(cotangent));
        turn.cosine = turn.sine * cotangent;
    } else {
        const double tangent = removed / kept;
        turn.cosine = 1 / mn_sqrt(1 + mn_square(tangent));
        turn.sine = turn.cosine * tangent;
    }
    return turn;
}

static inline void mn_rotate(mn_rotation turn, double *kept, double *removed)
{
    const double turned = turn.cosine * *kept + turn.sine * *removed;
    *removed = -turn.sine * *kept + turn.cosine * *removed;
    *kept = turned;
}

#endif
