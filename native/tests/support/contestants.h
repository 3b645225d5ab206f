/*
 * The two sides of a comparison: our core, in the constants of the reference it is compared with, and that reference.
 * MINPACK_REFERENCE_CMINPACK or MINPACK_REFERENCE_FORTRAN chooses when the test is built.
 */
#ifndef CONTESTANTS_H
#define CONTESTANTS_H

#include "support/random.h"
#include "support/routines.h"

const routines *our_routines(void);
/* lmder alone, carried out by requests instead of callbacks. */
const routines *our_asking_routines(void);
const routines *reference_routines(void);
const equation_routines *our_equations(void);
const equation_routines *reference_equations(void);

/* Draws the CPU level and the number of tasks with which our kernels work from now on; returns a name for them. */
const char *random_engine(random_stream *stream);

/* Our QR, with Q^T rhs[m] computed along the way. */
void our_qr_with_right_side(int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots, double *r_diagonal,
                            double *rhs);

/* The machine constants of this build of the core, which must be the reference's. */
typedef struct expected_constants {
    double epsilon;
    double smallest;
    double largest;
} expected_constants;

extern const expected_constants assumed;

#endif
