#!/usr/bin/env bash
# Runs the examples, two at a time, and compares what each prints with the text stored beside it.
#   build/examples.sh [tests/examples/NN-name.cs ...]     default: all
set -euo pipefail
cd "$(dirname "$0")/.."

examples=("$@")
[ ${#examples[@]} -gt 0 ] || examples=(tests/examples/*.cs)
log=$(mktemp -d)
trap 'rm -rf "$log"' EXIT

# Every example starts the SDK anew; without profiles of what runs for seconds it takes a third less of the processor.
export DOTNET_TieredPGO=0

# Once, here: two examples at a time must not build the libraries under each other.
dotnet build src/MinpackNet.Fitting --framework net10.0 >"$log/build" || { cat "$log/build" >&2; exit 1; }

run() { # run LOG EXAMPLE: leaves a file that tells what is wrong, if anything is
    local name
    name=$(basename "$2" .cs)
    if ! dotnet run --property:BuildProjectReferences=false "$2" >"$1/$name.out" 2>&1; then
        { echo "$2 failed:"; cat "$1/$name.out"; } >"$1/$name.bad"
    elif ! diff --unified --label "${2%.cs}.txt" --label 'what it printed' "${2%.cs}.txt" "$1/$name.out" \
        >"$1/$name.diff" 2>&1; then
        cp "$1/$name.diff" "$1/$name.bad"
    fi
}
export -f run
printf '%s\0' "${examples[@]}" | xargs -0 -P 2 -I{} bash -c 'run "$0" "$1"' "$log" {}

ran=$(find "$log" -name '*.out' | wc -l)
bad=$(find "$log" -name '*.bad' | wc -l)
find "$log" -name '*.bad' | sort | xargs -r cat
echo "$ran examples run, $bad with something else than the text beside them"
[ "$bad" -eq 0 ] && [ "$ran" -eq ${#examples[@]} ]
