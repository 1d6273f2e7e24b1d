#!/usr/bin/env bash
# The sample organisation on this machine: its signing keys, a server on loopback, and a desk. ./dev run calls it when
# everything is built.    sample-run.sh registry|head
# With a screen it opens the desktop for that person; without one it carries the main job through two desks.
# Everything lies in build/sample (DIAKINISI_SAMPLE: elsewhere); remove that folder to begin afresh. Ctrl+C stops what
# was started here. DIAKINISI_PROGRAMS: programs other than those in build/bin.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bin=${DIAKINISI_PROGRAMS:-$PWD/build/bin}
sample=${DIAKINISI_SAMPLE:-$PWD/build/sample}
server=$sample/server
letters=resources/sample/letters
started=()

die() {
    echo "sample: $*" >&2
    exit 3
}

step() {
    printf '\n== %s\n' "$*"
}

stop_all() {
    local pid
    for pid in ${started[@]+"${started[@]}"}; do
        kill "$pid" 2>/dev/null || true
    done
    wait
}

need_programs() {
    local program desktop=()
    if has_screen; then desktop=(diakinisi); fi
    for program in diakinisi-server diakinisictl diakinisi-worker ${desktop[@]+"${desktop[@]}"}; do
        [ -x "$bin/$program" ] || die "$bin/$program has not been built"
    done
}

has_screen() {
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]
}

url() {
    echo "https://127.0.0.1:$(cat "$sample/port")"
}

# Where the desktop keeps the desk of this person at this server.
profile_of() {
    echo "$sample/desks/127.0.0.1-$(cat "$sample/port")/$1"
}

free_port() {
    python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'
}

# Signing keys of those who act in the sample, from a local test CA; once.
make_keys() {
    [ -d "$sample/keys" ] || resources/sample/make-keys.sh "$sample/keys" registry head clerk mayor
}

# The data folder, with an administrator of its own; the name is the organisation's in organisation.json.
make_server() {
    [ ! -f "$server/made" ] || return 0
    rm -rf "$server" "$sample/desks" "$sample/passwords"
    mkdir -p "$sample"
    (umask 077 && openssl rand -base64 18 >"$sample/administrator.password")
    free_port >"$sample/port"
    "$bin/diakinisi-server" init --data "$server" --organisation "$(name_of_organisation)" --login administrator \
        --password-file "$sample/administrator.password" --host localhost --listen 127.0.0.1 \
        --port "$(cat "$sample/port")"
}

name_of_organisation() {
    sed -n 's/^ *"name": "\(.*\)",$/\1/p' resources/sample/organisation.json | head -n 1
}

# Starts the server unless a run in another terminal has done so already.
start_server() {
    local i
    if answers; then return; fi
    "$bin/diakinisi-server" run --data "$server" 2>>"$sample/server.log" &
    started+=($!)
    for i in $(seq 200); do
        if answers; then return; fi
        kill -0 "${started[0]}" 2>/dev/null || die "the server has ended: $(tail -n 3 "$sample/server.log")"
        sleep 0.1
    done
    die "the server has not answered within 20 seconds; see $sample/server.log"
}

answers() {
    [ -f "$sample/port" ] && admin health >/dev/null 2>&1
}

admin() {
    "$bin/diakinisictl" admin --server "$(url)" --ca "$server/tls/ca.crt" --user administrator \
        --password-file "$sample/administrator.password" "$@"
}

# Units, persons with a password each, and the certificates of those who sign; once.
fill_server() {
    local who
    [ ! -f "$server/made" ] || return 0
    mkdir -p "$sample/passwords"
    admin org import resources/sample/organisation.json --password-folder "$sample/passwords"
    for who in registry head clerk mayor; do
        admin person certificate "$who" --file "$sample/keys/$who.pem"
    done
    touch "$server/made"
}

# desk WHO ACT...: one act at the desk of a person of the sample.
desk() {
    local who=$1
    shift
    "$bin/diakinisictl" desk --profile "$(profile_of "$who")" --server "$(url)" --ca "$server/tls/ca.crt" \
        --trust "$sample/keys/trust" --wait 30 "$@"
}

sign_in() {
    desk "$1" sign-in --user "$1" --password-file "$sample/passwords/$1"
}

