#!/usr/bin/env bash
# Writes PublicAPI.Unshipped.txt of both packages: the public members that PublicAPI.Shipped.txt does not hold. The
# build fails when a public member is in neither file or in one of them without being there; `git diff` then shows what
# changed.
set -euo pipefail
cd "$(dirname "$0")/.."

for project in MinpackNet MinpackNet.Fitting; do
    unshipped=src/$project/PublicAPI.Unshipped.txt
    old=$(mktemp)
    cp "$unshipped" "$old"
    echo '#nullable enable' >"$unshipped"
    # The analyzer names what is missing in the words of the file.
    output=$(dotnet build "src/$project" --framework net10.0 --no-incremental -p:TreatWarningsAsErrors=false \
        -p:BuildProjectReferences="$([ $project = MinpackNet ] && echo true || echo false)") ||
        { echo "$output"; mv "$old" "$unshipped"; exit 1; }
    rm "$old"
    sed -nE "s/.*warning RS0016: Symbol '(.*)' is not part of the declared public API.*/\1/p" <<<"$output" |
        LC_ALL=C sort -u >>"$unshipped"
    echo "$(($(wc -l <"$unshipped") - 1)) members in $unshipped"
done
