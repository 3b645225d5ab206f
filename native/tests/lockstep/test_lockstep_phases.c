/* The phases of fits in lockstep, in every number of SIMD lanes, against the same phases lane by lane: bit for bit, on
 * random numbers of every kind. */
#include <string.h>

#include "lockstep/lockstep.h"
#include "support/check.h"
#include "support/matrices.h"

enum {
    TRIALS = 1500,
    LANES = MN_MOST_LANES,
    ROWS = MOST_ROWS * LANES,
    VECTOR = MOST_COLUMNS * LANES,
    SQUARE = MOST_COLUMNS * VECTOR
};

/* The numbers of all lanes, each array on a boundary of 64 bytes. */
typedef struct numbers {
    _Alignas(64) double fvec[ROWS];
    double residuals[ROWS];
    double fjac[MOST_COLUMNS * ROWS];
    double trial[VECTOR], x[VECTOR], steps[VECTOR], diag[VECTOR], qtf[VECTOR], column_norms[VECTOR];
    double r[SQUARE];
    int64_t pivots[VECTOR], places[VECTOR];
    double ones[9][LANES];
    double work[SQUARE + 6 * VECTOR];
    double scratch[MOST_ROWS * (MOST_COLUMNS + 1) + MOST_COLUMNS * (MOST_COLUMNS + 8)];
    double *columns[MOST_COLUMNS + 1];
} numbers;

static mn_lane_vectors vectors_of(numbers *of, int32_t lanes, matrix_shape shape)
{
    return (mn_lane_vectors){.lanes = lanes,
                             .m = shape.m,
                             .n = shape.n,
                             .mode = 1,
                             .factor = 100,
                             .fvec = of->fvec,
                             .fjac = of->fjac,
                             .residuals = of->residuals,
                             .trial = of->trial,
                             .x = of->x,
                             .steps = of->steps,
                             .diag = of->diag,
                             .qtf = of->qtf,
                             .r = of->r,
                             .column_norms = of->column_norms,
                             .pivots = of->pivots,
                             .places = of->places,
                             .norm = of->ones[0],
                             .residual_norm = of->ones[1],
                             .gradient_norm = of->ones[2],
                             .scaled_x_norm = of->ones[3],
                             .step_bound = of->ones[4],
                             .damping = of->ones[5],
                             .step_norm = of->ones[6],
                             .linear_norm = of->ones[7],
                             .scaled_trial_norm = of->ones[8],
                             .work = of->work,
                             .scratch = of->scratch,
                             .columns = of->columns};
}

/* ---- Random numbers ------------------------------------------------------------------------------------------ */

static void interleave(int32_t lanes, int32_t lane, int32_t count, const double *values, double *into)
{
    for (int32_t i = 0; i < count; ++i) {
        into[i * lanes + lane] = values[i];
    }
}

static void draw_factors(random_stream *stream, int32_t lanes, int32_t lane, int32_t n, numbers *into)
{
    static double r[MOST_ELEMENTS];
    int32_t order[MOST_COLUMNS];
    const matrix_shape square = {n, n, n};
    random_triangle(stream, square, r);
    random_permutation(stream, n, order);
    interleave(lanes, lane, n * n, r, into->r);
    for (int32_t j = 0; j < n; ++j) {
        into->pivots[j * lanes + lane] = order[j] - 1;
        into->places[(order[j] - 1) * lanes + lane] = j;
    }
}

static void draw_lane(random_stream *stream, int32_t lanes, int32_t lane, matrix_shape shape, numbers *into)
{
    static double a[MOST_ELEMENTS];
    double values[MOST_ROWS];
    const flavor of = random_flavor(stream);
    random_matrix(stream, shape, a);
    for (int32_t j = 0; j < shape.n; ++j) {
        interleave(lanes, lane, shape.m, a + j * shape.ld, into->fjac + j * shape.m * lanes);
    }
    random_vector(stream, random_flavor(stream), shape.m, values);
    interleave(lanes, lane, shape.m, values, into->fvec);
    random_vector(stream, random_flavor(stream), shape.m, values);
    interleave(lanes, lane, shape.m, values, into->residuals);
    random_vector(stream, random_flavor(stream), shape.n, values);
    interleave(lanes, lane, shape.n, values, into->x);
    random_vector(stream, random_flavor(stream), shape.n, values);
    interleave(lanes, lane, shape.n, values, into->qtf);
    for (int32_t j = 0; j < shape.n; ++j) {
        into->diag[j * lanes + lane] = random_positive(stream, of);
        into->steps[j * lanes + lane] = random_positive(stream, of);
    }
    for (int32_t k = 0; k < 9; ++k) {
        into->ones[k][lane] = random_positive(stream, random_flavor(stream));
    }
    into->ones[1][lane] *= random_below(stream, 8) != 0;
    into->ones[5][lane] *= random_below(stream, 2);
    draw_factors(stream, lanes, lane, shape.n, into);
}