open_desktop() {
    local who=$1
    [ -d "$(profile_of "$who")" ] || sign_in "$who"
    echo "The password of $who lies in $sample/passwords/$who, the signing key in $sample/keys/$who.p12 (PIN: $who.pin)"
    "$bin/diakinisi" --profile "$sample/desks" --server "$(url)" --ca "$server/tls/ca.crt" --login "$who" \
        --trust "$sample/keys/trust" &
    started+=($!)
    wait $!
}

# answer FIELD JSON: one plain field of the command line's answer.
answer() {
    python3 -c 'import json, sys; print(json.loads(sys.argv[2])[sys.argv[1]])' "$@"
}

# judge FILE: what pdfsig says, and openssl of each signature: its bytes, and the chain to the test authority.
judge() {
    local file=$1 parts signature said
    said=$(pdfsig -nocert "$file" 2>/dev/null) || true
    grep -E 'Signature #|Common Name|Validation|document signed' <<<"$said"
    if ! grep -q 'Signature is Valid' <<<"$said" || grep -q 'Signature is Invalid' <<<"$said"; then
        die "pdfsig does not find the signature valid"
    fi
    parts=$(mktemp -d)
    python3 - "$file" "$parts" <<'PYTHON'
import re, sys
data = open(sys.argv[1], "rb").read()
ranges = re.findall(rb"/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]", data)
for i, (a, b, c, d) in enumerate(tuple(map(int, r)) for r in ranges):
    open(f"{sys.argv[2]}/{i}.content", "wb").write(data[a:a + b] + data[c:c + d])
    open(f"{sys.argv[2]}/{i}.der", "wb").write(bytes.fromhex(data[a + b + 1:c - 1].decode()))
PYTHON
    for signature in "$parts"/*.der; do
        openssl cms -verify -binary -inform DER -in "$signature" -content "${signature%.der}.content" \
            -CAfile "$sample/keys/trust/root.pem" -purpose any -out /dev/null
    done
    rm -r "$parts"
}

# An incoming letter: registered and charged at one desk, approved and signed at the other, seen signed at the first.
letter_comes_in() {
    local said document number
    step "The registry registers a letter and charges it to ΤΠΡΣ (Τμήμα Προσωπικού)"
    said=$(desk registry register --direction in --subject "Διαβίβαση εγκυκλίου για τις άδειες του προσωπικού" \
        --party "Υπουργείο Εσωτερικών" --file "$letters/02-ypoyrgeio-egkyklios.pdf" --unit ΤΠΡΣ --charge ΤΠΡΣ \
        --for-signature --json)
    document=$(answer document "$said")
    number=$(answer number "$said")/$(answer year "$said")
    echo "Number given: $number"
    step "The head of the unit finds it and approves"
    desk head sync
    desk head list approvals
    desk head approve "$document"
    step "and signs it"
    desk head sign "$document" --key "p12:$sample/keys/head.p12" --pin-file "$sample/keys/head.pin"
    step "The registry sees it signed"
    desk registry sync
    desk registry show "$document"
    desk registry file "$document" --out "$sample/signed-letter.pdf"
    judge "$sample/signed-letter.pdf"
}

# An answer: drafted without a number, which it takes with the last signature.
answer_goes_out() {
    local said document
    step "The registry drafts an answer; the head's signature gives it its number"
    said=$(desk registry draft --direction out --subject "Χορήγηση βεβαίωσης προϋπηρεσίας" --party "Μαρία Δημητριάδου" \
        --file "$letters/20-schedio-vevaiosi-proypiresias.pdf" --unit ΤΠΡΣ --json)
    document=$(answer document "$said")
    desk registry submit "$document" --route head
    desk head sync
    desk head approve "$document"
    said=$(desk head sign "$document" --key "p12:$sample/keys/head.p12" --pin-file "$sample/keys/head.pin" --json)
    echo "Number given: $(answer number "$said")/$(answer year "$said")"
    desk registry sync
    desk registry file "$document" --out "$sample/signed-answer.pdf"
    judge "$sample/signed-answer.pdf"
}

main_job() {
    step "Two desks sign in: the registry and the head of a unit"
    sign_in registry
    sign_in head
    letter_comes_in
    answer_goes_out
    step "Done"
    echo "The signed letter:  $sample/signed-letter.pdf"
    echo "The signed answer:  $sample/signed-answer.pdf"
}

main() {
    local who=${1:-registry}
    need_programs
    trap stop_all EXIT
    trap 'exit 130' INT TERM
    make_keys
    make_server
    start_server
    fill_server
    if has_screen; then open_desktop "$who"; else main_job; fi
}

main "$@"
