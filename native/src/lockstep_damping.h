/*
 * The damping parameter and the damped step from it in MN_LANES lanes, each at its own pace: the operations of
 * damping_parameter.c and damped_solve.c, where they are explained. Included by column_kernels.h, for each level.
 *
 * A lane that has come to its end in a loop, or has no such row of R, takes part for nothing: its results are dropped.
 */

typedef struct lane_step {
    const mn_lane_vectors *of;
    int32_t n;
    const lanes *r, *qtf, *diag;
    lanes *x;          /* [n]: the step, with the opposite sign */
    lanes *scaled;     /* [n]: D x */
    lanes *work;       /* [n] */
    lanes *rhs;        /* [n] */
    lanes *rows;       /* [n]: the row of D that is being rotated into S */
    lanes *s_diagonal; /* [n] */
    lanes *s;          /* [n * n]: S below its diagonal, and on it while it is being made */
    lanes norm;        /* |D x| */
    lanes excess, lower, upper, parameter;
} lane_step;

static MN_INLINE lane_step new_step(const mn_lane_vectors *of)
{
    const int64_t n = of->n;
    return (lane_step){.of = of,
                       .n = of->n,
                       .r = at(of->r, 0),
                       .qtf = at(of->qtf, 0),
                       .diag = at(of->diag, 0),
                       .x = at(of->work, 0),
                       .scaled = at(of->work, n),
                       .work = at(of->work, 2 * n),
                       .rhs = at(of->work, 3 * n),
                       .rows = at(of->work, 4 * n),
                       .s_diagonal = at(of->work, 5 * n),
                       .s = at(of->work, 6 * n)};
}

static MN_INLINE const lanes *r_column(const lane_step *t, int32_t j)
{
    return t->r + (ptrdiff_t)j * t->n;
}

/* Each lane's element for the column of the Jacobian from which column j of R comes. */
static MN_INLINE lanes pivoted(const lane_step *t, const lanes *values, int32_t j)
{
    return picked(values, t->of->pivots + (ptrdiff_t)j * MN_LANES);
}

/* x <- P values */
static MN_INLINE void put_back(const lane_step *t, lane_flags chosen, const lanes *values)
{
    for (int32_t k = 0; k < t->n; ++k) {
        store_where(chosen, &t->x[k], picked(values, t->of->places + (ptrdiff_t)k * MN_LANES));
    }
}

/* |D values|; the products go to scaled. */
static MN_INLINE lanes scaled_norm(const lane_step *t, lane_flags chosen, const lanes *values, lanes *scaled)
{
    for (int32_t j = 0; j < t->n; ++j) {
        scaled[j] = t->diag[j] * values[j];
    }
    return norms_of(chosen, t->n, scaled, t->of->scratch);
}

static MN_INLINE lanes dot_of(int32_t n, const lanes *a, const lanes *b)
{
    lanes sum = broadcast(0);
    for (int32_t i = 0; i < n; ++i) {
        sum += a[i] * b[i];
    }
    return sum;
}

/* ---- The damped step ----------------------------------------------------------------------------------------- */

/* Rotates the row (0 .. 0 rows[j] .. rows[n-1]) into S, in the chosen lanes. */
static MN_INLINE void absorb_row(const lane_step *t, int32_t j, lane_flags chosen)
{
    lanes row_rhs = broadcast(0);
    for (int32_t k = j; k < t->n; ++k) {
        lanes *column = t->s + (ptrdiff_t)k * t->n;
        const lanes kept = column[k];
        const lanes removed = t->rows[k];
        const lane_flags turns = chosen & ~is_zero(removed);
        const lane_flags smaller = less(magnitude_of(kept), magnitude_of(removed));
        const lanes ratio = blend(smaller, kept, removed) / blend(smaller, removed, kept);
        const lanes larger_part = broadcast(1) / root_of(broadcast(1) + ratio * ratio);
        const lanes smaller_part = larger_part * ratio;
        const lanes sine = blend(smaller, larger_part, smaller_part);
        const lanes cosine = blend(smaller, smaller_part, larger_part);

        store_where(turns, &column[k], cosine * kept + sine * removed);
        const lanes turned_rhs = cosine * t->rhs[k] + sine * row_rhs;
        row_rhs = blend(turns, -sine * t->rhs[k] + cosine * row_rhs, row_rhs);
        store_where(turns, &t->rhs[k], turned_rhs);
        for (int32_t i = k + 1; i < t->n; ++i) {
            const lanes turned = cosine * column[i] + sine * t->rows[i];
            store_where(turns, &t->rows[i], -sine * column[i] + cosine * t->rows[i]);
            store_where(turns, &column[i], turned);
        }
    }
}

