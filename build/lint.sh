#!/usr/bin/env bash
# The native sources under clang-format, clang-tidy and cppcheck: no finding is allowed.
set -euo pipefail
cd "$(dirname "$0")/.."

clang-format --dry-run --Werror native/include/*.h native/src/*.[ch] native/cminpack/*.c native/tests/*.[ch] \
    native/benchmarks/*.[ch]
defines=(-DMN_CONSTANTS_SCIPY -DMN_VERSION_NUMBER=1)
clang-tidy --quiet native/src/*.c -- -std=c11 "${defines[@]}" -Inative/include -Inative/src
cppcheck --quiet --std=c11 --enable=warning,performance,portability,style --inline-suppr --error-exitcode=1 \
    "${defines[@]}" -Inative/include -Inative/src native/src
