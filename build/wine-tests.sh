#!/usr/bin/env bash
# Runs tests/MinpackNet.Tests as a Windows application under wine, over the package in artifacts/packages. Run
# build/pack.sh first. Needs wine of 64 bits (Debian: apt install wine64).
#   build/wine-tests.sh [option of the test runner ...]
set -euo pipefail
cd "$(dirname "$0")/.."

if ! compgen -G 'artifacts/packages/MinpackNet.[0-9]*.nupkg' >/dev/null; then
    echo 'artifacts/packages holds no package: run build/pack.sh first.' >&2
    exit 1
fi

scratch=$(mktemp -d)
export WINEPREFIX=$scratch/prefix WINEDEBUG=-all
finish() {
    wineserver=$(PATH=$PATH:/usr/lib/wine type -P wineserver64 || type -P wineserver || true)
    [ -z "$wineserver" ] || "$wineserver" --kill 2>/dev/null || true
    rm -rf "$scratch"
}
trap finish EXIT
wine=$(PATH=$PATH:/usr/lib/wine type -P wine64) || { echo 'There is no wine64 here.' >&2; exit 1; }

# The global package cache may hold an earlier package of the same version; this one is emptied of them. Without code
# made at run time: xunit and System.Linq.Expressions then interpret, which is what works under wine.
rm -rf artifacts/package-cache/minpacknet*
dotnet publish tests/MinpackNet.Tests --configuration Release --runtime win-x64 --self-contained \
    --output "$scratch/tests" \
    -p:MinpackNetFromPackage=true -p:RestoreAdditionalProjectSources="$PWD/artifacts/packages" \
    -p:RestorePackagesPath="$PWD/artifacts/package-cache" -p:ArtifactsPath="$scratch/artifacts" \
    -p:DynamicCodeSupport=false

# The first start makes the prefix. A failing start can hang, hence the limits of time; on a busy machine it can fail.
for attempt in 1 2 3; do
    timeout 120 "$wine" wineboot --init >"$scratch/boot" 2>&1 && break
    echo "wine did not start (exit code $?, attempt $attempt): $(cat "$scratch/boot")" >&2
    [ "$attempt" -lt 3 ] || exit 1
    rm -rf "$WINEPREFIX"
done
status=0
# Now and then wine never comes back from a collection of garbage: then once more, and no more than twice. A test that
# fails is not tried again.
run() { # run ARGUMENT...: those of the test program
    local attempt code=124
    for attempt in 1 2 3; do
        code=0
        timeout 500 "$wine" "$scratch/tests/MinpackNet.Tests.exe" -noLogo -noColor "$@" >"$scratch/run" || code=$?
        [ "$code" -eq 124 ] || break
        echo "wine hung (attempt $attempt)" >&2
    done
    tr -d '\r' <"$scratch/run" | tee -a "$scratch/log"
    [ "$code" -eq 0 ] || status=$code
}
if [ $# -gt 0 ]; then
    run "$@"
else
    # In a process of its own: after the other tests, one time in ten, wine never comes back from this one's
    # collections.
    unload=MinpackNet.Tests.LifetimeTests.The_assembly_can_be_unloaded_after_solves
    # What compares paths with SciPy's over the recording's C library has nothing to compare here.
    run -method- "$unload" -class- MinpackNet.Tests.SciPy.SciPyBoundedCurveFitTests
    run -method "$unload"
fi

summaries=$(grep -E 'Total: [0-9]+, Errors: [0-9]+, Failed: [0-9]+, Skipped: [0-9]+' "$scratch/log" || true)
good=$(grep -cE 'Total: [1-9][0-9]*, Errors: 0, Failed: 0, Skipped: 0' <<<"$summaries" || true)
if [ "$status" -ne 0 ] || [ "$good" -ne $(($# > 0 ? 1 : 2)) ]; then
    echo "Under wine not all tests passed (exit code $status): ${summaries:-there is no summary}" >&2
    exit 1
fi
total=$(sed -E 's/.*Total: ([0-9]+).*/\1/' <<<"$summaries" | awk '{ total += $1 } END { print total }')
echo "$total tests passed under wine, as win-x64, in ${SECONDS}s"
