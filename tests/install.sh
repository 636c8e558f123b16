#!/usr/bin/env bash
# Publishes the bot and goes the whole way of deploy/ on this machine in a copy of its file system that is thrown away:
# install, first start against the VK simulator, texts of one's own, backup, restore into an empty place, upgrade, and an
# upgrade to a broken version that has to be taken back. systemctl is played by a few lines that obey the unit. As root.
# Usage: tests/install.sh [FOLDER-OF-A-RELEASE]
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD

say() { printf '== %s\n' "$*"; }

if [ "${1:-}" != --inside ]; then
    work=$(mktemp -d)
    trap 'umount -l "$work" 2>/dev/null || true; rm -rf "$work"' EXIT
    release=${1:-}
    if [ -z "$release" ]; then release=$(SFERUM_READY_TO_RUN=false SFERUM_NO_ARCHIVE=1 SFERUM_NO_SBOM=1 deploy/publish.sh "$work.release" linux-x64); fi
    release=$(realpath "$release")
    # A mount and a network of its own: nothing of it is seen outside, and no port is taken.
    unshare --mount --net --pid --fork --kill-child bash -euo pipefail -c '
        ip link set lo up 2>/dev/null || true
        mount -t tmpfs tmpfs "$1"
        mkdir "$1/upper" "$1/work" "$1/root"
        mount -t overlay overlay -o lowerdir=/,upperdir="$1/upper",workdir="$1/work" "$1/root"
        mount -t tmpfs tmpfs "$1/root/tmp"
        mount -t proc proc "$1/root/proc"
        mount --rbind /dev "$1/root/dev"
        mkdir "$1/root/tmp/release" "$1/root/tmp/test"
        mount --bind "$2" "$1/root/tmp/release"
        cp "$3/tests/install.sh" "$1/root/tmp/test/"
        exec chroot "$1/root" /bin/bash /tmp/test/install.sh --inside
    ' bash "$work" "$release" "$repository"
    [ -n "${1:-}" ] || rm -rf "$work.release"
    exit
fi

cd /tmp/test
export PATH=/tmp/test/bin:$PATH SFERUM_READY_WAIT=${SFERUM_READY_WAIT:-40}
mkdir bin
# What of systemd the scripts use: starts what the unit says, as its user, in its folder, by its settings.
cat >bin/systemctl <<'TEXT'
#!/bin/bash
unit=/etc/systemd/system/sferum-bot.service pid=/run/sferum-bot.pid
value() { sed -n "s/^$1=//p" "$unit"; }
case "$1 ${*: -1}" in
    "start sferum-bot.service")
        command=$(value ExecStart)
        (cd "$(value WorkingDirectory)" && set -a && . <(sed 's/=\(.*\)$/="\1"/; /^#/d' "$(value EnvironmentFile)") && eval "$(value Environment | sed 's/=/="/; s/$/"/')" \
            && exec setsid runuser -u "$(value User)" -- $command >>/var/log/sferum-bot.log 2>&1 & echo $! >"$pid") ;;
    "stop sferum-bot.service")
        [ -f "$pid" ] || exit 0
        group=$(cat "$pid"); rm "$pid"; kill -TERM -- "-$group" 2>/dev/null || exit 0
        for _ in $(seq 150); do kill -0 -- "-$group" 2>/dev/null || exit 0; sleep 0.1; done
        kill -KILL -- "-$group" ;;
esac
TEXT
chmod +x bin/systemctl
must() { "$@" >out 2>&1 || { cat out /var/log/sferum-bot.log; say "failed: $*"; exit 1; }; }
must_not() { ! "$@" >out 2>&1 || { cat out; say "must have failed: $*"; exit 1; }; }

# A release with another number; a broken one reads its settings from nowhere.
copy() { cp -r /tmp/release "$1"; echo "$2" >"$1/VERSION"; }
seal() { (cd "$1" && find . -type f ! -name SHA256SUMS -print0 | xargs -0 sha256sum >SHA256SUMS); }

say "install"
must /tmp/release/deploy/install.sh
/opt/sferum-bot/current/Sferum.Bot simulate-vk --port 5080 >simulator.log 2>&1 &
for _ in $(seq 100); do ! grep -q Token simulator.log || break; sleep 0.2; done
printf '%s\n' vk1.a.simulator >/etc/sferum-bot/secrets/Vk__Token
chgrp sferum-bot /etc/sferum-bot/secrets/Vk__Token; chmod 640 /etc/sferum-bot/secrets/Vk__Token
sed -i 's/^Vk__GroupId=$/Vk__GroupId=200100300/; s/^Office__Specialists__0=$/Office__Specialists__0=700000002/' /etc/sferum-bot/sferum-bot.env
echo 'Vk__ApiBaseUrl=http://127.0.0.1:5080/method/' >>/etc/sferum-bot/sferum-bot.env
must systemctl start sferum-bot.service
must sferum-bot ready --wait 60
must sferum-bot doctor
[ "$(stat -c '%U %a' /var/lib/sferum-bot)" = "sferum-bot 750" ] && [ -f /var/lib/sferum-bot/data/sferum.db ]

