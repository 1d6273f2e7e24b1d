"""The first window: from the start of the program to the moment its first window is mapped, and what memory it takes."""
import os
import re
import select
import subprocess
import time

from tools import BenchFailed

MAPPED = re.compile(r"^MapNotify event.*window (0x[0-9a-f]+), override NO", re.S)


class Screen:
    """An Xvfb of our own on a number that nobody else is likely to take meanwhile, as low free ones are."""

    def __enter__(self):
        read, write = os.pipe()
        self.server = subprocess.Popen(["Xvfb", f":{1000 + os.getpid() % 50000}", "-displayfd", str(write), "-screen", "0", "1920x1080x24", "-noreset", "-nolisten", "tcp"],
                                       pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        name = ""  # the number and the end of its line come apart; closed between them, the pipe would kill Xvfb
        while not name.endswith("\n") and select.select([read], [], [], 30)[0] and (more := os.read(read, 20)):
            name += more.decode()
        os.close(read)
        name = name.strip()
        if not name:
            self.__exit__()
            raise BenchFailed("Xvfb did not start")
        self.display = ":" + name
        return self

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait()

    def environment(self, folder):
        """Of a program on this screen with a home of its own, and nothing of the session that the bench runs in."""
        env = {k: v for k, v in os.environ.items() if not k.startswith(("DBUS_", "WAYLAND_", "XDG_", "QT_"))}
        runtime = os.path.join(folder, "runtime")
        os.makedirs(runtime, mode=0o700, exist_ok=True)
        env.update(DISPLAY=self.display, HOME=folder, XDG_RUNTIME_DIR=runtime, QT_QPA_PLATFORM="xcb", LC_ALL="C.UTF-8")
        return env


class Watcher:
    """Tells when the next window that a window manager would manage is mapped."""

    def __init__(self, screen, folder):
        self.process = subprocess.Popen(["stdbuf", "-oL", "xev", "-root", "-event", "substructure"], stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, env=screen.environment(folder))
        time.sleep(0.3)  # until it listens

    def mapped(self, timeout):
        """The moment by time.perf_counter(), and the window; None when none has come."""
        end, event = time.monotonic() + timeout, ""
        while (left := end - time.monotonic()) > 0:
            if not select.select([self.process.stdout], [], [], left)[0]:
                break
            seen = time.perf_counter()
            event += os.read(self.process.stdout.fileno(), 65536).decode(errors="replace")
            *whole, event = event.split("\n\n")
            for one in whole + [event]:
                if match := MAPPED.search(one.lstrip()):
                    return seen, match.group(1)
        return None

    def close(self):
        self.process.terminate()
        self.process.wait()
        self.process.stdout.close()


def descendants(pid):
    """The process and all that it has started, workers too."""
    parents = {}
    for entry in filter(str.isdigit, os.listdir("/proc")):
        try:
            with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                parents[int(entry)] = int(file.read().rpartition(")")[2].split()[1])
        except OSError:
            pass  # it has ended meanwhile
    found = [pid]
    for parent in found:
        found += [child for child, its in parents.items() if its == parent]
    return found


def pss_megabytes(pid):
    """Proportional share of memory: what is shared with other programs counts by its part."""
    total = 0
    for each in descendants(pid):
        with open(f"/proc/{each}/smaps_rollup", encoding="ascii") as file:
            total += int(re.search(r"^Pss:\s+(\d+) kB", file.read(), re.M).group(1))
    return total / 1000


def title_of(screen, window):
    said = subprocess.run(["xprop", "-display", screen.display, "-id", window, "WM_NAME", "_NET_WM_NAME"], capture_output=True, check=False)
    return said.stdout.decode(errors="replace")


def first_window(screen, folder, words, settle=1.5):
    """(milliseconds to the first window, PSS in MB once it has settled, the window's title)."""
    watcher = Watcher(screen, folder)
    log = open(os.path.join(folder, "window.log"), "wb")
    begun = time.perf_counter()
    process = subprocess.Popen([str(w) for w in words], env=screen.environment(folder), stdout=log, stderr=log)
    try:
        mapped = watcher.mapped(60)
        if mapped is None or process.poll() is not None:
            with open(log.name, encoding="utf-8", errors="replace") as said:
                raise BenchFailed(f"{os.path.basename(words[0])} showed no window: {said.read()[-400:]}")
        time.sleep(settle)
        return (mapped[0] - begun) * 1000, pss_megabytes(process.pid), title_of(screen, mapped[1])
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        watcher.close()
        log.close()
