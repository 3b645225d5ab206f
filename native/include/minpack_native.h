/*
 * minpack_native: MINPACK's solvers for nonlinear least squares and nonlinear equations.
 *
 * The entry points carry MINPACK's names behind the prefix mn_ and take their arguments in the order of the
 * reentrant CMinpack interface, followed by one optional mn_tuning. Conventions for all of them:
 *
 *   - Matrices are column-major; element (i, j) of a matrix with leading dimension ld stands at [i + j * ld].
 *   - The caller owns every buffer; the length of each is stated in brackets. Nothing is allocated.
 *   - No buffer may overlap another.
 *   - Pivots are 1-based, as in MINPACK.
 *   - The return value is MINPACK's info: 0 for improper arguments, a positive code for a finished solve (see the
 *     enums), or the negative value with which a callback asked to stop. After a stop, x and fvec hold the best
 *     point so far.
 *   - There is no global state but what the processor can do, asked once: solves may run on many threads and inside
 *     each other's callbacks.
 */
#ifndef MINPACK_NATIVE_H
#define MINPACK_NATIVE_H

#include <stdint.h>

#if defined(_WIN32)
#define MN_CALL __cdecl
#else
#define MN_CALL
#endif

#if defined(_WIN32) && defined(MN_BUILDING_LIBRARY)
#define MN_API __declspec(dllexport)
#elif defined(__GNUC__)
#define MN_API __attribute__((visibility("default")))
#else
#define MN_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* ---- What the caller supplies ------------------------------------------------------------------------------- */

/*
 * What a callback is asked for. MN_REPORT changes nothing: x and fvec are the current point, to be looked at.
 * For mn_lmstr the values from MN_JACOBIAN on ask for one row: row = request - MN_JACOBIAN, 0-based.
 */
enum mn_request {
    MN_FIRST_RESIDUALS = -3, /* from mn_lmder_start alone: MN_RESIDUALS, at the start */
    MN_FAR_RESIDUALS = -2,   /* from mn_lmder_advance alone: MN_RESIDUALS, at an x for which |diag x| is not finite */
    MN_NOT_FINITE = -1,      /* from mn_lmder_advance alone: some column of fjac has no finite norm */
    MN_REPORT = 0,           /* every nprint-th iteration, when nprint > 0 */
    MN_RESIDUALS = 1,        /* fill fvec at x */
    MN_JACOBIAN = 2          /* fill fjac at x; mn_lmdif and mn_hybrd: fvec at a point moved for a forward difference */
};

/* Each callback returns a negative value to stop the solve with that value; any other value goes on. */

/* Residuals: x[n] in, fvec[m] out. */
typedef int32_t(MN_CALL *mn_residuals_fn)(void *user, int32_t m, int32_t n, const double *x, double *fvec,
                                          int32_t request);

/* Residuals or Jacobian: fvec[m] out for MN_RESIDUALS, fjac[ldfjac * n] out for MN_JACOBIAN. */
typedef int32_t(MN_CALL *mn_residuals_jacobian_fn)(void *user, int32_t m, int32_t n, const double *x, double *fvec,
                                                   double *fjac, int32_t ldfjac, int32_t request);

/* Residuals or one Jacobian row: fvec[m] out for MN_RESIDUALS, fjrow[n] out for MN_JACOBIAN + row. */
typedef int32_t(MN_CALL *mn_residuals_row_fn)(void *user, int32_t m, int32_t n, const double *x, double *fvec,
                                              double *fjrow, int32_t request);

/* Equations: x[n] in, fvec[n] out. */
typedef int32_t(MN_CALL *mn_equations_fn)(void *user, int32_t n, const double *x, double *fvec, int32_t request);

/* Equations or Jacobian: fvec[n] out for MN_RESIDUALS, fjac[ldfjac * n] out for MN_JACOBIAN. */
typedef int32_t(MN_CALL *mn_equations_jacobian_fn)(void *user, int32_t n, const double *x, double *fvec, double *fjac,
                                                   int32_t ldfjac, int32_t request);

