"""A network scanner for tests: eSCL over HTTP and HTTPS. Ends with its input. Prints three ports: http, https, and
https that shows another of the certificates at each connection. --tls names files with a certificate and its key.

The first part of a path says how the device behaves, so that one server is many devices, each with its own state:
http://127.0.0.1:PORT/sheets=5,jam=2,id=7/eSCL is a feeder of five sheets that jams after two pages. See BEHAVIOURS.
"""
import argparse
import itertools
import re
import socket
import ssl
import struct
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

BEHAVIOURS = {
    "id": "only to be another device than the others",
    "sheets": "that lie in the feeder (10)",
    "simplex": "no duplex", "flatbed": "no feeder", "brightness": "can be told", "colour-only": "no gray",
    "adf": "the feeder's state from the start: Jam, HatchOpen, Mispick ...", "state": "the device's state",
    "after": "pages, after which the feeder is in the state ...", "fault": "... of this name (Jam)",
    "aborts": "the job is aborted after so many pages",
    "busy": "so many requests for a job are answered 503", "wait": "so many requests for a page are",
    "early": "so many requests for the second page (of the glass: the first) are answered 404 though it comes",
    "location": "relative, foreign (another host's) or none",
    "caps": "hang, endless, endless-head, bomb, deep, large, html, gzip, away, here, tls, nothing",
    "page": "hang, die, endless, long, short, pdf, empty, garbage, slow, reset, 20001 (that many pixels wide)",
}
CAPS = """<?xml version="1.0" encoding="UTF-8"?>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.63</pwg:Version>
<pwg:MakeAndModel>Test &amp; Device</pwg:MakeAndModel>%s</scan:ScannerCapabilities>"""
INPUT = """<scan:%s><scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2551</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight>
<scan:MaxHeight>3508</scan:MaxHeight><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>%s</scan:ColorModes>
<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat></scan:DocumentFormats>
<scan:SupportedResolutions>%s</scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles></scan:%s>"""
DISCRETE = "<scan:DiscreteResolutions>" + "".join(
    f"<scan:DiscreteResolution><scan:XResolution>{dpi}</scan:XResolution><scan:YResolution>{dpi}</scan:YResolution>"
    "</scan:DiscreteResolution>" for dpi in (75, 150, 300, 600)) + "</scan:DiscreteResolutions>"
RANGE = "<scan:ResolutionRange>" + "".join(
    f"<scan:{axis}ResolutionRange><scan:Min>75</scan:Min><scan:Max>600</scan:Max><scan:Normal>300</scan:Normal><scan:Step>1</scan:Step>"
    f"</scan:{axis}ResolutionRange>" for axis in "XY") + "</scan:ResolutionRange>"
STATUS = """<?xml version="1.0" encoding="UTF-8"?><scan:ScannerStatus xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03"
 xmlns:pwg="http://www.pwg.org/schemas/2010/12/sm"><pwg:Version>2.63</pwg:Version><pwg:State>%s</pwg:State>
<scan:AdfState>ScannerAdf%s</scan:AdfState><scan:Jobs>%s</scan:Jobs></scan:ScannerStatus>"""
JOB = """<scan:JobInfo><pwg:JobUri>%s</pwg:JobUri><pwg:JobState>%s</pwg:JobState><pwg:JobStateReasons>
<pwg:JobStateReason>%s</pwg:JobStateReason></pwg:JobStateReasons></scan:JobInfo>"""
BOMB = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">' + "".join(
    f'<!ENTITY {b} "{("&" + a + ";") * 10}">' for a, b in zip("abcdefghi", "bcdefghij")) + "]><a>&j;</a>"


