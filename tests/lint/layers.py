"""Who may include whom: ARCHITECTURE.md's table, held by reading every #include and every room's LINKS.

Debian's Qt headers and our rooms share include roots, so the linker alone would not notice.
"""
import os
import re
import sys

import tolerated
from tree import Example, Tree, bare, expect, lines_with, main

CORE = {
    "base": set(),
    "domain": {"base"},
    "wire": {"ledger", "domain", "base"},
    "ledger": {"domain", "base"},
    "sync": {"wire", "ledger", "domain", "base"},
    "storage": {"wire", "ledger", "domain", "base"},  # and sync's doors, see DOORS
    "imaging": {"base"},
    "scanning": {"imaging", "base"},
    "recognition": {"imaging", "base"},
    "pdf": {"base"},
    "rendering": {"base"},
    "signing": {"pdf", "base"},
}
CORE["desk"] = set(CORE)
ALL = set(CORE)
DOORS = re.compile(r"sync/(?:\w+_)?doors?\.h$")

APP = {
    "server": ALL - {"desk", "sync", "imaging", "scanning", "recognition", "rendering"},
    "ctl": ALL,
    # signing: OpenSSL over signatures of received files, and makers' PKCS #11 modules, which are foreign code as drivers are.
    "worker": {"base", "scanning", "rendering", "imaging", "recognition", "pdf", "signing"},
    "desktop": ALL | {"ui"},
}
# Inside what has folders of its own: who may know whom among them. What lies beside the folders may know all of them in
# a program (main()), and be known by all of them in a room (its basis).
INSIDE = {
    "app/server": {
        "http": set(),
        "accounts": {"office"},
        "office": set(),
        "ledger_sqlite": {"office"},
        "ledger_postgres": {"office"},
        "api": {"http", "accounts", "office"},
    },
    "core/signing": {
        "cms": set(),
        "keys": set(),
        "authorities": {"cms"},
        "trust": {"cms", "authorities"},
        "validation": {"cms", "authorities", "trust"},
        "pades": {"cms", "authorities", "validation"},
    },
}
UI = {"desk", "domain", "base"}

# Libraries that only one place may know, so that they can be changed there.
LIBRARIES = [
    (r"boost/", ("app/server/",)),
    (r"boost/(?:beast|asio)", ("app/server/http/", "app/server/*")),
    (r"podofo", ("core/pdf/",)),
    (r"poppler", ("core/rendering/",)),
    (r"zint\.h", ("core/imaging/", "core/pdf/")),
    (r"sane/", ("core/scanning/",)),
    (r"avahi-", ("core/scanning/",)),
    (r"p11-kit/", ("core/signing/",)),
    (r"sqlite3\.h", ("core/storage/", "app/server/ledger_sqlite/")),
    (r"libpq|postgresql/", ("app/server/ledger_postgres/",)),
    (r"libxml/", ("core/signing/",)),
    (r"nlohmann/", ("core/wire/",)),
    (r"argon2\.h", ("app/server/accounts/",)),
    (r"tiffio\.h", ("core/imaging/", "core/pdf/")),
    (r"leptonica|tesseract/", ("core/imaging/", "core/recognition/")),
    (r"gmime/", ("core/recognition/",)),
    (r"ZXing/", ("core/imaging/",)),
]
QT = {
    "QtGui": ("core/imaging/", "core/scanning/", "core/recognition/", "core/rendering/", "core/desk/", "app/worker/",
              "app/desktop/", "ui/"),
    "QtWidgets": ("app/desktop/", "ui/"),
    "QtPrintSupport": ("app/desktop/", "ui/"),
    "QtNetwork": ("core/sync/", "core/scanning/", "core/desk/", "app/", "ui/"),
    "QtTest": (),
}
QT_INCLUDES = os.environ.get("QT_INCLUDES", "/usr/include/x86_64-linux-gnu/qt6")

INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">\n]+)[">]', re.M)
BEHAVIOUR = re.compile(r"\bvirtual\b|\bQ_OBJECT\b|\boverride\b|\bm_\w+")
ROOM = re.compile(r"diakinisi_room\(\s*(\w+)(.*?)\n?\)", re.S)


def place(path):
    """('core', 'pdf'), ('app', 'server'), ('ui', ''), or None outside the house."""
    parts = path.split("/")
    if parts[0] in ("core", "app") and len(parts) > 2:
        return parts[0], parts[1]
    return ("ui", "") if parts[0] == "ui" else None


def qt_modules():
    """Header name -> Qt module, for the modules that only some may use, as installed here."""
    found = {}
    for module in QT:
        folder = os.path.join(QT_INCLUDES, module)
        for name in os.listdir(folder) if os.path.isdir(folder) else []:
            found[name] = module
    return found


def within(path, allowed):
    """Is the path below an allowed folder, or (folder/*) a file right inside it?"""
    return any(os.path.dirname(path) + "/" == a[:-1] if a.endswith("/*") else path.startswith(a) for a in allowed)


def ours(tree, path, target, files):
    """What is wrong with our own header `target` being included by `path`, or None."""
    where, part = place(path)
    first = target.split("/")[0]
    if "/" not in target:
        return None  # a neighbour
    if target.startswith(("core/", "app/")):
        return "is named from the top; include it from its root (base/..., server/...)"
    if first == "tests":
        return "belongs to the tests"
    if first == "ui":
        if where == "ui" or (where, part) == ("app", "desktop"):
            return None
        return "is a window: only ui and app/desktop may know it"
    if first in APP and "app/" + target in files:
        if where != "app" or part != first:
            return "belongs to another program"
        return inside(path, target, files)
    if first not in ALL:
        return None
    if where == "core":
        if first == part or first in CORE.get(part, set()) or (part == "storage" and DOORS.search(target)):
            return inside(path, target, files)
        return f"is not open to core/{part}"
    if where == "app":
        return None if first in APP.get(part, set()) else f"is not open to app/{part}"
    if first in UI:
        return None
    header = "core/" + target
    if header in files and BEHAVIOUR.search(bare(tree.read(header))):
        return "is more than values: a window goes through desk"
    return None


