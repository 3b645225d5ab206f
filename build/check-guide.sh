#!/usr/bin/env bash
# Runs the Python, C and R of the porting guide and compares what they print with what the guide shows; `dotnet test`
# does the same with its C#. Needs python3-scipy, python3-lmfit, gcc, pkg-config, libcminpack-dev and r-base-core.
set -euo pipefail
cd "$(dirname "$0")/.."

guide=src/MinpackNet/PORTING.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
python=python3
# apt's, where another one stands in front
"$python" -c 'import scipy, lmfit' 2>"$work/no-scipy" || python=/usr/bin/python3

# One program for each section and language, but for each block of C; beside it NAME.expected, which is every text block
# that follows blocks of that language.
awk -v work="$work" '
    /^```/ && !inside { inside = 1; language = substr($0, 4); if (language == "c") ++programs
        file = sprintf("%s/%02d-%02d.%s", work, section, language == "c" ? programs : 0, language)
        if (language != "text") pending[file] = 1
        next }
    /^```/ { inside = 0; if (language == "text") delete pending; next }
    /^## / && !inside { ++section; delete pending }
    inside && language == "text" { for (program in pending) print > (program ".expected") }
    inside && language != "text" { print > file }
' "$guide"

run() { # run PROGRAM
    case $1 in
        *.python) "$python" "$1" ;;
        *.r) Rscript "$1" ;;
        *.c)
            # shellcheck disable=SC2046 # several flags
            gcc -std=c11 -Wall -Wextra -Werror -Wno-unused-parameter "$1" -o "$1.out" \
                $(pkg-config --cflags --libs cminpack) && "$1.out"
            ;;
    esac
}

ran=0
bad=0
for program in "$work"/*.python "$work"/*.c "$work"/*.r; do
    name=$(basename "$program")
    ran=$((ran + 1))
    if ! run "$program" >"$program.printed"; then
        echo "$name failed" >&2
        bad=$((bad + 1))
    elif ! diff --unified --label "$guide" --label "$name printed" "$program.expected" "$program.printed" >&2; then
        bad=$((bad + 1))
    fi
done
echo "$ran programs of $guide run, $bad printed something else than it shows"
[ "$ran" -gt 0 ] && [ "$bad" -eq 0 ]
