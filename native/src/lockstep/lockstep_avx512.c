#include "simd/processor.h"

#if MN_HAS_AVX
#define MN_LANES 8
#define MN_LOCKSTEP_KERNELS mn_lockstep_kernels_avx512
#include "lockstep/lockstep_body.inc"
#endif
