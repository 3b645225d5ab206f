/*
 * The pivoted QR of MN_LANES matrices of one shape in lockstep, one a lane. Included by column_kernels.h, for each
 * level.
 *
 * Each lane chooses its own pivots: columns trade places by blends, in the pass over the rows that brings them up to
 * date. As in pivoted_qr.c, the multiples of the latest reflector are subtracted one step later.
 */

enum { MN_TOGETHER = 4 /* columns in one pass for sums */ };

static MN_INLINE lanes blend(lane_flags choose, lanes chosen, lanes otherwise)
{
    return (lanes)((choose & (lane_flags)chosen) | (~choose & (lane_flags)otherwise));
}

static MN_INLINE lanes root_of(lanes values)
{
    lanes roots;
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        roots[l] = mn_sqrt(values[l]);
    }
    return roots;
}

static MN_INLINE lanes *element_at(const mn_lockstep_qr *of, int32_t i, int32_t place)
{
    double *column = place == of->n ? of->rhs : of->a + (ptrdiff_t)place * of->m * MN_LANES;
    return (lanes *)(void *)(column + (ptrdiff_t)i * MN_LANES);
}

static MN_INLINE lanes *at(double *interleaved, int32_t index)
{
    return (lanes *)(void *)(interleaved + (ptrdiff_t)index * MN_LANES);
}

/* MINPACK's comparison and maximum, where an operand may be NaN: see arithmetic.h. */
static MN_INLINE lane_flags at_most(lanes a, lanes b)
{
#if defined(MN_CONSTANTS_NETLIB)
    return ~(a > b);
#else
    return a <= b;
#endif
}

static MN_INLINE lanes at_least_zero(lanes value)
{
#if defined(MN_CONSTANTS_NETLIB)
    return blend(value > broadcast(0), value, broadcast(0));
#else
    return blend(broadcast(0) >= value, broadcast(0), value);
#endif
}

/* ---- Norms --------------------------------------------------------------------------------------------------- */

/* The norm of one lane's rows first.. of a column, from which that multiple of column v is to be subtracted unless v <
 * 0. */
static double norm_of_lane(const mn_lockstep_qr *of, int lane, int32_t first, int32_t place, int32_t v, double multiple)
{
    for (int32_t i = first; i < of->m; ++i) {
        double element = (*element_at(of, i, place))[lane];
        if (v >= 0) {
            element -= multiple * (*element_at(of, i, v))[lane];
        }
        of->scratch[i - first] = element;
    }
    return mn_norm(of->m - first, of->scratch);
}

/* The norm of the rows from first on of a column, given the sums of their squares. */
static lanes norms_of(const mn_lockstep_qr *of, int32_t first, int32_t place, lanes squares)
{
    const int32_t count = of->m - first;
    const lane_flags plain =
        (squares >= broadcast(mn_least_plain_square(count))) & (squares < broadcast(mn_least_scaled_square(count)));
    lanes norms = root_of(squares);
    for (int l = 0; l < MN_LANES && !all(plain); ++l) {
        if (!plain[l]) {
            norms[l] = norm_of_lane(of, l, first, place, -1, 0);
        }
    }
    return norms;
}

/* The norms of the rows from first on of count columns from place on; where this is inlined, count is a constant: a
 * sum waits for itself, but not for its neighbours. */
static MN_INLINE void tail_norms(const mn_lockstep_qr *of, int32_t first, int32_t place, int count, lanes *norms)
{
    lanes squares[MN_TOGETHER];
    const lanes *columns[MN_TOGETHER];
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        squares[k] = broadcast(0);
        columns[k] = element_at(of, 0, place + k);
    }
    for (int32_t i = first; i < of->m; ++i) {
        MN_UNROLL
        for (int k = 0; k < count; ++k) {
            squares[k] += plain_squares(columns[k][i]);
        }
    }
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        norms[k] = norms_of(of, first, place + k, squares[k]);
    }
}

static lanes tail_norm(const mn_lockstep_qr *of, int32_t first, int32_t place)
{
    lanes norm;
    tail_norms(of, first, place, 1, &norm);
    return norm;
}

