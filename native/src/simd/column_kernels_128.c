/* SSE2, which every 64-bit x86 has, and NEON, which every 64-bit Arm has. */
#include "simd/processor.h"

#if MN_HAS_128
#define MN_LANES 2
#define MN_GROUPS 4
#define MN_KERNELS mn_column_kernels_128
#include "simd/column_kernels_body.inc"
#endif
