#!/usr/bin/env bash
# Runs native tests under valgrind's memcheck, over the core as it is shipped. Needs the preset `tests` built.
#   build/memcheck.sh [test ...]     default: those that are over in half a minute
set -euo pipefail
cd "$(dirname "$0")/../artifacts/native/tests/native/tests"

[ $# -gt 0 ] || set -- stops arguments observer recordings equations_cminpack_core equations_fortran_core
printf '%s\n' "$@" | xargs -P "$(nproc)" -I{} \
    valgrind --quiet --error-exitcode=1 --leak-check=full ./test_{}
echo "$# programs, no finding of memcheck"
