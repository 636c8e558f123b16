# Sourced by the scripts beside it, each of which defines say: programs that they need, installed when they are missing.

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"
    elif command -v sudo >/dev/null; then sudo "$@"
    else say "needs root: $*"; return 1
    fi
}

# install PROGRAM PACKAGE...: only when the program is missing, so that a second run is quick and needs no network.
install() {
    local program=$1; shift
    command -v "$program" >/dev/null && return 0
    say "installing $*"
    if [ -z "${apt_updated:-}" ]; then as_root apt-get -qq update; apt_updated=1; fi
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -y install --no-install-recommends "$@" >/dev/null
}

need_dotnet() { command -v dotnet >/dev/null || { say "the .NET 10 SDK is missing: see https://dotnet.microsoft.com/download"; exit 2; }; }
