#!/usr/bin/env bash
# Runs the xunit suites over the packages in artifacts/packages, never over the sources of the libraries, and then the
# tool's package, which it packs for this system if it is not. Works wherever .NET does.
set -euo pipefail
cd "$(dirname "$0")/.."

# Searches by the hundred are about no solver; they have been tested over the sources.
filter='FullyQualifiedName!~SearchTests&FullyQualifiedName!~CertificateTests'
# Of the cache, only what another package of the same version would hide.
rm -rf artifacts/package-cache/minpacknet* artifacts/package-tool
for suite in tests/MinpackNet.Tests tests/MinpackNet.Fitting.Tests; do
    dotnet test "$suite" --filter "$filter" -p:MinpackNetFromPackage=true \
        -p:RestorePackagesPath="$PWD/artifacts/package-cache" \
        -p:RestoreAdditionalProjectSources="$PWD/artifacts/packages" -p:ArtifactsPath="$PWD/artifacts/from-package"
done
build/pack-tool.sh here
dotnet tool install MinpackNet.Tool --tool-path artifacts/package-tool --add-source artifacts/packages
artifacts/package-tool/minpack certify
