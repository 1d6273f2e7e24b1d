"""No tracked file knows the machine that it was written on: no home folder, no drive, no private key."""
import re

from tree import expect, main

BINARY = (".png", ".jpg", ".jpeg", ".pdf", ".ico", ".icns", ".p12", ".ttf", ".otf", ".gz", ".zip", ".tif", ".tiff", ".bin", ".der")
# In pieces, so that this file does not trip over itself.
MACHINE = re.compile(r"(?<![\w.$}~-])/(?:" + "|".join(("home/(?!\\$|<)[a-z]", "ro" "ot/", "wo" "rk/", "Us" "ers/[a-z]")) +
                     r")|\.\./sha" r"red\b|\b[C-Z]:\\\\?(?:Users|work|home)\b", re.I)
SECRET = re.compile("-----BEGIN " r"(?:RSA |EC |ENCRYPTED |OPENSSH )?" "PRIVATE KEY-----")


def check(tree):
    for path in tree.files:
        if path.endswith((".p12", ".pfx", ".key")):
            yield f"{path}:1: a key is made at set-up, never committed"
        if path.endswith(BINARY):
            continue
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            for pattern, what in ((MACHINE, "a path of one machine"), (SECRET, "a private key")):
                match = pattern.search(line)
                if match:
                    yield f"{path}:{number}: {what}: '{match.group(0)}'"


def self_test():
    for bad in ("/ho" "me/maria/x", "'/ro" "ot/.cache'", "cd /wo" "rk/main", "C:\\Us" "ers\\maria", "/Us" "ers/maria", "../sha" "red/design"):
        expect(check, {"docs/a.md": f"fine\nsee {bad}\n"}, "docs/a.md:2")
    expect(check, {"a.h": '#include "../wo' 'rk/x.h"\n// desk/wo' 'rk/y and /usr/share, /tmp/x, ~/x, $HOME/ro' 'ot/x\n'})
    expect(check, {"a.pem": "-----BEGIN " "PRIVATE KEY-----\n"}, "a.pem:1")
    expect(check, {"tests/data/a.p12": ""}, "a.p12:1")


if __name__ == "__main__":
    main(check, self_test)
