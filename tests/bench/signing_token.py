"""Sign with a key on a token (SoftHSM): one document, and a batch of a hundred with one PIN entry and timestamps."""
import json
import os
import subprocess
import sys

from signing import make_pdf
from tools import BenchFailed, median, run, timed

MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so")
TSA = """[tsa]
serial = {folder}/tsa.serial
crypto_device = builtin
signer_cert = {folder}/tsa.pem
signer_key = {folder}/tsa.key
certs = {ca}/issuing.pem
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
"""


class TimestampAuthority:
    """`openssl ts` behind a port of its own, with a certificate from the bench's authority."""

    def __init__(self, source, keys, folder):
        os.mkdir(folder)
        ca, self.folder = os.path.join(keys, "ca"), folder
        key, request, certificate = (os.path.join(folder, "tsa." + end) for end in ("key", "csr", "pem"))
        extensions = os.path.join(folder, "extensions")
        with open(extensions, "w", encoding="ascii") as file:
            file.write("basicConstraints=critical,CA:FALSE\nkeyUsage=critical,digitalSignature\nextendedKeyUsage=critical,timeStamping\n")
        run("openssl", "req", "-new", "-newkey", "rsa:3072", "-nodes", "-subj", "/CN=TSA", "-keyout", key, "-out", request)
        run("openssl", "x509", "-req", "-in", request, "-CA", os.path.join(ca, "issuing.pem"), "-CAkey", os.path.join(ca, "issuing.key"),
            "-set_serial", "77", "-days", "30", "-extfile", extensions, "-out", certificate)
        for name, text in (("tsa.cnf", TSA.format(folder=folder, ca=ca)), ("tsa.serial", "01\n")):
            with open(os.path.join(folder, name), "w", encoding="ascii") as file:
                file.write(text)
        self.script = os.path.join(source, "tests", "support", "authorities.py")

    def __enter__(self):
        self.process = subprocess.Popen([sys.executable, "-B", self.script, self.folder], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.url = f"http://127.0.0.1:{int(self.process.stdout.readline())}/tsa/good"
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait(timeout=10)


class Token:
    """The key of a Signing on a token of its own."""

    def __init__(self, signing):
        self.signing = signing
        self.module = next((path for path in MODULES if os.path.exists(path)), None)
        if not self.module:
            raise BenchFailed("SoftHSM is not installed")
        os.mkdir(signing.path("tokens"))
        with open(signing.path("softhsm2.conf"), "w", encoding="utf-8") as file:
            file.write(f"directories.tokendir = {signing.path('tokens')}\nobjectstore.backend = file\nlog.level = ERROR\n")
        self.env = {**os.environ, "SOFTHSM2_CONF": signing.path("softhsm2.conf")}
        with open(signing.pin, encoding="ascii") as file:
            self.pin = file.read().strip()
        # SoftHSM's tool takes a PIN only as a word; this one was made a moment ago and is thrown away with the folder.
        run("softhsm2-util", "--init-token", "--free", "--label", "bench", "--pin", self.pin, "--so-pin", self.pin, env=self.env)
        run("softhsm2-util", "--import", signing.path("plain.pem"), "--token", "bench", "--label", "head", "--id", "01", "--pin", self.pin,
            env=self.env)
        run("pkcs11-tool", "--module", self.module, "--token-label", "bench", "--login", "--pin", self.pin, "--write-object",
            os.path.join(signing.keys, "head.pem"), "--type", "cert", "--id", "01", "--label", "head", env=self.env)

    def signing_words(self, letters, *more):
        return (self.signing.ctl, "pdf", "sign", *letters, "--key", f"pkcs11:token=bench?module-path={self.module}", "--pin-file",
                self.signing.pin, *more)

    def bare(self, digest):
        """The token's own signature over 32 bytes, by the plainest program there is."""
        return ("pkcs11-tool", "--module", self.module, "--token-label", "bench", "--login", "--pin", self.pin, "--sign", "--id", "01",
                "--mechanism", "SHA256-RSA-PKCS", "--input-file", digest, "--output-file", self.signing.path("bare.sig"))

    def one(self, runs):
        """Medians in ms: {"sign", "bare"}."""
        letter, digest = self.signing.path("1.pdf"), self.signing.path("digest")
        if not os.path.exists(letter):
            make_pdf(letter, 1)
        with open(digest, "wb") as file:
            file.write(os.urandom(32))
        signed = self.signing.path("token-signed.pdf")
        pairs = []
        for _ in range(runs):
            if os.path.exists(signed):
                os.remove(signed)
            pairs.append((timed(*self.signing_words([letter], "--out", signed), env=self.env), timed(*self.bare(digest), env=self.env)))
        self.signing.must_hold(signed, 1)
        return {"sign": median([p[0] for p in pairs]), "bare": median([p[1] for p in pairs])}

    def batch(self, source, count, runs):
        """Medians in ms of signing `count` letters of 1 MB at level B-T: {"batch", "timestamps"}, the second of `count`
        answers of the same authority to `openssl ts` and nothing else."""
        letter = self.signing.path("1.pdf")
        letters = [self.signing.path(f"letter-{number}.pdf") for number in range(count)]
        for path in letters:
            os.link(letter, path)
        took = []
        with TimestampAuthority(source, self.signing.keys, self.signing.path("authority")) as authority:
            for turn in range(runs):
                out = self.signing.path(f"batch-{turn}")
                took.append(timed(*self.signing_words(letters, "--out-dir", out, "--level", "B-T", "--tsa", authority.url), env=self.env))
                made = sorted(os.listdir(out))
                if len(made) != count:
                    raise BenchFailed(f"{len(made)} of {count} were signed")
            answers = [timed("openssl", "ts", "-reply", "-config", "tsa.cnf", "-section", "tsa", "-queryfile", "asked", "-out",
                             "answer", cwd=authority.folder) for _ in range(min(count, 10))]
        self.must_be_stamped(os.path.join(out, made[-1]))
        return {"batch": median(took), "timestamps": median(answers) * count}

    def must_be_stamped(self, signed):
        said = json.loads(run(*self.signing.verifying(signed), may_fail=True))
        if said["signatures"][0]["level"] != "B-T":
            raise BenchFailed("the batch made " + str(said["signatures"][0]["level"]))
        self.signing.must_hold(signed, 1)
