#!/bin/bash
# Upgrades the bot from the folder of a new release: stops it, makes a backup, migrates, starts, and waits until it is ready.
# If it does not become ready, the version before is put back, with its database where the schema had changed. As root.
# Usage: upgrade.sh; SFERUM_READY_WAIT says for how many seconds it waits.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
version=$(cat "$here/VERSION")
opt=/opt/sferum-bot backups=${SFERUM_BACKUPS:-/var/backups/sferum-bot} wait=${SFERUM_READY_WAIT:-120}

say() { printf '== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

[ -L "$opt/current" ] || fail "Бот ещё не установлен: запустите install.sh."
before=$(readlink "$opt/current")
[ "$before" != "versions/$version" ] || fail "Версия $version уже стоит."
/usr/local/bin/sferum-bot ready || fail "Бот сейчас не готов: сначала устраните причину (sferum-bot doctor), потом обновляйте, иначе новую версию не отличить от неисправной."

switch() { ln -sfn "$1" "$opt/current.new" && mv -T "$opt/current.new" "$opt/current"; }

back() {
    trap - ERR
    say "возвращаю $before"
    systemctl stop sferum-bot.service || true
    switch "$before"
    if [ -n "$migrated" ]; then
        say "возвращаю базу из $backup"
        /usr/local/bin/sferum-bot restore --from "$backup" --replace
    fi
    systemctl start sferum-bot.service
    /usr/local/bin/sferum-bot ready --wait "$wait" || fail "Прежняя версия тоже не готова: journalctl -u sferum-bot"
    fail "Новая версия не стала готова, работает прежняя. Почему: journalctl -u sferum-bot"
}

migrated='' backup=''
SFERUM_UPGRADE=1 "$here/deploy/install.sh"
# Texts of the office's own may lack what a newer program says: better told now than by a bot that does not start.
SFERUM_PROGRAM=$opt/versions/$version/Sferum.Bot /usr/local/bin/sferum-bot check || fail "Ваши тексты (Dialogs__Path) не подходят к версии $version: исправьте названное и повторите. Работает прежняя версия, новые тексты: $opt/versions/$version/dialogs."
say "останавливаю бота и делаю копию"
trap back ERR
systemctl stop sferum-bot.service
# The running version makes it: it knows its own database.
/usr/local/bin/sferum-bot backup --to "$(install -d -m 0750 -o sferum-bot -g sferum-bot "$backups" && echo "$backups")"
for backup in "$backups"/*-*; do :; done
switch "versions/$version"
schema=$(/usr/local/bin/sferum-bot migrate) || { migrated=1; back; }
case "$schema" in *'  '*) migrated=1 ;; esac
say "запускаю $version"
systemctl start sferum-bot.service
/usr/local/bin/sferum-bot ready --wait "$wait"
trap - ERR

# The version before stays for a return by hand; older ones go.
for old in "$opt"/versions/*; do
    case "versions/${old##*/}" in "$before"|"versions/$version") ;; *) rm -rf "$old" ;; esac
done
say "работает $version; копия до обновления: $backup"
