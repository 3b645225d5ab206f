#include <stddef.h>

#include "common/arithmetic.h"
#include "common/forward_difference.h"
#include "common/norm.h"
#include "least_squares/levenberg_marquardt.h"
#include "least_squares/steps.h"
#include "qr/fast_qr.h"
#include "qr/pivoted_qr.h"

/* R's diagonal takes the place of the Householder vectors' first elements. */
static void set_diagonal(mn_least_squares *p, const double *r_diagonal)
{
    for (int32_t j = 0; j < p->n; ++j) {
        MN_COLUMN(p->fjac, p->ldfjac, j)[j] = r_diagonal[j];
    }
}

/* ---- A whole Jacobian, by the caller or by differences ------------------------------------------------------- */

static int is_fast(const mn_least_squares *p)
{
    return p->tuning && p->tuning->arithmetic == MN_FAST && p->tuning->work && mn_fast_work_length(p->m, p->n) > 0;
}

/* In fast arithmetic the pivoted QR is that of the triangle that the tall QR leaves, if all numbers are finite. */
static void measure(mn_least_squares *p)
{
    for (int32_t i = 0; i < p->m; ++i) {
        p->rotated_fvec[i] = p->fvec[i];
    }
    const int is_triangle =
        is_fast(p) && mn_fast_triangle(&p->engine, p->m, p->n, p->fjac, p->ldfjac, p->rotated_fvec, p->tuning->work);
    p->rows_left = is_triangle ? p->n : p->m;
    mn_column_norms(&p->engine, p->rows_left, p->n, p->fjac, p->ldfjac, p->column_norms);
}

static void factorize(mn_least_squares *p)
{
    mn_pivoted_qr(&p->engine, p->rows_left, p->n, p->fjac, p->ldfjac, p->ipvt, p->r_diagonal, p->column_norms,
                  p->computed_norms, p->qtf, p->rotated_fvec);
    for (int32_t j = 0; j < p->n; ++j) {
        p->qtf[j] = p->rotated_fvec[j];
    }
    set_diagonal(p, p->r_diagonal);
}

static int32_t evaluate_analytic(const mn_least_squares *p, const double *x, double *fvec, int32_t request)
{
    return p->residuals_jacobian(p->user, p->m, p->n, x, fvec, p->fjac, p->ldfjac, request);
}

static int32_t call_jacobian(mn_least_squares *p)
{
    p->njev += 1;
    return evaluate_analytic(p, p->x, p->fvec, MN_JACOBIAN);
}

const mn_jacobian_source mn_analytic_jacobian = {.evaluate = evaluate_analytic,
                                                 .differentiate = call_jacobian,
                                                 .measure = measure,
                                                 .factorize = factorize,
                                                 .fjac_has_m_rows = 1};

static int32_t evaluate_residuals(const mn_least_squares *p, const double *x, double *fvec, int32_t request)
{
    return p->residuals(p->user, p->m, p->n, x, fvec, request);
}

static int32_t take_differences(mn_least_squares *p)
{
    p->nfev += p->n;
    if (p->engine.threads > 1 && p->tuning->concurrent_callback && p->tuning->work) {
        return mn_shared_forward_difference(p->tuning, p->residuals, p->user, p->m, p->n, p->x, p->fvec, p->fjac,
                                            p->ldfjac, p->epsfcn, p->tuning->work);
    }
    return mn_forward_difference(p->residuals, p->user, p->m, p->n, p->m - 1, p->n - 1, p->x, p->fvec, p->fjac,
                                 p->ldfjac, p->epsfcn, p->moved_fvec, p->kept);
}

const mn_jacobian_source mn_difference_jacobian = {.evaluate = evaluate_residuals,
                                                   .differentiate = take_differences,
                                                   .measure = measure,
                                                   .factorize = factorize,
                                                   .fjac_has_m_rows = 1};

/* ---- A Jacobian row by row ----------------------------------------------------------------------------------- */

static int32_t evaluate_rows(const mn_least_squares *p, const double *x, double *fvec, int32_t request)
{
    return p->residuals_row(p->user, p->m, p->n, x, fvec, p->row, request);
}

/* Rotates each row, with its residual on the right-hand side, into a triangle that starts as zero. */
static int32_t accumulate_rows(mn_least_squares *p)
{
    for (int32_t j = 0; j < p->n; ++j) {
        double *column = MN_COLUMN(p->fjac, p->ldfjac, j);
        for (int32_t i = 0; i < p->n; ++i) {
            column[i] = 0;
        }
        p->qtf[j] = 0;
    }
    for (int32_t i = 0; i < p->m; ++i) {
        const int32_t answer = evaluate_rows(p, p->x, p->fvec, MN_JACOBIAN + i);
        if (answer < 0) {
            return answer;
        }
        double residual = p->fvec[i];
        mn_row_update(p->n, p->fjac, p->ldfjac, p->row, p->qtf, &residual, p->cosines, p->sines);
    }
    p->njev += 1;
    return 0;
}

static void measure_triangle(mn_least_squares *p)
{
    for (int32_t j = 0; j < p->n; ++j) {
        p->column_norms[j] = mn_norm(j + 1, MN_COLUMN(p->fjac, p->ldfjac, j));
    }
}

/* Columns of the triangle keep their order unless it is singular. */
static void factorize_triangle(mn_least_squares *p)
{
    int singular = 0;
    for (int32_t j = 0; j < p->n; ++j) {
        singular |= MN_COLUMN(p->fjac, p->ldfjac, j)[j] == 0;
        p->ipvt[j] = j + 1;
    }
    if (singular) {
        mn_column_norms(&p->engine, p->n, p->n, p->fjac, p->ldfjac, p->column_norms);
        mn_pivoted_qr(&p->engine, p->n, p->n, p->fjac, p->ldfjac, p->ipvt, p->r_diagonal, p->column_norms,
                      p->computed_norms, p->multiples, p->qtf);
        set_diagonal(p, p->r_diagonal);
    }
}

const mn_jacobian_source mn_row_jacobian = {.evaluate = evaluate_rows,
                                            .differentiate = accumulate_rows,
                                            .measure = measure_triangle,
                                            .factorize = factorize_triangle,
                                            .reports_before_jacobian = 1};
