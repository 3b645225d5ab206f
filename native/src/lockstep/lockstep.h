/*
 * What the fits in lockstep have in common with each other: their numbers, interleaved, and the phases of the
 * Levenberg-Marquardt loop that are carried out for all lanes at once. Internal.
 */
#ifndef MN_LOCKSTEP_H
#define MN_LOCKSTEP_H

#include <stddef.h>

#include "minpack_native.h"

enum { MN_MOST_LANES = 8 };

/* All bits set in the lanes that a phase is for, none in the others. */
typedef struct mn_lane_choice {
    _Alignas(64) int64_t flags[MN_MOST_LANES];
} mn_lane_choice;

/*
 * The numbers of all lanes: element k of lane l at [k * lanes + l], on 64-byte boundaries. n, m: the length of a lane's
 * part; [1] is one number a lane. Names are those of the public header and of levenberg_marquardt.h.
 */
typedef struct mn_lane_vectors {
    int32_t lanes, m, n, mode, cpu_level;
    double gtol, factor, relative_step;
    double *fvec, *fjac, *residuals; /* [m], [m * n], [m] */
    double *trial;                   /* [n]: where residuals are wanted next */
    double *x, *diag, *qtf;          /* [n] */
    double *moved, *steps;           /* [n]: each parameter moved for its difference, and by how much */
    double *r;                       /* [n * n], column-major; only the upper triangle is used */
    double *column_norms;            /* [n], of the latest Jacobian */
    int64_t *pivots;                 /* [n]: from which column of the Jacobian, counted from 0, column j of R comes */
    int64_t *places;                 /* [n]: the inverse permutation */
    double *norm, *residual_norm, *gradient_norm, *scaled_x_norm, *step_bound, *damping; /* [1] */
    double *step_norm, *linear_norm, *scaled_trial_norm;                                 /* [1] */
    double *work;                                                                        /* [n * (n + 6)] */
    double *scratch;  /* [m * (n + 1) + n * (n + 8)], not interleaved */
    double **columns; /* [n + 1], not interleaved */
} mn_lane_vectors;

/* One lane's part of an interleaved array. */
static inline void mn_gather_lane(int32_t lanes, int32_t lane, int32_t count, const double *interleaved, double *values)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = interleaved[(ptrdiff_t)i * lanes + lane];
    }
}

/* Every lane sees the operations of a single fit; the lanes that a phase is not for keep what is theirs. */
typedef struct mn_lockstep_kernels {
    int32_t lanes;

    /* norm <- |fvec|, in all lanes. */
    void (*take_norms)(const mn_lane_vectors *of);

    /* residuals, x <- fvec, trial */
    void (*accept)(const mn_lane_vectors *of, const mn_lane_choice *accepted);

    /* The columns of fjac, which hold residuals <- (themselves - residuals) / step, in all lanes. */
    void (*take_differences)(const mn_lane_vectors *of);

    /* R, pivots and qtf of the Jacobian in fjac and of the residuals, and the norms of its columns. Overwrites fjac and
     * fvec in all lanes. */
    void (*factorize)(const mn_lane_vectors *of, const mn_lane_choice *chosen);

    /* Scaling and first step bound in the lanes where this is the first Jacobian, the norm of the gradient, and the
     * growth of the scale where that is above gtol. */
    void (*measure_jacobian)(const mn_lane_vectors *of, const mn_lane_choice *chosen, const mn_lane_choice *first);

    /* mn_propose_step */
    void (*propose_step)(const mn_lane_vectors *of, const mn_lane_choice *chosen);
} mn_lockstep_kernels;

extern const mn_lockstep_kernels mn_lockstep_kernels_128;
extern const mn_lockstep_kernels mn_lockstep_kernels_avx2;
extern const mn_lockstep_kernels mn_lockstep_kernels_avx512;

/* One lane after the other, for any number of lanes. */
extern const mn_lockstep_kernels mn_lockstep_alone;

/* The kernels with exactly this many lanes, or mn_lockstep_alone when level or processor rule them out. */
const mn_lockstep_kernels *mn_lockstep_for(int32_t cpu_level, int32_t lanes);

#endif