/* The state at the start of an iteration, after its Jacobian has been factorized. */
typedef struct mn_iteration {
    int32_t number;       /* 1-based */
    int32_t evaluations;  /* residual evaluations so far, MINPACK: nfev */
    double residual_norm; /* Euclidean norm of fvec, MINPACK: fnorm */
    double gradient_norm; /* largest cosine between a Jacobian column and fvec, MINPACK: gnorm; least squares only */
    double step_bound;    /* radius of the trust region, MINPACK: delta */
    double damping;       /* Levenberg-Marquardt parameter of the last step, MINPACK: par; least squares only */
    const double *x;      /* [n] */
    const double *fvec;   /* [m] */
} mn_iteration;

typedef int32_t(MN_CALL *mn_observer_fn)(void *user, const mn_iteration *iteration);

/* How the floating-point work is carried out. */
enum mn_arithmetic {
    MN_EXACT = 0, /* MINPACK's operations in MINPACK's order for every element: the same bits everywhere */
    MN_FAST = 1   /* least squares with a whole Jacobian: its QR by row blocks with fused operations; see README.md */
};

/* What the processor is asked for. A level that it does not have gives the best below. No level changes a bit in
 * MN_EXACT. */
enum mn_cpu_level {
    MN_CPU_BEST = 0, /* for the problem */
    MN_CPU_SCALAR = 1,
    MN_CPU_128 = 2, /* SSE2, NEON */
    MN_CPU_AVX2 = 3,
    MN_CPU_AVX512 = 4
};

/* Calls task(work, index) once for each 0 <= index < count, on any threads, and returns after the last has returned. */
typedef void(MN_CALL *mn_task_fn)(void *work, int32_t index);
typedef void(MN_CALL *mn_parallel_for_fn)(void *host, int32_t count, mn_task_fn task, void *work);

/* What MINPACK's argument lists have no place for. A null pointer, and zeros, mean the defaults. */
typedef struct mn_tuning {
    mn_observer_fn observer;         /* called with the solver's user pointer; null: none */
    mn_parallel_for_fn parallel_for; /* null: one thread. The bits do not depend on it */
    void *host;                      /* the first argument of parallel_for */
    int32_t threads;                 /* how many tasks of parallel_for can run at once */
    int32_t concurrent_callback;     /* not 0: mn_lmdif's callback may be called from that many threads at once */
    int32_t arithmetic;              /* mn_arithmetic */
    int32_t cpu_level;               /* mn_cpu_level */
    double *work;                    /* [mn_work_length]; null: neither fast arithmetic nor concurrent callbacks */
} mn_tuning;

/*
 * How many doubles the solvers need in tuning->work for a problem of this size; 0 for most. Negative: they cannot do
 * what the tuning asks for, which over an installed CMinpack is MN_FAST.
 */
MN_API int64_t MN_CALL mn_work_length(int32_t m, int32_t n, const mn_tuning *tuning);

/* ---- Least squares ------------------------------------------------------------------------------------------ */

enum mn_least_squares_info {
    MN_IMPROPER_INPUT = 0,
    MN_SMALL_REDUCTION = 1,          /* actual and predicted relative reductions of the sum of squares <= ftol */
    MN_SMALL_STEP = 2,               /* relative change of x <= xtol */
    MN_SMALL_REDUCTION_AND_STEP = 3, /* both */
    MN_ORTHOGONAL = 4,               /* fvec is orthogonal to the Jacobian's columns to gtol */
    MN_TOO_MANY_EVALUATIONS = 5,     /* nfev reached maxfev */
    MN_FTOL_TOO_SMALL = 6,           /* no further reduction of the sum of squares is possible */
    MN_XTOL_TOO_SMALL = 7,           /* no further improvement of x is possible */
    MN_GTOL_TOO_SMALL = 8            /* fvec is orthogonal to the Jacobian's columns to machine precision */
};

/* mode: whose scale factors diag[n] are. */
enum mn_scale_mode {
    MN_SCALE_INTERNAL = 1, /* the solver's, from the norms of the Jacobian's columns; out */
    MN_SCALE_GIVEN = 2     /* the caller's, > 0; in */
};

