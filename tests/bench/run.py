#!/usr/bin/env python3
"""The speeds of Diakinisi, beside a peer or a limit measured in the same run, as one table.

  run.py --bin DIR --bench DIR --source DIR --folder DIR [--quick] [--only NAME]...

NAME: register, upload, visible, search, window, sign, scan, letters; also from the environment, DIAKINISI_BENCH="register sign" ./dev bench.
Figures of one machine at one hour say little by themselves: the ratio is what counts. Nothing here judges a time; a bench
that cannot be run is told in the table, and the exit status is 1 then. --quick runs everything with small counts: that the
benches themselves work.
"""
import argparse
import os
import shutil
import sys
import tempfile

import reading
import scanning
from office import ORGANISATION, Server
from signing import Signing
from signing_token import Token
from tools import BenchFailed, Programs, Table, median, rows, run
from window import Screen, first_window

WORKER = "diakinisi-worker"
FONTS = "/usr/share/fonts/truetype/dejavu"


class Counts:
    """How much of each; the quick run only shows that it runs."""

    def __init__(self, quick):
        self.quick = quick
        self.rounds = 1 if quick else 3
        self.register_seconds = 0.3 if quick else 3
        self.register_rows = ["1", "3", "2x20"] if quick else ["1", "8", "64", "8x20"]
        self.visible = 3 if quick else 50
        self.documents = 300 if quick else 100_000
        self.search_runs = 1 if quick else 5
        self.uploads = [(2, 1, 2)] if quick else [(20, 10, 1), (40, 10, 4)]  # files, megabytes, connections
        self.windows = 1 if quick else 7
        self.pdfs = [1] if quick else [1, 20]
        self.sign_runs = 1 if quick else 7
        self.pages = 2 if quick else 50
        self.piles = (2, 6) if quick else (50, 500)
        self.recognise = not quick
        self.revisions = 2 if quick else 20
        self.batch = 3 if quick else 100
        self.batch_runs = 1 if quick else 3
        self.large = 2 if quick else 500


