"""A front of the authorities for tests: real answers by `openssl ts` and `openssl ocsp`, lists and certificates as files,
and every way in which such a server can misbehave. Serves the folder given, on a free port or
the one given; prints its port; ends with its input."""
import http.server
import os
import subprocess
import sys
import threading
import time

FOLDER = sys.argv[1]
LOCK = threading.Lock()
COUNTS = {}
TYPES = {"ocsp": "application/ocsp-response", "tsa": "application/timestamp-reply", "crl": "application/pkix-crl",
         "cer": "application/pkix-cert"}


def path(name):
    return os.path.join(FOLDER, name)


def run(words, asked):
    """What openssl answers to `asked`; one at a time, since the serial number of `openssl ts` lies in a file."""
    with LOCK:
        with open(path("asked"), "wb") as file:
            file.write(asked)
        done = subprocess.run(["openssl", *words], cwd=FOLDER, capture_output=True)
        if done.returncode != 0:
            raise RuntimeError(done.stderr.decode(errors="replace"))
        with open(path("answer"), "rb") as file:
            return file.read()


def tsa(asked, section="tsa"):
    return run(["ts", "-reply", "-config", "tsa.cnf", "-section", section, "-queryfile", "asked", "-out", "answer"],
               asked)


def resigned(answer, files):
    """The same statement signed with a certificate that `openssl ts` would not sign with."""
    with open(path("reply"), "wb") as file:
        file.write(answer)
    with LOCK:
        for words in ("ts -reply -in reply -token_out -out token",
                      "cms -verify -noverify -inform DER -in token -out statement",
                      f"cms -sign -binary -cades -nodetach -econtent_type 1.2.840.113549.1.9.16.1.4 -in statement "
                      f"-signer {files}.pem -inkey {files}.key -outform DER -out token"):
            subprocess.run(["openssl", *words.split()], check=True, cwd=FOLDER, capture_output=True)
        with open(path("token"), "rb") as file:
            body = b"\x30\x03\x02\x01\x00" + file.read()
    return b"\x30\x82" + len(body).to_bytes(2, "big") + body


def ocsp(asked):
    return run(["ocsp", "-index", "index.txt", "-CA", "issuing.pem", "-rsigner", "ocsp.pem", "-rkey", "ocsp.key",
                "-reqin", "asked", "-respout", "answer", "-nmin", "60"], asked)


def flip(data, from_end):
    """One bit changed."""
    at = len(data) - from_end
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1:]


class Front(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        self.answer(b"")

    def do_POST(self):
        self.answer(self.rfile.read(int(self.headers.get("Content-Length", "0"))))

    def answer(self, body):
        what = self.path.strip("/")
        with LOCK:
            COUNTS[what] = COUNTS.get(what, 0) + 1
        self.close_connection = True
        kind, _, rest = what.partition("/")
        try:
            getattr(self, "on_" + kind.replace("-", "_"), self.on_missing)(rest, body)
        except (BrokenPipeError, ConnectionResetError):
            pass

    def send(self, data, kind=None, status=200, headers=()):
        self.send_response(status)
        if kind:
            self.send_header("Content-Type", kind)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    def on_missing(self, *_):
        self.send(b"nothing here", "text/plain", 404)

    def on_count(self, rest, _):
        self.send(str(COUNTS.get(rest, 0)).encode(), "text/plain")

    def on_file(self, rest, _):
        name = os.path.basename(rest)
        with open(path(name), "rb") as file:
            self.send(file.read(), TYPES.get(name.rpartition(".")[2], "application/octet-stream"))

    # the timestamp authority, and its faults
    def on_tsa(self, rest, body):
        if rest == "other-nonce":
            body = flip(body, 4)  # the nonce stands last but for certReq
        elif rest == "other-imprint":
            at = body.index(b"\x04\x20") + 10
            body = body[:at] + bytes([body[at] ^ 1]) + body[at + 1:]
        if rest == "refuses":
            body = b"\x30\x03\x02\x01\x01"
        data = tsa(body, {"other-policy": "other_policy"}.get(rest, "tsa"))
        if rest in ("expired", "unfit"):
            data = resigned(data, rest)
        if rest == "broken":
            data = flip(data, 5)
        if rest == "slow":
            time.sleep(0.4)
        self.send(data, "text/html" if rest == "wrong-type" else TYPES["tsa"])

    # the OCSP responder, and its faults
    def on_ocsp(self, rest, body):
        data = ocsp(body)
        if rest == "broken":
            data = data[:-3]
        self.send(data, "text/plain" if rest == "wrong-type" else TYPES["ocsp"])

    # whatever is asked
    def on_silent(self, *_):
        time.sleep(30)

    def on_drips(self, *_):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        for _ in range(600):
            self.wfile.write(b"x")
            self.wfile.flush()
            time.sleep(0.05)

    def on_endless(self, *_):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while True:
            self.wfile.write(b"x" * 65536)

    def on_endless_head(self, *_):
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while True:
            self.wfile.write(b"X-More: " + b"x" * 8192 + b"\r\n")

    def on_garbage(self, *_):
        self.wfile.write(b"\x16\x03\x01 this is no HTTP at all\r\n\r\n")

    def on_chunked(self, rest, _):
        self.send_response(200)
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        for part in rest.encode().split(b"-"):
            self.wfile.write(b"%x\r\n%s\r\n" % (len(part), part))
        self.wfile.write(b"0\r\n\r\n")

    def on_cut(self, *_):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this")

    def on_status(self, rest, _):
        self.send(b"", None, int(rest))

    def on_redirect(self, rest, _):
        there = {"file": "file:///etc/passwd", "self": self.path, "loopback": "http://127.0.0.1:1/",
                 "private": "http://10.1.2.3/", "good": "/file/root.cer"}[rest]
        self.send(b"", None, 302, [("Location", there)])


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64


server = Server(("127.0.0.1", int(sys.argv[2]) if len(sys.argv) > 2 else 0), Front)
print(server.server_address[1], flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
