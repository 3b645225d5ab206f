/*
 * The test problems' functions, grouped as their files are; the tables in least_squares_problems.c and
 * equation_problems.c make problems of them.
 */
#ifndef PROBLEM_FAMILIES_H
#define PROBLEM_FAMILIES_H

#include <stdint.h>

#define DECLARE_PROBLEM(name)                                                                                          \
    void name##_residuals(int32_t m, int32_t n, const double *x, double *fvec);                                        \
    void name##_row(int32_t m, int32_t n, const double *x, int32_t i, double *row)

/* classic_problems.c: small problems with a closed form, and families in n */
DECLARE_PROBLEM(rosenbrock);
DECLARE_PROBLEM(helical_valley);
DECLARE_PROBLEM(powell_singular);
DECLARE_PROBLEM(freudenstein_roth);
DECLARE_PROBLEM(watson);
DECLARE_PROBLEM(chebyquad);
DECLARE_PROBLEM(brown_almost_linear);

/* fitting_problems.c: models of data */
DECLARE_PROBLEM(bard);
DECLARE_PROBLEM(kowalik_osborne);
DECLARE_PROBLEM(meyer);
DECLARE_PROBLEM(box);
DECLARE_PROBLEM(jennrich_sampson);
DECLARE_PROBLEM(brown_dennis);
DECLARE_PROBLEM(osborne1);
DECLARE_PROBLEM(osborne2);

/* gradient_problems.c: systems that are the gradient of a function */
DECLARE_PROBLEM(wood);
DECLARE_PROBLEM(watson_gradient);
DECLARE_PROBLEM(variably_dimensioned);

/*
 * The parts of Watson's i-th residual (0-based, i < 29) at t = (i + 1) / 29: the polynomial with coefficients x and
 * its derivative.
 */
typedef struct watson_point {
    double t;
    double value;
    double slope;
} watson_point;

enum { WATSON_POINTS = 29 };

watson_point watson_evaluate(int32_t i, int32_t n, const double *x);

/* Standard starts of problems that stand in both tables. */
void rosenbrock_start(int32_t n, double *x);
void helical_valley_start(int32_t n, double *x);
void powell_singular_start(int32_t n, double *x);
void zero_start(int32_t n, double *x);
void evenly_spaced_start(int32_t n, double *x); /* j / (n + 1) */
void one_half_start(int32_t n, double *x);

/* A start of fixed length. */
#define DEFINE_START(name, ...)                                                                                        \
    void name##_start(int32_t n, double *x)                                                                            \
    {                                                                                                                  \
        static const double start[] = {__VA_ARGS__};                                                                   \
        memcpy(x, start, (size_t)n * sizeof(double));                                                                  \
    }

#define DEFINE_LOCAL_START(name, ...) static DEFINE_START(name, __VA_ARGS__)

/* The two functions of a row in a table of problems. */
#define FUNCTIONS(name) name##_residuals, name##_row

/* problem_data.c */
extern const double bard_y[15];
extern const double kowalik_u[11];
extern const double kowalik_y[11];
extern const double meyer_y[16];
extern const double osborne1_y[33];
extern const double osborne2_y[65];

#endif
