#include <stddef.h>

#include "arithmetic.h"
#include "engine.h"
#include "kernels.h"

/*
 * A column is worked on when it has to be, not when MINPACK does it: that changes no element's operations nor their
 * order.
 *
 * One step behind: the multiple of a reflector that a column loses is known from one pass over it; it is subtracted in
 * the pass that computes the next one. Until then only the column's part of R is up to date, and its norm.
 *
 * Many steps behind: a remaining norm can only shrink, so when a matrix is too large for the caches only the columns of
 * largest norm are kept up to date. Pivots are chosen among them as long as they exceed a bound on all others, the
 * "stale" ones; then those catch up, a few columns at a time, which stay in the cache for all the reflectors they
 * missed.
 */

enum { NONE = -1 };

/*
 * Elements of matrices for which none of this pays, columns kept up to date when others become stale, and elements for
 * which that pays. Tests set all three low.
 */
#if !defined(MN_KEPT_COLUMNS)
#define MN_SMALL_ELEMENTS 48
#define MN_KEPT_COLUMNS 32
#define MN_ELEMENTS_BEYOND_CACHES (1 << 16)
#endif

/* Within these limits on the norms nothing overflows, and what underflows is too small to matter for the bound. */
#define LARGEST_TAME_NORM 0x1p930
#define SMALLEST_TAME_NORM 0x1p-930

typedef struct factorisation {
    const mn_engine *engine;
    int32_t m, n;
    double *a;
    int32_t lda;
    int32_t *pivots;    /* negative for a stale column */
    double *remaining;  /* norms of the columns' rows below those of R, brought down from step to step */
    double *computed;   /* what they were when last computed afresh */
    double *multiples;  /* of the latest reflector, still to be subtracted; [0], whose column is first done, for rhs */
    double *rhs;        /* one more column, at place n; may be null */
    int32_t latest;     /* the reflector that the multiples belong to, or NONE */
    int32_t stale;      /* how many columns are */
    int32_t stale_from; /* the first reflector that they missed */
    int32_t stale_latest;
    double stale_bound; /* exceeds all their remaining norms */
} factorisation;

/* Which columns are to be carried through reflectors first.. end - 1, and from where. */
typedef struct sweep {
    factorisation *f;
    int stale;          /* the stale columns, or the others */
    int32_t from_place; /* columns from here on */
    int32_t latest, first, end;
    int settles; /* subtract the last multiples too */
    int32_t tasks;
} sweep;

static double *column_at(const factorisation *f, int32_t place)
{
    return place == f->n ? f->rhs : MN_COLUMN(f->a, f->lda, place);
}

static double *multiple_at(const factorisation *f, int32_t place)
{
    return &f->multiples[place == f->n ? 0 : place];
}

static int is_stale(const factorisation *f, int32_t place)
{
    return f->stale > 0 && place < f->n && f->pivots[place] < 0;
}

/* ---- Remaining norms ----------------------------------------------------------------------------------------- */

/* A norm brought down this far from the last one computed afresh has lost its digits to cancellation. */
static int has_lost_digits(double downdated, double computed)
{
    return mn_at_most(0.05 * mn_square(downdated / computed), MN_EPSILON);
}

/* The norm of the rows below the j-th, from which that multiple of v is still to be subtracted unless v is null. */
static void downdate_norm(const factorisation *f, int32_t j, int32_t place, const double *v, double multiple)
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

/* ---- Carrying columns through reflectors --------------------------------------------------------------------- */

/* Turns the products with reflector j into multiples and finishes the columns' elements of R's row j. */
static void finish_row(const factorisation *f, int32_t j, int32_t count, const int32_t *places, double *const *columns,
                       double *values)
{
    const double *v = column_at(f, j) + j;
    for (int32_t k = 0; k < count; ++k) {
        values[k] /= v[0];
        columns[k][0] -= values[k] * v[0];
        if (f->pivots && places[k] < f->n) {
            downdate_norm(f, j, places[k], v + 1, values[k]);
        }
    }
}