static mn_lane_choice random_choice(random_stream *stream, int32_t lanes)
{
    mn_lane_choice choice = {{0}};
    const int32_t all = random_below(stream, 2);
    for (int32_t lane = 0; lane < lanes; ++lane) {
        choice.flags[lane] = -(int64_t)(all || random_below(stream, 2));
    }
    return choice;
}

/* ---- The comparison ------------------------------------------------------------------------------------------ */

/* What belongs to lanes that were not chosen in fjac, fvec and column_norms does not matter. */
static void forget(const mn_lane_choice *chosen, int32_t lanes, int32_t n, numbers *of)
{
    for (int32_t k = 0; k < n * lanes; ++k) {
        of->column_norms[k] = chosen->flags[k % lanes] ? of->column_norms[k] : 0;
    }
}

static void compare(const char *phase, int32_t lanes, matrix_shape shape, const numbers *ours, const numbers *theirs)
{
    const int32_t vector = shape.n * lanes;
    check_doubles(phase, shape.m * lanes, ours->residuals, theirs->residuals);
    check_doubles(phase, vector, ours->trial, theirs->trial);
    check_doubles(phase, vector, ours->x, theirs->x);
    check_doubles(phase, vector, ours->diag, theirs->diag);
    check_doubles(phase, vector, ours->qtf, theirs->qtf);
    check_doubles(phase, vector, ours->column_norms, theirs->column_norms);
    for (int32_t j = 0; j < shape.n; ++j) {
        check_doubles(phase, (j + 1) * lanes, ours->r + j * vector, theirs->r + j * vector);
    }
    check_that(phase, memcmp(ours->pivots, theirs->pivots, (size_t)vector * sizeof(int64_t)) == 0);
    for (int32_t k = 0; k < 9; ++k) {
        check_doubles(phase, lanes, ours->ones[k], theirs->ones[k]);
    }
}

static void run_trial(random_stream *stream, const mn_lockstep_kernels *kernels, matrix_shape shape)
{
    static numbers sides[2];
    const int32_t lanes = kernels->lanes;
    const mn_lockstep_kernels *const by[] = {kernels, &mn_lockstep_alone};
    mn_lane_choice choices[5];
    memset(sides, 0, sizeof sides);
    for (int32_t lane = 0; lane < lanes; ++lane) {
        draw_lane(stream, lanes, lane, shape, &sides[0]);
    }
    memcpy(&sides[1], &sides[0], sizeof *sides);
    for (int32_t k = 0; k < 5; ++k) {
        choices[k] = random_choice(stream, lanes);
    }
    for (int32_t lane = 0; lane < lanes; ++lane) {
        choices[2].flags[lane] &= choices[1].flags[lane];
    }
    const int32_t given = random_below(stream, 4) == 0 ? 2 : 1;
    const int32_t by_differences = random_below(stream, 4) == 0;
    for (int32_t phase = 0; phase < 6; ++phase) {
        static const char *const names[] = {"step", "norms", "accept", "differences", "factors", "gradient"};
        for (int32_t side = 0; side < 2; ++side) {
            mn_lane_vectors of = vectors_of(&sides[side], lanes, shape);
            of.mode = given;
            switch (phase) {
            case 0:
                by[side]->propose_step(&of, &choices[0]);
                break;
            case 1:
                by[side]->take_norms(&of);
                break;
            case 2:
                by[side]->accept(&of, &choices[3]);
                break;
            case 3:
                if (by_differences) {
                    by[side]->take_differences(&of);
                }
                break;
            case 4:
                by[side]->factorize(&of, &choices[1]);
                forget(&choices[1], lanes, shape.n, &sides[side]);
                break;
            default:
                by[side]->measure_jacobian(&of, &choices[1], &choices[2]);
                by[side]->propose_step(&of, &choices[1]);
            }
        }
        compare(names[phase], lanes, shape, &sides[0], &sides[1]);
        if (phase < 4) {
            check_doubles(names[phase], shape.m * shape.n * lanes, sides[0].fjac, sides[1].fjac);
        }
    }
}

int main(void)
{
    for (int32_t lanes = 2; lanes <= LANES; lanes *= 2) {
        const mn_lockstep_kernels *kernels = mn_lockstep_for(MN_CPU_BEST, lanes);
        random_stream stream = {(uint64_t)lanes};
        check_group("phases in %d lanes against lane by lane", (int)lanes);
        check_that("two lanes share a register", lanes > 2 || kernels != &mn_lockstep_alone);
        for (int32_t trial = 0; trial < TRIALS && kernels != &mn_lockstep_alone; ++trial) {
            const matrix_shape shape = random_shape(&stream, 0);
            check_context("trial %d, m = %d, n = %d", (int)trial, (int)shape.m, (int)shape.n);
            run_trial(&stream, kernels, shape);
        }
    }
    return check_end();
}
