#!/usr/bin/env bash
# Runs the xunit suite over the package in artifacts/packages, never over the sources of the library, and then the tool's
# package. Works wherever .NET does.
set -euo pipefail
cd "$(dirname "$0")/.."

rm -rf artifacts/package-cache artifacts/package-tool
dotnet test tests/MinpackNet.Tests -p:MinpackNetFromPackage=true -p:RestorePackagesPath="$PWD/artifacts/package-cache" \
    -p:RestoreAdditionalProjectSources="$PWD/artifacts/packages" -p:ArtifactsPath="$PWD/artifacts/from-package"
dotnet tool install MinpackNet.Tool --tool-path artifacts/package-tool --add-source artifacts/packages
artifacts/package-tool/minpack certify
