"""What the benches share: running programs, medians, and the one table."""
import json
import os
import statistics
import subprocess
import time


class BenchFailed(Exception):
    pass


class Programs:
    """Where the programs of this build lie."""

    def __init__(self, bin_folder, bench_folder, source):
        self.bin, self.bench, self.source = bin_folder, bench_folder, source

    def product(self, name):
        return os.path.join(self.bin, name)

    def tool(self, name):
        return os.path.join(self.bench, name)

    def has(self, name):
        return os.access(self.product(name), os.X_OK) or os.access(self.tool(name), os.X_OK)


def run(*words, env=None, cwd=None, timeout=600, may_fail=False):
    """Standard output of a program; what it said is in the exception when it did not end well."""
    try:
        done = subprocess.run([str(w) for w in words], capture_output=True, env=env, cwd=cwd, timeout=timeout, check=False)
    except subprocess.TimeoutExpired:
        raise BenchFailed(f"{os.path.basename(str(words[0]))} had not ended after {timeout} s") from None
    if done.returncode != 0 and not may_fail:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()[-600:]
        raise BenchFailed(f"{os.path.basename(str(words[0]))} ended with {done.returncode}: {said}")
    return done.stdout.decode(errors="replace")


def rows(*words, **options):
    """The JSON rows that one of our bench programs prints."""
    return [json.loads(line) for line in run(*words, **options).splitlines() if line.startswith("{")]


def timed(*words, **options):
    """Milliseconds from start to end of a program."""
    begun = time.perf_counter()
    run(*words, **options)
    return (time.perf_counter() - begun) * 1000


def peak_memory(*words):
    """(milliseconds, megabytes resident at most) of a program of ours."""
    begun = time.perf_counter()
    process = subprocess.Popen([str(w) for w in words], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        raise BenchFailed(f"{os.path.basename(str(words[0]))} ended with {process.returncode}")
    return (time.perf_counter() - begun) * 1000, usage.ru_maxrss / 1024


def median(values):
    return statistics.median(values)


def number(value):
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}"


class Table:
    """Rows: what, ours, the peer or limit measured in the same run, their ratio, the aim."""

    HEAD = ("what", "ours", "peer or limit, same run", "ratio", "aim")

    def __init__(self):
        self.lines = []

    def add(self, what, ours, unit, peer=None, peer_name="", aim=""):
        """`peer` in the same unit; the ratio is ours to the peer's."""
        peer_text = f"{number(peer)} {unit}  {peer_name}" if peer is not None else peer_name
        ratio = f"{ours / peer:.2f}" if peer else ""
        self.lines.append((what, f"{number(ours)} {unit}", peer_text, ratio, aim))

    def failed(self, what, why):
        self.lines.append((what, "FAILED", why.replace("\n", " ")[:300], "", ""))

    def print(self):
        widths = [max(len(line[i]) for line in [self.HEAD, *self.lines]) for i in range(len(self.HEAD))]
        widths[2] = min(widths[2], 70)
        for line in [self.HEAD, tuple("-" * w for w in widths), *self.lines]:
            print("  ".join(text.ljust(width) for text, width in zip(line, widths)).rstrip())
