#define _POSIX_C_SOURCE 199309L /* clock_gettime */

#include "race.h"

#include <stdlib.h>
#include <time.h>

enum { MOST_ROUNDS = 2000, MOST_CONTENDERS = 8, MOST_IN_A_BUNCH = 100000 };

/* Seconds: long beside the clock's grain, short beside the time that a thread has before another's turn. */
static const double shortest_bunch = 0.001;

double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

/* Seconds of one run, from a bunch of them. */
static double time_runs(const contender *of, int32_t bunch)
{
    if (of->prepare != NULL) {
        of->prepare(of->state);
    }
    const double begin = seconds_now();
    for (int32_t k = 0; k < bunch; ++k) {
        of->run(of->state);
    }
    return (seconds_now() - begin) / bunch;
}

static int compare_doubles(const void *left, const void *right)
{
    const double a = *(const double *)left;
    const double b = *(const double *)right;
    return (a > b) - (a < b);
}

static double median(int32_t count, double *values)
{
    qsort(values, (size_t)count, sizeof *values, compare_doubles);
    return (values[(count - 1) / 2] + values[count / 2]) / 2;
}

static void choose_bunch(contender *of)
{
    int32_t bunch = 1;
    while (bunch < MOST_IN_A_BUNCH && bunch * time_runs(of, bunch) < shortest_bunch) {
        bunch *= 2;
    }
    of->bunch = bunch;
}

void race(int32_t count, contender *contenders, race_length length)
{
    static double samples[MOST_CONTENDERS][MOST_ROUNDS];
    for (int32_t c = 0; c < count; ++c) {
        if (contenders[c].bunch == 0) {
            choose_bunch(&contenders[c]);
        }
    }

    const double end = seconds_now() + length.seconds * count;
    int32_t rounds = 0;
    do {
        for (int32_t c = 0; c < count; ++c) {
            samples[c][rounds] = time_runs(&contenders[c], contenders[c].bunch);
        }
        ++rounds;
    } while (rounds < MOST_ROUNDS && (rounds < length.rounds || seconds_now() < end));
    for (int32_t c = 0; c < count; ++c) {
        contenders[c].seconds = median(rounds, samples[c]);
    }
}
