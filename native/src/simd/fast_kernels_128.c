#include "simd/processor.h"

#if MN_HAS_128
#define MN_LANES 2
#define MN_FAST_KERNELS mn_fast_kernels_128
#include "simd/fast_kernels_body.inc"
#endif
