#!/usr/bin/env bash
# Packs the command over the libraries' packages in artifacts/packages, into the same folder.
#   build/pack-tool.sh [index] [portable] [here]
# index: the package that users name, which names one for each runtime identifier; portable: the program that needs a
# runtime, for `any` and for linux-musl-arm64, for which NuGet would take linux-arm64 if it had no package of its own;
# here, the default: the program compiled ahead of time for this system, unless it is packed already or there is none.
set -euo pipefail
cd "$(dirname "$0")/.."

# A cache of its own: the global one would keep an earlier package of the same version.
pack=(dotnet pack src/MinpackNet.Cli --configuration Release --output artifacts/packages
    -p:MinpackNetFromPackage=true -p:RestorePackagesPath="$PWD/artifacts/package-cache"
    -p:RestoreAdditionalProjectSources="$PWD/artifacts/packages" -p:ArtifactsPath="$PWD/artifacts/from-package")

pack_here() {
    local rid
    rid=$(dotnet msbuild src/MinpackNet.Cli -getProperty:NETCoreSdkPortableRuntimeIdentifier)
    if compgen -G "artifacts/packages/MinpackNet.Tool.$rid.*.nupkg" >/dev/null; then
        echo "the command for $rid is packed already"
    elif [[ ";$(dotnet msbuild src/MinpackNet.Cli -getProperty:ToolPackageRuntimeIdentifiers);" == *";$rid;"* ]]; then
        "${pack[@]}" --runtime "$rid" -p:PublishAot=true
    else
        echo "the command is not compiled ahead of time for $rid"
    fi
}

for part in "${@:-here}"; do
    case $part in
        index) "${pack[@]}" -p:PublishAot=true ;;
        portable)
            "${pack[@]}" --runtime any
            "${pack[@]}" --runtime linux-musl-arm64 -p:SelfContained=false -p:UseAppHost=false
            ;;
        here) pack_here ;;
        *) echo "there is no part $part; there are index, portable and here" >&2 && exit 2 ;;
    esac
done
