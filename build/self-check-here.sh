#!/usr/bin/env bash
# Compiles the self-check with this machine's compiler and runs it over runtimes/<rid>/native.
#   build/self-check-here.sh <rid> [digest]     fails when the digest printed is another one
set -euo pipefail
cd "$(dirname "$0")/.."

folder=artifacts/native/self-check
cmake -S . -B "$folder" -DCMAKE_BUILD_TYPE=Release -DMINPACK_SELF_CHECK=ON
cmake --build "$folder" --config Release
program=$(find "$folder" -type f \( -name self_check -o -name self_check.exe \) | head -n 1)
here=$("$program" | tr -d '\r')
echo "built here: $here"

# The same program over the library that ships.
cp runtimes/"$1"/native/* "$(dirname "$program")/"
shipped=$("$program" | tr -d '\r')
echo "shipped:    $shipped"
[ "$here" = "$shipped" ] && [ "$shipped" = "${2:-$shipped}" ]
