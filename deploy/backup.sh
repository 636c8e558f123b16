#!/bin/bash
# Makes a backup of the database and the evidence while the bot runs, and keeps the newest 14. As root.
# Usage: backup.sh [FOLDER]; SFERUM_KEEP_BACKUPS says how many are kept.
set -euo pipefail
folder=${1:-/var/backups/sferum-bot}
install -d -m 0750 -o sferum-bot -g sferum-bot "$folder"
exec /usr/local/bin/sferum-bot backup --to "$folder" --keep "${SFERUM_KEEP_BACKUPS:-14}"