static void carry(const sweep *s, int32_t count, const int32_t *places)
{
    const factorisation *f = s->f;
    const mn_column_kernels *kernels = f->engine->kernels;
    double *columns[MN_MOST_COLUMNS];
    double values[MN_MOST_COLUMNS];
    for (int32_t k = 0; k < count; ++k) {
        columns[k] = column_at(f, places[k]) + s->first;
        values[k] = *multiple_at(f, places[k]);
    }

    int32_t latest = s->latest;
    for (int32_t j = s->first; j < s->end; ++j) {
        const double *v = column_at(f, j) + j;
        if (latest == NONE) {
            kernels->project(f->m - j, v, count, columns, values);
        } else {
            kernels->reflect_and_project(f->m - j, column_at(f, latest) + j, values, v, count, columns, values);
        }
        finish_row(f, j, count, places, columns, values);
        latest = j;
        for (int32_t k = 0; k < count; ++k) {
            columns[k] += 1;
        }
    }
    if (s->settles && latest != NONE) {
        kernels->reflect(f->m - s->end, column_at(f, latest) + s->end, values, count, columns);
    }
    for (int32_t k = 0; k < count; ++k) {
        *multiple_at(f, places[k]) = values[k];
    }
}

/* Task number index takes every tasks-th group of columns. */
static void MN_CALL carry_groups(void *work, int32_t index)
{
    const sweep *s = work;
    const factorisation *f = s->f;
    const int32_t end = f->rhs ? f->n + 1 : f->n;
    int32_t places[MN_MOST_COLUMNS];
    int32_t count = 0;
    int32_t group = 0;
    for (int32_t place = s->from_place; place < end; ++place) {
        if (is_stale(f, place) == s->stale) {
            places[count++] = place;
        }
        if (count == MN_MOST_COLUMNS || (place == end - 1 && count > 0)) {
            if (group % s->tasks == index) {
                carry(s, count, places);
            }
            ++group;
            count = 0;
        }
    }
}

static void run(sweep *s)
{
    const factorisation *f = s->f;
    if (s->from_place >= f->n + (f->rhs != NULL)) {
        return;
    }
    const int32_t columns = s->stale ? f->stale : f->n - f->stale - s->from_place + 1;
    const int32_t steps = s->end > s->first ? s->end - s->first : 1;
    s->tasks = mn_engine_tasks(f->engine, columns, (int64_t)(f->m - s->first) * steps);
    if (s->tasks > 1) {
        f->engine->parallel_for(f->engine->host, s->tasks, carry_groups, s);
    } else {
        carry_groups(s, 0);
    }
}

/* ---- Stale columns ------------------------------------------------------------------------------------------- */

/*
 * What the remaining norm of a column stays below in all later steps. Bringing down only lowers it. A norm is computed
 * afresh only when it has been brought down to sqrt(20 epsilon) of the last one computed; it comes out larger by no
 * more than the rounding errors of the reflections since then, of which each is below 4 (m + 8) epsilon of that last
 * norm (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 19.3). A norm that could get there is
 * measured.
 */
static double bound_on_norm(const factorisation *f, int32_t j, int32_t place)
{
    const double rounding = 8 * ((double)f->m + 8) * (double)f->n * MN_EPSILON;
    const double norm = f->remaining[place];
    if (mn_square(norm / f->computed[place]) > 20 * MN_EPSILON + rounding) {
        return norm;
    }
    const double *column = column_at(f, place) + j;
    const double *latest = f->latest == NONE ? NULL : column_at(f, f->latest) + j;
    const double measured = mn_reflected_norm(f->m - j, column, latest, *multiple_at(f, place));
    return mn_max(norm, measured) * (1 + rounding);
}

/* After the choice of pivot j: leaves all columns behind it but those of largest remaining norm, if that is worth
 * while. */
static void leave_behind(factorisation *f, int32_t j)
{
    const int32_t others = f->n - j - 1;
    if (!f->pivots || f->m < f->n || others < 2 * MN_KEPT_COLUMNS ||
        (int64_t)(f->m - j) * others < MN_ELEMENTS_BEYOND_CACHES) {
        return;
    }
    for (int32_t place = j + 1; place < f->n; ++place) {
        if (!(f->remaining[place] < LARGEST_TAME_NORM)) {
            return;
        }
    }

    for (int32_t place = j + 1; place < f->n; ++place) {
        f->pivots[place] = -f->pivots[place];
    }
    for (int32_t kept = 0; kept < MN_KEPT_COLUMNS; ++kept) {
        int32_t largest = NONE;
        for (int32_t place = j + 1; place < f->n; ++place) {
            if (f->pivots[place] < 0 && (largest == NONE || f->remaining[place] > f->remaining[largest])) {
                largest = place;
            }
        }
        f->pivots[largest] = -f->pivots[largest];
    }

    f->stale = others - MN_KEPT_COLUMNS;
    f->stale_from = j;
    f->stale_latest = f->latest;
    f->stale_bound = SMALLEST_TAME_NORM;
    for (int32_t place = j + 1; place < f->n; ++place) {
        if (f->pivots[place] < 0) {
            f->stale_bound = mn_max(f->stale_bound, bound_on_norm(f, j, place));
        }
    }
}

