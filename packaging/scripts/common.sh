# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
#
# What ./start and ./check share: saying what is done, packages, the build, a Docker engine. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

say() { printf '\033[1m==>\033[0m %s\n' "$*" >&2; }
die() {
    printf '\033[1;31merror:\033[0m %s\n' "$*" >&2
    exit 1
}

as_root() {
    if [ "$(id -u)" -eq 0 ]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        die "root is needed for: $* (sudo is not installed)"
    fi
}

# --- packages ---------------------------------------------------------------------------------------------------------
# A line each: the Debian and Ubuntu names of a package, the first that the release knows is taken, and a probe for systems
# without apt: a command, a CMake package (cmake:NAME), a pkg-config module (pc:NAME) or a file (file:PATH).
build_packages() {
    cat <<'LIST'
g++                                         c++
cmake                                       cmake
ninja-build                                 ninja
ccache                                      ccache
python3                                     python3
pkg-config                                  pkg-config
qt6-base-dev                                cmake:Qt6Core
libqt6opengl6-dev|qt6-base-dev              cmake:Qt6OpenGL
libqt6websockets6-dev|qt6-websockets-dev    cmake:Qt6WebSockets
libqt6charts6-dev|qt6-charts-dev            cmake:Qt6Charts
libqt6svg6-dev|qt6-svg-dev                  cmake:Qt6Svg
qt6-tools-dev                               cmake:Qt6LinguistTools
qt6-l10n-tools                              cmake:Qt6LinguistTools
qt6-tools-dev-tools                         cmake:Qt6LinguistTools
qt6-translations-l10n                       file:/usr/share/qt6/translations
libqscintilla2-qt6-dev                      file:/usr/include/qt6/Qsci
qcoro-qt6-dev                               cmake:QCoro6
qtkeychain-qt6-dev                          cmake:Qt6Keychain
libboost-dev                                file:/usr/include/boost/beast.hpp
libsystemd-dev                              pc:libsystemd
libyaml-dev                                 pc:yaml-0.1
libyaml-cpp-dev                             pc:yaml-cpp
libgit2-dev                                 pc:libgit2
zlib1g-dev                                  pc:zlib
libvalijson-dev                             file:/usr/include/valijson/validator.hpp
libsodium-dev                               pc:libsodium
ca-certificates                             file:/etc/ssl/certs
openssh-client                              ssh
fonts-dejavu-core                           file:/usr/share/fonts
LIST
    # Node's own packages bring npm with them; Debian's is apart.
    command -v npm >/dev/null || echo 'npm npm'
}

check_packages() {
    build_packages
    cat <<'LIST'
clang                                       clang++
clang-format                                clang-format
clang-tidy                                  clang-tidy
clazy                                       clazy
libclang-rt-14-dev|libclang-rt-dev          file:/usr/lib/clang
mold                                        mold
codespell                                   codespell
shellcheck                                  shellcheck
reuse                                       reuse
mandoc                                      mandoc
zsh                                         zsh
fish                                        fish
desktop-file-utils                          desktop-file-validate
appstream                                   appstreamcli
git                                         git
openssh-server                              file:/usr/sbin/sshd
busybox-static                              busybox
xvfb                                        Xvfb
xauth                                       xauth
dbus                                        dbus-run-session
gnome-keyring                               gnome-keyring-daemon
at-spi2-core                                file:/usr/libexec/at-spi-bus-launcher
python3-gi                                  python3
gir1.2-atspi-2.0                            python3
python3-jsonschema                          python3
python3-yaml                                python3
python3-websockets                          python3
strace                                      strace
docker-registry                             docker-registry
podman                                      podman
xdotool                                     xdotool
procps                                      ps
e2fsprogs                                   mkfs.ext4
mount                                       mount
LIST
}

have_apt() { command -v apt-get >/dev/null && command -v dpkg-query >/dev/null; }

installed() { [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]; }

# The probe of a system without apt.
present() {
    case $1 in
        cmake:*) compgen -G "/usr/lib*/cmake/${1#cmake:}" >/dev/null || compgen -G "/usr/lib/*/cmake/${1#cmake:}" >/dev/null ;;
        pc:*) pkg-config --exists "${1#pc:}" 2>/dev/null ;;
        file:*) [ -e "${1#file:}" ] ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

apt_install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@" >&2
}

apt_updated=no
apt_update_once() {
    [ "$apt_updated" = yes ] && return
    as_root apt-get update -q >&2
    apt_updated=yes
}

