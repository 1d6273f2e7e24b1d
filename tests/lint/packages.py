"""The one list of Debian packages: sorted in its groups, nothing twice, and everything that CMake looks for is in it."""
import re

from tree import expect, main

LIST = "installer/debian-packages.txt"
GROUPS = ["build", "run", "test", "bench", "package"]

# What CMake asks for -> the package that brings it.
FIND = {
    "PkgConfig": "pkg-config", "Qt6": "qt6-base-dev", "OpenSSL": "libssl-dev", "Threads": "g++", "tl-expected": "libexpected-dev",
    "nlohmann_json": "nlohmann-json3-dev", "Boost": "libboost-dev", "mimalloc": "libmimalloc-dev", "Qt6Keychain": "qtkeychain-qt6-dev",
    "Python3": "python3", "PostgreSQL": "libpq-dev", "ZLIB": "zlib1g-dev", "TIFF": "libtiff-dev", "PNG": "libpng-dev", "JPEG": "libjpeg-dev",
    "Freetype": "libfreetype-dev", "Fontconfig": "libfontconfig-dev", "TIFF": "libtiff-dev", "CURL": "libcurl4-openssl-dev",
}
QT = {
    "Core": "qt6-base-dev", "Gui": "qt6-base-dev", "Widgets": "qt6-base-dev", "Network": "qt6-base-dev",
    "PrintSupport": "qt6-base-dev", "Test": "qt6-base-dev", "DBus": "qt6-base-dev", "Concurrent": "qt6-base-dev",
    "LinguistTools": "qt6-l10n-tools",
}
PKG = {
    "sqlite3": "libsqlite3-dev", "libargon2": "libargon2-dev", "libpodofo": "libpodofo-dev", "libxml-2.0": "libxml2-dev", "poppler-qt6": "libpoppler-qt6-dev",
    "avahi-client": "libavahi-client-dev", "sane-backends": "libsane-dev", "libstemmer": "libstemmer-dev", "lept": "libleptonica-dev", "tesseract": "libtesseract-dev", "gmime-3.0": "libgmime-3.0-dev",
    "zxing": "libzxing-dev", "libpq": "libpq-dev", "libseccomp": "libseccomp-dev", "libjpeg": "libjpeg-dev", "freetype2": "libfreetype-dev",
    "fontconfig": "libfontconfig-dev", "libcrypto": "libssl-dev", "libsecret-1": "libsecret-1-dev",
}
PROGRAM = {
    "mold": "mold", "ccache": "ccache", "rsvg-convert": "librsvg2-bin", "lrelease": "qt6-l10n-tools", "lupdate": "qt6-l10n-tools", "python3": "python3", "clang-format-16": "clang-format-16",
    "openssl": "openssl", "sqlite3": "sqlite3", "pdfsig": "poppler-utils", "qpdf": "qpdf", "xvfb-run": "xvfb", "Xvfb": "xvfb",
    "xdotool": "xdotool", "dbus-run-session": "dbus-daemon",
}

FIND_PACKAGE = re.compile(r"find_package\s*\(\s*([\w-]+)([^)]*)\)")
PKG_CHECK = re.compile(r"pkg_(?:check_modules|search_module)\s*\(([^)]*)\)")
FIND_PROGRAM = re.compile(r"find_program\s*\(\s*\w+\s+(?:NAMES\s+)?([^\s)]+)")
FIND_LIBRARY = re.compile(r"find_library\s*\(\s*\w+\s+(?:NAMES\s+)?([^\s)]+)")
LIBRARY = {"stemmer": "libstemmer-dev", "sane": "libsane-dev", "podofo": "libpodofo-dev", "zint": "libzint-dev"}
PKG_WORDS = {"REQUIRED", "QUIET", "IMPORTED_TARGET", "GLOBAL", "NO_CMAKE_PATH", "NO_CMAKE_ENVIRONMENT_PATH"}


