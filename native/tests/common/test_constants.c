/*
 * Whether the judge's machine constants are those our core was built with for it, and whether the judge is itself:
 * its names must not be visible to the other judge.
 */
#define _GNU_SOURCE /* RTLD_DEFAULT */

#include <dlfcn.h>
#include <stddef.h>

#include "references/reference.h"
#include "support/check.h"
#include "support/contestants.h"

static void compare_constants(const routines *judge)
{
    check_group("machine constants of %s", judge->name);
    check_context("dpmpar");
    check_double("epsilon", assumed.epsilon, judge->constant(1));
    check_double("smallest magnitude", assumed.smallest, judge->constant(2));
    check_double("largest magnitude", assumed.largest, judge->constant(3));
}

static void look_for_clashing_names(void)
{
    static const char *const names[] = {"enorm", "enorm_", "qrfac", "qrfac_", "lmpar", "lmpar_", "lmder", "lmder_"};
    check_group("names of one judge visible to the other");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        check_context("%s", names[i]);
        check_that("hidden from the process at large", dlsym(RTLD_DEFAULT, names[i]) == NULL);
    }
}

int main(void)
{
    const routines *judge = judge_routines();
    load_cminpack();
    load_fortran_minpack();
    compare_constants(judge);
    look_for_clashing_names();
    return check_end();
}