/* Solves S z = rhs in place; components from the first zero on S's diagonal on are set to zero. */
static MN_INLINE void solve_damped_triangle(const lane_step *t)
{
    lane_flags full = flags_of(-1);
    for (int32_t j = 0; j < t->n; ++j) {
        full &= ~is_zero(t->s_diagonal[j]);
        t->rows[j] = (lanes)full;
        t->rhs[j] = keep_where(full, t->rhs[j]);
    }
    for (int32_t j = t->n - 1; j >= 0; --j) {
        const lanes *column = t->s + (ptrdiff_t)j * t->n;
        lanes sum = broadcast(0);
        for (int32_t i = j + 1; i < t->n; ++i) {
            sum += keep_where((lane_flags)t->rows[i], column[i] * t->rhs[i]);
        }
        t->rhs[j] = keep_where((lane_flags)t->rows[j], (t->rhs[j] - sum) / t->s_diagonal[j]);
    }
}

/* x <- the damped step with root D for D, in the chosen lanes. */
static void solve_damped(const lane_step *t, lane_flags chosen, lanes root)
{
    const int32_t n = t->n;
    for (int32_t j = 0; j < n; ++j) {
        for (int32_t i = j; i < n; ++i) {
            t->s[(ptrdiff_t)j * n + i] = r_column(t, i)[j];
        }
        t->rhs[j] = t->qtf[j];
        t->work[j] = root * t->diag[j];
    }
    for (int32_t j = 0; j < n; ++j) {
        t->rows[j] = pivoted(t, t->work, j);
        for (int32_t k = j + 1; k < n; ++k) {
            t->rows[k] = broadcast(0);
        }
        absorb_row(t, j, ~is_zero(t->rows[j]));
        t->s_diagonal[j] = t->s[(ptrdiff_t)j * n + j];
    }
    solve_damped_triangle(t);
    put_back(t, chosen, t->rhs);
}

/* ---- The damping parameter ----------------------------------------------------------------------------------- */

/* x <- P R^-1 Q^T f. Returns the lanes where R has full rank. */
static MN_INLINE lane_flags gauss_newton_steps(const lane_step *t)
{
    lane_flags full = flags_of(-1);
    for (int32_t j = 0; j < t->n; ++j) {
        full &= ~is_zero(r_column(t, j)[j]);
        t->rows[j] = (lanes)full;
        t->work[j] = keep_where(full, t->qtf[j]);
    }
    for (int32_t j = t->n - 1; j >= 0; --j) {
        const lanes *column = r_column(t, j);
        const lane_flags exists = (lane_flags)t->rows[j];
        const lanes solved = keep_where(exists, t->work[j] / column[j]);
        t->work[j] = solved;
        for (int32_t i = 0; i < j; ++i) {
            t->work[i] -= keep_where(exists, column[i] * solved);
        }
    }
    put_back(t, flags_of(-1), t->work);
    return full;
}

/* work <- P^T D (D x / |D x|) */
static MN_INLINE void take_direction(const lane_step *t)
{
    for (int32_t j = 0; j < t->n; ++j) {
        t->rhs[j] = t->diag[j] * (t->scaled[j] / t->norm);
    }
    for (int32_t j = 0; j < t->n; ++j) {
        t->work[j] = pivoted(t, t->rhs, j);
    }
}

static MN_INLINE lanes newton_ratio(const lane_step *t, lane_flags chosen)
{
    const lanes slope = norms_of(chosen, t->n, t->work, t->of->scratch);
    return ((t->excess / *at(t->of->step_bound, 0)) / slope) / slope;
}

