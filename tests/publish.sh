#!/usr/bin/env bash
# Publishes the bot compiled beforehand (ReadyToRun), as it is deployed, into a folder and prints the program's path: it
# starts in half the time. Without the compiler's package it prints nothing and tells the reason on stderr.
# Usage: tests/publish.sh FOLDER
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:?usage: tests/publish.sh FOLDER}
case "$(uname -m)" in aarch64|arm64) arch=arm64 ;; *) arch=x64 ;; esac
mkdir -p "$folder"
if dotnet publish src/Sferum.Bot -c Release -r "linux-$arch" --self-contained false -nologo -v:quiet \
    -p:PublishReadyToRun=true -p:RunAnalyzers=false -p:NuGetLockFilePath="$folder/packages.lock.json" \
    --artifacts-path "$folder/artifacts" -o "$folder/bot" >"$folder/publish.log" 2>&1; then
    echo "$folder/bot/Sferum.Bot.dll"
else
    echo "not compiled beforehand: $(grep -m 1 error "$folder/publish.log" || true)" >&2
fi
