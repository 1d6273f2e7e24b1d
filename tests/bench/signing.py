"""Sign and verify by process: diakinisictl beside openssl cms (the bare mathematics over the same bytes) and pdfsig."""
import os
import random
import subprocess

from tools import BenchFailed, median, peak_memory, run, timed


def make_pdf(path, megabytes):
    """A PDF of scanned-looking pages: each an image of one megabyte that does not compress. Written as it is made: what
    this process holds would count as memory of the programs that it starts."""
    dice = random.Random(megabytes)
    offsets = []
    with open(path, "wb") as file:
        def write_object(body):
            offsets.append(file.tell())
            file.write(b"%d 0 obj\n" % len(offsets) + body + b"\nendobj\n")

        file.write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        write_object(b"<< /Type /Catalog /Pages 2 0 R >>")
        kids = b" ".join(b"%d 0 R" % (3 + 3 * page) for page in range(megabytes))
        write_object(b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % megabytes)
        content = b"q 595 0 0 842 0 0 cm /I Do Q"
        for page in range(megabytes):
            first = 3 + 3 * page
            write_object(b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /XObject << /I %d 0 R >> >> >>"
                         % (first + 1, first + 2))
            write_object(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
            write_object(b"<< /Type /XObject /Subtype /Image /Width 1000 /Height 1000 /ColorSpace /DeviceGray /BitsPerComponent 8 "
                         b"/Length 1000000 >>\nstream\n" + dice.randbytes(1_000_000) + b"\nendstream")
        xref = file.tell()
        file.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(offsets) + 1) + b"".join(b"%010d 00000 n \n" % o for o in offsets))
        file.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(offsets) + 1, xref))


class Signing:
    def __init__(self, programs, folder):
        self.ctl, self.folder = programs.product("diakinisictl"), folder
        self.keys = os.path.join(folder, "keys")
        run(os.path.join(programs.source, "resources", "sample", "make-keys.sh"), self.keys, "head")
        self.key, self.pin = (os.path.join(self.keys, "head." + end) for end in ("p12", "pin"))
        run("openssl", "pkcs12", "-in", self.key, "-passin", "file:" + self.pin, "-nocerts", "-nodes", "-out", self.path("plain.pem"))
        run("openssl", "pkcs12", "-in", self.key, "-passin", "file:" + self.pin, "-nokeys", "-cacerts", "-out", self.path("chain.pem"))

        self.nick = self.nss_key()

    def path(self, name):
        return os.path.join(self.folder, name)

    def nss_key(self):
        """The same key where pdfsig looks for keys; its nickname there."""
        os.mkdir(self.path("nss"))
        run("certutil", "-N", "-d", "sql:" + self.path("nss"), "--empty-password")
        run("pk12util", "-i", self.key, "-d", "sql:" + self.path("nss"), "-w", self.pin, "-K", "")
        mine = [line for line in run("certutil", "-L", "-d", "sql:" + self.path("nss")).splitlines() if line.rstrip().endswith("u,u,u")]
        return mine[0].rsplit("u,u,u", 1)[0].strip()

    def by_ctl(self, letter, signed):
        return (self.ctl, "pdf", "sign", letter, "--out", signed, "--key", "p12:" + self.key, "--pin-file", self.pin)

    def verifying(self, signed):
        return (self.ctl, "pdf", "verify", signed, "--trust", os.path.join(self.keys, "trust"), "--json")

    def by_cms(self, letter):
        return ("openssl", "cms", "-sign", "-binary", "-cades", "-md", "sha256", "-in", letter, "-signer",
                os.path.join(self.keys, "head.pem"), "-inkey", self.path("plain.pem"), "-certfile", self.path("chain.pem"), "-outform",
                "DER", "-out", self.path("letter.p7s"))

    def by_pdfsig(self, letter, signed):
        # Poppler 22.12 complains about NSS at its end, whatever it did: its words and its file say what came of it.
        return ("pdfsig", "-nssdir", self.path("nss"), "-add-signature", "-nick", self.nick, letter, signed)

    def measure(self, megabytes, runs):
        """Medians in ms: {"sign", "cms_sign", "pdfsig_sign", "verify", "cms_verify", "pdfsig"}."""
        letter, signed, others = self.path(f"{megabytes}.pdf"), self.path(f"{megabytes}-signed.pdf"), self.path(f"{megabytes}-pdfsig.pdf")
        make_pdf(letter, megabytes)
        took = {}
        for _ in range(runs):
            for made in (signed, others):
                if os.path.exists(made):
                    os.remove(made)
            once = {
                "sign": timed(*self.by_ctl(letter, signed)),
                "cms_sign": timed(*self.by_cms(letter)),
                "pdfsig_sign": timed(*self.by_pdfsig(letter, others), may_fail=True),
                "verify": timed(*self.verifying(signed)),
                "cms_verify": timed("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", self.path("letter.p7s"), "-content",
                                    letter, "-CAfile", os.path.join(self.keys, "trust", "root.pem"), "-purpose", "any", "-out",
                                    os.devnull),
                "pdfsig": timed("pdfsig", "-nocert", signed)}
            for what, milliseconds in once.items():
                took.setdefault(what, []).append(milliseconds)
        for made in (signed, others):
            self.must_hold(made, 1)
        return {what: median(values) for what, values in took.items()}

    def many_revisions(self, count, runs):
        """Medians in ms of judging a file of 1 MB that was signed `count` times: {"verify", "pdfsig"}."""
        former = self.path("1.pdf")
        if not os.path.exists(former):
            make_pdf(former, 1)
        for turn in range(1, count + 1):
            signed = self.path(f"turn-{turn}.pdf")
            run(*self.by_ctl(former, signed))
            former = signed
        self.must_hold(former, count)
        pairs = [(timed(*self.verifying(former)), timed("pdfsig", "-nocert", former)) for _ in range(runs)]
        return {"verify": median([p[0] for p in pairs]), "pdfsig": median([p[1] for p in pairs])}

    def large(self, megabytes, runs):
        """Medians of a large file: {"sign", "verify", "cms_sign"} in ms, {"sign_memory", "verify_memory"} in MB."""
        letter, signed = self.path("large.pdf"), self.path("large-signed.pdf")
        make_pdf(letter, megabytes)
        found = []
        for _ in range(runs):
            if os.path.exists(signed):
                os.remove(signed)
            sign, verify = peak_memory(*self.by_ctl(letter, signed)), peak_memory(*self.verifying(signed))
            found.append((sign[0], verify[0], timed(*self.by_cms(letter)), sign[1], verify[1]))
        self.must_hold(signed, 1)
        return dict(zip(("sign", "verify", "cms_sign", "sign_memory", "verify_memory"), map(median, zip(*found))))

    @staticmethod
    def must_hold(signed, count):
        said = subprocess.run(["pdfsig", "-nocert", signed], capture_output=True, check=False).stdout.decode(errors="replace")
        if said.count("Signature is Valid") != count:
            raise BenchFailed(f"pdfsig does not find {count} valid signatures: " + said[-300:])
