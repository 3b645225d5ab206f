#include <stddef.h>

#include "common/arithmetic.h"
#include "common/norm.h"
#include "qr/factorization.h"
#include "simd/engine.h"

/* ---- Remaining norms ----------------------------------------------------------------------------------------- */

/* A norm downdated this far from the last one computed afresh has lost its digits to cancellation. */
static int has_lost_digits(double downdated, double computed)
{
    return mn_at_most(0.05 * mn_square(downdated / computed), MN_EPSILON);
}

void mn_downdate_norm(const factorization *f, int32_t j, int32_t place, const double *v, double multiple)
{
    double *remaining = &f->remaining[place];
    if (*remaining == 0) {
        return;
    }
    const double *column = column_at(f, place);
    const double ratio = column[j] / *remaining;
    *remaining *= mn_sqrt(mn_max(0, 1 - mn_square(ratio)));
    if (has_lost_digits(*remaining, f->computed[place])) {
        *remaining = mn_reflected_norm(f->m - j - 1, column + j + 1, v, multiple);
        f->computed[place] = *remaining;
    }
}

/* ---- Applying reflectors ------------------------------------------------------------------------------------- */

void mn_finish_row(const factorization *f, int32_t j, int32_t count, const int32_t *places, double *const *columns,
                   double *values)
{
    const double *v = column_at(f, j) + j;
    for (int32_t k = 0; k < count; ++k) {
        values[k] /= v[0];
        columns[k][0] -= values[k] * v[0];
        if (f->pivots && places[k] < f->n) {
            mn_downdate_norm(f, j, places[k], v + 1, values[k]);
        }
    }
}

static void update_group(const sweep *s, int32_t count, const int32_t *places)
{
    const factorization *f = s->f;
    const mn_column_kernels *kernels = f->engine->kernels;
    double *columns[MN_MOST_COLUMNS];
    double values[MN_MOST_COLUMNS];
    for (int32_t k = 0; k < count; ++k) {
        columns[k] = column_at(f, places[k]) + s->first;
        values[k] = *multiple_at(f, places[k]);
    }

    int32_t pending = s->pending;
    for (int32_t j = s->first; j < s->end; ++j) {
        const double *v = column_at(f, j) + j;
        if (pending == NONE) {
            kernels->project(f->m - j, v, count, columns, values);
        } else {
            kernels->reflect_and_project(f->m - j, column_at(f, pending) + j, values, v, count, columns, values);
        }
        mn_finish_row(f, j, count, places, columns, values);
        pending = j;
        for (int32_t k = 0; k < count; ++k) {
            columns[k] += 1;
        }
    }
    if (s->applies_last && pending != NONE) {
        kernels->reflect(f->m - s->end, column_at(f, pending) + s->end, values, count, columns);
    }
    for (int32_t k = 0; k < count; ++k) {
        *multiple_at(f, places[k]) = values[k];
    }
}

/* Task number index takes every tasks-th group of columns. */
static void MN_CALL update_groups(void *work, int32_t index)
{
    const sweep *s = work;
    const factorization *f = s->f;
    const int32_t end = f->rhs ? f->n + 1 : f->n;
    int32_t places[MN_MOST_COLUMNS];
    int32_t count = 0;
    int32_t task = 0;
    for (int32_t place = s->from_place; place < end; ++place) {
        if (is_deferred(f, place) == s->deferred) {
            places[count++] = place;
        }
        if (count == MN_MOST_COLUMNS || (place == end - 1 && count > 0)) {
            if (task == index) {
                update_group(s, count, places);
            }
            task = task + 1 < s->tasks ? task + 1 : 0;
            count = 0;
        }
    }
}

void mn_update_columns(sweep *s)
{
    const factorization *f = s->f;
    if (s->from_place >= f->n + (f->rhs != NULL)) {
        return;
    }
    const int32_t columns = s->deferred ? f->deferred : f->n - f->deferred - s->from_place + 1;
    const int32_t steps = s->end > s->first ? s->end - s->first : 1;
    s->tasks = mn_engine_tasks(f->engine, columns, (int64_t)(f->m - s->first) * steps);
    if (s->tasks > 1) {
        f->engine->parallel_for(f->engine->host, s->tasks, update_groups, s);
    } else {
        update_groups(s, 0);
    }
}
