/* Which SIMD levels this build has, and which the processor under it has. */
#ifndef MN_PROCESSOR_H
#define MN_PROCESSOR_H

#include "minpack_native.h"

/* The kernels need the vector extension with shuffles: GCC from 12 on, clang. Others get the scalar level. */
#if defined(__has_builtin)
#if __has_builtin(__builtin_shufflevector)
#if defined(__x86_64__) || defined(__SSE2__)
#define MN_HAS_128 1
#define MN_HAS_AVX 1
#elif defined(__aarch64__)
#define MN_HAS_128 1
#endif
#endif
#endif

/* The best mn_cpu_level that build and processor share. The processor is asked once. */
int32_t mn_processor_level(void);

#endif
