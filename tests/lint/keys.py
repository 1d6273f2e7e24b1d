"""resources/sample/make-keys.sh makes keys that sign: chain to the root, key usage, Greek name, PIN; and is quick about it."""
import os
import subprocess
import tempfile

from tree import Tree, main

SCRIPT = "resources/sample/make-keys.sh"


def openssl(folder, *arguments):
    run = subprocess.run(["openssl", *arguments], cwd=folder, capture_output=True, encoding="utf-8", errors="replace", check=False)
    return run.returncode == 0, run.stdout + run.stderr


def faults(folder, login, name):
    good, said = openssl(folder, "verify", "-CAfile", "trust/root.pem", "-untrusted", "ca/issuing.pem", f"{login}.pem")
    if not good:
        yield f"{login}: no chain to the root: {said}"
    _, said = openssl(folder, "x509", "-in", f"{login}.pem", "-noout", "-subject", "-nameopt", "utf8,sep_comma_plus",
                      "-ext", "keyUsage", "-text")
    for wanted in (f"CN={name}", "C=GR", "serialNumber=TEST-", "Non Repudiation", "Digital Signature", "(3072 bit)"):
        if wanted not in said:
            yield f"{login}: the certificate does not say {wanted}"
    good, said = openssl(folder, "pkcs12", "-in", f"{login}.p12", "-passin", f"file:{login}.pin", "-nodes")
    if not good or said.count("BEGIN CERTIFICATE") != 2 or "PRIVATE KEY" not in said:
        yield f"{login}: the PKCS#12 file does not open with its PIN, or lacks a part"
    if os.stat(os.path.join(folder, f"{login}.p12")).st_mode & 0o077:
        yield f"{login}: others can read the key"


def make(folder, *logins):
    return subprocess.run([Tree().path(SCRIPT), folder, *logins], capture_output=True, text=True, check=False)


def head_name():
    row = next(line for line in Tree().read("resources/sample/organisation.json").splitlines() if '"login": "head"' in line)
    return row.split('"name": "')[1].split('"')[0]


def check(_tree):
    with tempfile.TemporaryDirectory() as folder:
        run = make(folder, "head", "registry")
        if run.returncode != 0:
            yield f"{SCRIPT}:1: {run.stderr}"
            return
        yield from (f"{SCRIPT}:1: {fault}" for fault in faults(folder, "head", head_name()))
        before = open(os.path.join(folder, "head.p12"), "rb").read()
        make(folder, "head", "mayor")
        if open(os.path.join(folder, "head.p12"), "rb").read() != before:
            yield f"{SCRIPT}:1: a second run made another key for the same person"
        if not os.path.isfile(os.path.join(folder, "mayor.p12")):
            yield f"{SCRIPT}:1: a second run did not add the new person"


def self_test():
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        assert make(one, "nobody.at.all").returncode != 0
        assert make(one, "head").returncode == 0 and make(other, "head").returncode == 0
        assert not list(faults(one, "head", head_name()))
        assert any("CN=Άλλος" in fault for fault in faults(one, "head", "Άλλος"))
        with open(os.path.join(one, "head.pin"), "w", encoding="utf-8") as pin:
            pin.write("wrong\n")
        os.chmod(os.path.join(one, "head.p12"), 0o644)
        os.replace(os.path.join(other, "trust/root.pem"), os.path.join(one, "trust/root.pem"))
        found = " ".join(faults(one, "head", head_name()))
        assert all(word in found for word in ("does not open", "others can read", "no chain")), found


if __name__ == "__main__":
    main(check, self_test)
