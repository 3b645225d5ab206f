#include "support/matrices.h"

#include <math.h>

static const double mark = -0x1.23456789abcdep+7;

static matrix_shape shape_of(random_stream *stream, int32_t m, int32_t n)
{
    const matrix_shape shape = {m, n, m + random_below(stream, 3)};
    return shape;
}

/* Sizes for which thousands of trials stay cheap: nine in ten are tiny. */
static int32_t random_size(random_stream *stream, int32_t scale, int32_t tiny, int32_t small, int32_t most)
{
    return 1 + random_below(stream, scale < 900 ? tiny : scale < 990 ? small : most);
}

matrix_shape random_shape(random_stream *stream, int wide)
{
    const int32_t scale = random_below(stream, 1000);
    const int32_t n = random_size(stream, scale, 7, 15, MOST_COLUMNS);
    const int32_t m = random_size(stream, scale, 12, 60, MOST_ROWS);
    if (wide && random_below(stream, 10) == 0) {
        return shape_of(stream, m, n);
    }
    return shape_of(stream, m < n ? n : m, n);
}

matrix_shape random_square(random_stream *stream)
{
    const int32_t scale = random_below(stream, 1000);
    const int32_t n = random_size(stream, scale, 7, 15, MOST_COLUMNS);
    return shape_of(stream, n, n);
}

static double *column_of(matrix_shape shape, double *a, int32_t j)
{
    return a + (int64_t)j * shape.ld;
}

static void copy_column(matrix_shape shape, double *a, int32_t from, int32_t to, double factor)
{
    for (int32_t i = 0; i < shape.m; ++i) {
        column_of(shape, a, to)[i] = factor * column_of(shape, a, from)[i];
    }
}

/* Makes every column beyond the rank-th a combination of two columns before it. */
static void lower_rank(random_stream *stream, matrix_shape shape, double *a)
{
    const int32_t rank = 1 + random_below(stream, shape.n);
    for (int32_t j = rank; j < shape.n; ++j) {
        const double *first = column_of(shape, a, random_below(stream, rank));
        const double *second = column_of(shape, a, random_below(stream, rank));
        const double weight = random_unit(stream);
        for (int32_t i = 0; i < shape.m; ++i) {
            column_of(shape, a, j)[i] = first[i] + weight * second[i];
        }
    }
}

static const char *give_structure(random_stream *stream, matrix_shape shape, double *a)
{
    const int32_t some = 1 + random_below(stream, shape.n);
    switch (random_below(stream, 12)) {
    case 0:
        lower_rank(stream, shape, a);
        return "low rank";
    case 1:
        for (int32_t k = 0; k < some; ++k) {
            copy_column(shape, a, 0, random_below(stream, shape.n), 0);
        }
        return "zero columns";
    case 2:
        for (int32_t k = 0; k < some; ++k) {
            const int32_t from = random_below(stream, shape.n);
            copy_column(shape, a, from, random_below(stream, shape.n), random_below(stream, 3) - 1);
        }
        return "repeated columns";
    case 3:
    case 4:
        for (int32_t j = 0; j < shape.n; ++j) {
            copy_column(shape, a, j, j, ldexp(1, random_below(stream, 401) - 200));
        }
        return "rescaled columns";
    default:
        return "full";
    }
}

const char *random_matrix(random_stream *stream, matrix_shape shape, double *a)
{
    const flavor of = random_flavor(stream);
    for (int32_t j = 0; j < shape.n; ++j) {
        for (int32_t i = 0; i < shape.ld; ++i) {
            column_of(shape, a, j)[i] = i < shape.m ? random_value(stream, of) : mark;
        }
    }
    return give_structure(stream, shape, a);
}

void random_triangle(random_stream *stream, matrix_shape shape, double *r)
{
    const flavor of = random_flavor(stream);
    const int singular = random_below(stream, 4) == 0;
    for (int32_t j = 0; j < shape.n; ++j) {
        for (int32_t i = 0; i < shape.ld; ++i) {
            column_of(shape, r, j)[i] = i < shape.m ? random_value(stream, of) : mark;
        }
        if (singular && random_below(stream, 3) == 0) {
            column_of(shape, r, j)[j] = 0;
        }
    }
}
