#!/usr/bin/env bash
# The sample organisation on this machine: its signing keys, a server on loopback, and a desk. ./dev run calls it when
# everything is built.    sample-run.sh registry|head
# With a screen it opens the desktop for that person; without one it carries the main job through two desks.
# Everything lies in build/sample; remove that folder to begin afresh. Ctrl+C stops what was started here.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=build/bin
sample=build/sample
url=https://localhost:${DIAKINISI_PORT:-8443}
started=()

die() {
    echo "sample: $*" >&2
    exit 3
}

stop_all() {
    local pid
    for pid in ${started[@]+"${started[@]}"}; do
        kill "$pid" 2>/dev/null || true
    done
    wait
}

need_programs() {
    local program
    for program in diakinisi-server diakinisictl diakinisi-worker diakinisi; do
        [ -x "$bin/$program" ] || die "$bin/$program has not been built"
    done
}

has_screen() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

# Signing keys of those who act in the sample, from a local test CA; once.
make_keys() {
    [ -d "$sample/keys" ] || resources/sample/make-keys.sh "$sample/keys" registry head clerk mayor
}

make_server() {
    [ -d "$sample/server" ] || "$bin/diakinisi-server" init --data "$sample/server" \
        --organisation resources/sample/organisation.json --trust "$sample/keys/trust"
}

# Starts the server unless a run in another terminal has done so already.
start_server() {
    local i
    if answers; then return; fi
    "$bin/diakinisi-server" run --data "$sample/server" &
    started+=($!)
    for i in $(seq 100); do
        if answers; then return; fi
        kill -0 "${started[0]}" 2>/dev/null || die "the server has ended; what it said stands above"
        sleep 0.1
    done
    die "the server has not answered at $url within 10 seconds"
}

answers() {
    "$bin/diakinisictl" admin --server "$url" --ca "$sample/server/ca.pem" health >/dev/null 2>&1
}

open_desktop() {
    "$bin/diakinisi" --profile "$sample/desks/$1" --server "$url" --ca "$sample/server/ca.pem" --user "$1" &
    started+=($!)
    wait $!
}

# desk WHO ACT...: one act at the desk of a person of the sample.
desk() {
    local who=$1
    shift
    "$bin/diakinisictl" desk --profile "$sample/desks/$who" --server "$url" --ca "$sample/server/ca.pem" "$@"
}

# answer FIELD JSON: one plain field of the command line's answer.
answer() {
    python3 -c 'import json, sys; print(json.loads(sys.argv[2])[sys.argv[1]])' "$@"
}

# The main job without a screen: registered and charged at one desk, approved and signed at the other, seen at the first.
main_job() {
    local letter said document who
    letter=$(find resources/sample/letters -name '*.pdf' | sort | head -n 1)
    [ -n "$letter" ] || die "there is no letter in resources/sample/letters"
    for who in registry head; do
        desk "$who" sign-in --user "$who" --password-file "$sample/passwords/$who"
    done
    said=$(desk registry register --direction in --subject "Αίτηση άδειας" --party "Σύλλογος Γονέων" --file "$letter" \
        --unit ΤΠΡΣ --json)
    document=$(answer document "$said")
    echo "Registered: number $(answer number "$said")/$(answer year "$said")"
    desk registry assign "$document" --to ΤΠΡΣ --for action
    desk registry submit "$document" --route head
    desk head sync
    desk head list approvals --json
    desk head approve "$document"
    desk head sign "$document" --key "p12:$sample/keys/head.p12" --pin-file "$sample/keys/head.pin"
    desk registry sync
    desk registry show "$document" --json
    desk registry file "$document" --out "$sample/signed.pdf"
    pdfsig "$sample/signed.pdf"
    echo "The signed letter: $sample/signed.pdf"
}

main() {
    local who=${1:-registry}
    need_programs
    trap stop_all EXIT
    trap 'exit 130' INT TERM
    make_keys
    make_server
    start_server
    if has_screen; then open_desktop "$who"; else main_job; fi
}

main "$@"
