#include "simd/processor.h"

#if MN_HAS_AVX

#include <cpuid.h>
#include <stdatomic.h>

/* Leaf 1, ecx; leaf 7, ebx; and the state that the operating system saves (Intel SDM, volume 1, 13.2 and 14.3). */
enum { FMA = 1 << 12, OSXSAVE = 1 << 27, AVX = 1 << 28 };
enum { AVX2 = 1 << 5, AVX512F = 1 << 16 };
enum { YMM_STATE = 0x06, ZMM_STATE = 0xe6 };

/* A test build has the eight lanes of AVX-512 compiled for AVX2. */
#if defined(MN_EIGHT_LANES_ON_AVX2)
enum { EIGHT_LANES = AVX2, EIGHT_LANES_STATE = YMM_STATE };
#else
enum { EIGHT_LANES = AVX512F, EIGHT_LANES_STATE = ZMM_STATE };
#endif

static uint32_t saved_state(void)
{
    uint32_t low, high;
    __asm__ volatile("xgetbv" : "=a"(low), "=d"(high) : "c"(0));
    return low;
}

static int32_t ask_processor(void)
{
    uint32_t a, b, c, d;
    if (!__get_cpuid(1, &a, &b, &c, &d) || !(c & FMA) || !(c & OSXSAVE) || !(c & AVX)) {
        return MN_CPU_128;
    }
    const uint32_t state = saved_state();
    if (!__get_cpuid_count(7, 0, &a, &b, &c, &d) || !(b & AVX2) || (state & YMM_STATE) != YMM_STATE) {
        return MN_CPU_128;
    }
    return (b & EIGHT_LANES) && (state & EIGHT_LANES_STATE) == EIGHT_LANES_STATE ? MN_CPU_AVX512 : MN_CPU_AVX2;
}

int32_t mn_processor_level(void)
{
    /* Asking traps in a virtual machine. Threads that meet here store the same answer. */
    static _Atomic int32_t known;
    int32_t level = atomic_load_explicit(&known, memory_order_relaxed);
    if (level == 0) {
        level = ask_processor();
        atomic_store_explicit(&known, level, memory_order_relaxed);
    }
    return level;
}

#elif MN_HAS_128

int32_t mn_processor_level(void)
{
    return MN_CPU_128;
}

#else

int32_t mn_processor_level(void)
{
    return MN_CPU_SCALAR;
}

#endif
