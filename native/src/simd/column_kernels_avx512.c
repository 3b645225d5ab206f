#include "simd/processor.h"

#if MN_HAS_AVX
#define MN_LANES 8
#define MN_GROUPS 1
#define MN_KERNELS mn_column_kernels_avx512
#include "simd/column_kernels_body.inc"
#endif
