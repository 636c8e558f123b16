#!/usr/bin/env bash
# Installs what the benchmark needs, starts a throwaway PostgreSQL, builds Release, measures, and prints a table.
# Usage: tests/bench.sh [--quick] [--persons 1,1000] [--latency 0,50] [--only sferum-pg,vkio-memory] [--json FILE] …; all with --help
set -euo pipefail
json=()
arguments=()
while [ $# -gt 0 ]; do
    # The only path among the arguments is meant from where the caller stands.
    if [ "$1" = --json ]; then json=(--json "$(realpath -m "${2:?--json needs a file}")"); shift 2
    else arguments+=("$1"); shift
    fi
done
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*" >&2; }

. tests/tools.sh
need_dotnet
install node nodejs
install npm npm
install taskset util-linux

project=tests/Sferum.Bot.Benchmarks
[ -d "$project/VkIo/node_modules/pg" ] || (cd "$project/VkIo" && npm ci --no-audit --no-fund --loglevel=error >&2)

say "building"
dotnet build "$project" -c Release -nologo -clp:NoSummary -v:quiet >&2

bench() { dotnet "$project/bin/Release/net10.0/Sferum.Bot.Benchmarks.dll" "$@" "${json[@]}" "${arguments[@]}"; }
case " ${arguments[*]:-} " in *" --help "* | *" -h "* | *" -? "*) bench; exit ;; esac

say "starting PostgreSQL"
SFERUM_TEST_POSTGRES_HOME=$(mktemp -d)/postgres
export SFERUM_TEST_POSTGRES_HOME
chmod 755 "$(dirname "$SFERUM_TEST_POSTGRES_HOME")"
published=$(mktemp -d)
trap 'tests/postgres.sh stop || true; rmdir "$(dirname "$SFERUM_TEST_POSTGRES_HOME")" || true; rm -rf "$published"' EXIT
program=$(tests/publish.sh "$published")
[ -z "$program" ] || export SFERUM_TEST_BOT=$program
SFERUM_TEST_POSTGRES=$(SFERUM_TEST_POSTGRES_FSYNC=on tests/postgres.sh start)
export SFERUM_TEST_POSTGRES

bench
