/* A parallel-for over threads that stay, for mn_tuning. */
#ifndef PARALLEL_FOR_H
#define PARALLEL_FOR_H

#include "minpack_native.h"

typedef struct thread_team thread_team;

/* threads >= 1, the calling thread included; ends the process when they are unavailable. */
thread_team *start_team(int32_t threads);
void stop_team(thread_team *team);

/* mn_parallel_for_fn with a thread_team for its host; one call at a time. */
void parallel_for(void *host, int32_t count, mn_task_fn task, void *work);

#endif