def inside(path, target, files):
    """Folders within one room or program: what is wrong with `target`, in the same one, or None."""
    house = "/".join(path.split("/")[:2])
    table, parts, wanted = INSIDE.get(house), path.split("/"), target.split("/")
    if table is None or len(wanted) < 3 or wanted[0] != parts[1] or house.split("/")[0] + "/" + target not in files:
        return None
    here = parts[2] if len(parts) > 3 else None
    if here is None:
        return f"is not open to what lies beside {house}'s folders" if parts[0] == "core" else None
    return None if wanted[1] in table.get(here, set()) | {here} else f"is not open to {house}/{here}"


def foreign(path, target, modules):
    for pattern, allowed in LIBRARIES:
        if re.match(pattern, target) and not within(path, allowed):
            return f"only {' and '.join(allowed)} may know this library"
    module = target.split("/")[0] if "/" in target else modules.get(target)
    if module in QT and not within(path, QT[module]):
        return f"{module} is not for {os.path.dirname(path)}"
    return None


def links(tree):
    """A room may link only the rooms that it may include."""
    for file in tree.files:
        if not re.fullmatch(r"core/\w+/CMakeLists\.txt", file):
            continue
        for name, body in ROOM.findall(tree.read(file)):
            if name not in CORE:
                yield f"{file}:1: room '{name}' is not in the table"
                continue
            for other in sorted(set(re.findall(r"Diakinisi::(\w+)", body))):
                if other not in CORE[name] and (name, other) != ("storage", "sync"):
                    yield f"{file}:1: core/{name} links {other}, which is not open to it"


def check(tree):
    files, modules = set(tree.files), qt_modules()
    for path in tree.cpp("core", "app", "ui"):
        if place(path) is None:
            continue
        for line, match in lines_with(INCLUDE, bare(tree.read(path), keep_strings=True)):
            target = match.group(2)
            wrong = (ours(tree, path, target, files) if match.group(1) == '"' else None) or foreign(path, target, modules)
            if wrong:
                yield f"{path}:{line}: includes {target}: {wrong}"
    yield from links(tree)


def acyclic(table):
    left = {room: set(others) for room, others in table.items()}
    if "storage" in left:
        left["storage"].add("sync")
    while left:
        free = {room for room, others in left.items() if not others & set(left)}
        assert free, f"the table has a circle among {sorted(left)}"
        for room in free:
            del left[room]


def self_test():
    tolerated.self_test()
    for table in (CORE, *INSIDE.values()):
        acyclic(table)
    assert len(qt_modules()) > 200, "Qt's headers were not found: " + QT_INCLUDES
    values = "struct Page { int number = 0; };"
    expect(check, {"core/base/a.h": '#include "domain/b.h"\n'}, "not open to core/base")
    expect(check, {"core/domain/a.h": '#include "base/b.h"\n#include <QString>\n// #include "desk/d.h"\n'})
    expect(check, {"core/signing/cms/a.cpp": '#include "signing/key.h"\n#include "signing/pades/b.h"\n', "core/signing/pades/b.h": "",
                   "core/signing/key.h": '#include "signing/cms/c.h"\n', "core/signing/cms/c.h": ""},
           "cms/a.cpp:2", "signing/key.h:1")
    expect(check, {"core/storage/a.cpp": '#include "sync/outbox_door.h"\n#include "sync/doors.h"\n#include "sync/plan.h"\n'}, "sync/plan.h")
    expect(check, {"core/pdf/a.cpp": '#include "signing/b.h"\n'}, "not open to core/pdf")
    expect(check, {"core/desk/a.cpp": '#include "signing/b.h"\n#include "ui/shell/w.h"\n'}, "is a window")
    expect(check, {"core/base/a.cpp": '#include "core/base/b.h"\n#include "tests/x/y.h"\n'}, "from the top", "to the tests")
    expect(check, {"core/pdf/a.cpp": "#include <QWidget>\n#include <QtGui/QImage>\n"}, "QtWidgets", "QtGui")
    expect(check, {"core/domain/a.cpp": "#include <sqlite3.h>\n#include <boost/asio.hpp>\n"}, "sqlite3.h", "boost")
    expect(check, {"app/server/office/a.cpp": '#include <boost/beast.hpp>\n#include "server/http/s.h"\n',
                   "app/server/http/s.h": "#include <boost/beast.hpp>\n", "app/server/main.cpp": "#include <boost/asio.hpp>\n"},
           "app/server/office/a.cpp:1", "app/server/office/a.cpp:2")
    expect(check, {"app/ctl/a.cpp": '#include "server/office/o.h"\n', "app/server/office/o.h": ""}, "another program")
    expect(check, {"ui/scan/a.cpp": '#include "scanning/page.h"\n#include "scanning/door.h"\n', "core/scanning/page.h": values,
                   "core/scanning/door.h": "class Door { virtual void scan() = 0; };"}, "more than values")
    expect(check, {"core/pdf/CMakeLists.txt": "diakinisi_room(pdf\n  SOURCES a.cpp\n  LINKS Diakinisi::signing)\n"},
           "links signing")
    expect(check, {"core/misc/CMakeLists.txt": "diakinisi_room(misc\n  SOURCES a.cpp)\n"}, "not in the table")


if __name__ == "__main__":
    main(lambda tree: tolerated.Tolerated().without("layers", check(tree)), self_test)
