/* When nprint asks for a report. Internal. */
#ifndef MN_REPORTING_H
#define MN_REPORTING_H

#include <stdint.h>

/*
 * Whether a report is due at the first and every nprint-th iteration; *next, 0 before the first call, keeps count. (A
 * remainder would do, but is a call into a run-time library on 32-bit ARM.)
 */
static inline int mn_report_is_due(int32_t iteration, int32_t nprint, int64_t *next)
{
    if (nprint <= 0) {
        return 0;
    }
    if (*next == 0) {
        *next = 1;
    }
    while (*next < iteration) {
        *next += nprint;
    }
    return *next == iteration;
}

#endif
