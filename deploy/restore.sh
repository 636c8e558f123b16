#!/bin/bash
# Takes a backup back: stops the bot, restores database and evidence, starts the bot, waits until it is ready. As root.
# Usage: restore.sh FOLDER-OF-ONE-BACKUP [--replace]
set -euo pipefail
backup=${1:?usage: restore.sh FOLDER-OF-ONE-BACKUP [--replace]}
backup=$(realpath "$backup")
systemctl stop sferum-bot.service
# Whatever becomes of it, the bot is not left standing: what was refused has changed nothing.
status=0
/usr/local/bin/sferum-bot restore --from "$backup" "${@:2}" || status=$?
systemctl start sferum-bot.service
[ "$status" = 0 ] || exit "$status"
exec /usr/local/bin/sferum-bot ready --wait "${SFERUM_READY_WAIT:-120}"
