#define MN_LANES 1
#define MN_GROUPS 8
#define MN_KERNELS mn_column_kernels_scalar
#include "column_kernels.h"
