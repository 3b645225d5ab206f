/*
 * The references: Debian's libcminpack and Fortran libminpack, loaded while the test runs. Both export the same Fortran
 * names, so neither may be linked; each is loaded into a namespace of its own.
 */
#ifndef REFERENCE_H
#define REFERENCE_H

#include "support/routines.h"

/* Each ends the process with an explanation and exit code 1 when its library cannot be loaded. */
const routines *load_cminpack(void);
const routines *load_fortran_minpack(void);
const equation_routines *load_cminpack_equations(void);
const equation_routines *load_fortran_equations(void);

/* For the files behind this header: a symbol of the library, loaded at the first call. */
void *reference_symbol(void **library, const char *file, const char *package, const char *symbol);

/* Stores a function's address in a pointer to it, which ISO C does not let a cast do. */
#define LOAD_FUNCTION(pointer, library, file, package, symbol)                                                         \
    do {                                                                                                               \
        void *address_ = reference_symbol(library, file, package, symbol);                                             \
        memcpy(&(pointer), &address_, sizeof(pointer));                                                                \
    } while (0)

#endif