/*
 * Minimizes the sum of squares of m residuals in n variables, n <= m (Moré 1978).
 *
 *   x[n]            start in, solution out
 *   fvec[m]         residuals at the solution
 *   fjac[ldfjac*n]  ldfjac >= m (mn_lmstr: >= n); upper triangle out: R of the pivoted factorization J P = Q R
 *   ftol, xtol, gtol >= 0
 *   maxfev > 0
 *   diag[n], mode   scale factors, see mn_scale_mode
 *   factor > 0      first step bound = factor * |diag x|, or factor itself when that is zero
 *   nprint          > 0: MN_REPORT calls at the first and every nprint-th iteration, and at the end
 *   nfev, njev      evaluation counts out; mn_lmdif counts the evaluations spent on differences in nfev
 *   ipvt[n]         column j of J P is column ipvt[j] (1-based) of J
 *   qtf[n]          the first n elements of Q^T fvec
 *   wa1[n] wa2[n] wa3[n] wa4[m]  work
 */
MN_API int32_t MN_CALL mn_lmder(mn_residuals_jacobian_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                                double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                                double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                                int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                                const mn_tuning *tuning);

/*
 * mn_lmder without callbacks, for callers to whom being called back costs more than to call:
 *
 *     request = mn_lmder_start(...)
 *     while request != MN_REPORT:
 *         if request == MN_FIRST_RESIDUALS: fill fvec at x
 *         if request == MN_RESIDUALS:       fill wa4 at wa2, which is finite
 *         if request == MN_FAR_RESIDUALS:   fill wa4 at wa2, which may not be
 *         if request == MN_JACOBIAN:        fill fjac at x
 *         if request == MN_NOT_FINITE:      go on, unless a look at fjac says otherwise
 *         request = mn_lmder_advance(state)
 *
 * The arguments are those of mn_lmder and stay in use until the end, when info is set. Whatever is wanted is already
 * counted in nfev or njev, and after MN_FIRST_RESIDUALS x and fvec are the best point so far: to stop, do not go on.
 * While residuals are wanted wa2[n] is the trial point and wa4[m] takes its residuals; at other times both hold other
 * things. user is the observer's.
 */
MN_API int32_t MN_CALL mn_lmder_start(void *state, void *user, int32_t m, int32_t n, double *x, double *fvec,
                                      double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol,
                                      int32_t maxfev, double *diag, int32_t mode, double factor, int32_t *info,
                                      int32_t *nfev, int32_t *njev, int32_t *ipvt, double *qtf, double *wa1,
                                      double *wa2, double *wa3, double *wa4, const mn_tuning *tuning);
MN_API int32_t MN_CALL mn_lmder_advance(void *state);

/* How many bytes the state takes, on an 8-byte boundary. Negative: an installed CMinpack calls back. */
MN_API int32_t MN_CALL mn_lmder_state_size(void);

/* The same with a forward-difference Jacobian; epsfcn: relative error of the residuals, at least the machine's. */
MN_API int32_t MN_CALL mn_lmdif(mn_residuals_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                                double ftol, double xtol, double gtol, int32_t maxfev, double epsfcn, double *diag,
                                int32_t mode, double factor, int32_t nprint, int32_t *nfev, double *fjac,
                                int32_t ldfjac, int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3,
                                double *wa4, const mn_tuning *tuning);

/* The same with the Jacobian taken row by row: fjac is only [ldfjac*n] with ldfjac >= n. */
MN_API int32_t MN_CALL mn_lmstr(mn_residuals_row_fn fcn, void *user, int32_t m, int32_t n, double *x, double *fvec,
                                double *fjac, int32_t ldfjac, double ftol, double xtol, double gtol, int32_t maxfev,
                                double *diag, int32_t mode, double factor, int32_t nprint, int32_t *nfev, int32_t *njev,
                                int32_t *ipvt, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                                const mn_tuning *tuning);

/*
 * Turns the factor R of J P = Q R, in the upper triangle of r[ldr*n], into the inverse of J^T J (all of r's n x n
 * part). Columns beyond the first diagonal element with |R(k,k)| <= tol * |R(0,0)| count as dependent and get zero
 * variance. ipvt[n] as above; wa[n] work.
 */
MN_API void MN_CALL mn_covar(int32_t n, double *r, int32_t ldr, const int32_t *ipvt, double tol, double *wa);

