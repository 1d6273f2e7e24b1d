"""The exceptions in tolerated.txt: taken off a lint's problems; the list may only shrink."""
import os

from tree import ROOT

FILE = "tests/lint/tolerated.txt"


class Tolerated:
    def __init__(self, text=None):
        if text is None:
            with open(os.path.join(ROOT, FILE), encoding="utf-8") as file:
                text = file.read()
        self.lines, self.problems, at_most = [], [], None
        for line in text.splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            if line.startswith("at-most "):
                at_most = int(line.split()[1])
                continue
            fields = [field.strip() for field in line.split("|")]
            if len(fields) != 4 or not all(fields) or len(fields[3]) < 20:
                self.problems.append(f"{FILE}: '{line}' is not: lint | file | what it says | a reason in words")
            else:
                self.lines.append(fields)
        if at_most != len(self.lines):
            self.problems.append(f"{FILE}: at-most says {at_most}, there are {len(self.lines)} exceptions")

    def without(self, lint, problems):
        """The problems less the tolerated ones, plus one for each exception of this lint that is not needed."""
        mine = [fields for fields in self.lines if fields[0] == lint]
        used, left = set(), []
        for problem in problems:
            hit = next((i for i, f in enumerate(mine) if problem.startswith(f[1] + ":") and f[2] in problem), None)
            if hit is None:
                left.append(problem)
            else:
                used.add(hit)
        left += [f"{FILE}: no longer needed: {' | '.join(f[:3])}" for i, f in enumerate(mine) if i not in used]
        return self.problems + left


def self_test():
    one = "at-most 1\nlayers | core/a/b.h | includes x | a reason that is long enough to be one\n"
    assert Tolerated(one).without("layers", ["core/a/b.h:1: includes x"]) == []
    assert "no longer needed" in Tolerated(one).without("layers", [])[0]
    assert Tolerated(one).without("sizes", []) == []
    assert "at-most says 2" in Tolerated(one.replace("at-most 1", "at-most 2")).without("layers", ["core/a/b.h:1: includes x"])[0]
    assert Tolerated("at-most 1\nlayers | core/a/b.h | includes x | short\n").problems
