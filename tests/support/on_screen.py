"""Runs a program under an X server of its own (Xvfb), with a home of its own: on_screen.py PROGRAM [WORDS ...]."""
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "bench"))
from window import Screen  # noqa: E402


def main():
    with tempfile.TemporaryDirectory() as folder, Screen() as screen:
        return subprocess.run(sys.argv[1:], env=screen.environment(folder), check=False).returncode


if __name__ == "__main__":
    status = main()
    sys.exit(status if status >= 0 else 128 - status)
