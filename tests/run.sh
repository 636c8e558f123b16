#!/usr/bin/env bash
# Installs what the tests need, starts a throwaway PostgreSQL, runs every test, and ends with "N passed, N failed".
# Usage: tests/run.sh [further arguments of "dotnet test", e.g. --filter Orders]
set -euo pipefail
cd "$(dirname "$0")/.."

say() { printf '== %s\n' "$*"; }

. tests/tools.sh
need_dotnet
install node nodejs
install npm npm
install chromium chromium fonts-dejavu-core
install shellcheck shellcheck

say "starting PostgreSQL"
SFERUM_TEST_POSTGRES_HOME=$(mktemp -d)/postgres
export SFERUM_TEST_POSTGRES_HOME
chmod 755 "$(dirname "$SFERUM_TEST_POSTGRES_HOME")"
SFERUM_TEST_POSTGRES=$(tests/postgres.sh start)
export SFERUM_TEST_POSTGRES
results=$(mktemp -d)
published=$(mktemp -d)
trap 'tests/postgres.sh stop || true; rm -rf "$results" "$published"' EXIT

say "building"
dotnet build Sferum.Bot.sln -c Release -nologo -clp:NoSummary -v:quiet

# Hundreds of restarts: each costs half the time when the bot is compiled beforehand, as it is deployed.
program=$(tests/publish.sh "$published")
[ -z "$program" ] || export SFERUM_TEST_BOT=$program

say "testing"
status=0
dotnet test Sferum.Bot.sln -c Release --no-build -nologo --results-directory "$results" --logger trx --logger "console;verbosity=minimal" \
    --blame-hang-timeout 20m "$@" || status=$?

# Without a result file there is nothing to count, which must not end the script.
count() { { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*>" | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' || true; } | awk '{ n += $1 } END { print n + 0 }'; }
failures() {
    { cat "$results"/*.trx 2>/dev/null || true; } | awk '
        /<UnitTestResult / { of_failed = /outcome="Failed"/; if (of_failed && match($0, /testName="[^"]*"/)) print "== failed: " substr($0, RSTART + 10, RLENGTH - 11) }
        of_failed && /<Message>/ { said = 1 }
        of_failed && said { print }
        /<\/StackTrace>/ { said = 0 }'
}
passed=$(count passed)
failed=$(count failed)
skipped=$(($(count total) - $(count executed)))
# A run that died before its results were written has failed, whatever it counted.
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then failed=1; fi
if [ "$passed" = 0 ] && [ "$failed" = 0 ]; then say "no test ran"; status=1; fi
[ "$skipped" = 0 ] || say "$skipped skipped"
# Once more at the end, where nobody has to look for them among thousands of lines.
failures | sed 's/&quot;/"/g; s/&lt;/</g; s/&gt;/>/g; s/&amp;/\&/g'
echo "$passed passed, $failed failed"
exit "$status"
