/* Functions compiled once more for constant sizes. Internal. */
#ifndef MN_INLINING_H
#define MN_INLINING_H

#if defined(__GNUC__)
#define MN_INLINE inline __attribute__((always_inline))
#else
#define MN_INLINE inline
#endif

/*
 * Calls an MN_INLINE function whose first argument is n: with few parameters most of the work is that of loops of a
 * round or two, which a constant n unrolls.
 */
#define MN_CALL_FOR_SIZE(function, n, ...)                                                                             \
    switch (n) {                                                                                                       \
    case 2:                                                                                                            \
        function(2, __VA_ARGS__);                                                                                      \
        break;                                                                                                         \
    case 3:                                                                                                            \
        function(3, __VA_ARGS__);                                                                                      \
        break;                                                                                                         \
    case 4:                                                                                                            \
        function(4, __VA_ARGS__);                                                                                      \
        break;                                                                                                         \
    default:                                                                                                           \
        function(n, __VA_ARGS__);                                                                                      \
    }

#endif