static MN_INLINE lanes lower_bounds(const lane_step *t, lane_flags chosen)
{
    take_direction(t);
    for (int32_t j = 0; j < t->n; ++j) {
        const lanes *column = r_column(t, j);
        t->work[j] = (t->work[j] - dot_of(j, column, t->work)) / column[j];
    }
    return keep_where(chosen, newton_ratio(t, chosen));
}

static MN_INLINE lanes scaled_gradient_norms(const lane_step *t, lane_flags chosen)
{
    for (int32_t j = 0; j < t->n; ++j) {
        t->work[j] = dot_of(j + 1, r_column(t, j), t->qtf) / pivoted(t, t->diag, j);
    }
    return norms_of(chosen, t->n, t->work, t->of->scratch);
}

static MN_INLINE lanes newton_corrections(const lane_step *t, lane_flags chosen)
{
    take_direction(t);
    for (int32_t j = 0; j < t->n; ++j) {
        const lanes *column = t->s + (ptrdiff_t)j * t->n;
        const lanes solved = t->work[j] / t->s_diagonal[j];
        t->work[j] = solved;
        for (int32_t i = j + 1; i < t->n; ++i) {
            t->work[i] -= column[i] * solved;
        }
    }
    return newton_ratio(t, chosen);
}

/* The bounds and the first guess. */
static MN_INLINE void bracket_parameter(lane_step *t, lane_flags chosen, lane_flags full)
{
    const lanes step_bound = *at(t->of->step_bound, 0);
    t->lower = lower_bounds(t, chosen & full);
    const lanes gradient = scaled_gradient_norms(t, chosen);
    const lanes upper = gradient / step_bound;
    const lanes least = broadcast(MN_SMALLEST_NORMAL) / minimum(step_bound, broadcast(0.1));
    t->upper = blend(is_zero(upper), least, upper);
    const lanes guess = minimum(maximum(*at(t->of->damping, 0), t->lower), t->upper);
    t->parameter = blend(is_zero(guess), gradient / t->norm, guess);
}

/* Newton's iteration in the lanes where the undamped step is too long. */
static void find_parameter(lane_step *t, lane_flags open)
{
    const lanes step_bound = *at(t->of->step_bound, 0);
    for (int iteration = 1;; ++iteration) {
        const lanes least = maximum(broadcast(MN_SMALLEST_NORMAL), broadcast(0.001) * t->upper);
        t->parameter = blend(is_zero(t->parameter), least, t->parameter);
        solve_damped(t, open, root_of(t->parameter));
        t->norm = blend(open, scaled_norm(t, open, t->x, t->scaled), t->norm);
        const lanes previous_excess = t->excess;
        t->excess = t->norm - step_bound;

        const lane_flags close_enough = magnitude_of(t->excess) <= broadcast(0.1) * step_bound;
        const lane_flags passed_the_hard_case =
            is_zero(t->lower) & (t->excess <= previous_excess) & (previous_excess < broadcast(0));
        const lane_flags ends = open & (close_enough | passed_the_hard_case | is_zero(t->norm));
        const lane_flags last = iteration == MN_MOST_NEWTON_STEPS ? open : ends;
        store_where(last, at(t->of->damping, 0), t->parameter);
        open &= ~last;
        if (!any(open)) {
            return;
        }

        const lanes correction = newton_corrections(t, open);
        t->lower = blend(t->excess > broadcast(0), maximum(t->lower, t->parameter), t->lower);
        t->upper = blend(t->excess < broadcast(0), minimum(t->upper, t->parameter), t->upper);
        t->parameter = maximum(t->lower, t->parameter + correction);
    }
}

/* In the chosen lanes: the step, with the opposite sign, to x, and the parameter. */
static void find_damping(lane_step *t, lane_flags chosen)
{
    const lanes step_bound = *at(t->of->step_bound, 0);
    const lane_flags full = gauss_newton_steps(t);
    t->norm = scaled_norm(t, chosen, t->x, t->scaled);
    t->excess = t->norm - step_bound;
    const lane_flags fits = t->excess <= broadcast(0.1) * step_bound;
    store_where(chosen & fits, at(t->of->damping, 0), broadcast(0));
    const lane_flags open = chosen & ~fits;
    if (any(open)) {
        bracket_parameter(t, open, full);
        find_parameter(t, open);
    }
}
