"""How well letters are read: those of tests/bench/letters, made when they are missing, read by diakinisictl scan read."""
import concurrent.futures
import json
import os
import sys

from tools import BenchFailed, run

LETTERS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "letters")
sys.path.insert(0, LETTERS)
from score import Scores  # noqa: E402  beside the letters it judges

AIMED = {"subject": 90, "number": 90, "date": 90}


class Reading:
    def __init__(self, programs, quick):
        self.ctl, self.quick = programs.product("diakinisictl"), quick
        # Kept between runs: typesetting and spoiling them takes longer than reading.
        self.folder = os.path.join(os.path.dirname(programs.bin), "letters")

    def make(self, of):
        folder = os.path.join(self.folder, of)
        options = ["--only", "apokentromeni"] if self.quick else []
        run(sys.executable, "-B", os.path.join(LETTERS, "make.py"), folder, "--set", of, *options, timeout=7200)
        with open(os.path.join(folder, "truth.json"), encoding="utf-8") as file:
            return folder, json.load(file)

    def read(self, path):
        return json.loads(run(self.ctl, "scan", "read", path, "--json", timeout=600))

    def scores(self, *sets):
        rows = []
        for of in sets:
            folder, truth = self.make(of)
            rows += [(row, os.path.join(folder, row["file"])) for row in truth]
        if not rows:
            raise BenchFailed("no letters were made")
        scores = Scores()
        with concurrent.futures.ThreadPoolExecutor(max(1, (os.cpu_count() or 1))) as pool:
            for (row, _), reading in zip(rows, pool.map(lambda each: self.read(each[1]), rows)):
                scores.add(row, reading)
        return scores, len(rows)


def rows_of(table, reading):
    """Two rows a field: of letters that the rules were made with, and of those held out; the whole figures below the table."""
    for of, sets in [("letters", ["tuned"])] if reading.quick else [("letters", ["tuned", "second"]), ("letters held out", ["held"])]:
        scores, count = reading.scores(*sets)
        for name in ("subject", "number", "date", "sender", "recipients"):
            clean, spoilt = scores.recall(name, "unspoilt"), scores.recall(name, "spoilt")
            if clean is not None:
                table.add(f"{name} read right, {count} {of}, clean", 100 * clean, "%", 100 * (spoilt or 0), "spoilt", f">= {AIMED[name]}" if name in AIMED else "")
        print(f"\n{of}: {count} files", *scores.table(), sep="\n", flush=True)