/*
 * The factorization of the solvers: J P = Q R with column pivoting of a[lda*n], m x n, n <= m (MINPACK: qrfac). Out: R
 * in a's upper triangle, Q^T rhs in the first n of rhs[m], ipvt[n] as above. wa1[n], wa2[n], wa3[n] and wa4[n] work.
 */
MN_API void MN_CALL mn_qr(int32_t m, int32_t n, double *a, int32_t lda, int32_t *ipvt, double *rhs, double *wa1,
                          double *wa2, double *wa3, double *wa4, const mn_tuning *tuning);

/* ---- Many small fits ---------------------------------------------------------------------------------------- */

/*
 * Several least-squares fits of one shape in lockstep, one in each SIMD lane, each with the very operations of mn_lmder
 * (or mn_lmdif) on it alone. There are no callbacks: the caller evaluates the model for all lanes at once.
 *
 *     for each lane: put its start into trial, then mn_lockstep_start(fits, lane)
 *     while any want[lane] != MN_REPORT:
 *         if any want[lane] == MN_RESIDUALS: fill fvec at trial, for those lanes at least
 *         if any want[lane] == MN_JACOBIAN:  fill fjac at trial, for those lanes at least, or for forward differences
 *                                            its column j with the residuals at trial with moved[j] for trial[j]
 *         mn_lockstep_advance(fits, -1)
 *         any lane that wants nothing any more is done: take its results away and start another fit in it
 *
 * Lanes may be held; an advance overwrites fvec and fjac of all lanes, so fill those again before a held one advances.
 * A lane may be started afresh at any time, or left: whatever a lane wants is already counted, and x and residuals are
 * its best point so far, once it has residuals at all.
 *
 * Arrays marked "interleaved" hold element k of lane l at [k * lanes + l]; the others hold lane after lane. All
 * interleaved arrays and work stand on 64-byte boundaries. The caller fills in everything down to work before the first
 * start. What is out when a lane is done stays as it was when no Jacobian was used.
 */
typedef struct mn_lockstep {
    int32_t lanes; /* 2, 4 or 8 */
    int32_t m, n;  /* as for mn_lmder */
    int32_t maxfev, mode;
    int32_t differences; /* not 0: Jacobians are taken by forward differences, and count in nfev, as in mn_lmdif */
    int32_t cpu_level;
    double ftol, xtol, gtol, epsfcn, factor;
    double *trial;     /* [n], interleaved: where the lane is to be evaluated; at the end the solution */
    double *fvec;      /* [m], interleaved, in: residuals at trial; overwritten */
    double *fjac;      /* [m * n], interleaved, in: Jacobian at trial, column-major; overwritten */
    double *moved;     /* [n], interleaved, out with differences, whenever a Jacobian is wanted: trial[j] + step */
    double *residuals; /* [m], interleaved, out: residuals at x */
    double *x;         /* [n], interleaved, out: the best point so far */
    double *norm;      /* [1], interleaved, out: |residuals| */
    double *diag;      /* [n] a lane, as for mn_lmder; out, when done */
    double *r;         /* [n * n] a lane, column-major, out, when done: the triangle R that mn_lmder leaves in fjac */
    double *qtf;       /* [n] a lane, out, when done */
    int32_t *ipvt;     /* [n] a lane, out, when done */
    int32_t *want;     /* [1] a lane, out: MN_RESIDUALS, MN_JACOBIAN, or MN_REPORT when the lane is done */
    int32_t *info;     /* [1] a lane, out, when done */
    int32_t *nfev;     /* [1] a lane, out: what the lane wants is counted */
    int32_t *njev;     /* [1] a lane, out: the same */
    double *work;      /* [mn_lockstep_length(lanes, m, n)], zeros before the first start */
} mn_lockstep;

/* How many doubles mn_lockstep.work holds. Negative: there is no lockstep, over an installed CMinpack. */
MN_API int64_t MN_CALL mn_lockstep_length(int32_t lanes, int32_t m, int32_t n);

/* Starts a fit in a lane, from the lane's trial (and diag, with MN_SCALE_GIVEN). A problem that is improper is done at
 * once, with info 0. */
MN_API void MN_CALL mn_lockstep_start(mn_lockstep *fits, int32_t lane);

/* Takes what lanes wanted from fvec and fjac and carries each to its next want: the lanes whose bit is set, the lowest
 * for lane 0. The others are held. */
