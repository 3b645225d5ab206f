/*
 * Prints what our core's speed is beside that of Debian's libcminpack, which is loaded into this process:
 *
 *   minpack_compare [--quick] [qr] [solve]
 *
 * Our core has libcminpack's machine constants here, so the results must be the same bits; a ratio is printed only
 * when they are. With no group it only says what it was made with.
 */
#define _GNU_SOURCE /* dladdr, realpath */

#include "compare.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "references/reference.h"

/* The file that libcminpack comes from carries its version in its name. */
static void print_versions(void)
{
    double (*const function)(int32_t, const double *) = load_cminpack()->norm;
    void *address;
    memcpy(&address, &function, sizeof address);
    Dl_info found;
    char *file = dladdr(address, &found) != 0 ? realpath(found.dli_fname, NULL) : NULL;
    printf("# C by %s %s, beside %s\n", MN_COMPILER, __VERSION__, file != NULL ? file : "libcminpack");
    free(file);
}

int main(int count, char **arguments)
{
    int quick = 0;
    int good = 1;
    print_versions();
    for (int k = 1; k < count; ++k) {
        if (strcmp(arguments[k], "--quick") == 0) {
            quick = 1;
        } else if (strcmp(arguments[k], "qr") == 0) {
            good &= compare_qr(quick);
        } else if (strcmp(arguments[k], "solve") == 0) {
            good &= compare_solve(quick);
        } else {
            fprintf(stderr, "%s is none of --quick, qr, solve.\n", arguments[k]);
            return 2;
        }
    }
    return good ? 0 : 1;
}
