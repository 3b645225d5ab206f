#!/usr/bin/env bash
# Builds the native library for every runtime identifier into runtimes/<rid>/native, twice and from two folders, and
# verifies each file. What depends on no C library is the same file with any of them, so linux-musl-* is the second
# build of linux-*. Needs clang, lld and llvm of version 19 (Debian: apt install clang-19 lld-19 llvm-19).
#   build/runtimes.sh [identifier ...]     default: all of them
set -euo pipefail
cd "$(dirname "$0")/.."
root=$PWD

all=(linux-x64 linux-arm64 linux-arm linux-musl-x64 linux-musl-arm64 linux-s390x linux-ppc64le linux-riscv64
    linux-loongarch64 android-x64 android-arm64 win-x64 win-x86 win-arm64 osx-x64 osx-arm64)
rids=("${@:-${all[@]}}")

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
llvm=$(dirname "$(readlink -f "$(command -v clang-19)")")
grep -oE '\bmn_[a-z_]+\(' native/include/minpack_native.h | tr -d '(' | sort -u >"$scratch/header"

library_name() {
    case $1 in
        win-*) echo minpack_native.dll ;;
        osx-*) echo libminpack_native.dylib ;;
        *) echo libminpack_native.so ;;
    esac
}

here() { # here RID: the identifier that is built for it in this folder
    echo "${1/musl-/}"
}

there() { # there RID: the identifier that is built for it in the other folder
    case $1 in
        linux-x64 | linux-arm64) echo "${1/linux/linux-musl}" ;;
        *) echo "$1" ;;
    esac
}

build() { # build FOLDER RID
    local log=$scratch/$2.$(basename "$1").log
    if ! (cd "$1" && cmake --preset "$2" && cmake --build --preset "$2") >"$log" 2>&1; then
        cat "$log" >&2
        return 1
    fi
}

# A second copy of what the library is made of, to see that the folder leaves no trace in it.
second=$scratch/a-folder-of-another-length
mkdir -p "$second/native"
cp -r native/src native/include "$second/native/"
cp -r CMakeLists.txt CMakePresets.json Directory.Build.props build "$second/"

export scratch second root
export -f build
for rid in "${rids[@]}"; do
    printf '"$root" %s\n"$second" %s\n' "$(here "$rid")" "$(there "$rid")"
done | sort -u | xargs -P "$(nproc)" -d '\n' -I{} bash -euc 'build {}'

fail() {
    printf '%s: %s\n' "$rid" "$1" >&2
    exit 1
}

expect() { # expect WHAT PATTERN: in the output of a tool on standard input, read to its end so that the tool can finish
    grep -E "$2" >/dev/null || fail "$1: nothing matches $2"
}

machine_of() {
    case $1 in
        linux-arm) echo 'Format: elf32-littlearm' ;;
        linux-s390x) echo 'Format: elf64-s390' ;;
        linux-ppc64le) echo 'Format: elf64-powerpcle' ;;
        linux-riscv64) echo 'Format: elf64-littleriscv' ;;
        linux-loongarch64) echo 'Format: elf64-loongarch' ;;
        linux-*arm64 | android-arm64) echo 'Format: elf64-littleaarch64' ;;
        linux-*x64 | android-x64) echo 'Format: elf64-x86-64' ;;
        win-x86) echo 'Format: COFF-i386' ;;
        win-arm64) echo 'Format: COFF-ARM64' ;;
        win-x64) echo 'Format: COFF-x86-64' ;;
        osx-arm64) echo 'Format: Mach-O arm64' ;;
        osx-x64) echo 'Format: Mach-O 64-bit x86-64' ;;
    esac
}

verify_elf() {
    "$llvm/llvm-nm" -D --defined-only --format=just-symbols "$file" | sort >"$scratch/exports"
    [ -z "$("$llvm/llvm-nm" -D --undefined-only "$file")" ] || fail 'needs symbols of other libraries'
    ! "$llvm/llvm-readobj" --dynamic-table "$file" | grep NEEDED >/dev/null || fail 'depends on other libraries'
    "$llvm/llvm-readobj" --dynamic-table "$file" | expect 'relocations not bound at start' 'BIND_NOW|NOW'
    "$llvm/llvm-readobj" --program-headers "$file" | expect 'relocations stay writable' 'PT_GNU_RELRO'
    "$llvm/llvm-readobj" --elf-output-style=GNU --program-headers "$file" |
        expect 'executable stack' 'GNU_STACK.* RW +0'
    if [[ $rid == android-* ]]; then
        "$llvm/llvm-readobj" --elf-output-style=GNU --program-headers "$file" |
            expect 'not aligned for pages of 16 KiB' '^ *LOAD .* 0x4000$'
    fi
}

verify_pe() {
    "$llvm/llvm-readobj" --coff-exports "$file" | sed -n 's/^ *Name: \(..*\)/\1/p' | sort >"$scratch/exports"
    [ -z "$("$llvm/llvm-readobj" --coff-imports "$file" | grep 'Name:')" ] || fail 'depends on other libraries'
    local headers
    headers=$("$llvm/llvm-readobj" --file-headers "$file")
    expect 'executable stack' NX_COMPAT <<<"$headers"
    expect 'fixed address' DYNAMIC_BASE <<<"$headers"
    [ "$rid" = win-x86 ] || expect 'no unwind data' 'ExceptionTableRVA: 0x[0-9A-F]*[1-9A-F]' <<<"$headers"
}

verify_macho() {
    "$llvm/llvm-nm" -gU --format=just-symbols "$file" | sed 's/^_//' | sort >"$scratch/exports"
    "$llvm/llvm-objdump" --macho --dylib-id "$file" | expect 'install name' '^@rpath/libminpack_native\.dylib$'
    local used
    used=$("$llvm/llvm-objdump" --macho --dylibs-used "$file" | sed '1d' | grep -v '@rpath/libminpack_native' || true)
    [ "$(wc -l <<<"$used")" -eq 1 ] || fail 'depends on other libraries'
    expect 'libraries used' 'libSystem\.B\.dylib' <<<"$used"
    "$llvm/llvm-objdump" --macho --private-headers "$file" | expect 'not signed' LC_CODE_SIGNATURE
}

printf '%-17s %8s  %s\n' identifier bytes sha256
for rid in "${rids[@]}"; do
    name=$(library_name "$rid")
    file=artifacts/native/$(here "$rid")/$name
    cmp -s "$file" "$second/artifacts/native/$(there "$rid")/$name" || fail 'two builds from two folders differ'
    "$llvm/llvm-readobj" --file-headers "$file" | expect 'wrong machine' "^$(machine_of "$rid")\$"
    case $rid in
        win-*) verify_pe ;;
        osx-*) verify_macho ;;
        *) verify_elf ;;
    esac
    diff "$scratch/header" "$scratch/exports" >&2 || fail 'the exported set is not that of the header'
    size=$(stat -c %s "$file")
    [ "$size" -lt 400000 ] || fail "$size bytes are more than expected"
    mkdir -p "runtimes/$rid/native"
    install -m 644 "$file" "runtimes/$rid/native/$name"
    printf '%-17s %8s  %s\n' "$rid" "$size" "$(sha256sum "$file" | cut -d' ' -f1)"
done
echo "${#rids[@]} identifiers built and verified in ${SECONDS}s"