MN_API void MN_CALL mn_lockstep_advance(mn_lockstep *fits, int32_t chosen);

/* ---- Nonlinear equations ------------------------------------------------------------------------------------ */

/* Zero and negative values as for least squares. */
enum mn_equations_info {
    MN_CONVERGED = 1,                      /* relative change of x <= xtol, or fvec is exactly zero */
    MN_EQUATIONS_TOO_MANY_EVALUATIONS = 2, /* nfev reached maxfev */
    MN_EQUATIONS_XTOL_TOO_SMALL = 3,       /* no further improvement of x is possible */
    MN_SLOW_JACOBIANS = 4,                 /* five Jacobians in a row brought little */
    MN_SLOW_STEPS = 5                      /* ten steps in a row brought little */
};

/*
 * Solves n equations in n unknowns (Powell 1970).
 *
 *   x[n]            start in, solution out
 *   fvec[n]         equations at the solution
 *   fjac[ldfjac*n]  ldfjac >= n; out: the orthogonal Q of the last approximate Jacobian's factorization Q R
 *   xtol >= 0
 *   maxfev > 0
 *   diag[n], mode, factor, nprint, nfev, njev   as for least squares
 *   r[lr]           lr >= n (n + 1) / 2; out: R, packed by rows
 *   qtf[n]          Q^T fvec, as last updated: the solver ends before it does so at the solution
 *   wa1[n] wa2[n] wa3[n] wa4[n]  work
 *
 * Where the Jacobian is zero the method cannot move and reports MN_CONVERGED at a point that need not be a root, as
 * MINPACK does: look at fvec.
 */
MN_API int32_t MN_CALL mn_hybrj(mn_equations_jacobian_fn fcn, void *user, int32_t n, double *x, double *fvec,
                                double *fjac, int32_t ldfjac, double xtol, int32_t maxfev, double *diag, int32_t mode,
                                double factor, int32_t nprint, int32_t *nfev, int32_t *njev, double *r, int32_t lr,
                                double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                                const mn_tuning *tuning);

/*
 * The same with a forward-difference Jacobian. ml >= 0, mu >= 0: how many diagonals below and above the main one the
 * Jacobian has; n - 1 each when it is dense. epsfcn as for mn_lmdif; evaluations spent on differences count in nfev.
 */
MN_API int32_t MN_CALL mn_hybrd(mn_equations_fn fcn, void *user, int32_t n, double *x, double *fvec, double xtol,
                                int32_t maxfev, int32_t ml, int32_t mu, double epsfcn, double *diag, int32_t mode,
                                double factor, int32_t nprint, int32_t *nfev, double *fjac, int32_t ldfjac, double *r,
                                int32_t lr, double *qtf, double *wa1, double *wa2, double *wa3, double *wa4,
                                const mn_tuning *tuning);

/* ---- Checking a Jacobian ------------------------------------------------------------------------------------ */

/*
 * mode 2: from fvec[m] at x, fvecp[m] at xp and fjac[ldfjac*n] at x, the relative discrepancy d of each residual's
 * gradient into err[m]: at most the machine epsilon for a right gradient, 1 where residual i cannot tell. Any other
 * mode: xp[n] out, a point near x[n]. MINPACK's chkder goes on to map d to a score, 1 for d <= epsilon, 0 for
 * d >= sqrt(epsilon), and log10(d) / log10(sqrt(epsilon)) - 1 between; that logarithm is left to the caller.
 */
MN_API void MN_CALL mn_chkder(int32_t m, int32_t n, const double *x, const double *fvec, const double *fjac,
                              int32_t ldfjac, double *xp, const double *fvecp, int32_t mode, double *err);

/* Euclidean norm of x[n], safe from overflow and harmful underflow. */
MN_API double MN_CALL mn_enorm(int32_t n, const double *x);

/* ---- Which binary this is ----------------------------------------------------------------------------------- */

/* 10000 * major + 100 * minor + patch. */
MN_API int32_t MN_CALL mn_version(void);

/* The provider of the solvers and its machine constants, for example "bundled, scipy constants". */
MN_API const char *MN_CALL mn_description(void);

#ifdef __cplusplus
}
#endif

#endif
