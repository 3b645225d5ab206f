#!/usr/bin/env bash
# Builds the native libraries of all runtime identifiers and packs every package into artifacts/packages: of the command
# compiled ahead of time, the one for this system.
set -euo pipefail
cd "$(dirname "$0")/.."

build/runtimes.sh
rm -rf artifacts/packages artifacts/package-cache
pack=(dotnet pack --configuration Release --output artifacts/packages)
"${pack[@]}" src/MinpackNet
"${pack[@]}" src/MinpackNet.Fitting
build/pack-tool.sh index portable here
ls -l artifacts/packages
