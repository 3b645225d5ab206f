/*
 * The two functions that compilers call on their own account. They stay hidden, so the library needs no libc and
 * offers none.
 */
#include <stddef.h>

/* Without this a compiler would recognize the loops below and replace them with calls to themselves. */
#if defined(__GNUC__) && !defined(__clang__)
#pragma GCC optimize("no-tree-loop-distribute-patterns")
#endif

void *memcpy(void *restrict target, const void *restrict source, size_t length)
{
    unsigned char *to = target;
    const unsigned char *from = source;
    for (size_t i = 0; i < length; ++i) {
        to[i] = from[i];
    }
    return target;
}

void *memset(void *target, int value, size_t length)
{
    unsigned char *to = target;
    for (size_t i = 0; i < length; ++i) {
        to[i] = (unsigned char)value;
    }
    return target;
}

#if defined(_WIN32)
/* The mark by which Windows code says that it uses floating point; the CRT would supply it. */
int _fltused = 1;
#endif
