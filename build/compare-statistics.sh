#!/usr/bin/env bash
# Compares the statistics of `minpack fit` (estimates, errors, t intervals, correlations, AIC, bands, ...) with those of
# R, of lmfit and of a 50-digit solution on 40 data sets, and prints the digits that agree. Exits with 1 where they are
# too few; tests/statistics says how many that is, and why. Needs r-base-core, r-cran-minpack.lm, python3-lmfit and
# python3-mpmath (Debian).
set -euo pipefail
cd "$(dirname "$0")/.."

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export LC_ALL=C.UTF-8
if ! dotnet build --configuration Release src/MinpackNet.Cli >"$work/build" 2>&1; then
    cat "$work/build" >&2
    exit 1
fi
# apt's Python, which has apt's lmfit, where another one stands in front.
/usr/bin/python3 tests/statistics/compare.py "$work"
