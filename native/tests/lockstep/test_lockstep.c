/* Fits in lockstep against the same fits alone: every output of every one, bit for bit. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "minpack_native.h"
#include "problems/problems.h"
#include "support/case_callbacks.h"
#include "support/check.h"
#include "support/random.h"

enum { MOST_LANES = 8, FITS = 43, MATRIX = MOST_RESIDUALS * MOST_VARIABLES };

typedef struct settings {
    double tolerance;
    int32_t maxfev;
    int32_t mode;
    double factor;
    int by_differences;
} settings;

typedef struct fit {
    double x[MOST_VARIABLES];
    double diag[MOST_VARIABLES];
    double residuals[MOST_RESIDUALS];
    double norm;
    double r[MATRIX]; /* the upper triangle, in n columns of n; zeros below */
    double qtf[MOST_VARIABLES];
    int32_t ipvt[MOST_VARIABLES];
    int32_t counts[3]; /* info, nfev, njev */
} fit;

/* ---- Alone --------------------------------------------------------------------------------------------------- */

static void keep_triangle(int32_t n, const double *from, int32_t ld, double *to)
{
    for (int32_t j = 0; j < n; ++j) {
        for (int32_t i = 0; i < n; ++i) {
            to[i + j * n] = i <= j ? from[i + (int64_t)j * ld] : 0;
        }
    }
}

static void fit_alone(problem_case *which, const settings *with, fit *result)
{
    static double fjac[MATRIX];
    static double wa[3][MOST_VARIABLES];
    static double wa4[MOST_RESIDUALS];
    const int32_t m = which->m;
    const int32_t n = which->n;
    memset(fjac, 0, sizeof fjac);
    if (with->by_differences) {
        result->counts[0] =
            mn_lmdif(residuals, which, m, n, result->x, result->residuals, with->tolerance, with->tolerance, 0,
                     with->maxfev, 0, result->diag, with->mode, with->factor, 0, &result->counts[1], fjac, m,
                     result->ipvt, result->qtf, wa[0], wa[1], wa[2], wa4, NULL);
    } else {
        result->counts[0] =
            mn_lmder(residuals_jacobian, which, m, n, result->x, result->residuals, fjac, m, with->tolerance,
                     with->tolerance, 0, with->maxfev, result->diag, with->mode, with->factor, 0, &result->counts[1],
                     &result->counts[2], result->ipvt, result->qtf, wa[0], wa[1], wa[2], wa4, NULL);
    }
    keep_triangle(n, fjac, m, result->r);
    result->norm = mn_enorm(m, result->residuals);
}

/* ---- In lockstep --------------------------------------------------------------------------------------------- */

static double *aligned(int64_t doubles)
{
    const size_t bytes = ((size_t)doubles * sizeof(double) + 63) / 64 * 64;
    double *memory = aligned_alloc(64, bytes);
    memset(memory, 0, bytes);
    return memory;
}

static mn_lockstep new_lockstep(const problem_case *which, const settings *with, int32_t lanes, int32_t level)
{
    const int32_t m = which->m;
    const int32_t n = which->n;
    mn_lockstep fits = {.lanes = lanes,
                        .m = m,
                        .n = n,
                        .maxfev = with->maxfev,
                        .mode = with->mode,
                        .differences = with->by_differences,
                        .cpu_level = level,
                        .ftol = with->tolerance,
                        .xtol = with->tolerance,
                        .gtol = 0,
                        .factor = with->factor,
                        .trial = aligned(lanes * n),
                        .fvec = aligned(lanes * m),
                        .fjac = aligned((int64_t)lanes * m * n),
                        .moved = aligned(lanes * n),
                        .residuals = aligned(lanes * m),
                        .x = aligned(lanes * n),
                        .norm = aligned(lanes),
                        .diag = aligned(lanes * n),
                        .r = aligned((int64_t)lanes * n * n),
                        .qtf = aligned(lanes * n),
                        .ipvt = (int32_t *)(void *)aligned(lanes * n),
                        .want = (int32_t *)(void *)aligned(lanes),
                        .info = (int32_t *)(void *)aligned(lanes),
                        .nfev = (int32_t *)(void *)aligned(lanes),
                        .njev = (int32_t *)(void *)aligned(lanes),
                        .work = aligned(mn_lockstep_length(lanes, m, n))};
    return fits;
}

static void free_lockstep(mn_lockstep *fits)
{
    void *const pieces[] = {fits->trial, fits->fvec, fits->fjac, fits->moved, fits->residuals, fits->x,
                            fits->norm,  fits->diag, fits->r,    fits->qtf,   fits->ipvt,      fits->want,
                            fits->info,  fits->nfev, fits->njev, fits->work};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; ++i) {
        free(pieces[i]);
    }
}

