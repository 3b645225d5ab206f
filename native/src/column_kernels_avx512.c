#include "processor.h"

#if MN_HAS_AVX
#define MN_LANES 8
#define MN_GROUPS 1
#define MN_KERNELS mn_column_kernels_avx512
#include "column_kernels.h"
#endif
