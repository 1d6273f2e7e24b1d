#!/usr/bin/env bash
# Installs what is missing of installer/debian-packages.txt. Says nothing and asks the network nothing when all is there.
#   installer/install-packages.sh [--list]     --list: print the packages that are missing, install nothing
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

wanted() {
    sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$here/debian-packages.txt"
}

missing() {
    local installed
    installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' 2>/dev/null | sed -n 's/^ii  *//p' | sort -u)
    wanted | sort -u | comm -23 - <(printf '%s\n' "$installed")
}

as_root() {
    if [ "$(id -u)" = 0 ]; then
        env DEBIAN_FRONTEND=noninteractive "$@"
    elif command -v sudo >/dev/null; then
        sudo env DEBIAN_FRONTEND=noninteractive "$@"
    else
        echo "Packages are missing and there is no sudo here. As root: apt-get install --no-install-recommends $(missing | tr '\n' ' ')" >&2
        return 1
    fi
}

main() {
    if ! command -v dpkg-query >/dev/null; then
        echo "This is no Debian: please install yourself what $here/debian-packages.txt lists." >&2
        return 0
    fi
    local packages
    packages=$(missing)
    if [ "${1:-}" = --list ]; then
        [ -z "$packages" ] || printf '%s\n' "$packages"
        return 0
    fi
    [ -n "$packages" ] || return 0
    echo "Installing: $(tr '\n' ' ' <<<"$packages")"
    as_root apt-get update -q
    # shellcheck disable=SC2086 — one word a package is meant
    as_root apt-get install -y -q --no-install-recommends $packages
}

main "$@"
