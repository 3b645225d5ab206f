/* An upper triangle packed by rows, as MINPACK keeps R in the hybrid method. Internal. */
#ifndef MN_PACKED_TRIANGLE_H
#define MN_PACKED_TRIANGLE_H

#include <stddef.h>
#include <stdint.h>

/* Where row i begins, so that element (i, j), j >= i, stands at [row start + j - i]. */
static inline ptrdiff_t mn_row_start(int32_t n, int32_t i)
{
    return (ptrdiff_t)i * n - (ptrdiff_t)i * (i - 1) / 2;
}

#endif