def read_list(text):
    """[(group, [(line, package)])]"""
    groups = []
    for number, line in enumerate(text.splitlines(), 1):
        if re.fullmatch(r"# \w+", line):
            groups.append((line[2:], []))
        elif line.strip() and not line.startswith("#"):
            if not groups:
                groups.append(("", []))
            groups[-1][1].append((number, line))
    return groups


def check_list(groups):
    if [name for name, _ in groups] != GROUPS:
        yield f"{LIST}:1: groups are {[name for name, _ in groups]}, should be {GROUPS}"
    seen = {}
    for name, rows in groups:
        for (_, before), (number, package) in zip(rows, rows[1:]):
            if package < before:
                yield f"{LIST}:{number}: {package} is not in its place in '{name}' ({before} stands before it)"
        for number, package in rows:
            if not re.fullmatch(r"[a-z0-9][a-z0-9+.-]+", package):
                yield f"{LIST}:{number}: '{package}' is no package's name"
            if package in seen:
                yield f"{LIST}:{number}: {package} stands in line {seen[package]} already"
            seen.setdefault(package, number)


def wanted(text):
    """(what, package or None) for everything that a CMake file looks for."""
    text = re.sub(r"#[^\n]*", "", text)
    for name, rest in FIND_PACKAGE.findall(text):
        yield f"find_package({name})", FIND.get(name)
        if name == "Qt6" and "COMPONENTS" in rest:
            for part in re.findall(r"\w+", rest.split("COMPONENTS", 1)[1]):
                if part not in ("REQUIRED", "QUIET", "OPTIONAL_COMPONENTS"):
                    yield f"Qt6::{part}", QT.get(part)
    for body in PKG_CHECK.findall(text):
        for module in body.split()[1:]:
            if module not in PKG_WORDS:
                name = re.split(r"[<>=]", module)[0]
                yield f"pkg-config {name}", PKG.get(name)
    for name in FIND_PROGRAM.findall(text):
        yield f"program {name}", PROGRAM.get(name)
    for name in FIND_LIBRARY.findall(text):
        yield f"library {name}", LIBRARY.get(name)


def check(tree):
    groups = read_list(tree.read(LIST))
    yield from check_list(groups)
    listed = {package for _, rows in groups for _, package in rows}
    for path in tree.files:
        if path.endswith("CMakeLists.txt") or path.endswith(".cmake"):
            for what, package in wanted(tree.read(path)):
                if package is None:
                    yield f"{path}:1: {what}: tests/lint/packages.py does not know which package brings it"
                elif package not in listed:
                    yield f"{path}:1: {what}: {package} is not in {LIST}"


def self_test():
    good = "# build\ng++\nqt6-base-dev\n# run\n# test\n# bench\n# package\n"
    cmake = "find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui)\nfind_package(Threads REQUIRED) # find_package(Nothing)\n"
    expect(check, {LIST: good, "CMakeLists.txt": cmake})
    expect(check, {LIST: good.replace("g++\n", "g++\na2\n")}, "a2 is not in its place")
    expect(check, {LIST: good.replace("# run\n", "# run\ng++\n")}, "g++ stands in line 2 already")
    expect(check, {LIST: good.replace("# run\n", "")}, "groups are")
    expect(check, {LIST: good.replace("g++", "G++ ")}, "no package's name")
    expect(check, {LIST: good, "a/CMakeLists.txt": "find_package(Nothing)\n"}, "Nothing")
    expect(check, {LIST: good, "CMakeLists.txt": "find_package(Qt6 COMPONENTS Core LinguistTools)\n"}, "qt6-l10n-tools is not in")
    expect(check, {LIST: good, "CMakeLists.txt": "pkg_check_modules(S REQUIRED IMPORTED_TARGET sqlite3>=3.40)\n"}, "libsqlite3-dev")
    expect(check, {LIST: good, "CMakeLists.txt": "find_program(R rsvg-convert REQUIRED)\nfind_library(S stemmer)\n"}, "librsvg2-bin",
           "libstemmer-dev")


if __name__ == "__main__":
    main(check, self_test)
