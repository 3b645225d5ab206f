/* What the groups of comparisons with libcminpack share. */
#ifndef COMPARISON_H
#define COMPARISON_H

#include <stdint.h>

#include "minpack_native.h"
#include "race.h"

/* A way to solve, with its name in the ratios. */
typedef struct variant {
    const char *name;
    int32_t arithmetic; /* mn_arithmetic */
    int32_t threads;
} variant;

/* The first is exact arithmetic on one thread. */
enum { VARIANTS = 4 };
extern const variant variants[VARIANTS];

/* What the variant says, with a team of threads that lives as long as the process; tuning.work is to be freed. */
mn_tuning make_tuning(const variant *of, int32_t m, int32_t n);

race_length pace(int quick, int is_large);

/* By how much ours is faster: theirs / ours. */
void print_ratio(const char *group, const char *name, double theirs, double ours);

/* 0, with a word on standard error, when the two are not the same bits. */
int same_bits(const char *name, const char *what, int64_t bytes, const void *ours, const void *theirs);

/* 0, with a word on standard error, when two norms differ by more than fast arithmetic may. */
int same_norm(const char *name, const char *what, int64_t count, const double *ours, const double *theirs);

#endif