static void trial_of(const mn_lockstep *fits, int32_t lane, double *x)
{
    for (int32_t j = 0; j < fits->n; ++j) {
        x[j] = fits->trial[j * fits->lanes + lane];
    }
}

static void fill_residuals(const problem_case *which, const mn_lockstep *fits, int32_t lane, const double *x,
                           double *interleaved)
{
    double values[MOST_RESIDUALS];
    which->problem->residuals(which->m, which->n, x, values);
    for (int32_t i = 0; i < which->m; ++i) {
        interleaved[i * fits->lanes + lane] = values[i];
    }
}

static void fill_jacobian(problem_case *which, const mn_lockstep *fits, int32_t lane, double *x)
{
    static double matrix[MATRIX];
    case_jacobian(which, x, matrix, which->m);
    for (int32_t k = 0; k < which->m * which->n; ++k) {
        fits->fjac[(int64_t)k * fits->lanes + lane] = matrix[k];
    }
}

static void fill_moved(const problem_case *which, const mn_lockstep *fits, int32_t lane, double *x)
{
    for (int32_t j = 0; j < which->n; ++j) {
        const double kept = x[j];
        x[j] = fits->moved[j * fits->lanes + lane];
        fill_residuals(which, fits, lane, x, fits->fjac + (int64_t)j * which->m * fits->lanes);
        x[j] = kept;
    }
}

/* What the lanes want, one after the other: there is no vectorized model here. */
static void evaluate(problem_case *which, const mn_lockstep *fits, int32_t lane)
{
    double x[MOST_VARIABLES];
    trial_of(fits, lane, x);
    if (fits->want[lane] == MN_RESIDUALS) {
        fill_residuals(which, fits, lane, x, fits->fvec);
    } else if (fits->want[lane] == MN_JACOBIAN && fits->differences) {
        fill_moved(which, fits, lane, x);
    } else if (fits->want[lane] == MN_JACOBIAN) {
        fill_jacobian(which, fits, lane, x);
    }
}

static void take_result(const mn_lockstep *fits, int32_t lane, fit *result)
{
    for (int32_t j = 0; j < fits->n; ++j) {
        result->x[j] = fits->x[j * fits->lanes + lane];
        check_double("the trial point at the end", fits->trial[j * fits->lanes + lane], result->x[j]);
    }
    for (int32_t i = 0; i < fits->m; ++i) {
        result->residuals[i] = fits->residuals[i * fits->lanes + lane];
    }
    result->norm = fits->norm[lane];
    memcpy(result->diag, fits->diag + lane * fits->n, (size_t)fits->n * sizeof(double));
    memcpy(result->qtf, fits->qtf + lane * fits->n, (size_t)fits->n * sizeof(double));
    memcpy(result->ipvt, fits->ipvt + lane * fits->n, (size_t)fits->n * sizeof(int32_t));
    keep_triangle(fits->n, fits->r + (int64_t)lane * fits->n * fits->n, fits->n, result->r);
    result->counts[0] = fits->info[lane];
    result->counts[1] = fits->nfev[lane];
    result->counts[2] = fits->njev[lane];
}

/* All fits through the lanes, each lane taking the next as it gets free; now and then some are held. */
static void fit_in_lockstep(problem_case *which, const settings *with, int32_t lanes, int32_t level, fit *results)
{
    mn_lockstep fits = new_lockstep(which, with, lanes, level);
    random_stream stream = {(uint64_t)lanes};
    int32_t fit_of[MOST_LANES];
    int32_t next = 0;
    int32_t busy = 0;
    for (int32_t lane = 0; lane < lanes; ++lane) {
        fit_of[lane] = -1;
    }
    do {
        busy = 0;
        for (int32_t lane = 0; lane < lanes; ++lane) {
            while (fits.want[lane] == MN_REPORT && (fit_of[lane] >= 0 || next < FITS)) {
                if (fit_of[lane] >= 0) {
                    take_result(&fits, lane, &results[fit_of[lane]]);
                    fit_of[lane] = -1;
                }
                if (next < FITS) {
                    fit_of[lane] = next++;
                    for (int32_t j = 0; j < which->n; ++j) {
                        fits.trial[j * lanes + lane] = results[fit_of[lane]].x[j];
                        fits.diag[lane * which->n + j] = results[fit_of[lane]].diag[j];
                    }
                    mn_lockstep_start(&fits, lane);
                }
            }
            busy |= fits.want[lane] != MN_REPORT;
            evaluate(which, &fits, lane);
        }
        mn_lockstep_advance(&fits, random_below(&stream, 2) ? -1 : random_below(&stream, 1 << lanes));
    } while (busy);
    free_lockstep(&fits);
}