/* Row j of R is complete: brings the norm of the rows below down, in the lanes that have a reflector j. */
static void downdate_lanes(const mn_lockstep_qr *of, int32_t j, int32_t place, lane_flags exists)
{
    lanes *remaining = at(of->remaining, place);
    lanes *computed = at(of->computed, place);
    const lane_flags changes = exists & ~(*remaining == broadcast(0));
    const lanes ratio = *element_at(of, j, place) / *remaining;
    const lanes downdated = *remaining * root_of(at_least_zero(broadcast(1) - ratio * ratio));
    const lanes share = downdated / *computed;
    const lane_flags lost = changes & at_most(broadcast(0.05) * (share * share), broadcast(MN_EPSILON));
    *remaining = blend(changes, downdated, *remaining);
    for (int l = 0; l < MN_LANES && any(lost); ++l) {
        if (lost[l]) {
            (*remaining)[l] = norm_of_lane(of, l, j + 1, place, j, (*at(of->multiples, place))[l]);
            (*computed)[l] = (*remaining)[l];
        }
    }
}

/* ---- Pivots and reflectors ----------------------------------------------------------------------------------- */

/* Each lane's place of the first column of largest remaining norm. */
static lane_flags largest_places(const mn_lockstep_qr *of, int32_t j)
{
    lanes largest = *at(of->remaining, j);
    lane_flags places = flags_of(j);
    for (int32_t place = j + 1; place < of->n; ++place) {
        const lanes norm = *at(of->remaining, place);
        const lane_flags larger = norm > largest;
        largest = blend(larger, norm, largest);
        places = (larger & flags_of(place)) | (~larger & places);
    }
    return places;
}

static MN_INLINE void swap_where(lane_flags swaps, lanes *a, lanes *b)
{
    const lanes kept = *a;
    *a = blend(swaps, *b, kept);
    *b = blend(swaps, kept, *b);
}

/* The bookkeeping of the exchange; the columns follow in settle. */
static void swap_entries(const mn_lockstep_qr *of, int32_t j, lane_flags places)
{
    for (int32_t place = j + 1; place < of->n; ++place) {
        const lane_flags swaps = places == flags_of(place);
        *at(of->remaining, place) = blend(swaps, *at(of->remaining, j), *at(of->remaining, place));
        *at(of->computed, place) = blend(swaps, *at(of->computed, j), *at(of->computed, place));
        for (int l = 0; l < MN_LANES && any(swaps); ++l) {
            if (swaps[l]) {
                int32_t *pivots = of->pivots + (ptrdiff_t)l * of->n;
                const int32_t kept = pivots[j];
                pivots[j] = pivots[place];
                pivots[place] = kept;
            }
        }
    }
}

/* Rows j.. of a column: subtracts the multiple of reflector j - 1 in the lanes that have one. */
static MN_INLINE lanes settled(lanes element, lane_flags latest, lanes multiple, lanes u)
{
    return element - keep_where(latest, multiple * u);
}

static void settle_column(const mn_lockstep_qr *of, int32_t j, int32_t place, lane_flags latest)
{
    const lanes multiple = *at(of->multiples, place);
    const lanes *u = element_at(of, 0, j - 1);
    lanes *column = element_at(of, 0, place);
    for (int32_t i = j; i < of->m; ++i) {
        column[i] = settled(column[i], latest, multiple, u[i]);
    }
}

/* The same for a column that trades places with column j, which is settled, in some lanes. */
static void settle_and_swap(const mn_lockstep_qr *of, int32_t j, int32_t place, lane_flags latest, lane_flags swaps)
{
    const lanes multiple = *at(of->multiples, place);
    const lanes *u = element_at(of, 0, j > 0 ? j - 1 : 0);
    lanes *pivot = element_at(of, 0, j);
    lanes *column = element_at(of, 0, place);
    for (int32_t i = 0; i < j; ++i) {
        swap_where(swaps, &pivot[i], &column[i]);
    }
    for (int32_t i = j; i < of->m; ++i) {
        column[i] = settled(column[i], latest, multiple, u[i]);
        swap_where(swaps, &pivot[i], &column[i]);
    }
}