def jpeg(width, height, colour, quarter=False):
    """A baseline JPEG of one tone: with these tables each block but the first is five zero bits."""
    def segment(mark, data):
        return bytes((0xFF, mark)) + struct.pack(">H", len(data) + 2) + data
    channels = 3 if colour else 1
    out = b"\xFF\xD8" + segment(0xDB, b"\0" + b"\1" * 64)
    parts = b"".join(bytes((i + 1, 0x11, 0)) for i in range(channels))
    out += segment(0xC0, struct.pack(">BHHB", 8, height, width, channels) + parts)
    out += segment(0xC4, b"\0" + bytes((0, 0, 0, 12)) + b"\0" * 12 + bytes(range(12)))  # lengths 1..16: twelve codes of four bits
    out += segment(0xC4, b"\x10" + bytes((1,)) + b"\0" * 15 + b"\0")
    out += segment(0xDA, bytes((channels,)) + b"".join(bytes((i + 1, 0)) for i in range(channels)) + b"\0\x3F\0")
    first = ["1000" + format(600, "010b")[-8:], "1000" + format(200, "08b"), "0000"]  # category 8: -255 .. 255
    bits = "".join(each + "0" for each in first[:channels])
    blocks = -(-width // 8) * -(-height // 8)
    length = len(bits) + 5 * channels * (blocks - 1)
    bits += "0" * (-len(bits) % 8)
    body = int(bits, 2).to_bytes(len(bits) // 8, "big")
    body = (body + b"\0" * (-(-length // 8)))[:-(-length // 8)]
    return out + body.replace(b"\xFF", b"\xFF\0") + b"\xFF\xD9"


class Device:
    """What one device remembers."""

    def __init__(self, words):
        self.is_ = dict(word.partition("=")[::2] for word in words.split(","))
        self.is_.setdefault("sheets", "10")
        unknown = set(self.is_) - set(BEHAVIOURS)
        assert not unknown, f"no such behaviour: {unknown}"
        self.sheets = int(self.is_["sheets"])
        self.counts = {name: int(self.is_.get(name, 0)) for name in ("busy", "wait", "early")}
        self.feeder = self.is_.get("adf")
        self.jobs = []

    def running(self):
        return next((job for job in self.jobs if job["state"] == "Processing"), None)

    def feeder_state(self):
        return self.feeder or ("Loaded" if self.sheets > 0 else "Empty")

    def down(self, name):
        """True as often as the behaviour says."""
        self.counts[name] -= 1
        return self.counts[name] >= 0


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    devices, lock = {}, threading.Lock()

    def log_message(self, *_):
        pass

    def answer(self, status, body=b"", kind="text/xml", **headers):
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def begin(self, length=None):
        self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n")
        if length is not None:
            self.wfile.write(b"Content-Length: %d\r\n" % length)

    def without_end(self, begin, piece):
        self.wfile.write(begin)
        while True:
            self.wfile.write(piece)

    def hang(self):
        self.connection.settimeout(60)
        self.connection.recv(1)  # until the other side gives up

    def device(self):
        words, _, self.rest = self.path[1:].partition("/eSCL/")
        with self.lock:
            return self.devices.setdefault(words, Device(words))

    def handle_safely(self, verb):
        self.close_connection = True
        try:
            verb(self.device())
        except OSError:
            pass  # the other side has had enough

    def do_GET(self):
        self.handle_safely(self.get)

    def do_POST(self):
        self.handle_safely(self.post)

    def do_DELETE(self):
        self.handle_safely(self.delete)

    def get(self, device):
        if self.rest == "ScannerCapabilities":
            self.capabilities(device)
        elif self.rest == "ScannerStatus":
            jobs = "".join(JOB % (job["uri"], job["state"], job["reason"]) for job in reversed(device.jobs))
            state = device.is_.get("state") or ("Processing" if device.running() else "Idle")
            self.answer(200, (STATUS % (state, device.feeder_state(), jobs)).encode())
            device.feeder = device.is_.get("adf")  # what went wrong on the way is put right once it was told
        elif self.rest.endswith("/NextDocument"):
            self.next_document(device)
        else:
            self.answer(404)

    def capabilities(self, device):
        how = device.is_.get("caps", "")
        if how == "hang":
            return self.hang()
        if how == "nothing":
            return None
        if how == "endless-head":
            return self.without_end(b"HTTP/1.1 200 OK\r\n", b"X-Header: " + b"x" * 1000 + b"\r\n")
        if how == "endless":
            return self.without_end(b"HTTP/1.1 200 OK\r\n\r\n<a>", b"x" * 65536)
        if how in ("away", "here", "tls"):
            host = {"away": "http://127.0.0.2:9", "here": "", "tls": f"https://127.0.0.1:{TLS_PORT}"}[how]
            return self.answer(301, Location=host + self.path.replace("caps=" + how, "id=moved"))
        modes = [] if "colour-only" in device.is_ else ["BlackAndWhite1", "Grayscale8"]
        modes = "".join(f"<scan:ColorMode>{mode}</scan:ColorMode>" for mode in modes + ["RGB24"])
        body = "<scan:Platen>" + INPUT % ("PlatenInputCaps", modes, DISCRETE, "PlatenInputCaps") + "</scan:Platen>"
        if "flatbed" not in device.is_:
            kinds = ["AdfSimplexInputCaps"] + ([] if "simplex" in device.is_ else ["AdfDuplexInputCaps"])
            body += "<scan:Adf>" + "".join(INPUT % (kind, modes, RANGE, kind) for kind in kinds) + "</scan:Adf>"
        if "brightness" in device.is_:
            body += "<scan:BrightnessSupport><scan:Min>-1000</scan:Min><scan:Max>1000</scan:Max><scan:Normal>0</scan:Normal></scan:BrightnessSupport>"
        bad = {"bomb": BOMB, "deep": "<a>" * 5000, "large": CAPS % ("<pwg:x>1</pwg:x>" * 100000), "html": "<html>Hello</html>"}
        self.answer(200, bad.get(how, CAPS % body).encode(), **({"Content_Encoding": "gzip"} if how == "gzip" else {}))

    def post(self, device):
        settings = self.rfile.read(int(self.headers["Content-Length"])).decode()

        def field(name, otherwise=""):
            return (re.findall(rf"<\w+:{name}>([^<]*)</", settings) or [otherwise])[0]
        if device.running() or device.down("busy"):
            return self.answer(503, Retry_After="0")
        if "HTTP" in settings or not settings.startswith("<?xml") or field("DocumentFormat") != "image/jpeg":
            return self.answer(409)
        dpi, colour = int(field("XResolution")), field("ColorMode") == "RGB24"
        size = [int(field(name)) * dpi // 300 for name in ("Width", "Height")]
        uri = f"{self.path}/{len(device.jobs) + 1}"
        from_feeder = field("InputSource") == "Feeder"
        device.jobs.append({"uri": uri, "state": "Processing", "reason": "JobScanning", "size": size, "colour": colour, "given": 0,
                            "feeder": from_feeder, "sides": 2 if field("Duplex") == "true" else 1, "brightness": field("Brightness")})
        where = {"relative": uri, "foreign": "http://198.51.100.1:81" + uri, "none": "/elsewhere"}
        own = f"http://{self.headers['Host']}{uri}"
        return self.answer(201, Location=where.get(device.is_.get("location"), own))

    def delete(self, device):
        for job in device.jobs:
            if job["uri"] == self.path:
                job["state"] = "Canceled"
        self.answer(200)

    def next_document(self, device):
        job = device.running()
        if job is None or self.path != job["uri"] + "/NextDocument":
            return self.answer(404)
        if device.down("wait"):
            return self.answer(503, Retry_After="0")
        if job["given"] == int(job["feeder"]) and device.down("early"):
            return self.answer(404)
        if str(job["given"]) == device.is_.get("after"):
            device.feeder = device.is_.get("fault", "Jam")
            job.update(state="Aborted", reason="AbortedBySystem")
            device.is_["after"] = ""
            return self.answer(404)
        if str(job["given"]) == device.is_.get("aborts"):
            job.update(state="Aborted", reason="JobTimedOut")
            return self.answer(410)
        sheets_taken = job["given"] // job["sides"]
        if (job["feeder"] and job["given"] % job["sides"] == 0 and device.sheets == 0) or (not job["feeder"] and sheets_taken):
            job.update(state="Completed", reason="JobCompletedSuccessfully")
            return self.answer(404)
        if job["feeder"] and job["given"] % job["sides"] == 0:
            device.sheets -= 1
        job["given"] += 1
        return self.page(device.is_.get("page", ""), job)

    def page(self, how, job):
        width = int(how) if how.isdigit() else job["size"][0]
        body = jpeg(width, job["size"][1], job["colour"])
        if how == "hang":
            return self.hang()
        if how == "endless":
            return self.without_end(b"HTTP/1.1 200 OK\r\nContent-Type: image/jpeg\r\n\r\n\xFF\xD8\xFF", b"x" * 65536)
        if how in ("die", "long", "short", "reset"):
            self.begin(len(body) + (1000 if how == "long" else -100 if how == "short" else 0))
            self.wfile.write(b"\r\n" + body[:len(body) // 2 if how in ("die", "reset") else None])
            if how == "reset":
                self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            return None
        if how == "slow":
            self.begin(len(body))
            self.wfile.write(b"\r\n")
            for at in range(0, len(body), 200):
                self.wfile.write(body[at:at + 200])
                time.sleep(0.02)
            return None
        bad = {"pdf": b"%PDF-1.7 and so on", "empty": b"", "garbage": b"\xFF\xD8\xFF\xE0 no picture \xFF\xD9"}
        return self.answer(200, bad.get(how, body), "image/jpeg")


class Server(ThreadingHTTPServer):
    daemon_threads = True
    certificates = itertools.repeat(None)

    def get_request(self):
        connection, peer = super().get_request()
        certificate = next(self.certificates)
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(certificate)
            connection = context.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        return connection, peer


def serve(certificates):
    server = Server(("127.0.0.1", 0), Handler)
    if certificates:
        server.certificates = itertools.cycle(certificates)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--tls", nargs="+", metavar="PEM", default=[])
    pems = parser.parse_args().tls
    TLS_PORT = serve(pems[:1])
    print(f"{serve([])} {TLS_PORT} {serve(pems)}", flush=True)
    sys.stdin.read()
