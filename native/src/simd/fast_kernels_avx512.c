#include "simd/processor.h"

#if MN_HAS_AVX
#define MN_LANES 8
#define MN_FAST_KERNELS mn_fast_kernels_avx512
#include "simd/fast_kernels_body.inc"
#endif
