/*
 * A libFuzzer target over the exported functions: the input chooses the solver, its arguments, and bit by bit what the
 * callbacks answer, NaN, infinities and requests to stop included. Every buffer has exactly the length that the header
 * states, so that AddressSanitizer sees the first element too many.
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "minpack_native.h"

enum { MOST_PARAMETERS = 6, MOST_EXTRA_RESIDUALS = 6, MOST_CALLS = 400 };

typedef struct input {
    const uint8_t *next;
    const uint8_t *end;
    int32_t calls;
} input;

static uint8_t take_byte(input *in)
{
    return in->next < in->end ? *in->next++ : 0;
}

/* Mostly small numbers, now and then any bits at all. */
static double take_double(input *in)
{
    const uint8_t kind = take_byte(in);
    if (kind >= 0xf0) {
        uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) {
            bits = bits << 8 | take_byte(in);
        }
        double value;
        memcpy(&value, &bits, sizeof value);
        return value;
    }
    return ((double)kind - 120) / 16 + (double)take_byte(in) / 4096;
}

static int32_t take_count(input *in, int32_t most)
{
    return 1 + take_byte(in) % most;
}

/* A stop once in a while, and at the latest after many calls. */
static int32_t answer(input *in)
{
    in->calls += 1;
    return take_byte(in) == 0xff || in->calls > MOST_CALLS ? -7 : 0;
}

static void fill(input *in, int32_t count, const double *x, int32_t n, double *values)
{
    for (int32_t i = 0; i < count; ++i) {
        values[i] = take_double(in) + take_double(in) * x[i % n];
    }
}

static int32_t residuals(void *user, int32_t m, int32_t n, const double *x, double *fvec, int32_t request)
{
    if (request != MN_REPORT) {
        fill(user, m, x, n, fvec);
    }
    return answer(user);
}

static int32_t residuals_jacobian(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjac,
                                  int32_t ldfjac, int32_t request)
{
    if (request != MN_JACOBIAN) {
        return residuals(user, m, n, x, fvec, request);
    }
    for (int32_t j = 0; j < n; ++j) {
        fill(user, m, x, n, fjac + j * ldfjac);
    }
    return answer(user);
}

static int32_t residuals_row(void *user, int32_t m, int32_t n, const double *x, double *fvec, double *fjrow,
                             int32_t request)
{
    if (request < MN_JACOBIAN) {
        return residuals(user, m, n, x, fvec, request);
    }
    fill(user, n, x, n, fjrow);
    return answer(user);
}

static int32_t equations(void *user, int32_t n, const double *x, double *fvec, int32_t request)
{
    return residuals(user, n, n, x, fvec, request);
}

static int32_t equations_jacobian(void *user, int32_t n, const double *x, double *fvec, double *fjac, int32_t ldfjac,
                                  int32_t request)
{
    return residuals_jacobian(user, n, n, x, fvec, fjac, ldfjac, request);
}

static int32_t observer(void *user, const mn_iteration *iteration)
{
    return iteration->number < 1 ? -1 : answer(user);
}

/* ---- One solve ----------------------------------------------------------------------------------------------- */

static double *new_doubles(int32_t count)
{
    double *values = malloc((size_t)count * sizeof *values);
    if (!values) {
        abort();
    }
    return values;
}

typedef struct buffers {
    double *x, *fvec, *fjac, *diag, *qtf, *r, *wa1, *wa2, *wa3, *wa4;
    int32_t *ipvt;
} buffers;

static buffers new_buffers(input *in, int32_t m, int32_t n, int32_t matrix)
{
    buffers b = {.x = new_doubles(n),
                 .fvec = new_doubles(m),
                 .fjac = new_doubles(matrix),
                 .diag = new_doubles(n),
                 .qtf = new_doubles(n),
                 .r = new_doubles(n * (n + 1) / 2),
                 .wa1 = new_doubles(n),
                 .wa2 = new_doubles(n),
                 .wa3 = new_doubles(n),
                 .wa4 = new_doubles(m),
                 .ipvt = malloc((size_t)n * sizeof(int32_t))};
    for (int32_t j = 0; j < n; ++j) {
        b.x[j] = take_double(in);
        b.diag[j] = take_double(in);
    }
    return b;
}

static void free_buffers(buffers *b)
{
    double *all[] = {b->x, b->fvec, b->fjac, b->diag, b->qtf, b->r, b->wa1, b->wa2, b->wa3, b->wa4};
    for (size_t i = 0; i < sizeof all / sizeof *all; ++i) {
        free(all[i]);
    }
    free(b->ipvt);
}

static void demand(int condition)
{
    if (!condition) {
        abort();
    }
}

