/*
 * What the Levenberg-Marquardt loop does with residuals and with the factors of a Jacobian, in MN_LANES lanes: the
 * operations of levenberg_marquardt.c, where they are explained. Included by column_kernels.h, for each level.
 */

/* ---- Residuals ----------------------------------------------------------------------------------------------- */

static void take_norms(const mn_lane_vectors *of)
{
    *at(of->norm, 0) = norms_of(flags_of(-1), of->m, at(of->fvec, 0), of->scratch);
}

static void accept(const mn_lane_vectors *of, const mn_lane_choice *accepted)
{
    const lane_flags flags = choice(accepted);
    for (int32_t i = 0; i < of->m; ++i) {
        store_where(flags, at(of->residuals, i), *at(of->fvec, i));
    }
    for (int32_t j = 0; j < of->n; ++j) {
        store_where(flags, at(of->x, j), *at(of->trial, j));
    }
}

/* ---- From the new factors ------------------------------------------------------------------------------------ */

/* The scale and the first step bound, in the lanes that start. */
static void start_scale(const mn_lane_vectors *of, const lane_step *t, lane_flags first)
{
    const int given = of->mode == MN_SCALE_GIVEN;
    for (int32_t j = 0; j < t->n && !given; ++j) {
        const lanes norm = *at(of->column_norms, j);
        store_where(first, at(of->diag, j), blend(is_zero(norm), broadcast(1), norm));
    }
    const lanes norm = scaled_norm(t, first, at(of->x, 0), t->scaled);
    const lanes bound = broadcast(of->factor) * norm;
    store_where(first, at(of->scaled_x_norm, 0), norm);
    store_where(first, at(of->step_bound, 0), blend(is_zero(bound), broadcast(of->factor), bound));
}

/* The largest cosine of an angle between a column of the Jacobian and the residuals. */
static MN_INLINE lanes gradient_norms(const mn_lane_vectors *of, const lane_step *t)
{
    const lanes residual_norm = *at(of->residual_norm, 0);
    lanes largest = broadcast(0);
    for (int32_t i = 0; i < t->n; ++i) {
        t->rhs[i] = t->qtf[i] / residual_norm;
    }
    for (int32_t j = 0; j < t->n; ++j) {
        const lanes column_norm = pivoted(t, at(of->column_norms, 0), j);
        const lanes cosine = magnitude_of(dot_of(j + 1, r_column(t, j), t->rhs) / column_norm);
        largest = blend(is_zero(column_norm), largest, maximum(largest, cosine));
    }
    return keep_where(~is_zero(residual_norm), largest);
}

static void measure_jacobian(const mn_lane_vectors *of, const mn_lane_choice *chosen, const mn_lane_choice *first)
{
    const lane_step t = new_step(of);
    if (any(choice(first))) {
        start_scale(of, &t, choice(first));
    }
    const lanes gradient = gradient_norms(of, &t);
    store_where(choice(chosen), at(of->gradient_norm, 0), gradient);
    const lane_flags grows = choice(chosen) & ~(gradient <= broadcast(of->gtol));
    const int given = of->mode == MN_SCALE_GIVEN;
    for (int32_t j = 0; j < t.n && !given; ++j) {
        lanes *scale = at(of->diag, j);
        store_where(grows, scale, maximum(*scale, *at(of->column_norms, j)));
    }
}

/* ---- The step ------------------------------------------------------------------------------------------------ */

/* |J step|, through R. */
static MN_INLINE lanes linear_change_norms(const lane_step *t, lane_flags chosen, const lanes *step)
{
    for (int32_t j = 0; j < t->n; ++j) {
        t->work[j] = broadcast(0);
        const lanes *column = r_column(t, j);
        const lanes component = pivoted(t, step, j);
        for (int32_t i = 0; i <= j; ++i) {
            t->work[i] += column[i] * component;
        }
    }
    return norms_of(chosen, t->n, t->work, t->of->scratch);
}

static void propose_step(const mn_lane_vectors *of, const mn_lane_choice *chosen)
{
    lane_step t = new_step(of);
    const lane_flags wanted = choice(chosen);
    find_damping(&t, wanted);

    lanes *trial = at(of->trial, 0);
    for (int32_t j = 0; j < t.n; ++j) {
        t.x[j] = -t.x[j];
        t.rhs[j] = *at(of->x, j) + t.x[j];
        store_where(wanted, &trial[j], t.rhs[j]);
    }
    store_where(wanted, at(of->step_norm, 0), t.norm);
    store_where(wanted, at(of->scaled_trial_norm, 0), scaled_norm(&t, wanted, t.rhs, t.scaled));
    store_where(wanted, at(of->linear_norm, 0), linear_change_norms(&t, wanted, t.x));
}