/* Carries the stale columns through the reflectors before j, and subtracts the last multiples as well if it settles. */
static void catch_up(factorisation *f, int32_t j, int settles)
{
    sweep s = {.f = f,
               .stale = 1,
               .from_place = f->stale_from,
               .latest = f->stale_latest,
               .first = f->stale_from,
               .end = j,
               .settles = settles};
    run(&s);
    for (int32_t place = f->stale_from; place < f->n; ++place) {
        if (f->pivots[place] < 0) {
            f->pivots[place] = -f->pivots[place];
        }
    }
    f->stale = 0;
}

/* ---- Pivots and reflectors ----------------------------------------------------------------------------------- */

/* The first column of largest remaining norm among those that are up to date. */
static int32_t largest_remaining(const factorisation *f, int32_t j)
{
    int32_t largest = NONE;
    for (int32_t place = j; place < f->n; ++place) {
        if (!is_stale(f, place) && (largest == NONE || f->remaining[place] > f->remaining[largest])) {
            largest = place;
        }
    }
    return largest;
}

static void swap_columns(int32_t m, double *a, double *b)
{
    for (int32_t i = 0; i < m; ++i) {
        const double kept = a[i];
        a[i] = b[i];
        b[i] = kept;
    }
}

/* Brings the column of largest remaining norm to place j. */
static void choose_pivot(factorisation *f, int32_t j)
{
    int32_t largest = largest_remaining(f, j);
    if (f->stale > 0 && (largest == NONE || !(f->remaining[largest] > f->stale_bound))) {
        catch_up(f, j, 0);
        largest = largest_remaining(f, j);
    }
    if (largest == j) {
        return;
    }
    swap_columns(f->m, column_at(f, j), column_at(f, largest));
    f->remaining[largest] = f->remaining[j];
    f->computed[largest] = f->computed[j];
    const double multiple = f->multiples[j];
    f->multiples[j] = f->multiples[largest];
    f->multiples[largest] = multiple;
    const int32_t pivot = f->pivots[j];
    f->pivots[j] = f->pivots[largest];
    f->pivots[largest] = pivot;
}

/* The next columns that are up to date, from place first on, to go along with the pivot. Returns where they end. */
static int32_t companions(const factorisation *f, int32_t first, int32_t *count, int32_t *places)
{
    const int32_t end = f->rhs ? f->n + 1 : f->n;
    int32_t place = first;
    *count = 0;
    for (; place < end && *count < MN_MOST_COLUMNS - 1; ++place) {
        if (!is_stale(f, place)) {
            places[(*count)++] = place;
        }
    }
    return place;
}

/*
 * Turns rows j.. of column j into the Householder vector v with v[j] = 1 + |a[j]| / norm, and carries the pivot's
 * companions through it. Returns what becomes of the diagonal element before its sign is turned: the signed norm, or
 * zero for a zero column. Additions of the norm have to wait for each other; the companions use the time.
 */
static double make_reflector(const factorisation *f, int32_t j, int32_t count, const int32_t *places)
{
    const mn_column_kernels *kernels = f->engine->kernels;
    const int32_t rows = f->m - j;
    double *columns[MN_MOST_COLUMNS] = {column_at(f, j) + j};
    double values[MN_MOST_COLUMNS] = {f->multiples[j]};
    for (int32_t k = 0; k < count; ++k) {
        columns[k + 1] = column_at(f, places[k]) + j;
        values[k + 1] = *multiple_at(f, places[k]);
    }

    double norm;
    if (f->latest != NONE) {
        norm = kernels->reflect_and_norm(rows, column_at(f, f->latest) + j, values, count + 1, columns);
    } else {
        kernels->norms(rows, 1, columns, &norm);
    }
    if (norm == 0) {
        return norm;
    }
    double *v = columns[0];
    if (v[0] < 0) {
        norm = -norm;
    }
    v[0] = v[0] / norm + 1;
    if (count == 0) {
        kernels->divide(rows - 1, v + 1, norm);
        return norm;
    }
    double *below[MN_MOST_COLUMNS];
    for (int32_t k = 0; k < count; ++k) {
        values[k] = 0 + v[0] * columns[k + 1][0];
        below[k] = columns[k + 1] + 1;
    }
    kernels->divide_and_project(rows - 1, v + 1, norm, count, below, values);
    finish_row(f, j, count, places, columns + 1, values);
    for (int32_t k = 0; k < count; ++k) {
        *multiple_at(f, places[k]) = values[k];
    }
    return norm;
}

