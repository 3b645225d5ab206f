#define _GNU_SOURCE /* RTLD_DEEPBIND */

#include "references/reference.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ADDRESS_SANITIZER
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define ADDRESS_SANITIZER
#endif

/*
 * RTLD_LOCAL keeps one library's names from the other. RTLD_DEEPBIND also keeps those of the test itself from both,
 * but AddressSanitizer refuses it; the test exports none of these names (test_constants looks), so it loses nothing.
 */
#if defined(ADDRESS_SANITIZER) || !defined(RTLD_DEEPBIND)
static const int load_flags = RTLD_NOW | RTLD_LOCAL;
#else
static const int load_flags = RTLD_NOW | RTLD_LOCAL | RTLD_DEEPBIND;
#endif

void *reference_symbol(void **library, const char *file, const char *package, const char *symbol)
{
    if (*library == NULL) {
        *library = dlopen(file, load_flags);
    }
    void *address = *library == NULL ? NULL : dlsym(*library, symbol);
    if (address == NULL) {
        fprintf(stderr, "%s\nThis test compares with %s in %s: install Debian's package %s.\n", dlerror(), symbol, file,
                package);
        exit(1);
    }
    return address;
}
