/* Counting and reporting comparisons. A test is a sequence of groups; each prints one line. */
#ifndef CHECK_H
#define CHECK_H

#include <stdint.h>

/* Ends the group before, if any, and begins one. */
void check_group(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What the comparisons that follow are about; printed with a difference. */
void check_context(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Bit for bit, except that one NaN is as good as another. */
void check_doubles(const char *what, int64_t count, const double *ours, const double *theirs);
void check_double(const char *what, double ours, double theirs);
void check_integers(const char *what, int64_t count, const int32_t *ours, const int32_t *theirs);
void check_integer(const char *what, int64_t ours, int64_t theirs);
void check_that(const char *what, int holds);

/* Ends the last group; the test's exit code: 0 when there was no difference, else 1. */
int check_end(void);

#endif
