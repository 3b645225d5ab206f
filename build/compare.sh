#!/usr/bin/env bash
# Builds everything and prints speed ratios to libcminpack, to C over the same core, to SciPy and to MathNet.Numerics.
# Group command takes the command compiled ahead of time where build/pack-tool.sh has made it, or else the portable one.
# Needs libcminpack-dev (Debian), and python3-scipy for the comparison with SciPy.
#   build/compare.sh [--quick] [group ...]
# Groups: qr solve facade scipy bounded mathnet batch model formula command. Quick: within a minute.
set -euo pipefail
cd "$(dirname "$0")/.."

log=$(mktemp)
trap 'rm -f "$log"' EXIT
if ! { cmake --preset benchmarks && cmake --build --preset benchmarks &&
    dotnet build --configuration Release tests/MinpackNet.Benchmarks &&
    dotnet build --configuration Release src/MinpackNet.Cli; } >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
dotnet run --no-build --configuration Release --project tests/MinpackNet.Benchmarks -- compare "$@"
