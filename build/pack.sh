#!/usr/bin/env bash
# Builds the native libraries of all runtime identifiers and packs every package into artifacts/packages.
set -euo pipefail
cd "$(dirname "$0")/.."

build/runtimes.sh
rm -rf artifacts/packages artifacts/package-cache
pack=(dotnet pack --configuration Release --output artifacts/packages)
"${pack[@]}" src/MinpackNet
"${pack[@]}" src/MinpackNet.Fitting
# A cache of its own: the global one would keep an earlier package of the same version.
"${pack[@]}" src/MinpackNet.Cli -p:MinpackNetFromPackage=true -p:RestorePackagesPath="$PWD/artifacts/package-cache" \
    -p:RestoreAdditionalProjectSources="$PWD/artifacts/packages" -p:ArtifactsPath="$PWD/artifacts/from-package"
ls -l artifacts/packages
