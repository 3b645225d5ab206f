#include <stddef.h>

#include "common/arithmetic.h"
#include "common/norm.h"
#include "qr/factorization.h"

/* Columns kept up to date when others are deferred, and elements for which that pays. Tests set both low. */
#if !defined(MN_KEPT_COLUMNS)
#define MN_KEPT_COLUMNS 32
#define MN_ELEMENTS_BEYOND_CACHES (1 << 16)
#endif

/* Within these limits on the norms nothing overflows, and what underflows is too small to matter for the bound. */
#define LARGEST_TAME_NORM 0x1p930
#define SMALLEST_TAME_NORM 0x1p-930

/*
 * What the remaining norm of a column stays below in all later steps. Downdating only lowers it. A norm is computed
 * afresh only when it has been downdated to sqrt(20 epsilon) of the last one computed; it comes out larger by no
 * more than the rounding errors of the reflections since then, of which each is below 4 (m + 8) epsilon of that last
 * norm (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed., section 19.3). A norm that could get there is
 * measured.
 */
static double bound_on_norm(const factorization *f, int32_t j, int32_t place)
{
    const double rounding = 8 * ((double)f->m + 8) * (double)f->n * MN_EPSILON;
    const double norm = f->remaining[place];
    if (mn_square(norm / f->computed[place]) > 20 * MN_EPSILON + rounding) {
        return norm;
    }
    const double *column = column_at(f, place) + j;
    const double *pending = f->pending == NONE ? NULL : column_at(f, f->pending) + j;
    const double measured = mn_reflected_norm(f->m - j, column, pending, *multiple_at(f, place));
    return mn_max(norm, measured) * (1 + rounding);
}

void mn_defer_columns(factorization *f, int32_t j)
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

    f->deferred = others - MN_KEPT_COLUMNS;
    f->deferred_from = j;
    f->deferred_pending = f->pending;
    f->deferred_bound = SMALLEST_TAME_NORM;
    for (int32_t place = j + 1; place < f->n; ++place) {
        if (f->pivots[place] < 0) {
            f->deferred_bound = mn_max(f->deferred_bound, bound_on_norm(f, j, place));
        }
    }
}

void mn_apply_deferred(factorization *f, int32_t j, int applies_last)
{
    sweep s = {.f = f,
               .deferred = 1,
               .from_place = f->deferred_from,
               .pending = f->deferred_pending,
               .first = f->deferred_from,
               .end = j,
               .applies_last = applies_last};
    mn_update_columns(&s);
    for (int32_t place = f->deferred_from; place < f->n; ++place) {
        if (f->pivots[place] < 0) {
            f->pivots[place] = -f->pivots[place];
        }
    }
    f->deferred = 0;
}
