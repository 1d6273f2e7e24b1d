#!/usr/bin/env bash
# Signing keys for persons of the sample organisation, from a certification authority of this machine's own. For trying
# out and for tests: they prove nothing to anybody else, and none of it is ever committed.
#   make-keys.sh DIR LOGIN...
# DIR/LOGIN.p12  key, certificate and issuing certificate (RSA 3072)      DIR/LOGIN.pin  its PIN, one line
# DIR/LOGIN.pem  the certificate     DIR/trust/  the root certificate     DIR/ca/  the authority's keys
# What is there already stays: more logins can be added later.
set -euo pipefail
umask 077
organisation=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/organisation.json
days=3650

die() {
    echo "make-keys: $*" >&2
    exit 1
}

# Runs openssl; what it says is shown only if it fails.
ssl() {
    local said
    said=$(openssl "$@" 2>&1) || die "openssl $1: $said"
}

serial() {
    echo "0x4$(openssl rand -hex 15)"
}

new_key() {
    ssl genpkey -algorithm RSA -pkeyopt "rsa_keygen_bits:$2" -out "$1.new"
    mv "$1.new" "$1"
}

# request KEY SUBJECT: a request on standard output.
request() {
    openssl req -new -utf8 -batch -config <(printf '[req]\ndistinguished_name=dn\nstring_mask=utf8only\n[dn]\n') -key "$1" -subj "$2"
}

make_authority() {
    local ca=$dir/ca
    [ ! -f "$ca/issuing.pem" ] || return 0
    mkdir -p "$ca" "$dir/trust"
    new_key "$ca/root.key" 3072
    new_key "$ca/issuing.key" 3072
    request "$ca/root.key" "/C=GR/O=$office/CN=Δοκιμαστική Ριζική Αρχή" >"$ca/root.csr"
    ssl x509 -req -in "$ca/root.csr" -signkey "$ca/root.key" -sha256 -days $days -set_serial "$(serial)" -out "$ca/root.pem" \
        -extfile <(printf '%s\n' basicConstraints=critical,CA:TRUE keyUsage=critical,keyCertSign,cRLSign subjectKeyIdentifier=hash)
    request "$ca/issuing.key" "/C=GR/O=$office/CN=Δοκιμαστική Εκδίδουσα Αρχή" >"$ca/issuing.csr"
    ssl x509 -req -in "$ca/issuing.csr" -CA "$ca/root.pem" -CAkey "$ca/root.key" -sha256 -days $days -set_serial "$(serial)" \
        -out "$ca/issuing.pem.new" -extfile <(printf '%s\n' basicConstraints=critical,CA:TRUE,pathlen:0 \
            keyUsage=critical,keyCertSign,cRLSign subjectKeyIdentifier=hash authorityKeyIdentifier=keyid:always)
    cp "$ca/root.pem" "$dir/trust/root.pem"
    mv "$ca/issuing.pem.new" "$ca/issuing.pem"
}

# field LOGIN NAME: a field of the person in organisation.json, where each person has a line.
field() {
    sed -n "s/.*\"login\": \"$1\",.*\"$2\": \"\([^\"]*\)\".*/\1/p" "$organisation"
}

make_person() {
    local login=$1 name id work=$dir/.$1.new
    [ ! -f "$dir/$login.p12" ] || return 0
    name=$(field "$login" name)
    [ -n "$name" ] || die "nobody in $organisation has the login '$login'"
    id=$(printf %s "$login" | openssl dgst -sha256 -r | cut -c1-12)
    mkdir -p "$work"
    new_key "$work/key" 3072
    request "$work/key" "/C=GR/O=$office/SN=${name#* }/GN=${name%% *}/serialNumber=TEST-$id/CN=$name" >"$work/csr"
    ssl x509 -req -in "$work/csr" -CA "$dir/ca/issuing.pem" -CAkey "$dir/ca/issuing.key" -sha256 -days $days \
        -set_serial "$(serial)" -out "$work/pem" -extfile <(printf '%s\n' basicConstraints=critical,CA:FALSE \
            keyUsage=critical,nonRepudiation,digitalSignature subjectKeyIdentifier=hash authorityKeyIdentifier=keyid:always)
    printf '%06d\n' $((0x$(openssl rand -hex 4) % 1000000)) >"$work/pin"
    ssl pkcs12 -export -inkey "$work/key" -in "$work/pem" -certfile "$dir/ca/issuing.pem" -name "$name" \
        -passout "file:$work/pin" -out "$work/p12"
    mv "$work/pem" "$dir/$login.pem"
    mv "$work/pin" "$dir/$login.pin"
    mv "$work/p12" "$dir/$login.p12" # last: it says that the person is complete
    rm -r "$work"
}

main() {
    [ $# -ge 2 ] || die "usage: make-keys.sh DIR LOGIN..."
    dir=$1
    shift
    office=$(sed -n 's/^  "name": "\([^"]*\)".*/\1/p' "$organisation")
    mkdir -p "$dir"
    make_authority
    local login running=0
    for login in "$@"; do
        make_person "$login" &
        running=$((running + 1))
        if [ $running -ge "$(nproc)" ]; then
            wait -n
            running=$((running - 1))
        fi
    done
    while [ $running -gt 0 ]; do
        wait -n
        running=$((running - 1))
    done
}

main "$@"
