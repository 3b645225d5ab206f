/*
 * The pivoted QR of MN_LANES Jacobians in lockstep, one a lane. Included by column_kernels.h, for each level.
 *
 * Each lane chooses its own pivots. Where all choose alike, as fits of one model mostly do, two columns trade places by
 * their addresses, else by blends. As in pivoted_qr.c, the multiples of the latest reflector are subtracted one step
 * later: from the pivot column in the pass that takes its norm, from the others in the pass that projects them on the
 * next reflector. The last column is the right-hand side.
 */

enum { MN_TOGETHER = 5 /* columns in one pass: a sum waits for itself, but not for its neighbours */ };

typedef struct lane_qr {
    const mn_lane_vectors *of;
    int32_t m, n, j;    /* j: the step */
    lanes *remaining;   /* [n]; R's diagonal in the end */
    lanes *computed;    /* [n] */
    lanes *multiples;   /* [n + 1] */
    lane_flags *pivots; /* [n] */
    lanes divisor;      /* of column j; with its sign */
    lane_flags exists;  /* the lanes that have a reflector j; in the others it and its multiples are zero */
} lane_qr;

static MN_INLINE lanes *column_of(const lane_qr *q, int32_t place)
{
    return (lanes *)(void *)q->of->columns[place];
}

/* ---- Passes over groups of columns --------------------------------------------------------------------------- */

/* Where these are inlined, count and what else decides are constants. */

/* The norms of whole columns, for a start. */
static MN_INLINE void take_norms_of_group(lane_qr *q, int32_t place, int count)
{
    const lanes *columns[MN_TOGETHER];
    lanes squares[MN_TOGETHER];
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        columns[k] = column_of(q, place + k);
        squares[k] = broadcast(0);
    }
    for (int32_t i = 0; i < q->m; ++i) {
        MN_UNROLL
        for (int k = 0; k < count; ++k) {
            squares[k] += plain_squares(columns[k][i]);
        }
    }
    for (int k = 0; k < count; ++k) {
        *at(q->of->column_norms, place + k) = norms_from(squares[k], flags_of(-1), q->m, columns[k], q->of->scratch);
    }
}

typedef struct lane_group {
    lanes *columns[MN_TOGETHER];
    lanes multiples[MN_TOGETHER];
    lanes sums[MN_TOGETHER];
} lane_group;

static MN_INLINE void project_row(lane_group *group, int count, int settles, int32_t i, lanes along, lanes along_u)
{
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        lanes element = group->columns[k][i];
        if (settles) {
            element -= group->multiples[k] * along_u;
            group->columns[k][i] = element;
        }
        group->sums[k] += along * element;
    }
}

/*
 * The products of reflector j with columns; settles: subtracts the multiples of reflector j - 1 from them first;
 * divides: makes reflector j of its column first. The division keeps the processor busy for so long that the rest costs
 * little.
 */
static MN_INLINE void project_on(lane_qr *q, int32_t place, int count, int settles, int divides)
{
    const int32_t j = q->j;
    const lanes divisor = q->divisor;
    const lane_flags exists = q->exists;
    lanes *v = column_of(q, j);
    const lanes *u = settles ? column_of(q, j - 1) : v;
    lane_group group;
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        group.columns[k] = column_of(q, place + k);
        group.multiples[k] = q->multiples[place + k];
        group.sums[k] = broadcast(0);
    }
    if (divides) {
        v[j] = keep_where(exists, v[j] / divisor + broadcast(1));
    }
    project_row(&group, count, settles, j, v[j], u[j]);
    for (int32_t i = j + 1; i < q->m; ++i) {
        lanes along = v[i];
        if (divides) {
            along = keep_where(exists, along / divisor);
            v[i] = along;
        }
        project_row(&group, count, settles, i, along, u[i]);
    }
    MN_UNROLL
    for (int k = 0; k < count; ++k) {
        q->multiples[place + k] = group.sums[k];
    }
}

typedef enum lane_pass { TAKE_NORMS, PROJECT_ON, SETTLE_AND_PROJECT_ON } lane_pass;