class Bench:
    def __init__(self, programs, folder, counts):
        self.programs, self.folder, self.counts = programs, folder, counts
        self.table = Table()
        self.complete = True

    def new_folder(self, name):
        return tempfile.mkdtemp(prefix=name + "-", dir=self.folder)

    def attempt(self, what, measure, *arguments):
        print(f"... {what}", file=sys.stderr, flush=True)
        try:
            measure(*arguments)
        except (BenchFailed, OSError, RuntimeError) as error:
            self.complete = False
            self.table.failed(what, str(error))

    def desk_options(self):
        return ["--worker", self.programs.product(WORKER), "--fonts", FONTS]

    # Registering

    def register(self):
        folder = self.new_folder("register")
        raw, ours = [], {}
        with Server(self.programs, folder) as server:
            for _ in range(self.counts.rounds):
                raw += [r["per_second"] for r in rows(self.programs.tool("bench_raw_sqlite"), folder, self.counts.register_seconds)]
                for row in rows(self.programs.tool("bench_register"), *server.access("registry"), "--seconds",
                                self.counts.register_seconds, "--process", server.process.pid, *self.counts.register_rows):
                    ours.setdefault((row["desks"], row["batch"]), []).append(row)
        peer = median(raw)
        for (desks, batch), found in ours.items():
            name = f"register, {desks} desk{'s' if desks > 1 else ''}" + (f", {batch} in one request" if batch > 1 else "")
            self.table.add(name, median([r["per_second"] for r in found]), "/s", peer, "commits of raw SQLite, one writer",
                           ">= raw SQLite" if desks >= 64 else "")
        desks, batch = max(ours)
        self.table.add(f"  answered, {desks} desks, median", median([r["median_ms"] for r in ours[desks, batch]]), "ms")
        own = median([r["commands"] / r["server_processor_seconds"] * os.cpu_count() for r in ours[desks, batch]
                      if r["server_processor_seconds"] > 0] or [0])
        self.table.add("  as often as the server's own processor time allows", own, "/s", peer, f"the same; {os.cpu_count()} cores "
                       "without the desks", ">= raw SQLite")
        self.table.add(f"  answered, {desks} desks, p95", median([r["p95_ms"] for r in ours[desks, batch]]), "ms")

    # What needs a server and desks

    def visible(self, server):
        folder = self.new_folder("visible")
        row, = rows(self.programs.tool("bench_visible"), *server.access("registry"), *self.desk_options(), "--other", "head",
                    "--other-password-file", server.password_file, "--unit", "ΠΡΟΣ", "--folder", folder, "--count", self.counts.visible)
        self.table.add("registered at A, seen at B, median", row["median_ms"], "ms")
        self.table.add("registered at A, seen at B, p95", row["p95_ms"], "ms")

    def upload(self, server):
        for files, megabytes, connections in self.counts.uploads:
            found = [row for _ in range(self.counts.rounds)
                     for row in rows(self.programs.tool("bench_upload"), *server.access("registry"), "--folder", server.folder, "--files",
                                     files, "--megabytes", megabytes, "--connections", connections)]
            self.table.add(f"upload, {files} x {megabytes} MB, {connections} at once", median([r["mb_per_second"] for r in found]), "MB/s",
                           median([r["limit_mb_per_second"] for r in found]), "hash, write and flush alone", "> 300 MB/s")

    def profile(self, server):
        # Where the desktop looks for the profile of this server and login.
        profile = os.path.join(self.new_folder("profiles"), server.url.removeprefix("https://").replace(":", "-"), "registry")
        row, = rows(self.programs.tool("bench_profile"), *server.access("registry"), *self.desk_options(), "--profile", profile, "--count",
                    self.counts.documents)
        self.table.add(f"taking {row['documents']:,} documents into a desk", row["documents"] / row["seconds"], "/s")
        return profile

    def search(self, server, profile):
        found = {row["row"]: row for row in rows(self.programs.tool("bench_search"), *server.access("registry"), *self.desk_options(),
                                                 "--profile", profile, "--runs", self.counts.search_runs)}
        plain = found["plain-search"]
        documents = f"{self.counts.documents:,}"
        for what, name in (("search", f"search while typing in {documents}"), ("search-two-words", "  two words")):
            peer = plain if what == "search" else {"median_ms": None, "p95_ms": None}
            label = f"SQLite's own FTS5, {plain['rows'] / found['search']['rows']:.0%} of the rows" if what == "search" else ""
            self.table.add(name + ", median", found[what]["median_ms"], "ms", peer["median_ms"], label)
            self.table.add(name + ", p95", found[what]["p95_ms"], "ms", peer["p95_ms"], label, "< 10 ms")
            self.table.add(f"  slowest: '{found[what]['slowest']}'", found[what]["most_ms"], "ms")
        for what, name in (("lists", "a list of the window"), ("counts", "counts of all lists")):
            self.table.add(f"{name}, median", found[what]["median_ms"], "ms")
            self.table.add(f"{name}, p95", found[what]["p95_ms"], "ms")

    def window(self, server, profile):
        folder = self.new_folder("window")
        profiles = os.path.dirname(os.path.dirname(profile))
        desktop = [self.programs.product("diakinisi"), "--profile", profiles, "--server", server.url, "--ca", server.ca, "--login", "registry"]
        ours, bare = [], []
        with Screen() as screen:
            for turn in range(self.counts.windows + (self.counts.windows > 1)):  # the first of each only warms the disk's cache
                pair = (first_window(screen, folder, [self.programs.tool("bench_bare_window")], 0.5), first_window(screen, folder, desktop))
                if ORGANISATION not in pair[1][2]:
                    raise BenchFailed(f"the first window was another than the main window: {pair[1][2]}")
                if turn > 0 or self.counts.windows == 1:
                    bare.append(pair[0])
                    ours.append(pair[1])
        documents = f"{self.counts.documents:,}"
        self.table.add(f"first window, {documents} documents", median([o[0] for o in ours]), "ms", median([b[0] for b in bare]),
                       "an empty Qt window", "< 300 ms, 500 at most")
        self.table.add("  memory (PSS)", median([o[1] for o in ours]), "MB", median([b[1] for b in bare]), "an empty Qt window", "< 150 MB")

    def with_server(self, wanted):
        folder = self.new_folder("office")
        with Server(self.programs, folder) as server:
            if "upload" in wanted:
                self.attempt("upload", self.upload, server)
            if "visible" in wanted:
                self.attempt("visible", self.visible, server)
            if wanted & {"search", "window"}:
                self.attempt("profile", self.with_profile, server, wanted)

    def with_profile(self, server, wanted):
        profile = self.profile(server)
        if "window" in wanted:
            self.attempt("window", self.window, server, profile)
        if "search" in wanted:
            self.attempt("search", self.search, server, profile)

    # Signing

    def sign(self):
        signing = Signing(self.programs, self.new_folder("sign"))
        for megabytes in self.counts.pdfs:
            took = signing.measure(megabytes, self.counts.sign_runs)
            self.table.add(f"sign {megabytes} MB (process)", took["sign"], "ms", took["cms_sign"], "openssl cms -sign -cades",
                           "< 30 ms" if megabytes == 1 else "<= 1.5 x openssl cms")
            self.table.add(f"  the same beside pdfsig", took["sign"], "ms", took["pdfsig_sign"], "pdfsig -add-signature", "< pdfsig")
            self.table.add(f"verify {megabytes} MB (process)", took["verify"], "ms", took["pdfsig"], "pdfsig -nocert", "< pdfsig")
            self.table.add(f"  the same beside the mathematics alone", took["verify"], "ms", took["cms_verify"], "openssl cms -verify")
        took = signing.many_revisions(self.counts.revisions, self.counts.sign_runs)
        self.table.add(f"verify {self.counts.revisions} signatures, 1 MB", took["verify"], "ms", took["pdfsig"], "pdfsig -nocert", "< pdfsig")
        took = signing.large(self.counts.large, self.counts.batch_runs)
        self.table.add(f"sign {self.counts.large} MB (process)", took["sign"], "ms", took["cms_sign"], "openssl cms -sign -cades",
                       "<= 1.5 x openssl cms")
        self.table.add("  memory at most", took["sign_memory"], "MB", aim="< 100 MB")
        self.table.add(f"verify {self.counts.large} MB (process)", took["verify"], "ms")
        self.table.add("  memory at most", took["verify_memory"], "MB", aim="< 100 MB")
        self.attempt("sign with a token", self.sign_with_token, signing)

    def sign_with_token(self, signing):
        token = Token(signing)
        took = token.one(self.counts.sign_runs)
        self.table.add("sign 1 MB, key on SoftHSM (process)", took["sign"], "ms", took["bare"], "pkcs11-tool --sign, 32 bytes")
        took = token.batch(self.programs.source, self.counts.batch, self.counts.batch_runs)
        self.table.add(f"sign {self.counts.batch} x 1 MB on SoftHSM, B-T, one PIN", took["batch"], "ms", took["timestamps"],
                       f"openssl ts -reply, {self.counts.batch} times, alone", "< 3 s of 100")

    # Scanning

    def scan(self):
        work = scanning.Scanning(self.programs, self.new_folder("scan"), self.counts.pages)
        scanning.rows_of(self.table, work, self.counts)

    def letters(self):
        reading.rows_of(self.table, reading.Reading(self.programs, self.counts.quick))


