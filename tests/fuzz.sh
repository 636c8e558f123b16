#!/usr/bin/env bash
# Gives everything that reads from outside (events, callbacks, polls, answers, YAML, rosters, free text) so many damaged and
# invented inputs: none may throw or take longer than 100 ms. Prints how far it is and ends by itself: 0 when all were read, else 1
# with each finding cut down and the command that makes it again.
# Usage: tests/fuzz.sh [--inputs 10000000] [--seed N] [--only events] [--at NUMBER]
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }
usage() { echo "usage: $0 [--inputs N] [--seed N] [--only TARGET] [--at NUMBER]" >&2; exit 2; }

inputs=10000000 seed=$(date +%s) only='' at=''
while [ $# -gt 0 ]; do
    [ $# -ge 2 ] || usage
    case "$1 $2" in
        '--inputs '*[!0-9]* | '--seed '*[!0-9]* | '--at '*[!0-9]*) usage ;;
        '--inputs '?*) inputs=$2 ;;
        '--seed '?*) seed=$2 ;;
        '--only '?*) only=$2 ;;
        '--at '?*) at=$2 ;;
        *) usage ;;
    esac
    shift 2
done

. tests/tools.sh
need_dotnet
work=$(mktemp -d)
chmod 755 "$work"
export SFERUM_TEST_POSTGRES_HOME=$work/postgres SFERUM_FUZZ_PROGRESS=$work/progress
export SFERUM_FUZZ_INPUTS=$inputs SFERUM_FUZZ_SEED=$seed SFERUM_FUZZ_ONLY=$only SFERUM_FUZZ_AT=$at
SFERUM_FUZZ_WORKERS=$(nproc)
export SFERUM_FUZZ_WORKERS
touch "$SFERUM_FUZZ_PROGRESS"
trap 'tests/postgres.sh stop || true; rm -rf "$work"' EXIT

say "starting PostgreSQL"
SFERUM_TEST_POSTGRES=$(tests/postgres.sh start)
export SFERUM_TEST_POSTGRES

say "building"
dotnet build tests/Sferum.Bot.Tests -c Release -nologo -clp:NoSummary -v:quiet

say "${at:+input $at of }$inputs inputs${only:+ of $only}, seed $seed"
tail --pid=$$ -n 0 -f "$SFERUM_FUZZ_PROGRESS" &
status=0
dotnet test tests/Sferum.Bot.Tests -c Release --no-build -nologo --filter "FullyQualifiedName~FuzzTests" --logger "console;verbosity=normal" || status=1
exit "$status"
