/*
 * Whether the reference's machine constants are those our core was built with for it, and whether the reference is
 * itself: its names must not be visible to the other.
 */
#define _GNU_SOURCE /* RTLD_DEFAULT */

#include <dlfcn.h>
#include <stddef.h>

#include "references/reference.h"
#include "support/check.h"
#include "support/contestants.h"

static void compare_constants(const routines *reference)
{
    check_group("machine constants of %s", reference->name);
    check_context("dpmpar");
    check_double("epsilon", assumed.epsilon, reference->constant(1));
    check_double("smallest magnitude", assumed.smallest, reference->constant(2));
    check_double("largest magnitude", assumed.largest, reference->constant(3));
}

static void look_for_clashing_names(void)
{
    static const char *const names[] = {"enorm", "enorm_", "qrfac", "qrfac_", "lmpar", "lmpar_", "lmder", "lmder_"};
    check_group("names of one reference visible to the other");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; ++i) {
        check_context("%s", names[i]);
        check_that("hidden from the process at large", dlsym(RTLD_DEFAULT, names[i]) == NULL);
    }
}

int main(void)
{
    const routines *reference = reference_routines();
    load_cminpack();
    load_fortran_minpack();
    compare_constants(reference);
    look_for_clashing_names();
    return check_end();
}
