#include "simd/processor.h"

#if MN_HAS_AVX
#define MN_LANES 4
#define MN_GROUPS 2
#define MN_KERNELS mn_column_kernels_avx2
#include "simd/column_kernels_body.inc"
#endif
