"""What every lint shares: the source tree to look at, C++ text without its comments, and one way to report.

A lint is a script with `check(tree) -> [problem]` and `self_test()`, which shows on bad examples that it can fail.
Run `<lint>.py` to check this repository, `<lint>.py --self-test` for the examples.
"""
import os
import re
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LEFT_OUT = {"build", ".git", ".cache", "__pycache__"}


class Tree:
    """The tracked files of a checkout, or every file of a folder that is none (a source archive)."""

    def __init__(self, root=ROOT):
        self.root = root
        self.files = sorted(f for f in self._list() if os.path.isfile(os.path.join(root, f)))

    def _list(self):
        git = subprocess.run(["git", "-C", self.root, "ls-files", "-z"], capture_output=True, check=False)
        top = subprocess.run(["git", "-C", self.root, "rev-parse", "--show-toplevel"], capture_output=True, check=False)
        if git.returncode == 0 and os.path.realpath(top.stdout.decode().strip()) == os.path.realpath(self.root):
            return [name for name in git.stdout.decode().split("\0") if name]
        found = []
        for folder, folders, names in os.walk(self.root):
            folders[:] = [f for f in folders if f not in LEFT_OUT]
            found += [os.path.relpath(os.path.join(folder, name), self.root) for name in names]
        return found

    def path(self, name):
        return os.path.join(self.root, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8", errors="replace") as file:
            return file.read()

    def cpp(self, *folders):
        """C++ files below the folders, or all."""
        return [f for f in self.files
                if f.endswith((".cpp", ".h")) and (not folders or f.startswith(tuple(x + "/" for x in folders)))]


class Example(Tree):
    """A tree in memory, for the self-tests: {path: text}."""

    def __init__(self, texts):
        self.texts = texts
        self.root = os.devnull
        self.files = sorted(texts)

    def read(self, name):
        return self.texts[name]


_PIECES = re.compile(
    r'//(?:[^\n\\]|\\.|\\\n)*|/\*.*?\*/'
    r'|R"(?P<mark>[^()\s\\]{0,16})\(.*?\)(?P=mark)"'
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|(?<![0-9a-fA-F])'(?:[^'\\\n]|\\.)+'", re.S)


def bare(text, keep_strings=False):
    """C++ text with comments (and the insides of literals) blanked out, line by line where it was."""

    def blank(match):
        piece = match.group(0)
        if keep_strings and not piece.startswith(("//", "/*")):
            return piece
        newlines = re.sub(r"[^\n]", " ", piece)
        return newlines if piece.startswith(("//", "/*")) else '"' + newlines[1:-1] + '"'

    return _PIECES.sub(blank, text)


def lines_with(pattern, text):
    """(line number, match) for every match of a compiled pattern."""
    for match in pattern.finditer(text):
        yield text.count("\n", 0, match.start()) + 1, match


def expect(check, texts, *wanted):
    """Self-test: the example must give exactly one problem for each wanted piece of text, in any order."""
    problems = list(check(Example(texts) if isinstance(texts, dict) else texts))
    left = list(problems)
    for piece in wanted:
        hit = next((p for p in left if piece in p), None)
        if hit is None:
            raise SystemExit(f"self-test: no problem says {piece!r}; problems: {problems}")
        left.remove(hit)
    if left:
        raise SystemExit(f"self-test: not expected: {left}")


def main(check, self_test):
    if "--self-test" in sys.argv:
        self_test()
        print("the bad examples were found, the good ones passed")
        return
    problems = list(check(Tree()))
    for problem in problems:
        print(problem)
    if problems:
        raise SystemExit(f"{len(problems)} problem(s)")
