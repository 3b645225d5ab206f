/*
 * What the phases of lockstep_qr.h and lockstep_steps.h share: choices between lanes, numbers picked by each lane for
 * itself, and norms. Included by column_kernels.h, for each level.
 */

/* ---- Choices ------------------------------------------------------------------------------------------------- */

static MN_INLINE lanes blend(lane_flags choose, lanes chosen, lanes otherwise)
{
    return (lanes)((choose & (lane_flags)chosen) | (~choose & (lane_flags)otherwise));
}

static MN_INLINE void store_where(lane_flags choose, lanes *to, lanes value)
{
    *to = blend(choose, value, *to);
}

static MN_INLINE lane_flags choice(const mn_lane_choice *choose)
{
    return *(const lane_flags *)(const void *)choose;
}

static MN_INLINE lane_flags is_zero(lanes value)
{
    return value == broadcast(0);
}

/* MINPACK's comparisons, maximum and minimum, where an operand may be NaN: see arithmetic.h. */
static MN_INLINE lane_flags less(lanes a, lanes b)
{
#if defined(MN_CONSTANTS_NETLIB)
    return ~(a >= b);
#else
    return a < b;
#endif
}

static MN_INLINE lane_flags at_most(lanes a, lanes b)
{
#if defined(MN_CONSTANTS_NETLIB)
    return ~(a > b);
#else
    return a <= b;
#endif
}

static MN_INLINE lanes maximum(lanes a, lanes b)
{
#if defined(MN_CONSTANTS_NETLIB)
    return blend((b > a) | (a != a), b, a);
#else
    return blend(a >= b, a, b);
#endif
}

static MN_INLINE lanes minimum(lanes a, lanes b)
{
#if defined(MN_CONSTANTS_NETLIB)
    return blend((b < a) | (a != a), b, a);
#else
    return blend(a <= b, a, b);
#endif
}

/* ---- Numbers ------------------------------------------------------------------------------------------------- */

static MN_INLINE lanes root_of(lanes values)
{
    lanes roots;
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        roots[l] = mn_sqrt(values[l]);
    }
    return roots;
}

static MN_INLINE lanes *at(double *interleaved, int64_t index)
{
    return (lanes *)(void *)(interleaved + (ptrdiff_t)index * MN_LANES);
}

/* Each lane's own element of a vector. */
static MN_INLINE lanes picked(const lanes *values, const int64_t *indices)
{
    const double *first = (const double *)(const void *)values;
    lanes result;
    MN_UNROLL
    for (int l = 0; l < MN_LANES; ++l) {
        result[l] = first[(ptrdiff_t)indices[l] * MN_LANES + l];
    }
    return result;
}

/* ---- Norms --------------------------------------------------------------------------------------------------- */

/* The norm of one lane's values - multiple u; of the values when u is null. */
static double norm_of_lane(int lane, int32_t count, const lanes *values, const lanes *u, double multiple,
                           double *scratch)
{
    for (int32_t i = 0; i < count; ++i) {
        scratch[i] = u ? values[i][lane] - multiple * u[i][lane] : values[i][lane];
    }
    return mn_norm(count, scratch);
}

/* The norms of the chosen lanes' values, given the sums of their squares. */
static MN_INLINE lanes norms_from(lanes squares, lane_flags chosen, int32_t count, const lanes *values, double *scratch)
{
    const lane_flags odd = chosen & ~((squares >= broadcast(mn_least_plain_square(count))) &
                                      (squares < broadcast(mn_least_scaled_square(count))));
    lanes norms = root_of(squares);
    if (any(odd)) {
        for (int l = 0; l < MN_LANES; ++l) {
            if (odd[l]) {
                norms[l] = norm_of_lane(l, count, values, NULL, 0, scratch);
            }
        }
    }
    return norms;
}

/* The norms of the chosen lanes' values; anything in the others. */
static lanes norms_of(lane_flags chosen, int32_t count, const lanes *values, double *scratch)
{
    lanes squares = broadcast(0);
    for (int32_t i = 0; i < count; ++i) {
        squares += plain_squares(values[i]);
    }
    return norms_from(squares, chosen, count, values, scratch);
}
