/* A pivoted QR under way: what pivoted_qr.c, carried_columns.c and stale_columns.c share. Internal. */
#ifndef MN_FACTORIZATION_H
#define MN_FACTORIZATION_H

#include <stddef.h>

#include "common/arithmetic.h"
#include "simd/engine.h"

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

typedef struct factorization {
    const mn_engine *engine;
    int32_t m, n;
    double *a;
    int32_t lda;
    int32_t *pivots;            /* negative for a stale column */
    double *remaining;          /* norms of the columns' rows below those of R, brought down from step to step */
    double *computed;           /* what they were when last computed afresh */
    const double *column_norms; /* of the whole columns, in the order that they came in */
    double *multiples;  /* of the latest reflector, still to be subtracted; [0], whose column is first done, for rhs */
    double *rhs;        /* one more column, at place n; may be null */
    int32_t latest;     /* the reflector that the multiples belong to, or NONE */
    int32_t stale;      /* how many columns are */
    int32_t stale_from; /* the first reflector that they missed */
    int32_t stale_latest;
    double stale_bound; /* exceeds all their remaining norms */
} factorization;

/* Which columns are to be carried through reflectors first.. end - 1, and from where. */
typedef struct sweep {
    factorization *f;
    int stale;          /* the stale columns, or the others */
    int32_t from_place; /* columns from here on */
    int32_t latest, first, end;
    int settles; /* subtract the last multiples too */
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

static inline int is_stale(const factorization *f, int32_t place)
{
    return f->stale > 0 && place < f->n && f->pivots[place] < 0;
}

/* The norm of the rows below the j-th, from which that multiple of v is still to be subtracted unless v is null. */
void mn_downdate_norm(const factorization *f, int32_t j, int32_t place, const double *v, double multiple);

/* Turns the products with reflector j into multiples and finishes the columns' elements of R's row j. */
void mn_finish_row(const factorization *f, int32_t j, int32_t count, const int32_t *places, double *const *columns,
                   double *values);

/* Carries columns through reflectors, on as many threads as pay. */
void mn_carry_columns(sweep *s);

/* After the choice of pivot j: leaves all columns behind it but those of largest norm, if that is worth while. */
void mn_leave_columns(factorization *f, int32_t j);

/* Carries the stale columns through the reflectors before j, and subtracts the last multiples as well if it settles. */
void mn_catch_up(factorization *f, int32_t j, int settles);

#endif
