#!/bin/bash
# Makes the folder and the archive of a release: programs for Linux and Windows that need no .NET, scripts, bill of
# materials, checksums. Whoever installs it needs no internet. Needs the SDK and the packages.
# Usage: deploy/publish.sh FOLDER [linux-x64|win-x64 …]; SFERUM_VERSION names another version. With SFERUM_WITH_VKNET=true the
# program can speak to VK through VkNet too (Vk__Client=VkNet); the packages of VkNet are not in every registry.
set -euo pipefail
cd "$(dirname "$0")/.."
out=$(realpath -m "${1:?usage: deploy/publish.sh FOLDER [linux-x64|win-x64 …]}")
shift
systems=("$@")
[ ${#systems[@]} -gt 0 ] || systems=(linux-x64 win-x64)
version=${SFERUM_VERSION:-$(sed -n 's:.*<Version>\(.*\)</Version>.*:\1:p' Directory.Build.props)}
release=$out/sferum-bot-$version
project=src/Sferum.Bot
client=()
if [ "${SFERUM_WITH_VKNET:-}" = true ]; then
    project=src/Sferum.Bot.VkNet
    client=(-p:WithVkNet=true)
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '== %s\n' "$*" >&2; }

rm -rf "$release"
mkdir -p "$release"
# The packages of the lock files; what a system needs besides is added below without changing them.
dotnet restore src/Sferum.Bot --locked-mode -v:quiet >&2
for system in "${systems[@]}"; do
    say "$system"
    dotnet publish "$project" "${client[@]}" -c Release -r "$system" --self-contained true -nologo -v:quiet -p:Version="$version" \
        -p:PublishReadyToRun="${SFERUM_READY_TO_RUN:-true}" -p:RunAnalyzers=false -p:DebugType=none -p:NuGetLockFilePath="$work/$system.lock.json" \
        --artifacts-path "$work/$system" -o "$release/$system" >&2
    # Services, images and guides start it by one name.
    for program in "$release/$system"/Sferum.Bot.VkNet{,.exe}; do [ ! -f "$program" ] || mv "$program" "${program/.VkNet/}"; done
done
# What the search learns is the same on every system.
if [ -x "$release/linux-x64/Sferum.Bot" ]; then
    "$release/linux-x64/Sferum.Bot" ask --learn "$work/answers.learned" >&2
    for system in "${systems[@]}"; do cp "$work/answers.learned" "$release/$system/dialogs/"; done
fi
cp -r deploy "$release/deploy"
cp README.md "$release/"
install -D -m 0644 dialogs/README.md "$release/dialogs/README.md"
echo "$version" >"$release/VERSION"
[ -n "${SFERUM_NO_SBOM:-}" ] || deploy/sbom.sh "$release/sbom.json" >&2
(cd "$release" && find . -type f ! -name SHA256SUMS -print0 | sort -z | xargs -0 sha256sum >SHA256SUMS)
if [ -z "${SFERUM_NO_ARCHIVE:-}" ]; then
    tar -C "$out" -czf "$release.tar.gz" "sferum-bot-$version"
    (cd "$out" && sha256sum "sferum-bot-$version.tar.gz" >"sferum-bot-$version.tar.gz.sha256")
fi
echo "$release"
