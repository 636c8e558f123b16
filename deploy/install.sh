#!/bin/bash
# Installs the bot as a service of systemd from the folder of a release, without internet. As root.
# The second run of the same version mends files and changes neither settings nor data; a new version: upgrade.sh.
# Usage: install.sh
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
version=$(cat "$here/VERSION")
opt=/opt/sferum-bot etc=/etc/sferum-bot state=/var/lib/sferum-bot

say() { printf '== %s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

[ "$(id -u)" = 0 ] || fail "Нужны права администратора: sudo $0"
[ "$(uname -m)" = x86_64 ] || fail "Эта сборка для x86-64, а здесь $(uname -m)."
say "проверяю файлы"
(cd "$here" && sha256sum --quiet -c SHA256SUMS) || fail "Файлы повреждены при копировании: скопируйте выпуск заново."

if ! getent passwd sferum-bot >/dev/null; then
    say "создаю пользователя sferum-bot"
    useradd --system --user-group --home-dir "$state" --no-create-home --shell /usr/sbin/nologin sferum-bot
fi

say "кладу программу $version в $opt"
install -d "$opt/versions"
rm -rf "$opt/versions/$version.part"
cp -r "$here/linux-x64" "$opt/versions/$version.part"
cp -r "$here/deploy" "$opt/versions/$version.part/deploy"
chown -R root:root "$opt/versions/$version.part"
rm -rf "$opt/versions/$version.old"
[ ! -e "$opt/versions/$version" ] || mv "$opt/versions/$version" "$opt/versions/$version.old"
mv "$opt/versions/$version.part" "$opt/versions/$version"
rm -rf "$opt/versions/$version.old"
DOTNET_BUNDLE_EXTRACT_BASE_DIR='' "$opt/versions/$version/Sferum.Bot" check >/dev/null \
    || fail "Программа не запускается. Чаще всего не хватает библиотеки ICU: установите пакет libicu (Debian, Astra, ALT, РЕД ОС)."

install -d -m 0750 -o root -g sferum-bot "$etc" "$etc/secrets"
[ -e "$etc/sferum-bot.env" ] || install -m 0640 -o root -g sferum-bot "$here/deploy/sferum-bot.env" "$etc/sferum-bot.env"
install -d -m 0750 -o sferum-bot -g sferum-bot "$state"
install -m 0755 "$here/deploy/linux/sferum-bot" /usr/local/bin/sferum-bot
install -m 0644 "$here"/deploy/linux/sferum-bot*.service "$here"/deploy/linux/sferum-bot*.timer /etc/systemd/system/
[ -e "$opt/current" ] || ln -s "versions/$version" "$opt/current"
[ "$(readlink "$opt/current")" = "versions/$version" ] || [ -n "${SFERUM_UPGRADE:-}" ] || say "работает по-прежнему $(readlink "$opt/current"): на новую версию переводит upgrade.sh"

systemctl daemon-reload
systemctl enable --quiet sferum-bot.service sferum-bot-backup.timer
systemctl start sferum-bot-backup.timer
[ -n "${SFERUM_UPGRADE:-}" ] || cat <<TEXT
Готово. Осталось:
  1. Положите ключ доступа сообщества: umask 027; printf '%s' 'КЛЮЧ' > $etc/secrets/Vk__Token; chgrp sferum-bot $etc/secrets/Vk__Token
  2. Впишите номер сообщества и специалиста: $etc/sferum-bot.env
  3. Запустите: systemctl start sferum-bot, и проверьте: sferum-bot doctor
TEXT
