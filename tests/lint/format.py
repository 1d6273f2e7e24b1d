"""Every tracked C++ file is as clang-format 16 with .clang-format would write it (./dev format does)."""
import os
import re
import shutil
import subprocess
import tempfile

from tree import Tree, expect, main

TOOL = "clang-format-16"
BATCH = 100


def check(tree):
    if shutil.which(TOOL) is None:
        yield f"{TOOL} is not installed"
        return
    files = tree.cpp()
    for i in range(0, len(files), BATCH):
        run = subprocess.run([TOOL, "--dry-run", "-Werror", "--style=file", *files[i:i + BATCH]], cwd=tree.root,
                             capture_output=True, text=True, check=False)
        lines = {}
        for match in re.finditer(r"^(\S+?):(\d+):\d+: error:", run.stderr, re.M):
            lines.setdefault(match.group(1), set()).add(int(match.group(2)))
        for name, at in sorted(lines.items()):
            yield f"{name}:{min(at)}: not as ./dev format writes it ({len(at)} lines)"
        if run.returncode != 0 and not lines:
            yield f"{TOOL}: {run.stderr.strip()}"


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(Tree().path(".clang-format"), folder)
        for name, text in (("good.cpp", "int a = 0;\n"), ("bad.cpp", "int  a =0;\n")):
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        expect(check, Tree(folder), "bad.cpp:1")


if __name__ == "__main__":
    main(check, self_test)