# ensure_packages LIST-FUNCTION: installs what is missing, or says exactly what is.
ensure_packages() {
    local names probe name chosen missing=()
    if ! have_apt; then
        while read -r names probe; do
            present "$probe" || missing+=("${names%%|*}")
        done < <("$1")
        [ ${#missing[@]} -eq 0 ] && return
        die "this system has no apt; install what these Debian packages hold and try again: ${missing[*]}"
    fi
    while read -r names probe; do
        chosen=
        for name in ${names//|/ }; do
            if installed "$name"; then chosen=installed && break; fi
        done
        [ "$chosen" = installed ] || missing+=("$names")
    done < <("$1")
    [ ${#missing[@]} -eq 0 ] && return

    say "installing packages that are missing: ${missing[*]%%|*}"
    apt_update_once
    local packages=()
    for names in "${missing[@]}"; do
        chosen=
        for name in ${names//|/ }; do
            if [ -n "$(apt-cache show --no-all-versions "$name" 2>/dev/null)" ]; then chosen=$name && break; fi
        done
        [ -n "$chosen" ] || die "no package of this release provides: ${names//|/ or }"
        packages+=("$chosen")
    done
    apt_install "${packages[@]}"
}

# --- the build --------------------------------------------------------------------------------------------------------
# build PRESET [TARGET...]: configures where needed and builds; seconds when nothing changed.
build() {
    local preset=$1
    shift
    local log="$root/build/$preset.configure.log"
    mkdir -p "$root/build"
    cd "$root" || exit
    say "building ($preset)"
    if ! cmake --preset "$preset" >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        die "configuring failed; the whole output is in $log"
    fi
    cmake --build --preset "$preset" ${1:+--target "$@"} >&2
}

# --- the engine -------------------------------------------------------------------------------------------------------
engine_answers() { docker version --format '{{.Server.Version}}' >/dev/null 2>&1; }

# It runs, and this user may not use its socket.
engine_forbidden() { [ -S /var/run/docker.sock ] && [ ! -w /var/run/docker.sock ]; }

have_systemd() { [ -d /run/systemd/system ]; }

install_engine() {
    have_apt || die "no Docker engine is installed; install Docker and Compose V2, or use --no-docker"
    installed docker.io || installed docker-ce || {
        say "installing the Docker engine (package docker.io)"
        apt_update_once
        apt_install docker.io iptables
    }
    command -v docker >/dev/null || apt_install docker-cli
}

# Debian 13 and Ubuntu package Compose V2; for Debian 12 the one of Debian 13, a single static binary, is taken from the mirror
# that the machine uses already.
install_compose() {
    docker compose version >/dev/null 2>&1 && return
    have_apt || die "Compose V2 ('docker compose') is missing; install it and try again"
    apt_update_once
    local name
    for name in docker-compose-v2 docker-compose-plugin; do
        if [ -n "$(apt-cache show "$name" 2>/dev/null)" ]; then
            say "installing Compose V2 (package $name)"
            apt_install "$name"
            return
        fi
    done
    if apt-cache policy docker-compose 2>/dev/null | grep -q 'Candidate: 2\.'; then
        say "installing Compose V2 (package docker-compose)"
        apt_install docker-compose
        return
    fi
    say "installing Compose V2 (from Debian 13's package docker-compose)"
    local mirror scratch
    # shellcheck disable=SC2016 # apt's own format, not the shell's
    mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' | grep -m1 '/debian/*$') || mirror=
    [ -n "$mirror" ] || die "no Debian mirror is configured; install Compose V2 by hand"
    scratch=$(mktemp -d)
    mkdir -p "$scratch/lists/partial" "$scratch/cache/archives/partial"
    printf 'deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] %s trixie main\n' "$mirror" >"$scratch/sources.list"
    local options=(-o "Dir::Etc::sourcelist=$scratch/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o "Dir::State::lists=$scratch/lists" -o "Dir::Cache=$scratch/cache" -o APT::Sandbox::User=root)
    (
        cd "$scratch" || exit 1
        as_root apt-get "${options[@]}" update -q >&2 && as_root apt-get "${options[@]}" download docker-compose >&2 \
            && dpkg -x docker-compose_*.deb unpacked
    ) || die "Compose V2 could not be fetched"
    as_root install -D -m 0755 "$(find "$scratch/unpacked" -type f -name docker-compose -size +1M | head -n 1)" \
        /usr/local/lib/docker/cli-plugins/docker-compose
    as_root rm -rf "$scratch"
}

# Starts the engine, through systemd where it runs, else by hand in the background with its pid in engine_pid_file.
engine_pid_file=/run/mediahelm-dockerd.pid
start_engine() {
    engine_answers && return
    if engine_forbidden; then
        say "a Docker engine runs, but $(id -un) may not use it: sudo usermod -aG docker $(id -un), then log in again"
        return
    fi
    if have_systemd; then
        say "starting the Docker engine (systemctl start docker)"
        as_root systemctl start docker
    else
        local log=/var/log/dockerd.log
        say "starting the Docker engine (dockerd, in the background; its log: $log)"
        # shellcheck disable=SC2016 # expanded by the inner shell
        as_root sh -c 'nohup setsid dockerd >>"$1" 2>&1 & echo $! >"$2"' sh "$log" "$engine_pid_file"
    fi
    local _
    for _ in $(seq 60); do
        engine_answers && return
        if engine_forbidden; then start_engine && return; fi
        sleep 0.5
    done
    die "the Docker engine did not answer within 30 s"
}