/* mn_lmder's twin that asks, until it has ended or an answer stops it. */
static int32_t solve_asking(input *in, int32_t m, int32_t n, const buffers *b, int32_t ld, double ftol, double xtol,
                            double gtol, int32_t maxfev, int32_t mode, double factor, int32_t *nfev, int32_t *njev,
                            const mn_tuning *tuning)
{
    int32_t info = 0;
    void *state = malloc((size_t)mn_lmder_state_size());
    demand(state != NULL);
    int32_t stop = 0;
    int32_t request =
        mn_lmder_start(state, in, m, n, b->x, b->fvec, b->fjac, ld, ftol, xtol, gtol, maxfev, b->diag, mode, factor,
                       &info, nfev, njev, b->ipvt, b->qtf, b->wa1, b->wa2, b->wa3, b->wa4, tuning);
    while (request != MN_REPORT && stop >= 0) {
        if (request == MN_RESIDUALS || request == MN_FAR_RESIDUALS) {
            stop = residuals_jacobian(in, m, n, b->wa2, b->wa4, b->fjac, ld, MN_RESIDUALS);
        } else if (request == MN_FIRST_RESIDUALS) {
            stop = residuals_jacobian(in, m, n, b->x, b->fvec, b->fjac, ld, MN_RESIDUALS);
        } else if (request == MN_JACOBIAN) {
            stop = residuals_jacobian(in, m, n, b->x, b->fvec, b->fjac, ld, request);
        }
        request = stop < 0 ? request : mn_lmder_advance(state);
    }
    free(state);
    return stop < 0 ? stop : info;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    input in = {.next = data, .end = data + size};
    const int solver = take_byte(&in) % 6;
    const int32_t n = take_count(&in, MOST_PARAMETERS);
    const int32_t m = solver < 3 || solver == 5 ? n + take_byte(&in) % MOST_EXTRA_RESIDUALS : n;
    const int32_t ld = (solver == 2 ? n : m) + take_byte(&in) % 2;
    const int32_t mode = take_count(&in, 2);
    const int32_t maxfev = take_count(&in, 200);
    const int32_t nprint = take_byte(&in) % 4;
    const double ftol = take_double(&in), xtol = take_double(&in), gtol = take_double(&in);
    const double factor = take_double(&in), epsfcn = take_double(&in);
    const mn_tuning tuning = {.observer = take_byte(&in) % 2 ? observer : NULL};
    buffers b = new_buffers(&in, m, n, ld * n);
    int32_t nfev = 0, njev = 0, info = 0;

    switch (solver) {
    case 0:
        info = mn_lmder(residuals_jacobian, &in, m, n, b.x, b.fvec, b.fjac, ld, ftol, xtol, gtol, maxfev, b.diag, mode,
                        factor, nprint, &nfev, &njev, b.ipvt, b.qtf, b.wa1, b.wa2, b.wa3, b.wa4, &tuning);
        break;
    case 1:
        info = mn_lmdif(residuals, &in, m, n, b.x, b.fvec, ftol, xtol, gtol, maxfev, epsfcn, b.diag, mode, factor,
                        nprint, &nfev, b.fjac, ld, b.ipvt, b.qtf, b.wa1, b.wa2, b.wa3, b.wa4, &tuning);
        break;
    case 2:
        info = mn_lmstr(residuals_row, &in, m, n, b.x, b.fvec, b.fjac, ld, ftol, xtol, gtol, maxfev, b.diag, mode,
                        factor, nprint, &nfev, &njev, b.ipvt, b.qtf, b.wa1, b.wa2, b.wa3, b.wa4, &tuning);
        break;
    case 3:
        info = mn_hybrj(equations_jacobian, &in, n, b.x, b.fvec, b.fjac, ld, xtol, maxfev, b.diag, mode, factor, nprint,
                        &nfev, &njev, b.r, n * (n + 1) / 2, b.qtf, b.wa1, b.wa2, b.wa3, b.wa4, &tuning);
        break;
    case 5:
        info = solve_asking(&in, m, n, &b, ld, ftol, xtol, gtol, maxfev, mode, factor, &nfev, &njev, &tuning);
        break;
    default:
        info = mn_hybrd(equations, &in, n, b.x, b.fvec, xtol, maxfev, take_byte(&in) % n, take_byte(&in) % n, epsfcn,
                        b.diag, mode, factor, nprint, &nfev, b.fjac, ld, b.r, n * (n + 1) / 2, b.qtf, b.wa1, b.wa2,
                        b.wa3, b.wa4, &tuning);
        break;
    }
    demand(info == -7 || (info >= 0 && info <= 8));
    demand(nfev >= 0 && njev >= 0);
    mn_chkder(m, n, b.x, b.fvec, b.fjac, ld, b.wa1, b.wa4, 1, b.wa4);
    demand(!(mn_enorm(n, b.x) < 0));
    if (solver < 2 && info > 0) {
        mn_chkder(m, n, b.x, b.fvec, b.fjac, ld, b.wa1, b.fvec, 2, b.wa4);
        mn_covar(n, b.fjac, ld, b.ipvt, ftol, b.wa1);
        mn_qr(m, n, b.fjac, ld, b.ipvt, b.fvec, b.wa1, b.wa2, b.wa3, b.qtf, &tuning);
    }
    free_buffers(&b);
    return 0;
}