/* ---- Small matrices ------------------------------------------------------------------------------------------ */

/* column <- (I - v v^T / v[0]) column */
static void reflect_at_once(int32_t rows, const double *v, double *column)
{
    double sum = 0;
    for (int32_t i = 0; i < rows; ++i) {
        sum += v[i] * column[i];
    }
    const double multiple = sum / v[0];
    for (int32_t i = 0; i < rows; ++i) {
        column[i] -= multiple * v[i];
    }
}

/* The same as below where so little is to be done that the order of MINPACK is the fastest. */
static void factorise_small(factorisation *f, double *r_diagonal)
{
    const int32_t steps = f->m < f->n ? f->m : f->n;
    for (int32_t j = 0; j < steps; ++j) {
        if (f->pivots) {
            choose_pivot(f, j);
        }
        const int32_t rows = f->m - j;
        double *v = column_at(f, j) + j;
        double norm = mn_norm(rows, v);
        if (norm != 0) {
            if (v[0] < 0) {
                norm = -norm;
            }
            for (int32_t i = 0; i < rows; ++i) {
                v[i] /= norm;
            }
            v[0] += 1;
            for (int32_t place = j + 1; place < f->n; ++place) {
                reflect_at_once(rows, v, column_at(f, place) + j);
                if (f->pivots) {
                    downdate_norm(f, j, place, NULL, 0);
                }
            }
            if (f->rhs) {
                reflect_at_once(rows, v, f->rhs + j);
            }
        }
        r_diagonal[j] = -norm;
    }
}

/* ---- The factorisation --------------------------------------------------------------------------------------- */

static void start(factorisation *f, double *column_norms)
{
    for (int32_t j = 0; j < f->n; j += MN_MOST_COLUMNS) {
        double *columns[MN_MOST_COLUMNS];
        const int32_t count = f->n - j < MN_MOST_COLUMNS ? f->n - j : MN_MOST_COLUMNS;
        for (int32_t k = 0; k < count; ++k) {
            columns[k] = column_at(f, j + k);
        }
        f->engine->kernels->norms(f->m, count, columns, column_norms + j);
    }
    for (int32_t j = 0; j < f->n; ++j) {
        f->remaining[j] = column_norms[j];
        f->computed[j] = column_norms[j];
        if (f->pivots) {
            f->pivots[j] = j + 1;
        }
    }
}

void mn_pivoted_qr(const mn_engine *engine, int32_t m, int32_t n, double *a, int32_t lda, int32_t *pivots,
                   double *r_diagonal, double *column_norms, double *work1, double *work2, double *rhs)
{
    factorisation f = {.engine = engine,
                       .m = m,
                       .n = n,
                       .a = a,
                       .lda = lda,
                       .pivots = pivots,
                       .remaining = r_diagonal,
                       .computed = work1,
                       .multiples = work2,
                       .rhs = rhs,
                       .latest = NONE};
    start(&f, column_norms);
    if ((int64_t)m * n <= MN_SMALL_ELEMENTS) {
        factorise_small(&f, r_diagonal);
        return;
    }

    const int32_t steps = m < n ? m : n;
    for (int32_t j = 0; j < steps; ++j) {
        if (pivots) {
            choose_pivot(&f, j);
        }
        if (f.stale == 0) {
            leave_behind(&f, j);
        }
        int32_t count;
        int32_t places[MN_MOST_COLUMNS];
        const int32_t others = companions(&f, j + 1, &count, places);
        const double diagonal = make_reflector(&f, j, count, places);
        const int exists = diagonal != 0;
        sweep s = {.f = &f,
                   .from_place = others,
                   .latest = f.latest,
                   .first = j,
                   .end = exists ? j + 1 : j,
                   .settles = !exists};
        run(&s);
        if (!exists && f.stale > 0) {
            catch_up(&f, j, 1);
        }
        f.latest = exists ? j : NONE;
        r_diagonal[j] = -diagonal;
    }

    sweep last = {.f = &f, .from_place = steps, .latest = f.latest, .first = steps, .end = steps, .settles = 1};
    run(&last);
}