/* ---- The comparison ------------------------------------------------------------------------------------------ */

/* Starts around the problem's own, far ones among them, from which some fits overflow. */
static void random_starts(random_stream *stream, problem_case *which, fit *fits)
{
    for (int32_t k = 0; k < FITS; ++k) {
        const double spread = k % 8 == 7 ? 1e150 : k % 4 == 3 ? 1e3 : 1;
        case_start(which, fits[k].x);
        for (int32_t j = 0; j < which->n; ++j) {
            fits[k].x[j] += spread * random_unit(stream);
            fits[k].diag[j] = 1 + j;
        }
    }
}

static void compare(problem_case *which, const settings *with, random_stream *stream)
{
    static fit starts[FITS];
    static fit alone[FITS];
    static fit together[FITS];
    memset(starts, 0, sizeof starts);
    random_starts(stream, which, starts);
    memcpy(alone, starts, sizeof starts);
    for (int32_t k = 0; k < FITS; ++k) {
        fit_alone(which, with, &alone[k]);
    }
    for (int32_t lanes = 2; lanes <= MOST_LANES; lanes *= 2) {
        for (int32_t level = MN_CPU_SCALAR; level <= MN_CPU_AVX512; ++level) {
            memcpy(together, starts, sizeof starts);
            fit_in_lockstep(which, with, lanes, level, together);
            for (int32_t k = 0; k < FITS; ++k) {
                check_context("m = %d, n = %d, fit %d in %d lanes, level %d", (int)which->m, (int)which->n, (int)k,
                              (int)lanes, (int)level);
                check_integers("counts", 3, together[k].counts, alone[k].counts);
                check_doubles("x", which->n, together[k].x, alone[k].x);
                check_doubles("residuals", which->m, together[k].residuals, alone[k].residuals);
                check_doubles("norm", 1, &together[k].norm, &alone[k].norm);
                if (alone[k].counts[1] > 1) {
                    check_doubles("r", which->n * which->n, together[k].r, alone[k].r);
                    check_doubles("qtf", which->n, together[k].qtf, alone[k].qtf);
                    check_integers("ipvt", which->n, together[k].ipvt, alone[k].ipvt);
                    check_doubles("diag", which->n, together[k].diag, alone[k].diag);
                }
            }
        }
    }
}

/* ---- What NaN and products that overflow lead to; alone, that is what SciPy's sources do (test_recordings.c) ---- */

static void start_near(int32_t n, double *x)
{
    for (int32_t j = 0; j < n; ++j) {
        x[j] = j == 0 ? 1 : 0.1;
    }
}

static void first_is_nan(int32_t m, int32_t n, const double *x, double *fvec)
{
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = i == 0 ? NAN : x[i % n] - i;
    }
}

static void first_is_nan_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m, (void)x;
    for (int32_t j = 0; j < n; ++j) {
        row[j] = i == 0 ? NAN : j == i % n;
    }
}

static void overflowing(int32_t m, int32_t n, const double *x, double *fvec)
{
    (void)n;
    for (int32_t i = 0; i < m; ++i) {
        fvec[i] = 1e308 * (x[0] / (1 + x[1] * i) - 3 / (1 + 0.7 * i));
    }
}

static void overflowing_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)
{
    (void)m, (void)n;
    const double divisor = 1 + x[1] * i;
    row[0] = 1e308 / divisor;
    row[1] = -1e308 * x[0] * i / (divisor * divisor);
}

static const problem troubled[] = {{"NaN", start_near, first_is_nan, first_is_nan_row, 0},
                                   {"overflowing products", start_near, overflowing, overflowing_row, 0}};

int main(void)
{
    static const settings choices[] = {{0x1p-26, 400, 1, 100, 0},
                                       {0x1p-26, 400, 1, 100, 1},
                                       {1e-15, 12, 2, 0.1, 0},
                                       {0, 60, 1, 1, 1},
                                       {-1, 9, 1, 1, 0}};
    random_stream stream = {17};
    check_group("fits in lockstep against fits alone");
    for (int32_t i = 0; i < LEAST_SQUARES_CASES; ++i) {
        problem_case which = least_squares_case(i);
        if (which.n <= 12 && which.m <= 70) {
            compare(&which, &choices[i % 5], &stream);
        }
    }
    check_group("NaN and overflow in lockstep against alone");
    for (int32_t i = 0; i < 4; ++i) {
        problem_case which = {&troubled[i / 2], 0, 20, 2, 1};
        compare(&which, &choices[i % 2], &stream);
    }
    return check_end();
}
