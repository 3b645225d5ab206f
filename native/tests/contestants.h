/*
 * The two sides of a comparison: our core, in the constants of the judge it is linked against, and that judge.
 * MINPACK_JUDGE_CMINPACK or MINPACK_JUDGE_FORTRAN chooses when the test is built.
 */
#ifndef CONTESTANTS_H
#define CONTESTANTS_H

#include "routines.h"

const routines *our_routines(void);
const routines *judge_routines(void);
const equation_routines *our_equations(void);
const equation_routines *judge_equations(void);

/* The machine constants of this build of the core, which must be the judge's. */
typedef struct expected_constants {
    double epsilon;
    double smallest;
    double largest;
} expected_constants;

extern const expected_constants assumed;

#endif
