/* Random matrices of the shapes and defects that the kernels meet. Column-major. */
#ifndef MATRICES_H
#define MATRICES_H

#include "support/random.h"

enum { MOST_ROWS = 300, MOST_COLUMNS = 40, MOST_ELEMENTS = (MOST_ROWS + 2) * MOST_COLUMNS };

typedef struct matrix_shape {
    int32_t m;
    int32_t n;
    int32_t ld; /* m to m + 2 */
} matrix_shape;

/* Mostly small; now and then up to MOST_ROWS x MOST_COLUMNS. Now and then m < n when wide is allowed. */
matrix_shape random_shape(random_stream *stream, int wide);

/* The same with m = n. */
matrix_shape random_square(random_stream *stream);

/*
 * Full, of low rank, with zero or duplicated or rescaled columns, or zero throughout; elements of any flavor. Rows
 * beyond m, up to ld, get a fixed mark. Returns a name for what it is.
 */
const char *random_matrix(random_stream *stream, matrix_shape shape, double *a);

/* An upper triangle, with zeros on the diagonal now and then; the lower triangle is full of numbers to ignore. */
void random_triangle(random_stream *stream, matrix_shape shape, double *r);

#endif
