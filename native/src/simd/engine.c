#include "simd/engine.h"

#include "simd/processor.h"

/* Handing work to other threads and waiting for them takes as long as this many elements. Tests set it to one. */
#if !defined(MN_ELEMENTS_WORTH_THREADS)
#define MN_ELEMENTS_WORTH_THREADS (1 << 17)
#endif

enum { COLUMNS_WORTH_EIGHT_LANES = 8 };

/* The levels of this build, from the least to the best; null where the build or the processor's family has none. */
static const mn_column_kernels *const kernels_of_level[MN_CPU_AVX512 + 1] = {
    [MN_CPU_SCALAR] = &mn_column_kernels_scalar,
#if MN_HAS_128
    [MN_CPU_128] = &mn_column_kernels_128,
#endif
#if MN_HAS_AVX
    [MN_CPU_AVX2] = &mn_column_kernels_avx2,
    [MN_CPU_AVX512] = &mn_column_kernels_avx512,
#endif
};

int32_t mn_level_for(int32_t wanted)
{
    const int32_t best = mn_processor_level();
    return wanted > MN_CPU_BEST && wanted < best ? wanted : best;
}

static const mn_fast_kernels *const fast_kernels_of_level[MN_CPU_AVX512 + 1] = {
    [MN_CPU_SCALAR] = &mn_fast_kernels_scalar,
#if MN_HAS_128
    [MN_CPU_128] = &mn_fast_kernels_128,
#endif
#if MN_HAS_AVX
    [MN_CPU_AVX2] = &mn_fast_kernels_avx2,
    [MN_CPU_AVX512] = &mn_fast_kernels_avx512,
#endif
};

/* Of eight lanes most would stay empty when there are few columns. */
static int32_t level_for_columns(int32_t wanted, int32_t columns)
{
    const int32_t level = mn_level_for(wanted);
    const int few = columns < COLUMNS_WORTH_EIGHT_LANES && wanted == MN_CPU_BEST;
    return few && level == MN_CPU_AVX512 ? MN_CPU_AVX2 : level;
}

mn_engine mn_engine_for(const mn_tuning *tuning, int32_t columns)
{
    const int32_t level = level_for_columns(tuning ? tuning->cpu_level : MN_CPU_BEST, columns);
    mn_engine engine = {.kernels = kernels_of_level[level], .fast = fast_kernels_of_level[level], .threads = 1};
    if (tuning) {
        if (tuning->parallel_for && tuning->threads > 1) {
            engine.parallel_for = tuning->parallel_for;
            engine.host = tuning->host;
            engine.threads = tuning->threads;
        }
    }
    return engine;
}

int32_t mn_engine_tasks(const mn_engine *engine, int32_t columns, int64_t elements)
{
    const int32_t groups = (columns + MN_MOST_COLUMNS - 1) / MN_MOST_COLUMNS;
    if (engine->threads <= 1 || groups <= 1 || columns * elements < MN_ELEMENTS_WORTH_THREADS) {
        return 1;
    }
    return groups < engine->threads ? groups : engine->threads;
}
