#include "comparison.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "support/parallel_for.h"
#include "workload.h"

const variant variants[VARIANTS] = {
    {"exact-1t", MN_EXACT, 1}, {"exact-2t", MN_EXACT, 2}, {"fast-1t", MN_FAST, 1}, {"fast-2t", MN_FAST, 2}};

mn_tuning make_tuning(const variant *of, int32_t m, int32_t n)
{
    static thread_team *team;
    mn_tuning tuning = {.arithmetic = of->arithmetic};
    if (of->threads > 1) {
        if (team == NULL) {
            team = start_team(of->threads);
        }
        tuning.parallel_for = parallel_for;
        tuning.host = team;
        tuning.threads = of->threads;
    }
    const int64_t length = mn_work_length(m, n, &tuning);
    tuning.work = length > 0 ? allocate_doubles(length) : NULL;
    return tuning;
}

int same_bits(const char *name, const char *what, int64_t bytes, const void *ours, const void *theirs)
{
    if (memcmp(ours, theirs, (size_t)bytes) != 0) {
        fprintf(stderr, "error: %s: %s is not bit for bit that of libcminpack\n", name, what);
        return 0;
    }
    return 1;
}

static double norm(int64_t count, const double *values)
{
    double sum = 0;
    for (int64_t i = 0; i < count; ++i) {
        sum += values[i] * values[i];
    }
    return sqrt(sum);
}

int same_norm(const char *name, const char *what, int64_t count, const double *ours, const double *theirs)
{
    const double expected = norm(count, theirs);
    const double off = fabs(norm(count, ours) - expected);
    if (!(off <= 1e-8 * expected)) {
        fprintf(stderr, "error: %s: the norm of %s is %.3g off\n", name, what, off / expected);
        return 0;
    }
    return 1;
}

race_length pace(int quick, int is_large)
{
    if (is_large) {
        return quick ? (race_length){1, 0} : (race_length){3, 0.3};
    }
    return quick ? (race_length){3, 0.2} : (race_length){5, 1};
}

void print_ratio(const char *group, const char *name, double theirs, double ours)
{
    printf("ratio %s %s %.2f\n", group, name, theirs / ours);
    printf("# %s %s: %.4g s, libcminpack %.4g s\n", group, name, ours, theirs);
    fflush(stdout);
}
