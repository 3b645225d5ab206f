/* A pivoted QR under way: what pivoted_qr.c, column_updates.c and deferred_columns.c share. Internal. */
#ifndef MN_FACTORIZATION_H
#define MN_FACTORIZATION_H

#include <stddef.h>

#include "common/arithmetic.h"
#include "simd/engine.h"

/*
 * Updates are lazy: a column is updated when it has to be, not when MINPACK does it. That changes no element's
 * operations nor their order. README.md has the formulas.
 *
 * One step behind: one pass over a column gives its multiple of a reflector. The multiple is pending until the pass
 * that computes the next one subtracts it. Until then only the column's part of R is up to date, and its norm.
 *
 * Many steps behind: a remaining norm can only shrink, so when a matrix is too large for the caches only the columns of
 * largest norm are kept up to date. Pivots are chosen among them as long as they exceed a bound on all others, whose
 * updates are deferred; then those are applied, a few columns at a time, which stay in the cache for all the reflectors
 * they missed.
 */

enum { NONE = -1 };

typedef struct factorization {
    const mn_engine *engine;
    int32_t m, n;
    double *a;
    int32_t lda;
    int32_t *pivots;            /* negative for a deferred column */
    double *remaining;          /* norms of the columns' rows below those of R, downdated from step to step */
    double *computed;           /* what they were when last computed afresh */
    const double *column_norms; /* of the whole columns, in the order that they came in */
    double *multiples; /* of the pending reflector, still to be subtracted; [0], whose column is first done, for rhs */
    double *rhs;       /* one more column, at place n; may be null */
    int32_t pending;   /* the reflector whose multiples are pending, or NONE */
    int32_t deferred;  /* how many columns are */
    int32_t deferred_from;    /* the first reflector that they missed */
    int32_t deferred_pending; /* the one whose multiples are pending for them */
    double deferred_bound;    /* exceeds all their remaining norms */
} factorization;

/* Which columns reflectors first.. end - 1 are to be applied to. */
typedef struct sweep {
    factorization *f;
    int deferred;       /* the deferred columns, or the others */
    int32_t from_place; /* columns from here on */
    int32_t pending, first, end;
    int applies_last; /* subtract the last multiples too: nothing stays pending */
    int32_t tasks;
} sweep;

static inline double *column_at(const factorization *f, int32_t place)
{
    return place == f->n ? f->rhs : MN_COLUMN(f->a, f->lda, place);
}

static inline double *multiple_at(const factorization *f, int32_t place)
{
    return &f->multiples[place == f->n ? 0 : place];
}

static inline int is_deferred(const factorization *f, int32_t place)
{
    return f->deferred > 0 && place < f->n && f->pivots[place] < 0;
}

/* The norm of the rows below the j-th, from which that multiple of v is still to be subtracted unless v is null. */
void mn_downdate_norm(const factorization *f, int32_t j, int32_t place, const double *v, double multiple);

/* Turns the products with reflector j into multiples and finishes the columns' elements of R's row j. */
void mn_finish_row(const factorization *f, int32_t j, int32_t count, const int32_t *places, double *const *columns,
                   double *values);

/* Applies reflectors to columns, on as many threads as pay. */
void mn_update_columns(sweep *s);

/* After the choice of pivot j: defers all columns behind it but those of largest norm, if that pays. */
void mn_defer_columns(factorization *f, int32_t j);

/* Applies the reflectors before j to the deferred columns; their last multiples stay pending unless applies_last. */
void mn_apply_deferred(factorization *f, int32_t j, int applies_last);

#endif
