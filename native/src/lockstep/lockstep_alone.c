/* The phases of the fits in lockstep where the processor has not so many SIMD lanes: one lane after the other. */
#include <stddef.h>

#include "common/arithmetic.h"
#include "common/norm.h"
#include "common/scaling.h"
#include "least_squares/levenberg_marquardt.h"
#include "lockstep/lockstep.h"
#include "qr/pivoted_qr.h"
#include "simd/engine.h"

/* ---- Between a lane and memory of its own -------------------------------------------------------------------- */

static void scatter(const mn_lane_vectors *of, int32_t lane, int32_t count, const double *values, double *interleaved)
{
    for (int32_t i = 0; i < count; ++i) {
        interleaved[(ptrdiff_t)i * of->lanes + lane] = values[i];
    }
}

/* The lane as a problem by itself, with R in fjac; its numbers are in scratch. */
static mn_least_squares load(const mn_lane_vectors *of, int32_t lane)
{
    const int32_t n = of->n;
    double *matrix = of->scratch + (ptrdiff_t)of->m * (n + 1);
    double *vectors = matrix + (ptrdiff_t)n * n;
    const mn_least_squares p = {.n = n,
                                .fjac = matrix,
                                .ldfjac = n,
                                .mode = of->mode,
                                .factor = of->factor,
                                .x = vectors,
                                .diag = vectors + n,
                                .qtf = vectors + 2 * (ptrdiff_t)n,
                                .wa1 = vectors + 3 * (ptrdiff_t)n,
                                .wa2 = vectors + 4 * (ptrdiff_t)n,
                                .wa3 = vectors + 5 * (ptrdiff_t)n,
                                .wa4 = vectors + 6 * (ptrdiff_t)n,
                                .ipvt = (int32_t *)(void *)(vectors + 7 * (ptrdiff_t)n)};
    mn_gather_lane(of->lanes, lane, n, of->x, p.x);
    mn_gather_lane(of->lanes, lane, n, of->diag, p.diag);
    mn_gather_lane(of->lanes, lane, n, of->qtf, p.qtf);
    for (int32_t j = 0; j < n; ++j) {
        mn_gather_lane(of->lanes, lane, j + 1, of->r + (ptrdiff_t)j * n * of->lanes, MN_COLUMN(p.fjac, n, j));
        p.ipvt[j] = (int32_t)of->pivots[(ptrdiff_t)j * of->lanes + lane] + 1;
    }
    return p;
}

/* ---- The phases ---------------------------------------------------------------------------------------------- */

static void take_norms(const mn_lane_vectors *of)
{
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        mn_gather_lane(of->lanes, lane, of->m, of->fvec, of->scratch);
        of->norm[lane] = mn_norm(of->m, of->scratch);
    }
}

static void accept(const mn_lane_vectors *of, const mn_lane_choice *accepted)
{
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (accepted->flags[lane]) {
            mn_gather_lane(of->lanes, lane, of->m, of->fvec, of->scratch);
            scatter(of, lane, of->m, of->scratch, of->residuals);
            mn_gather_lane(of->lanes, lane, of->n, of->trial, of->scratch);
            scatter(of, lane, of->n, of->scratch, of->x);
        }
    }
}

static void take_differences(const mn_lane_vectors *of)
{
    double *element = of->fjac;
    for (int32_t j = 0; j < of->n; ++j) {
        const double *step = of->steps + (ptrdiff_t)j * of->lanes;
        const double *residual = of->residuals;
        for (int32_t i = 0; i < of->m; ++i) {
            for (int32_t lane = 0; lane < of->lanes; ++lane, ++element, ++residual) {
                *element = (*element - *residual) / step[lane];
            }
        }
    }
}

static void factorize_lane(const mn_lane_vectors *of, int32_t lane)
{
    const int32_t m = of->m;
    const int32_t n = of->n;
    double *a = of->scratch;
    double *rhs = a + (ptrdiff_t)m * n;
    const mn_least_squares p = load(of, lane);
    const mn_tuning tuning = {.cpu_level = of->cpu_level};
    const mn_engine engine = mn_engine_for(&tuning, n);
    for (int32_t j = 0; j < n; ++j) {
        mn_gather_lane(of->lanes, lane, m, of->fjac + (ptrdiff_t)j * m * of->lanes, MN_COLUMN(a, m, j));
    }
    mn_gather_lane(of->lanes, lane, m, of->residuals, rhs);
    mn_column_norms(&engine, m, n, a, m, p.column_norms);
    mn_pivoted_qr(&engine, m, n, a, m, p.ipvt, p.r_diagonal, p.column_norms, p.computed_norms, p.multiples, rhs);
    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(a, m, j);
        column[j] = p.r_diagonal[j];
        scatter(of, lane, j + 1, column, of->r + (ptrdiff_t)j * n * of->lanes);
        of->pivots[(ptrdiff_t)j * of->lanes + lane] = p.ipvt[j] - 1;
    }
    scatter(of, lane, n, rhs, of->qtf);
    scatter(of, lane, n, p.column_norms, of->column_norms);
}

static void factorize(const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            factorize_lane(of, lane);
        }
    }
}

static void measure_jacobian(const mn_lane_vectors *of, const mn_lane_choice *chosen, const mn_lane_choice *first)
{
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            mn_least_squares p = load(of, lane);
            mn_iteration_state s = {.iteration = first->flags[lane] ? 1 : 2,
                                    .residual_norm = of->residual_norm[lane],
                                    .scaled_x_norm = of->scaled_x_norm[lane],
                                    .step_bound = of->step_bound[lane]};
            mn_gather_lane(of->lanes, lane, p.n, of->column_norms, p.column_norms);
            mn_measure_jacobian(&p, &s);
            if (!(s.gradient_norm <= of->gtol)) {
                mn_grow_scale(p.mode, p.n, p.column_norms, p.diag);
            }
            scatter(of, lane, p.n, p.diag, of->diag);
            of->gradient_norm[lane] = s.gradient_norm;
            of->scaled_x_norm[lane] = s.scaled_x_norm;
            of->step_bound[lane] = s.step_bound;
        }
    }
}

static void propose_step(const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    for (int32_t lane = 0; lane < of->lanes; ++lane) {
        if (chosen->flags[lane]) {
            mn_least_squares p = load(of, lane);
            mn_iteration_state s = {.step_bound = of->step_bound[lane], .damping = of->damping[lane]};
            mn_propose_step(&p, &s);
            scatter(of, lane, p.n, p.trial, of->trial);
            of->damping[lane] = s.damping;
            of->step_norm[lane] = s.step_norm;
            of->scaled_trial_norm[lane] = s.scaled_trial_norm;
            of->linear_norm[lane] = s.linear_norm;
        }
    }
}

const mn_lockstep_kernels mn_lockstep_alone = {.take_norms = take_norms,
                                               .accept = accept,
                                               .take_differences = take_differences,
                                               .factorize = factorize,
                                               .measure_jacobian = measure_jacobian,
                                               .propose_step = propose_step};
