/* Timing of several ways to do the same thing, by turns in one process, so that what disturbs one disturbs all. */
#ifndef RACE_H
#define RACE_H

#include <stdint.h>

typedef struct contender {
    void (*prepare)(void *state); /* before each bunch of runs, not timed; may be null */
    void (*run)(void *state);
    void *state;
    int32_t bunch;  /* how many runs are timed as one; 0: measured, by runs that also warm up */
    double seconds; /* out: the median time of one run */
} contender;

typedef struct race_length {
    int32_t rounds; /* at least so many turns of each */
    double seconds; /* and at least so long altogether, per contender */
} race_length;

double seconds_now(void);

void race(int32_t count, contender *contenders, race_length length);

#endif
