#!/usr/bin/env bash
# The native sources under clang-format, clang-tidy and cppcheck: no finding is allowed.
set -euo pipefail
cd "$(dirname "$0")/.."

mapfile -t formatted < <(find native -name '*.[ch]' -o -name '*.inc')
mapfile -t sources < <(find native/src -name '*.c')
[ ${#sources[@]} -gt 0 ] || { echo "no sources under native/src"; exit 1; }

clang-format --dry-run --Werror "${formatted[@]}"
defines=(-DMN_CONSTANTS_SCIPY -DMN_VERSION_NUMBER=1)
clang-tidy --quiet "${sources[@]}" -- -std=c11 "${defines[@]}" -Inative/include -Inative/src
cppcheck --quiet --std=c11 --enable=warning,performance,portability,style --inline-suppr --error-exitcode=1 \
    "${defines[@]}" -Inative/include -Inative/src native/src
