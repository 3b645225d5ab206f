/* The groups of comparisons with libcminpack. Each prints its ratios; 0 when results differed that must not. */
#ifndef COMPARE_H
#define COMPARE_H

int compare_qr(int quick);
int compare_solve(int quick);

#endif
