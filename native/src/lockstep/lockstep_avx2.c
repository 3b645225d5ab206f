#include "simd/processor.h"

#if MN_HAS_AVX
#define MN_LANES 4
#define MN_LOCKSTEP_KERNELS mn_lockstep_kernels_avx2
#include "lockstep/lockstep_body.inc"
#endif
