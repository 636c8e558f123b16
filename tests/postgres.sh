#!/usr/bin/env bash
# A throwaway PostgreSQL for tests: "start" prints its connection string, "restart [fast|immediate]" ends it in this way and
# starts it again with its data, "stop" ends it and removes its data.
# Its place is SFERUM_TEST_POSTGRES_HOME, by default a folder of this user and this checkout under the temporary directory,
# so that the tests of one checkout don't end the server of another. It does not wait for the disk, since nothing of it
# outlives the machine; SFERUM_TEST_POSTGRES_FSYNC=on makes it do so, for measuring.
set -euo pipefail
checkout=$(cd "$(dirname "$0")/.." && pwd | cksum | cut -d ' ' -f 1)
home=${SFERUM_TEST_POSTGRES_HOME:-${TMPDIR:-/tmp}/sferum-postgres-$(id -u)-$checkout}

# PostgreSQL refuses to run as root.
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }

install_server() {
    local root=()
    [ "$(id -u)" = 0 ] || root=(sudo)
    "${root[@]}" apt-get -qq update >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install postgresql >&2
}

stop() {
    [ -d "$home" ] || return 0
    if [ -f "$home/data/postmaster.pid" ]; then as_postgres "$(bin)/pg_ctl" -D "$home/data" -m immediate stop >/dev/null || true; fi
    rm -rf "$home"
}

start() {
    [ -n "$(bin)" ] || install_server
    stop
    mkdir -p "$home"
    if [ "$(id -u)" = 0 ]; then chown postgres "$home"; fi
    local port
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])' 2>/dev/null || echo 54329)
    as_postgres "$(bin)/initdb" -D "$home/data" -U sferum -A trust -E UTF8 --locale=C.UTF-8 >/dev/null
    as_postgres "$(bin)/pg_ctl" -D "$home/data" -w -l "$home/server.log" \
        -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories=$home -c max_connections=500 -c fsync=${SFERUM_TEST_POSTGRES_FSYNC:-off}" start >/dev/null
    echo "Host=127.0.0.1;Port=$port;Username=sferum;Database=postgres"
}

restart() { as_postgres "$(bin)/pg_ctl" -D "$home/data" -w -m "$1" -l "$home/server.log" restart >/dev/null; }

case "${1:-}" in
    start) start ;;
    restart) restart "${2:-fast}" ;;
    stop) stop ;;
    *) echo "usage: $0 start|restart [fast|immediate]|stop" >&2; exit 2 ;;
esac
