#include "common/forward_difference.h"

#include <stddef.h>

#include "common/arithmetic.h"

/* Columns this far apart have no residual in common. */
static int32_t column_stride(int32_t n, int32_t ml, int32_t mu)
{
    const int64_t stride = (int64_t)ml + mu + 1;
    return stride < n ? (int32_t)stride : n;
}

int32_t mn_difference_evaluations(int32_t n, int32_t ml, int32_t mu)
{
    return column_stride(n, ml, mu);
}

/* Column j from the moved residuals: differences inside the band of a banded Jacobian, zeros outside. */
static void fill_column(int32_t m, int32_t j, int32_t ml, int32_t mu, int banded, const double *fvec,
                        const double *moved, double step, double *column)
{
    const int32_t first = banded && j > mu ? j - mu : 0;
    const int32_t end = banded && ml < m - 1 - j ? j + ml + 1 : m;
    for (int32_t i = 0; i < first; ++i) {
        column[i] = 0;
    }
    for (int32_t i = first; i < end; ++i) {
        column[i] = (moved[i] - fvec[i]) / step;
    }
    for (int32_t i = end; i < m; ++i) {
        column[i] = 0;
    }
}

/* ---- Several columns at once ---------------------------------------------------------------------------------- */

/* Each task moves a point of its own and has the callback write into the column. */
typedef struct shared_differences {
    mn_residuals_fn fcn;
    void *user;
    int32_t m, n;
    const double *x;
    const double *fvec;
    double *fjac;
    int32_t ldfjac;
    double relative_step;
    int32_t tasks;
    double *work; /* a point and an outcome for each task */
} shared_differences;

typedef struct outcome {
    int32_t column; /* the first that the callback stopped at, or n */
    int32_t answer; /* the last of the callback */
} outcome;

/* In cache lines, so that no two tasks write to the same. */
int64_t mn_difference_work_length(int32_t n, int32_t tasks)
{
    const int64_t line = 8;
    return tasks * (((int64_t)n + 1 + line - 1) / line * line);
}

static double *point_of(const shared_differences *d, int32_t task)
{
    return d->work + task * mn_difference_work_length(d->n, 1);
}

static outcome *outcome_of(const shared_differences *d, int32_t task)
{
    return (outcome *)(void *)(point_of(d, task) + d->n);
}

static void MN_CALL take_columns(void *work, int32_t task)
{
    const shared_differences *d = work;
    double *point = point_of(d, task);
    outcome *end = outcome_of(d, task);
    *end = (outcome){.column = d->n};
    for (int32_t j = 0; j < d->n; ++j) {
        point[j] = d->x[j];
    }
    for (int32_t j = task; j < d->n; j += d->tasks) {
        const double step = mn_difference_step(d->relative_step, d->x[j]);
        double *column = MN_COLUMN(d->fjac, d->ldfjac, j);
        point[j] = d->x[j] + step;
        end->answer = d->fcn(d->user, d->m, d->n, point, column, MN_JACOBIAN);
        point[j] = d->x[j];
        if (end->answer < 0) {
            end->column = j;
            return;
        }
        for (int32_t i = 0; i < d->m; ++i) {
            column[i] = (column[i] - d->fvec[i]) / step;
        }
    }
}

int32_t mn_shared_forward_difference(const mn_tuning *tuning, mn_residuals_fn fcn, void *user, int32_t m, int32_t n,
                                     const double *x, const double *fvec, double *fjac, int32_t ldfjac, double epsfcn,
                                     double *work)
{
    shared_differences d = {.fcn = fcn,
                            .user = user,
                            .m = m,
                            .n = n,
                            .x = x,
                            .fvec = fvec,
                            .fjac = fjac,
                            .ldfjac = ldfjac,
                            .relative_step = mn_relative_step(epsfcn),
                            .tasks = n < tuning->threads ? n : tuning->threads,
                            .work = work};
    tuning->parallel_for(tuning->host, d.tasks, take_columns, &d);

    /* A task stops at its first bad column, so the least of these is where one thread would have stopped. */
    outcome first = *outcome_of(&d, 0);
    for (int32_t task = 1; task < d.tasks; ++task) {
        const outcome *other = outcome_of(&d, task);
        if (other->column < first.column) {
            first = *other;
        }
    }
    return first.answer;
}

/* ---- One after the other ------------------------------------------------------------------------------------- */

int32_t mn_forward_difference(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, int32_t ml, int32_t mu, double *x,
                              const double *fvec, double *fjac, int32_t ldfjac, double epsfcn, double *work_m,
                              double *work_n)
{
    const double relative_step = mn_relative_step(epsfcn);
    const int32_t stride = column_stride(n, ml, mu);
    double *here = work_n;
    double *moved = work_m;
    int32_t answer = 0;

    for (int32_t start = 0; start < stride && answer >= 0; ++start) {
        for (int32_t j = start; j < n; j += stride) {
            here[j] = x[j];
            x[j] = here[j] + mn_difference_step(relative_step, here[j]);
        }
        answer = fcn(user, m, n, x, moved, MN_JACOBIAN);
        for (int32_t j = start; j < n; j += stride) {
            x[j] = here[j];
            if (answer >= 0) {
                fill_column(m, j, ml, mu, stride < n, fvec, moved, mn_difference_step(relative_step, here[j]),
                            MN_COLUMN(fjac, ldfjac, j));
            }
        }
    }
    return answer;
}
