#!/bin/bash
# Writes the bill of materials of the program: every package with version, licence and hash, as CycloneDX JSON.
# Usage: deploy/sbom.sh FILE
set -euo pipefail
cd "$(dirname "$0")/.."
file=$(realpath -m "${1:?usage: deploy/sbom.sh FILE}")
dotnet tool restore >/dev/null
dotnet restore src/Sferum.Bot --locked-mode -v:quiet
dotnet tool run dotnet-CycloneDX -- src/Sferum.Bot/Sferum.Bot.csproj --disable-package-restore --include-project-references \
    --output "$(dirname "$file")" --filename "$(basename "$file")" --output-format Json >/dev/null
echo "$file"
