#!/usr/bin/env bash
# The long crash run: kills the bot so many times (10,000 by default) at its named steps, on both databases, and compares what
# people were told. Prints how far it is and ends by itself: 0 when each reply came once and in order, else 1.
# Usage: tests/crash.sh [kills]
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }

kills=${1:-10000}
case "$kills" in
    ''|*[!0-9]*) echo "usage: $0 [kills]" >&2; exit 2 ;;
esac

work=$(mktemp -d)
chmod 755 "$work"
export SFERUM_TEST_POSTGRES_HOME=$work/postgres SFERUM_CRASH_KILLS=$kills SFERUM_CRASH_PROGRESS=$work/progress
touch "$SFERUM_CRASH_PROGRESS"
trap 'tests/postgres.sh stop || true; rm -rf "$work"' EXIT

say "starting PostgreSQL"
SFERUM_TEST_POSTGRES=$(tests/postgres.sh start)
export SFERUM_TEST_POSTGRES

say "building"
dotnet build tests/Sferum.Bot.Tests -nologo -clp:NoSummary -v:quiet

# A restart costs half the time when the bot is compiled beforehand.
program=$(tests/publish.sh "$work/published")
[ -z "$program" ] || export SFERUM_TEST_BOT=$program

say "$kills kills"
tell() { local n=0 line; while IFS= read -r line; do n=$((n + 1)); [ $((n % 20)) != 0 ] || echo "$line"; done; }
tail --pid=$$ -n 0 -f "$SFERUM_CRASH_PROGRESS" | tell &
status=0
dotnet test tests/Sferum.Bot.Tests --no-build -nologo --filter "FullyQualifiedName~CrashMatrix" --logger "console;verbosity=detailed" || status=1
exit "$status"
