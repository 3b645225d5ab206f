#define MN_LANES 1
#define MN_GROUPS 8
#define MN_KERNELS mn_column_kernels_scalar
#include "simd/column_kernels_body.inc"
