/*
 * The kernels over columns, written once for any number of SIMD lanes. Each column_kernels_*.c defines MN_LANES (1, 2,
 * 4 or 8), MN_GROUPS and MN_KERNELS (the name of its table), includes this file, and is compiled for its level.
 *
 * Rows are taken MN_LANES at a time and columns in groups of MN_LANES: such a square of elements is updated by rows of
 * SIMD registers that run down the columns, then transposed, so that its products can be added to the sums of its
 * columns, one lane each, in the order of the rows. MN_GROUPS groups side by side hide the latency of the additions.
 */
#include <stddef.h>

#include "arithmetic.h"
#include "engine.h"
#include "kernels.h"
#include "lanes.h"
#include "norm.h"
#include "scaling.h"

/* The products of v with a square of elements, added to the sums row by row. */
static MN_INLINE lanes add_products(lanes sums, const lanes *square)
{
    lanes rows[MN_LANES];
    transpose(square, rows);
    MN_UNROLL
    for (int r = 0; r < MN_LANES; ++r) {
        sums += rows[r];
    }
    return sums;
}

/* mn_plain_square of each. A number next to another has another square: the comparison can as well be of these. */
static MN_INLINE lanes plain_squares(lanes values)
{
    const lanes squares = values * values;
    const lane_flags left_out = squares <= broadcast(MN_NORM_SMALL * MN_NORM_SMALL);
    return drop_where(left_out, squares);
}

/* ---- One pass over the columns ------------------------------------------------------------------------------- */

/* What a pass does to each row, in this order. */
enum {
    DIVIDE = 1,  /* v <- v / divisor */
    REFLECT = 2, /* column k <- column k - multiples[k] u */
    PROJECT = 4, /* sums[k] <- sums[k] + v . column k; the sums start from zero unless DIVIDE is set */
    SQUARE = 8   /* sums[0] <- |column 0|^2 */
};

typedef struct pass_operands {
    const double *u;
    const double *multiples;
    double *v;
    double divisor;
    double *const *columns;
    double *sums;
} pass_operands;

/* The rows from first on, one by one; where this is inlined, what is a constant. */
static MN_INLINE void pass_rows(int what, int count, int32_t first, int32_t rows, const pass_operands *with,
                                double *sums, double *square)
{
    for (int32_t i = first; i < rows; ++i) {
        if (what & DIVIDE) {
            with->v[i] /= with->divisor;
        }
        for (int k = 0; k < count; ++k) {
            double *element = with->columns[k] + i;
            if (what & REFLECT) {
                *element -= with->multiples[k] * with->u[i];
            }
            if (what & PROJECT) {
                sums[k] += with->v[i] * *element;
            }
        }
        if (what & SQUARE) {
            *square += mn_plain_square(with->columns[0][i]);
        }
    }
}

/* One pass over count columns; where this is inlined, what and count are constants. */
static MN_INLINE void pass(int what, int count, int32_t rows, const pass_operands *with)
{
    double square = 0;
    double total[MN_MOST_COLUMNS] = {0};
    double *at[MN_MOST_COLUMNS];
    lanes multiple[MN_MOST_COLUMNS];
    lanes sums[MN_GROUPS];
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        at[k] = with->columns[k];
        if (what & REFLECT) {
            multiple[k] = broadcast(with->multiples[k]);
        }
        if (what & DIVIDE) {
            total[k] = with->sums[k];
        }
    }
    MN_UNROLL
    for (int g = 0; g < MN_GROUPS; ++g) {
        sums[g] = load(total + g * MN_LANES);
    }

    int32_t i = 0;
    for (; i <= rows - MN_LANES; i += MN_LANES) {
        lanes along_u = broadcast(0);
        lanes along_v = broadcast(0);
        if (what & REFLECT) {
            along_u = load(with->u + i);
        }
        if (what & PROJECT) {
            along_v = load(with->v + i);
        }
        if (what & DIVIDE) {
            along_v /= broadcast(with->divisor);
            store(with->v + i, along_v);
        }
        MN_UNROLL
        for (int g = 0; g < MN_GROUPS; ++g) {
            lanes products[MN_LANES];
            MN_UNROLL
            for (int c = 0; c < MN_LANES; ++c) {
                const int k = g * MN_LANES + c;
                products[c] = broadcast(0);
                if (k < count) {
                    lanes element = load(at[k] + i);
                    if (what & REFLECT) {
                        element -= multiple[k] * along_u;
                        store(at[k] + i, element);
                    }
                    if (what & PROJECT) {
                        products[c] = along_v * element;
                    }
                    if ((what & SQUARE) && k == 0) {
                        square = add_lanes(square, plain_squares(element));
                    }
                }
            }
            if ((what & PROJECT) && g * MN_LANES < count) {
                sums[g] = add_products(sums[g], products);
            }
        }
    }

    MN_UNROLL
    for (int g = 0; g < MN_GROUPS; ++g) {
        store(total + g * MN_LANES, sums[g]);
    }
    pass_rows(what, count, i, rows, with, total, &square);
    if (what & PROJECT) {
        MN_UNROLL
        for (int k = 0; k < count; ++k) {
            with->sums[k] = total[k];
        }
    }
    if (what & SQUARE) {
        with->sums[0] = square;
    }
}

/* The same for less than a register of rows, where constants do not pay. */
static MN_INLINE void few_rows(int what, int32_t rows, int32_t count, const pass_operands *with)
{
    double square = 0;
    double total[MN_MOST_COLUMNS];
    for (int k = 0; k < count; ++k) {
        total[k] = what & DIVIDE ? with->sums[k] : 0;
    }
    pass_rows(what, count, 0, rows, with, total, &square);
    for (int k = 0; k < count && (what & PROJECT); ++k) {
        with->sums[k] = total[k];
    }
    if (what & SQUARE) {
        with->sums[0] = square;
    }
}

