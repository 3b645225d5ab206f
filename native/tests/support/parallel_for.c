#define _POSIX_C_SOURCE 200112L /* sched_yield, pthreads */

#include "support/parallel_for.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_THREADS = 64 };

/* Some tens of microseconds, which is what waking a sleeping thread costs. */
static const int32_t spins = 20000;

/*
 * unclaimed is how many tasks of the current loop nobody has begun. A thread that takes one off owns task number
 * unclaimed. Until that task is counted as unfinished no more, the loop cannot end, so its task and work stay as they
 * are.
 */
struct thread_team {
    mn_task_fn task;
    void *work;
    _Atomic int32_t unclaimed;
    _Atomic int32_t unfinished;
    _Atomic int32_t sleepers;
    _Atomic int32_t stopping;
    pthread_mutex_t lock;
    pthread_cond_t wake;
    int32_t workers;
    pthread_t threads[MOST_THREADS];
};

/* Runs one task; 0 when there was none. */
static int take_task(thread_team *team)
{
    int32_t unclaimed = atomic_load(&team->unclaimed);
    while (unclaimed > 0) {
        if (atomic_compare_exchange_weak(&team->unclaimed, &unclaimed, unclaimed - 1)) {
            team->task(team->work, unclaimed - 1);
            atomic_fetch_sub(&team->unfinished, 1);
            return 1;
        }
    }
    return 0;
}

static void sleep_until_needed(thread_team *team)
{
    pthread_mutex_lock(&team->lock);
    atomic_fetch_add(&team->sleepers, 1);
    while (atomic_load(&team->unclaimed) == 0 && !atomic_load(&team->stopping)) {
        pthread_cond_wait(&team->wake, &team->lock);
    }
    atomic_fetch_sub(&team->sleepers, 1);
    pthread_mutex_unlock(&team->lock);
}

/* A worker that found a sleeper's flag unset sees the new work itself: it looks once more before it sleeps. */
static void wake_sleepers(thread_team *team)
{
    if (atomic_load(&team->sleepers) > 0) {
        pthread_mutex_lock(&team->lock);
        pthread_cond_broadcast(&team->wake);
        pthread_mutex_unlock(&team->lock);
    }
}

static void *work_for(void *host)
{
    thread_team *team = host;
    int32_t idle = 0;
    while (!atomic_load(&team->stopping)) {
        if (take_task(team)) {
            idle = 0;
        } else if (++idle > spins) {
            sleep_until_needed(team);
            idle = 0;
        }
    }
    return NULL;
}

thread_team *start_team(int32_t threads)
{
    thread_team *team = calloc(1, sizeof *team);
    if (team == NULL || threads > MOST_THREADS) {
        fprintf(stderr, "A team of %d threads is unavailable.\n", threads);
        exit(1);
    }
    pthread_mutex_init(&team->lock, NULL);
    pthread_cond_init(&team->wake, NULL);
    for (; team->workers < threads - 1; ++team->workers) {
        if (pthread_create(&team->threads[team->workers], NULL, work_for, team) != 0) {
            fprintf(stderr, "A thread could not be started.\n");
            exit(1);
        }
    }
    return team;
}

void stop_team(thread_team *team)
{
    atomic_store(&team->stopping, 1);
    wake_sleepers(team);
    for (int32_t k = 0; k < team->workers; ++k) {
        pthread_join(team->threads[k], NULL);
    }
    pthread_cond_destroy(&team->wake);
    pthread_mutex_destroy(&team->lock);
    free(team);
}

void parallel_for(void *host, int32_t count, mn_task_fn task, void *work)
{
    thread_team *team = host;
    if (count <= 0) {
        return;
    }
    team->task = task;
    team->work = work;
    atomic_store(&team->unfinished, count);
    atomic_store(&team->unclaimed, count);
    wake_sleepers(team);
    while (take_task(team)) {
    }
    for (int32_t idle = 0; atomic_load(&team->unfinished) > 0; ++idle) {
        if (idle > spins) {
            sched_yield();
        }
    }
}
