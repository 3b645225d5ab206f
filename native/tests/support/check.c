#include "support/check.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { MOST_PRINTED = 8 };

static struct {
    char group[160];
    char context[240];
    int64_t comparisons;
    int64_t differences;
    int64_t all_differences;
} state;

static void end_group(void)
{
    if (state.group[0] == '\0') {
        return;
    }
    printf("%-62s %9lld comparisons, %lld differences\n", state.group, (long long)state.comparisons,
           (long long)state.differences);
    fflush(stdout);
    state.all_differences += state.differences;
    state.comparisons = 0;
    state.differences = 0;
}

void check_group(const char *format, ...)
{
    va_list arguments;
    end_group();
    va_start(arguments, format);
    vsnprintf(state.group, sizeof state.group, format, arguments);
    va_end(arguments);
    state.context[0] = '\0';
}

void check_context(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(state.context, sizeof state.context, format, arguments);
    va_end(arguments);
}

/* Counts one difference; whether it is among the first, which are printed. */
static int count_difference(void)
{
    ++state.differences;
    return state.differences <= MOST_PRINTED;
}

static int same(double a, double b)
{
    return memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b);
}

void check_doubles(const char *what, int64_t count, const double *ours, const double *theirs)
{
    ++state.comparisons;
    for (int64_t i = 0; i < count; ++i) {
        if (!same(ours[i], theirs[i])) {
            if (count_difference()) {
                printf("  %s: %s: %s[%lld]: ours %a, theirs %a\n", state.group, state.context, what, (long long)i,
                       ours[i], theirs[i]);
            }
            return;
        }
    }
}

void check_double(const char *what, double ours, double theirs)
{
    check_doubles(what, 1, &ours, &theirs);
}

void check_integers(const char *what, int64_t count, const int32_t *ours, const int32_t *theirs)
{
    ++state.comparisons;
    for (int64_t i = 0; i < count; ++i) {
        if (ours[i] != theirs[i]) {
            if (count_difference()) {
                printf("  %s: %s: %s[%lld]: ours %d, theirs %d\n", state.group, state.context, what, (long long)i,
                       (int)ours[i], (int)theirs[i]);
            }
            return;
        }
    }
}

void check_integer(const char *what, int64_t ours, int64_t theirs)
{
    ++state.comparisons;
    if (ours != theirs && count_difference()) {
        printf("  %s: %s: %s: ours %lld, theirs %lld\n", state.group, state.context, what, (long long)ours,
               (long long)theirs);
    }
}

void check_that(const char *what, int holds)
{
    ++state.comparisons;
    if (!holds && count_difference()) {
        printf("  %s: %s: not so: %s\n", state.group, state.context, what);
    }
}

int check_end(void)
{
    end_group();
    state.group[0] = '\0';
    return state.all_differences == 0 ? 0 : 1;
}
