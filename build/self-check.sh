#!/usr/bin/env bash
# Runs the self-check over the built libraries of every identifier that can run here and demands one digest from all.
# Needs build/runtimes.sh first, and (Debian) clang-19, musl-tools, qemu-user-static, gcc-mingw-w64-x86-64-win32,
# wine64, and gcc with libc6-dev for aarch64, armhf, s390x, ppc64el and riscv64: see the packages of .ci/run.
set -euo pipefail
cd "$(dirname "$0")/.."

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
tests=native/tests
sources=("$tests/exports/self_check.c"
    "$tests/problems"/{classic,equation,fitting,gradient,least_squares}_problems.c "$tests/problems/problem_data.c")
digests=()

report() { # report WHAT DIGEST
    printf '%-28s %s\n' "$1" "$2"
    digests+=("$2")
}

# check WHAT LIBRARY COMPILER [COMMAND...]: compiles the check against the library and runs it, by the command if given
check() {
    local what=$1 library=$2 compiler=$3
    shift 3
    local folder=$scratch/$what
    mkdir -p "$folder"
    cp "$library" "$folder/"
    "$compiler" -std=c11 -O2 -ffp-contract=off -include "$tests/support/portable_math.h" -I native/include -I "$tests" \
        "${sources[@]}" "$folder/$(basename "$library")" -lm -Wl,-rpath,"$folder" -o "$folder/self-check.exe"
    report "$what" "$("$@" "$folder/self-check.exe" | tr -d '\r')"
}

cmake --preset host >/dev/null
cmake --build --preset host >/dev/null
check linux-x64-host-compiler artifacts/native/host/libminpack_native.so gcc env
check linux-x64 runtimes/linux-x64/native/libminpack_native.so gcc env
check linux-musl-x64 runtimes/linux-musl-x64/native/libminpack_native.so musl-gcc env
check linux-arm64 runtimes/linux-arm64/native/libminpack_native.so aarch64-linux-gnu-gcc \
    qemu-aarch64-static -L /usr/aarch64-linux-gnu
check linux-arm runtimes/linux-arm/native/libminpack_native.so arm-linux-gnueabihf-gcc \
    qemu-arm-static -L /usr/arm-linux-gnueabihf
check linux-s390x runtimes/linux-s390x/native/libminpack_native.so s390x-linux-gnu-gcc \
    qemu-s390x-static -L /usr/s390x-linux-gnu
check linux-ppc64le runtimes/linux-ppc64le/native/libminpack_native.so powerpc64le-linux-gnu-gcc \
    qemu-ppc64le-static -L /usr/powerpc64le-linux-gnu
check linux-riscv64 runtimes/linux-riscv64/native/libminpack_native.so riscv64-linux-gnu-gcc \
    qemu-riscv64-static -L /usr/riscv64-linux-gnu
# There is neither a C library nor a loader for it here: the check is linked with what the library was linked from.
folder=artifacts/native/linux-loongarch64/CMakeFiles/minpack_native.dir/native/src
clang-19 --target=loongarch64-linux-gnu -mno-lsx -std=c11 -O2 -ffp-contract=off -fno-stack-protector -nostdlib -static \
    -fuse-ld=lld -isystem /usr/aarch64-linux-gnu/include -include "$tests/support/portable_math.h" \
    -I native/include -I "$tests" "${sources[@]}" "$tests/support/loongarch64_start.c" "$folder"/*/*.o \
    -o "$scratch/self-check-loongarch64"
report linux-loongarch64 "$(qemu-loongarch64-static "$scratch/self-check-loongarch64")"
# They need nothing of Android, so that this system can load them.
check android-x64 runtimes/android-x64/native/libminpack_native.so gcc env
check android-arm64 runtimes/android-arm64/native/libminpack_native.so aarch64-linux-gnu-gcc \
    qemu-aarch64-static -L /usr/aarch64-linux-gnu
check win-x64 runtimes/win-x64/native/minpack_native.dll x86_64-w64-mingw32-gcc \
    env WINEDEBUG=-all WINEPREFIX="$scratch/wine" timeout 120 /usr/lib/wine/wine64

# What cannot be loaded here has the same bytes as what can.
cmp runtimes/linux-musl-arm64/native/libminpack_native.so runtimes/linux-arm64/native/libminpack_native.so
report 'linux-musl-arm64 (same file)' "${digests[3]}"

if [ "$(printf '%s\n' "${digests[@]}" | sort -u | wc -l)" -ne 1 ]; then
    echo 'The digests differ.' >&2
    exit 1
fi
echo "${#digests[@]} builds, one digest"
