/* Random systems of equations with a banded Jacobian, as many as a test wants, in the shape of the drivers' cases. */
#ifndef BANDED_SYSTEMS_H
#define BANDED_SYSTEMS_H

#include "problems/problems.h"
#include "support/random.h"

typedef struct banded_system {
    problem_case example; /* valid until the next system is made */
    int32_t ml, mu;       /* diagonals below and above the main one */
} banded_system;

/* n from 1 to MOST_VARIABLES, bandwidths from 0 to 5. */
banded_system random_banded_system(random_stream *stream);

#endif