/* Brings all columns from j on up to date, lets column j trade places, and returns the norms of what it is then. */
static lanes settle(const mn_lockstep_qr *of, int32_t j, lane_flags places, lane_flags latest)
{
    for (int32_t place = j; place <= of->n; ++place) {
        const lane_flags swaps = places == flags_of(place);
        if (place > j && any(swaps)) {
            settle_and_swap(of, j, place, latest, swaps);
        } else if (j > 0) {
            settle_column(of, j, place, latest);
        }
    }
    return tail_norm(of, j, j);
}

/* The products of reflector j with count columns from place on; where this is inlined, count is a constant. */
static MN_INLINE void project_lanes(const mn_lockstep_qr *of, int32_t j, int32_t place, int count)
{
    lanes sums[MN_TOGETHER];
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        sums[k] = broadcast(0);
    }
    const lanes *v = element_at(of, 0, j);
    const lanes *columns[MN_TOGETHER];
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        columns[k] = element_at(of, 0, place + k);
    }
    for (int32_t i = j; i < of->m; ++i) {
        MN_UNROLL
        for (int k = 0; k < count; ++k) {
            sums[k] += v[i] * columns[k][i];
        }
    }
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        *at(of->multiples, place + k) = sums[k];
    }
}

/* Makes reflector j in the lanes where it exists, and the products of all later columns with it. */
static void divide_and_project_lanes(const mn_lockstep_qr *of, int32_t j, lanes norms, lane_flags exists)
{
    const lanes divisor = blend(exists, norms, broadcast(1));
    for (int32_t i = j; i < of->m; ++i) {
        *element_at(of, i, j) /= divisor;
    }
    lanes *head = element_at(of, j, j);
    *head = blend(exists, *head + broadcast(1), *head);

    int32_t place = j + 1;
    for (; place + MN_TOGETHER <= of->n + 1; place += MN_TOGETHER) {
        project_lanes(of, j, place, MN_TOGETHER);
    }
    switch (of->n + 1 - place) {
    case 3:
        project_lanes(of, j, place, 3);
        break;
    case 2:
        project_lanes(of, j, place, 2);
        break;
    case 1:
        project_lanes(of, j, place, 1);
        break;
    default:
        break;
    }
}

/* Turns the products into multiples and completes R's row j. */
static void finish_row_of_lanes(const mn_lockstep_qr *of, int32_t j, lane_flags exists)
{
    const lanes head = *element_at(of, j, j);
    for (int32_t place = j + 1; place <= of->n; ++place) {
        lanes *multiple = at(of->multiples, place);
        lanes *element = element_at(of, j, place);
        *multiple /= head;
        *element -= keep_where(exists, *multiple * head);
        if (place < of->n) {
            downdate_lanes(of, j, place, exists);
        }
    }
}

static void lockstep_qr(const mn_lockstep_qr *of)
{
    int32_t place = 0;
    for (; place + MN_TOGETHER <= of->n; place += MN_TOGETHER) {
        tail_norms(of, 0, place, MN_TOGETHER, at(of->column_norms, place));
    }
    for (; place < of->n; ++place) {
        *at(of->column_norms, place) = tail_norm(of, 0, place);
    }
    for (int32_t j = 0; j < of->n; ++j) {
        *at(of->remaining, j) = *at(of->column_norms, j);
        *at(of->computed, j) = *at(of->column_norms, j);
        for (int l = 0; l < MN_LANES; ++l) {
            of->pivots[(ptrdiff_t)l * of->n + j] = j + 1;
        }
    }

    lane_flags latest = flags_of(0);
    for (int32_t j = 0; j < of->n; ++j) {
        const lane_flags places = largest_places(of, j);
        swap_entries(of, j, places);
        const lanes norm = settle(of, j, places, latest);
        const lane_flags exists = ~(norm == broadcast(0));
        const lane_flags negative = exists & (*element_at(of, j, j) < broadcast(0));
        const lanes signed_norm = blend(negative, -norm, norm);
        divide_and_project_lanes(of, j, signed_norm, exists);
        finish_row_of_lanes(of, j, exists);
        *at(of->remaining, j) = -signed_norm;
        latest = exists;
    }
}

static void lockstep_norms(int32_t m, double *vectors, double *scratch, double *norms)
{
    const mn_lockstep_qr one = {.m = m, .n = 0, .rhs = vectors, .scratch = scratch};
    store(norms, tail_norm(&one, 0, 0));
}
