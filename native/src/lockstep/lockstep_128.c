#include "simd/processor.h"

#if MN_HAS_128
#define MN_LANES 2
#define MN_LOCKSTEP_KERNELS mn_lockstep_kernels_128
#include "lockstep/lockstep_body.inc"
#endif
