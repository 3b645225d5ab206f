#define MN_LANES 1
#define MN_FAST_KERNELS mn_fast_kernels_scalar
#include "simd/fast_kernels_body.inc"
