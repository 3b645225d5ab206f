/*
 * How the work on long columns is carried out: with which instructions and on how many threads. Neither changes a bit:
 * columns are independent of each other, and every column sees MINPACK's operations in MINPACK's order.
 */
#ifndef MN_ENGINE_H
#define MN_ENGINE_H

#include "minpack_native.h"
#include "simd/fast_kernels.h"

/* Columns that one call of a kernel takes side by side. */
enum { MN_MOST_COLUMNS = 8 };

/*
 * Kernels over 1 <= count <= MN_MOST_COLUMNS columns of so many rows. Each column has its own sum, which runs from the
 * first row to the last; the columns stand in different SIMD lanes.
 */
typedef struct mn_column_kernels {
    /* sums[k] <- v . column k */
    void (*project)(int32_t rows, const double *v, int32_t count, double *const *columns, double *sums);

    /* column k <- column k - multiples[k] u */
    void (*reflect)(int32_t rows, const double *u, const double *multiples, int32_t count, double *const *columns);

    /* The second, then the first, in one pass over memory. */
    void (*reflect_and_project)(int32_t rows, const double *u, const double *multiples, const double *v, int32_t count,
                                double *const *columns, double *sums);

    /* column k <- column k - multiples[k] u, and |column 0|, as mn_norm computes it */
    double (*reflect_and_norm)(int32_t rows, const double *u, const double *multiples, int32_t count,
                               double *const *columns);

    /* v <- v / divisor, then sums[k] <- sums[k] + v . column k */
    void (*divide_and_project)(int32_t rows, double *v, double divisor, int32_t count, double *const *columns,
                               double *sums);

    /* norms[k] <- |column k|, as mn_norm computes it */
    void (*norms)(int32_t rows, int32_t count, const double *const *columns, double *norms);

    /* x <- x / divisor */
    void (*divide)(int32_t rows, double *x, double divisor);
} mn_column_kernels;

extern const mn_column_kernels mn_column_kernels_scalar;
extern const mn_column_kernels mn_column_kernels_128;
extern const mn_column_kernels mn_column_kernels_avx2;
extern const mn_column_kernels mn_column_kernels_avx512;

typedef struct mn_engine {
    const mn_column_kernels *kernels;
    const mn_fast_kernels *fast;     /* of the same level */
    mn_parallel_for_fn parallel_for; /* null: one thread */
    void *host;
    int32_t threads;
} mn_engine;

/* The best level, or a lower one that is wanted; MN_CPU_BEST wants the best. */
int32_t mn_level_for(int32_t wanted);

/* The engine for so many columns that the tuning, which may be null, asks for and the processor can drive. */
mn_engine mn_engine_for(const mn_tuning *tuning, int32_t columns);

/* In how many tasks so many columns, with so many elements to work on in each, are best taken; 1 where threads do not
 * pay. */
int32_t mn_engine_tasks(const mn_engine *engine, int32_t columns, int64_t elements);

#endif
