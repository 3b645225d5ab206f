#include "common/arithmetic.h"
#include "minpack_native.h"

int32_t MN_CALL mn_version(void)
{
    return MN_VERSION_NUMBER;
}

const char *MN_CALL mn_description(void)
{
    return "bundled, " MN_CONSTANTS_NAME " constants";
}