static MN_INLINE void pass_group(lane_qr *q, lane_pass what, int32_t place, int count)
{
    if (what == TAKE_NORMS) {
        take_norms_of_group(q, place, count);
    } else if (place == q->j + 1) {
        project_on(q, place, count, what == SETTLE_AND_PROJECT_ON, 1);
    } else {
        project_on(q, place, count, what == SETTLE_AND_PROJECT_ON, 0);
    }
}

/* Over the columns from place on to the last before end. */
static MN_INLINE void pass_groups(lane_qr *q, lane_pass what, int32_t place, int32_t end)
{
    for (; place + MN_TOGETHER <= end; place += MN_TOGETHER) {
        pass_group(q, what, place, MN_TOGETHER);
    }
    switch (end - place) {
    case 4:
        pass_group(q, what, place, 4);
        break;
    case 3:
        pass_group(q, what, place, 3);
        break;
    case 2:
        pass_group(q, what, place, 2);
        break;
    case 1:
        pass_group(q, what, place, 1);
        break;
    default:
        break;
    }
}

/* ---- Pivots -------------------------------------------------------------------------------------------------- */

/* Each lane's place of the first column of largest remaining norm. */
static MN_INLINE lane_flags largest_places(const lane_qr *q)
{
    lanes largest = q->remaining[q->j];
    lane_flags places = flags_of(q->j);
    for (int32_t place = q->j + 1; place < q->n; ++place) {
        const lanes norm = q->remaining[place];
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

static void swap_columns(lane_qr *q, int32_t place, lane_flags swaps)
{
    lanes *pivot = column_of(q, q->j);
    lanes *column = column_of(q, place);
    for (int32_t i = 0; i < q->m; ++i) {
        swap_where(swaps, &pivot[i], &column[i]);
    }
}

static void swap_addresses(lane_qr *q, int32_t place)
{
    double **columns = q->of->columns;
    double *kept = columns[q->j];
    columns[q->j] = columns[place];
    columns[place] = kept;
}

/* Lets column j trade places with the one that each lane chose. */
static MN_INLINE void choose_pivots(lane_qr *q)
{
    const int32_t j = q->j;
    const lane_flags places = largest_places(q);
    for (int32_t place = j + 1; place < q->n; ++place) {
        const lane_flags swaps = places == flags_of(place);
        if (any(swaps)) {
            if (all(swaps)) {
                swap_addresses(q, place);
            } else {
                swap_columns(q, place, swaps);
            }
            swap_where(swaps, &q->remaining[j], &q->remaining[place]);
            swap_where(swaps, &q->computed[j], &q->computed[place]);
            swap_where(swaps, &q->multiples[j], &q->multiples[place]);
            swap_where(swaps, (lanes *)&q->pivots[j], (lanes *)&q->pivots[place]);
        }
    }
}

/* ---- A step -------------------------------------------------------------------------------------------------- */

/* Subtracts the multiple of reflector j - 1 from column j, for which there must be one. Returns the norms of what is
 * left of it. */
static MN_INLINE lanes settle_pivot(const lane_qr *q)
{
    const int32_t j = q->j;
    const lanes multiple = q->multiples[j];
    const lanes *u = column_of(q, j - 1);
    lanes *column = column_of(q, j);
    lanes squares = broadcast(0);
    for (int32_t i = j; i < q->m; ++i) {
        const lanes element = column[i] - multiple * u[i];
        column[i] = element;
        squares += plain_squares(element);
    }
    return norms_from(squares, flags_of(-1), q->m - j, column + j, q->of->scratch);
}

/* Takes the norm of the rows below j anew in the lanes where too little of it is left to trust; only where less than a
 * millionth is left that may be. */
static void recompute_lost(const lane_qr *q, int32_t place, lane_flags changes)
{
    const int32_t first = q->j + 1;
    const lanes share = q->remaining[place] / q->computed[place];
    const lane_flags lost = changes & at_most(broadcast(0.05) * (share * share), broadcast(MN_EPSILON));
    for (int l = 0; l < MN_LANES; ++l) {
        if (lost[l]) {
            const double norm = norm_of_lane(l, q->m - first, column_of(q, place) + first, column_of(q, q->j) + first,
                                             q->multiples[place][l], q->of->scratch);
            q->remaining[place][l] = norm;
            q->computed[place][l] = norm;
        }
    }
}

/* Row j of R is complete: brings the norm of the rows below down, in the lanes that have a reflector j. */
static MN_INLINE void downdate_lanes(const lane_qr *q, int32_t place)
{
    const int32_t j = q->j;
    lanes *remaining = &q->remaining[place];
    const lanes computed = q->computed[place];
    const lane_flags changes = q->exists & ~is_zero(*remaining);
    const lanes ratio = column_of(q, place)[j] / *remaining;
    const lanes downdated = *remaining * root_of(maximum(broadcast(0), broadcast(1) - ratio * ratio));
    store_where(changes, remaining, downdated);
    if (any(changes & ~(downdated > broadcast(0x1p-20) * computed))) {
        recompute_lost(q, place, changes);
    }
}

/* Turns the products into multiples and completes R's row j. */
static MN_INLINE void finish_row(const lane_qr *q)
{
    const lanes head = column_of(q, q->j)[q->j];
    for (int32_t place = q->j + 1; place <= q->n; ++place) {
        const lanes multiple = keep_where(q->exists, q->multiples[place] / head);
        q->multiples[place] = multiple;
        column_of(q, place)[q->j] -= multiple * head;
        if (place < q->n) {
            downdate_lanes(q, place);
        }
    }
}

static MN_INLINE void make_reflector(lane_qr *q)
{
    choose_pivots(q);
    const lanes norm = q->j > 0 ? settle_pivot(q) : q->remaining[0];
    q->exists = ~is_zero(norm);
    const lane_flags negative = q->exists & (column_of(q, q->j)[q->j] < broadcast(0));
    q->divisor = blend(negative, -norm, norm);
    if (q->j > 0) {
        pass_groups(q, SETTLE_AND_PROJECT_ON, q->j + 1, q->n + 1);
    } else {
        pass_groups(q, PROJECT_ON, q->j + 1, q->n + 1);
    }
    finish_row(q);
    q->remaining[q->j] = -q->divisor;
}

/* ---- The whole ----------------------------------------------------------------------------------------------- */

static void start_qr(lane_qr *q)
{
    const mn_lane_vectors *of = q->of;
    for (int32_t j = 0; j < q->n; ++j) {
        of->columns[j] = of->fjac + (ptrdiff_t)j * q->m * MN_LANES;
    }
    of->columns[q->n] = of->fvec;
    for (int32_t i = 0; i < q->m; ++i) {
        *at(of->fvec, i) = *at(of->residuals, i);
    }
    pass_groups(q, TAKE_NORMS, 0, q->n);
    for (int32_t j = 0; j < q->n; ++j) {
        q->remaining[j] = q->computed[j] = *at(of->column_norms, j);
        q->pivots[j] = flags_of(j);
    }
}

/* What the loop of each lane looks at. */
static void put_factors(const lane_qr *q, lane_flags chosen)
{
    const mn_lane_vectors *of = q->of;
    for (int32_t j = 0; j < q->n; ++j) {
        lanes *column = at(of->r, (int64_t)j * q->n);
        for (int32_t i = 0; i < j; ++i) {
            store_where(chosen, &column[i], column_of(q, j)[i]);
        }
        store_where(chosen, &column[j], q->remaining[j]);
        store_where(chosen, at(of->qtf, j), column_of(q, q->n)[j]);
        for (int l = 0; l < MN_LANES; ++l) {
            if (chosen[l]) {
                of->pivots[(ptrdiff_t)j * MN_LANES + l] = q->pivots[j][l];
                of->places[(ptrdiff_t)q->pivots[j][l] * MN_LANES + l] = j;
            }
        }
    }
}

static void factorize(const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    const int32_t n = of->n;
    lane_qr q = {.of = of,
                 .m = of->m,
                 .n = n,
                 .remaining = at(of->work, 0),
                 .computed = at(of->work, n),
                 .multiples = at(of->work, 2 * (int64_t)n),
                 .pivots = (lane_flags *)(void *)at(of->work, 3 * (int64_t)n + 1)};
    start_qr(&q);
    for (q.j = 0; q.j < n; ++q.j) {
        make_reflector(&q);
    }
    put_factors(&q, choice(chosen));
}