def available(programs, quick):
    """The benches that this build has programs for: a build without Qt Widgets has no window. Typesetting letters is not quick."""
    needs = {"register": ["diakinisi-server"], "upload": ["diakinisi-server"], "visible": ["diakinisi-server", "bench_visible"],
             "search": ["diakinisi-server", "bench_profile"], "window": ["diakinisi", "diakinisi-server", "bench_profile"],
             "sign": ["diakinisictl"], "scan": ["diakinisictl", "bench_pages"], "letters": ["diakinisictl"]}
    return [name for name, wanted in needs.items() if all(programs.has(p) for p in wanted) and not (quick and name == "letters")]


def heading(quick):
    load = " ".join(f"{value:.2f}" for value in os.getloadavg())
    print(f"{os.cpu_count()} cores, load {load} at the start (above 0.5 the figures are spoilt, the ratios less so)")
    print("Quick: these figures say only that the benches work.\n" if quick else "", flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    for name in ("bin", "bench", "source", "folder"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--only", action="append", default=[])
    words = parser.parse_args()
    programs = Programs(words.bin, words.bench, words.source)
    wanted = set(words.only or os.environ.get("DIAKINISI_BENCH", "").split() or available(programs, words.quick))
    os.makedirs(words.folder, exist_ok=True)
    folder = tempfile.mkdtemp(prefix="run-", dir=os.path.abspath(words.folder))
    bench = Bench(programs, folder, Counts(words.quick))
    heading(words.quick)
    try:
        if "register" in wanted:
            bench.attempt("register", bench.register)
        if wanted & {"upload", "visible", "search", "window"}:
            bench.attempt("server", bench.with_server, wanted)
        if "sign" in wanted:
            bench.attempt("sign", bench.sign)
        if "scan" in wanted:
            bench.attempt("scan", bench.scan)
        if "letters" in wanted:
            bench.attempt("letters", bench.letters)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    bench.table.print()
    print(f"\nload at the end {os.getloadavg()[0]:.2f}")
    return 0 if bench.complete else 1


if __name__ == "__main__":
    sys.exit(main())