/* Runs a pass with the count as a constant. */
static MN_INLINE void dispatch(int what, int32_t rows, int32_t count, const pass_operands *with)
{
    if (rows < MN_LANES) {
        few_rows(what, rows, count, with);
        return;
    }
#define MN_CASE(constant)                                                                                              \
    case constant:                                                                                                     \
        pass(what, constant, rows, with);                                                                              \
        return;
    switch (count) {
        MN_CASE(1)
        MN_CASE(2)
        MN_CASE(3)
        MN_CASE(4)
        MN_CASE(5)
        MN_CASE(6)
        MN_CASE(7)
    default:
        pass(what, 8, rows, with);
    }
#undef MN_CASE
}

static void project(int32_t rows, const double *v, int32_t count, double *const *columns, double *sums)
{
    const pass_operands with = {.v = (double *)(uintptr_t)v, .columns = columns, .sums = sums};
    dispatch(PROJECT, rows, count, &with);
}

static void divide_and_project(int32_t rows, double *v, double divisor, int32_t count, double *const *columns,
                               double *sums)
{
    const pass_operands with = {.v = v, .divisor = divisor, .columns = columns, .sums = sums};
    dispatch(DIVIDE | PROJECT, rows, count, &with);
}

static void reflect(int32_t rows, const double *u, const double *multiples, int32_t count, double *const *columns)
{
    const pass_operands with = {.u = u, .multiples = multiples, .columns = columns};
    dispatch(REFLECT, rows, count, &with);
}

static void reflect_and_project(int32_t rows, const double *u, const double *multiples, const double *v, int32_t count,
                                double *const *columns, double *sums)
{
    const pass_operands with = {
        .u = u, .multiples = multiples, .v = (double *)(uintptr_t)v, .columns = columns, .sums = sums};
    dispatch(REFLECT | PROJECT, rows, count, &with);
}

static double reflect_and_norm(int32_t rows, const double *u, const double *multiples, int32_t count,
                               double *const *columns)
{
    double square = 0;
    const pass_operands with = {.u = u, .multiples = multiples, .columns = columns, .sums = &square};
    dispatch(REFLECT | SQUARE, rows, count, &with);
    return mn_is_plain_square(rows, square) ? mn_sqrt(square) : mn_guarded_norm(rows, columns[0]);
}

/* ---- Norms --------------------------------------------------------------------------------------------------- */

/* Of count columns in so many groups of MN_LANES, which the first column fills up; where this is inlined, groups is a
 * constant. */
static MN_INLINE void norms_of_groups(int groups, int32_t rows, int32_t count, const double *const *columns,
                                      double *values)
{
    lanes sums[MN_GROUPS];
    const double *at[MN_MOST_COLUMNS];
    MN_UNROLL
    for (int g = 0; g < groups; ++g) {
        sums[g] = broadcast(0);
        MN_UNROLL
        for (int c = 0; c < MN_LANES; ++c) {
            const int k = g * MN_LANES + c;
            at[k] = columns[k < count ? k : 0];
        }
    }

    int32_t i = 0;
    for (; i <= rows - MN_LANES; i += MN_LANES) {
        MN_UNROLL
        for (int g = 0; g < groups; ++g) {
            lanes squares[MN_LANES];
            MN_UNROLL
            for (int c = 0; c < MN_LANES; ++c) {
                squares[c] = plain_squares(load(at[g * MN_LANES + c] + i));
            }
            sums[g] = add_products(sums[g], squares);
        }
    }

    double total[MN_MOST_COLUMNS];
    MN_UNROLL
    for (int g = 0; g < groups; ++g) {
        store(total + g * MN_LANES, sums[g]);
    }
    for (int32_t k = 0; k < count; ++k) {
        for (int32_t row = i; row < rows; ++row) {
            total[k] += mn_plain_square(columns[k][row]);
        }
        values[k] = mn_is_plain_square(rows, total[k]) ? mn_sqrt(total[k]) : mn_guarded_norm(rows, columns[k]);
    }
}

static void norms(int32_t rows, int32_t count, const double *const *columns, double *values)
{
    if (count == 1 || rows < MN_LANES) {
        for (int32_t k = 0; k < count; ++k) {
            values[k] = mn_norm(rows, columns[k]);
        }
    } else if (count <= MN_LANES) {
        norms_of_groups(1, rows, count, columns, values);
    } else {
        norms_of_groups(MN_GROUPS, rows, count, columns, values);
    }
}

static void divide(int32_t rows, double *x, double divisor)
{
    int32_t i = 0;
    for (; i <= rows - MN_LANES; i += MN_LANES) {
        store(x + i, load(x + i) / broadcast(divisor));
    }
    for (; i < rows; ++i) {
        x[i] /= divisor;
    }
}

#if MN_LANES > 1
#include "lockstep_lanes.h"
#include "lockstep_qr.h"
#include "lockstep_damping.h"
#include "lockstep_steps.h"

static const mn_lockstep_kernels lockstep = {.lanes = MN_LANES,
                                             .take_norms = take_norms,
                                             .accept = accept,
                                             .factorize = factorize,
                                             .measure_jacobian = measure_jacobian,
                                             .propose_step = propose_step};
#endif

const mn_column_kernels MN_KERNELS = {.project = project,
                                      .reflect = reflect,
                                      .reflect_and_project = reflect_and_project,
                                      .reflect_and_norm = reflect_and_norm,
                                      .divide_and_project = divide_and_project,
                                      .norms = norms,
                                      .divide = divide,
#if MN_LANES > 1
                                      .lockstep = &lockstep
#endif
};
