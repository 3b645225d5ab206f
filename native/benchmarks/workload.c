#include "workload.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "nist_data.h"
#include "support/random.h"

static const double noise = 0.02; /* on decays and peaks of size 1 to 3 */

static void *allocate(int64_t count, size_t size)
{
    const size_t bytes = ((size_t)count * size + 63) / 64 * 64;
    void *made = aligned_alloc(64, bytes);
    if (made == NULL) {
        fprintf(stderr, "There is no memory for %zu bytes.\n", bytes);
        exit(1);
    }
    memset(made, 0, bytes);
    return made;
}

double *allocate_doubles(int64_t count)
{
    return allocate(count, sizeof(double));
}

int32_t *allocate_integers(int64_t count)
{
    return allocate(count, sizeof(int32_t));
}

/* ---- Parameters and points ---- */

static void set(double *target, int32_t count, const double *values)
{
    memcpy(target, values, (size_t)count * sizeof *target);
}

static void set_misra1a(workload *of, random_stream *stream)
{
    (void)stream;
    set(of->start, 2, (const double[]){500, 0.0001});
    set(of->truth, 2, of->start);
    set(of->points, 14, misra1a_x);
    set(of->data, 14, misra1a_y);
}

static void set_gauss1(workload *of, random_stream *stream)
{
    (void)stream;
    set(of->start, 8, (const double[]){97, 0.009, 100, 65, 20, 70, 178, 16.5});
    set(of->truth, 8, of->start);
    set(of->data, 250, gauss1_y);
    for (int32_t i = 0; i < 250; ++i) {
        of->points[i] = i + 1;
    }
}

static void set_rosenbrock(workload *of, random_stream *stream)
{
    (void)stream;
    set(of->start, 2, (const double[]){-1.2, 1});
    set(of->truth, 2, of->start);
}

static void spread_points(workload *of, double last)
{
    for (int32_t i = 0; i < of->m; ++i) {
        of->points[i] = last * i / (of->m - 1);
    }
}

static void set_exponentials(workload *of, random_stream *stream)
{
    (void)stream;
    set(of->start, 4, (const double[]){2, 2, 2, 0.2});
    set(of->truth, 4, (const double[]){3, 2.5, 2, 0.4});
    spread_points(of, 5);
}

/* Peaks a unit apart, and a low baseline. */
static void set_peaks(workload *of, random_stream *stream)
{
    const int32_t peaks = of->shape.peaks;
    for (int32_t k = 0; k < peaks; ++k) {
        set(of->start + 3 * k, 3, (const double[]){2, k + 0.5, 0.4});
        of->truth[3 * k] = 2 + random_unit(stream);
        of->truth[3 * k + 1] = k + 0.5 + 0.1 * random_unit(stream);
        of->truth[3 * k + 2] = 0.3 + 0.1 * random_unit(stream);
    }
    for (int32_t j = 3 * peaks; j < of->n; ++j) {
        of->truth[j] = 0.5;
    }
    spread_points(of, peaks);
}

static void set_ridge(workload *of, random_stream *stream)
{
    for (int32_t j = 0; j < of->n; ++j) {
        of->truth[j] = random_unit(stream);
    }
    /* So that the variance of z = A x is 1. */
    const double size = 3 / sqrt(of->n);
    const int64_t count = (int64_t)of->m * of->n;
    for (int64_t k = 0; k < count; ++k) {
        of->points[k] = size * random_unit(stream);
    }
}

/* ---- The table ---- */

static const struct kind {
    const char *name;
    void (*set)(workload *of, random_stream *stream);
    mn_residuals_jacobian_fn function;
    int32_t m;
    int32_t n;
    curve_shape shape;
    int32_t is_observed; /* data and all are given: nothing is drawn */
} kinds[] = {
    {"misra1a-14x2", set_misra1a, saturation_model, 14, 2, {0, 0, 0}, 1},
    {"rosenbrock-2x2", set_rosenbrock, rosenbrock_model, 2, 2, {0, 0, 0}, 1},
    {"exponentials-50x4", set_exponentials, curve_model, 50, 4, {2, 0, 0}, 0},
    {"gaussian-25x5", set_peaks, curve_model, 25, 5, {0, 1, 2}, 0},
    {"gauss1-250x8", set_gauss1, curve_model, 250, 8, {1, 2, 0}, 1},
    {"gaussians-2000x30", set_peaks, curve_model, 2000, 30, {0, 10, 0}, 0},
    {"gaussians-10000x100", set_peaks, curve_model, 10000, 100, {0, 33, 1}, 0},
    {"ridge-10000x100", set_ridge, ridge_model, 10000, 100, {0, 0, 0}, 0},
    {"ridge-50000x200", set_ridge, ridge_model, 50000, 200, {0, 0, 0}, 0},
};

static const struct kind *find_kind(const char *name)
{
    for (size_t k = 0; k < sizeof kinds / sizeof *kinds; ++k) {
        if (strcmp(kinds[k].name, name) == 0) {
            return &kinds[k];
        }
    }
    fprintf(stderr, "There is no workload %s.\n", name);
    exit(1);
}

/* values[m]: the model at x with noise on it. of->data is zero meanwhile. */
static void observe(workload *of, const double *x, random_stream *stream, double *values)
{
    of->function(of, of->m, of->n, x, values, NULL, of->m, MN_RESIDUALS);
    for (int32_t i = 0; i < of->m; ++i) {
        values[i] += noise * random_unit(stream);
    }
}

workload *make_workload(const char *name)
{
    const struct kind *kind = find_kind(name);
    random_stream stream = {20240501};
    workload *made = allocate(1, sizeof *made);
    *made = (workload){.function = kind->function, .m = kind->m, .n = kind->n, .shape = kind->shape};
    made->start = allocate_doubles(made->n);
    made->truth = allocate_doubles(made->n);
    made->points = allocate_doubles(kind->set == set_ridge ? (int64_t)made->m * made->n : made->m);
    made->data = allocate_doubles(made->m);
    kind->set(made, &stream);
    if (!kind->is_observed) {
        double *values = allocate_doubles(made->m);
        observe(made, made->truth, &stream, values);
        free(made->data);
        made->data = values;
    }
    return made;
}

void free_workload(workload *made)
{
    free(made->start);
    free(made->truth);
    free(made->points);
    free(made->data);
    free(made);
}

void draw_data_sets(const workload *of, int32_t count, double *sets)
{
    workload silent = *of;
    random_stream stream = {19700101};
    double *x = allocate_doubles(of->n);
    silent.data = allocate_doubles(of->m);
    for (int32_t k = 0; k < count; ++k) {
        for (int32_t j = 0; j < of->n; ++j) {
            x[j] = of->truth[j] * (1 + 0.1 * random_unit(&stream));
        }
        observe(&silent, x, &stream, sets + (int64_t)k * of->m);
    }
    free(silent.data);
    free(x);
}
