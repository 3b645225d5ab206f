#include <stddef.h>

#include "lockstep/lockstep.h"
#include "simd/engine.h"
#include "simd/processor.h"

/* The levels of this build, from the least to the best; null where the build or the processor's family has none. */
static const mn_lockstep_kernels *const kernels_of_level[MN_CPU_AVX512 + 1] = {
#if MN_HAS_128
    [MN_CPU_128] = &mn_lockstep_kernels_128,
#endif
#if MN_HAS_AVX
    [MN_CPU_AVX2] = &mn_lockstep_kernels_avx2,
    [MN_CPU_AVX512] = &mn_lockstep_kernels_avx512,
#endif
};

const mn_lockstep_kernels *mn_lockstep_for(int32_t cpu_level, int32_t lanes)
{
    const int32_t best = mn_level_for(cpu_level);
    for (int32_t level = MN_CPU_128; level <= best && level <= MN_CPU_AVX512; ++level) {
        const mn_lockstep_kernels *kernels = kernels_of_level[level];
        if (kernels && kernels->lanes == lanes) {
            return kernels;
        }
    }
    return &mn_lockstep_alone;
}