say "installing again changes nothing"
before=$(sha256sum /etc/sferum-bot/sferum-bot.env)
must /tmp/release/deploy/install.sh
[ "$before" = "$(sha256sum /etc/sferum-bot/sferum-bot.env)" ]
must sferum-bot ready

if command -v systemd-analyze >/dev/null; then
    say "the units are well formed"
    must systemd-analyze verify /etc/systemd/system/sferum-bot.service /etc/systemd/system/sferum-bot-backup.service /etc/systemd/system/sferum-bot-backup.timer
fi

say "texts of one's own"
cp -r /opt/sferum-bot/current/dialogs /etc/sferum-bot/
echo 'Dialogs__Path=/etc/sferum-bot/dialogs' >>/etc/sferum-bot/sferum-bot.env
must sferum-bot check
systemctl stop sferum-bot.service
must systemctl start sferum-bot.service
must sferum-bot ready --wait 60
printf 'answer: broken\n' >/etc/sferum-bot/dialogs/answers/broken.yaml
must_not sferum-bot check
grep -q 'answers/broken.yaml:1' out
rm /etc/sferum-bot/dialogs/answers/broken.yaml
must diff -ru /opt/sferum-bot/current/dialogs /etc/sferum-bot/dialogs

say "import, backup, loss of everything, restore"
printf 'Учреждение;Тип\nМОУ «Вымышленская школа № 1»;МОУ\n' >/tmp/test/roster.csv
chmod 755 /tmp/test; chmod 644 /tmp/test/roster.csv
must sferum-bot import /tmp/test/roster.csv --apply --codes /var/lib/sferum-bot/codes.html
[ "$(stat -c %U /var/lib/sferum-bot/codes.html)" = sferum-bot ]
must sferum-bot report 'кто ни разу не заходил' --out /var/lib/sferum-bot/before.csv
must /opt/sferum-bot/current/deploy/backup.sh
for backup in /var/backups/sferum-bot/*-*; do :; done
must_not /opt/sferum-bot/current/deploy/restore.sh "$backup"
must sferum-bot ready --wait 60
systemctl stop sferum-bot.service
rm -rf /var/lib/sferum-bot/data
must /opt/sferum-bot/current/deploy/restore.sh "$backup"
must sferum-bot report 'кто ни разу не заходил' --out /var/lib/sferum-bot/after.csv
grep -q 'Вымышленская' /var/lib/sferum-bot/after.csv

say "texts that lack what the new version says stop an upgrade before the bot"
copy good 9.0.0; seal good
sed -i 's/^  too_many:/  own_words:/' /etc/sferum-bot/dialogs/shared/notices.yaml
must_not good/deploy/upgrade.sh
grep -q too_many out
must sferum-bot ready
sed -i 's/^  own_words:/  too_many:/' /etc/sferum-bot/dialogs/shared/notices.yaml

say "upgrade"
must good/deploy/upgrade.sh
[ "$(readlink /opt/sferum-bot/current)" = versions/9.0.0 ]
must sferum-bot ready

say "a damaged release is refused"
copy damaged 9.0.1; seal damaged; echo >>damaged/README.md
must_not damaged/deploy/upgrade.sh
grep -q повреждены out
must sferum-bot ready

say "a release that does not become ready is taken back"
copy broken 9.1.0
mv broken/linux-x64/Sferum.Bot broken/linux-x64/Sferum.Bot.real
cat >broken/linux-x64/Sferum.Bot <<'TEXT'
#!/bin/bash
[ "$1" != run ] || exit 1
[ "$1" != migrate ] || { echo 'Применено:'; echo '  9999_later.sql'; exit 0; }
exec "$(dirname "$(realpath "$0")")/Sferum.Bot.real" "$@"
TEXT
chmod 755 broken/linux-x64/Sferum.Bot
seal broken
SFERUM_READY_WAIT=5 must_not broken/deploy/upgrade.sh
grep -q 'работает прежняя' out || { cat out; exit 1; }
[ "$(readlink /opt/sferum-bot/current)" = versions/9.0.0 ]
must sferum-bot ready --wait 60
must sferum-bot report 'кто ни разу не заходил' --out /var/lib/sferum-bot/last.csv
grep -q 'Вымышленская' /var/lib/sferum-bot/last.csv

say "nothing secret was said"
if grep vk1.a.simulator /var/log/sferum-bot.log out; then exit 1; fi
systemctl stop sferum-bot.service
say "installed, restored, upgraded and taken back"
