#include <stddef.h>

#include "common/rotation.h"
#include "least_squares/steps.h"

void mn_row_update(int32_t n, double *r, int32_t ldr, const double *row, double *b, double *alpha, double *cosines,
                   double *sines)
{
    for (int32_t j = 0; j < n; ++j) {
        double *column = MN_COLUMN(r, ldr, j);
        double element = row[j];
        for (int32_t i = 0; i < j; ++i) {
            mn_rotate((mn_rotation){cosines[i], sines[i]}, &column[i], &element);
        }

        mn_rotation turn = {1, 0};
        if (element != 0) {
            turn = mn_rotation_eliminating(column[j], element);
            column[j] = turn.cosine * column[j] + turn.sine * element;
            mn_rotate(turn, &b[j], alpha);
        }
        cosines[j] = turn.cosine;
        sines[j] = turn.sine;
    }
}
