"""CMakePresets.json is good JSON with the presets that ./dev names, and `headless` configures where Qt Widgets is not."""
import json
import os
import re
import shutil
import subprocess
import tempfile

from tree import Tree, expect, main

FILE = "CMakePresets.json"
WANTED = {"dev", "release", "asan", "tsan", "headless", "package", "fuzz", "tidy"}
NO_WIDGETS = ["-DCMAKE_DISABLE_FIND_PACKAGE_Qt6Widgets=ON", "-DCMAKE_DISABLE_FIND_PACKAGE_Qt6PrintSupport=ON"]


def check_file(tree):
    try:
        presets = json.loads(tree.read(FILE))
    except ValueError as error:
        yield f"{FILE}:1: {error}"
        return
    configure = {p["name"]: p for p in presets.get("configurePresets", [])}
    shown = {name for name, p in configure.items() if not p.get("hidden")}
    for name in sorted(WANTED - shown):
        yield f"{FILE}:1: there is no preset '{name}'"
    for name, preset in configure.items():
        parents = preset.get("inherits", [])
        for parent in [parents] if isinstance(parents, str) else parents:
            if parent not in configure:
                yield f"{FILE}:1: '{name}' inherits '{parent}', which is not there"
    for kind in ("buildPresets", "testPresets"):
        for preset in presets.get(kind, []):
            if preset["configurePreset"] not in configure:
                yield f"{FILE}:1: {kind} '{preset['name']}' is for '{preset['configurePreset']}', which is not there"
    used = set(re.findall(r"(?:^\s+|; )build ([a-z]+)\b|preset=([a-z]+)", tree.read("dev"), re.M))
    for name in sorted({a or b for a, b in used} - shown):
        yield f"dev:1: builds '{name}', which {FILE} does not have"


def configures(folder, arguments):
    """What CMake says when it fails to configure the folder without Qt Widgets, or None."""
    with tempfile.TemporaryDirectory() as build:
        run = subprocess.run(["cmake", *arguments, "-S", folder, "-B", build, *NO_WIDGETS], cwd=folder, capture_output=True,
                             text=True, check=False)
        return None if run.returncode == 0 else run.stderr.strip()


def check(tree):
    yield from check_file(tree)
    said = configures(tree.root, ["--preset", "headless"])
    if said is not None:
        yield f"{FILE}:1: 'headless' does not configure without Qt Widgets: {said}"


def self_test():
    good = {FILE: json.dumps({"configurePresets": [{"name": n} for n in sorted(WANTED)]}), "dev": "    build dev\n"}
    expect(check_file, good)
    expect(check_file, {**good, FILE: "{,}"}, FILE)
    expect(check_file, {**good, FILE: good[FILE].replace('"tsan"', '"tsen"')}, "'tsan'")
    expect(check_file, {**good, "dev": "    build nothing\n"}, "'nothing'")
    inherits = json.loads(good[FILE])
    inherits["configurePresets"][0]["inherits"] = "nobody"
    expect(check_file, {**good, FILE: json.dumps(inherits)}, "'nobody'")
    with tempfile.TemporaryDirectory() as folder:
        for parts, fails in (("Core Gui", False), ("Core Widgets", True)):
            with open(os.path.join(folder, "CMakeLists.txt"), "w", encoding="utf-8") as file:
                file.write(f"cmake_minimum_required(VERSION 3.25)\nproject(x CXX)\nfind_package(Qt6 REQUIRED COMPONENTS {parts})\n")
            said = configures(folder, ["-G", "Ninja"])
            assert (said is not None) == fails, f"{parts}: {said}"
            assert not fails or "Widgets" in said, said


if __name__ == "__main__":
    assert shutil.which("cmake"), "cmake is not installed"
    main(check, self_test)
