#!/usr/bin/env bash
# The long soak: the bot lives through virtual months with faults of VK and restarts of itself and of PostgreSQL, for so many
# hours (2 by default) of real time. Prints how far it is and a verdict, and ends by itself: 0 when memory was flat, nobody was
# left without an answer and no table grew beyond its retention, else 1.
# Usage: tests/soak.sh [--hours 2] [--seed 1]
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }
. tests/tools.sh
need_dotnet
usage() { echo "usage: $0 [--hours 2] [--seed 1]" >&2; exit 2; }

hours=2
seed=1
while [ $# -gt 0 ]; do
    case "$1" in
        --hours) hours=${2:-}; shift 2 || usage ;;
        --seed) seed=${2:-}; shift 2 || usage ;;
        *) usage ;;
    esac
done
seconds=$(awk -v hours="$hours" 'BEGIN { if (hours !~ /^[0-9]+([.][0-9]+)?$/ || hours <= 0) exit 1; printf "%d", hours * 3600 }') || usage
case "$seed" in ''|*[!0-9]*) usage ;; esac

work=$(mktemp -d)
chmod 755 "$work"
export SFERUM_TEST_POSTGRES_HOME=$work/postgres SFERUM_SOAK_SECONDS=$seconds SFERUM_SOAK_SEED=$seed SFERUM_SOAK_PROGRESS=$work/progress
touch "$SFERUM_SOAK_PROGRESS"
trap 'tests/postgres.sh stop || true; rm -rf "$work"' EXIT

say "starting PostgreSQL"
SFERUM_TEST_POSTGRES=$(tests/postgres.sh start)
export SFERUM_TEST_POSTGRES

say "building"
dotnet build tests/Sferum.Bot.Tests -c Release -nologo -clp:NoSummary -v:quiet

say "$hours hours, seed $seed"
tail --pid=$$ -n 0 -f "$SFERUM_SOAK_PROGRESS" &
status=0
dotnet test tests/Sferum.Bot.Tests -c Release --no-build -nologo --filter "FullyQualifiedName~Soak.SoakTests.Over_months" >"$work/output" 2>&1 || status=1
[ "$status" = 0 ] || tail -n 80 "$work/output"
sleep 1
say "$([ "$status" = 0 ] && echo "the soak held" || echo "the soak did not hold")"
exit "$status"
