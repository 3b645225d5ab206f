/* mn_qr against the reference's QR, followed by its reflections of the right-hand side as in lmder. */
#include <string.h>

#include "minpack_native.h"
#include "support/check.h"
#include "support/contestants.h"

enum { MOST_ROWS = 40, MOST_COLUMNS = 12, CASES = 2000 };

static void reflect(int32_t m, int32_t n, double *a, const double *r_diagonal, double *rhs)
{
    for (int32_t j = 0; j < n; ++j) {
        double *v = a + j * MOST_ROWS;
        if (v[j] != 0) {
            double sum = 0;
            for (int32_t i = j; i < m; ++i) {
                sum += v[i] * rhs[i];
            }
            const double multiple = -sum / v[j];
            for (int32_t i = j; i < m; ++i) {
                rhs[i] += v[i] * multiple;
            }
        }
        v[j] = r_diagonal[j];
    }
}

static void compare_case(random_stream *stream, int32_t number)
{
    const int32_t n = 1 + random_below(stream, MOST_COLUMNS);
    const int32_t m = n + random_below(stream, MOST_ROWS - n + 1);
    static double ours[MOST_ROWS * MOST_COLUMNS];
    static double theirs[MOST_ROWS * MOST_COLUMNS];
    double rhs[MOST_ROWS];
    double their_rhs[MOST_ROWS];
    double work[5][MOST_COLUMNS];
    int32_t pivots[MOST_COLUMNS];
    int32_t their_pivots[MOST_COLUMNS];
    for (int32_t k = 0; k < MOST_ROWS * n; ++k) {
        ours[k] = random_below(stream, 9) ? random_unit(stream) : 0;
    }
    if (n > 1 && random_below(stream, 4) == 0) {
        memcpy(ours, ours + MOST_ROWS, MOST_ROWS * sizeof(double));
    }
    memcpy(theirs, ours, sizeof ours);
    for (int32_t i = 0; i < m; ++i) {
        their_rhs[i] = rhs[i] = random_unit(stream);
    }

    mn_qr(m, n, ours, MOST_ROWS, pivots, rhs, work[0], work[1], work[2], work[3], NULL);
    reference_routines()->pivoted_qr(m, n, theirs, MOST_ROWS, their_pivots, work[0], work[1], work[2]);
    reflect(m, n, theirs, work[0], their_rhs);

    check_context("case %d, %d x %d", (int)number, (int)m, (int)n);
    check_integers("ipvt", n, pivots, their_pivots);
    check_doubles("rhs", n, rhs, their_rhs);
    for (int32_t j = 0; j < n; ++j) {
        check_doubles("R", j + 1, ours + j * MOST_ROWS, theirs + j * MOST_ROWS);
    }
}

int main(void)
{
    random_stream stream = {29};
    check_group("mn_qr against %s", reference_routines()->name);
    for (int32_t k = 0; k < CASES; ++k) {
        compare_case(&stream, k);
    }
    return check_end();
}
