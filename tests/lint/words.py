"""Words that must not stand in the code: promises of unfinished work, nested event loops, platform switches in rules ..."""
import os
import re

import tolerated
from tree import bare, expect, lines_with, main

# Written in two halves, so that this file does not trip over itself.
UNFINISHED = re.compile(r"\b(?:" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK", "not impl" "emented", "place" "holder",
                                               "st" "ub")) + r")\b", re.I)
CODE = (".cpp", ".h", ".py", ".sh", ".cmake", ".sql", "CMakeLists.txt", "dev", ".ci/run")

PLATFORM_FILE = re.compile(r"(?:^|_)(?:linux|posix|unix|windows|sane|wia|cng|keychain)(?:_|$)")
SWITCH = re.compile(r"^[ \t]*#[ \t]*(?:if|ifdef|ifndef|elif)\b[^\n]*\b(?:Q_OS_\w+|_WIN32|WIN32|_WIN64|__linux__|__unix__|__MINGW\w+)",
                    re.M)

# (what, pattern, where it may not stand, why)
CPP = [
    ("nested loop", r"\b(?:QEventLoop|processEvents|waitForFinished|waitForReadyRead|waitForStarted)\b", ("ui/", "app/desktop/"),
     "nothing waits in a window: news come as signals"),
    ("exec", r"(?<![dD]rag)(?:->|\.)exec\s*\(|\bQ\w*(?:Dialog|Menu|MessageBox)::exec\b|"
     r"\bQMessageBox::(?:question|warning|information|critical|about)\s*\(|\bQFileDialog::get\w+\s*\(|\bQInputDialog::get\w+\s*\(",
     ("ui/",), "it runs a loop inside the loop; open() it and take the signal"),
    ("sleep", r"\b(?:sleep_for|sleep_until|usleep|QThread::m?sleep)\b", ("ui/",), "a window never sleeps"),
    ("style sheet", r"\bsetStyleSheet\b", ("ui/", "app/desktop/"), "the platform's style, with palette and metrics"),
    ("standard output", r"\bstd::(?:cout|cerr|clog)\b|(?<![sn\w])f?printf\s*\(|\bputs\s*\(|\bqDebug\b", ("core/",),
     "core prints nothing: it returns a Result"),
    ("singleton", r"\bstatic\b[^;{}()]*\binstance\s*\(|\bQ_GLOBAL_STATIC\b", ("core/", "ui/", "app/"),
     "parts are handed in by the composition root"),
    ("lenient JSON", r"\bQJsonDocument::fromJson\b", ("core/", "app/server/"),
     "it takes duplicate keys silently: wire has the one strict reader"),
]
CPP = [(what, re.compile(pattern), where, why) for what, pattern, where, why in CPP]


def check(tree):
    for path in tree.files:
        if path.endswith(CODE) and not path.startswith("tests/data/"):
            for line, match in lines_with(UNFINISHED, tree.read(path)):
                yield f"{path}:{line}: says '{match.group(0)}': finish it or leave it out"
    for path in tree.cpp():
        text = bare(tree.read(path))
        if not PLATFORM_FILE.search(os.path.splitext(os.path.basename(path))[0]):
            for line, match in lines_with(SWITCH, text):
                yield f"{path}:{line}: platform switch '{match.group(0).strip()}': belongs in a file named after the platform"
        for what, pattern, where, why in CPP:
            if path.startswith(where):
                for line, match in lines_with(pattern, text):
                    yield f"{path}:{line}: {what} '{match.group(0).strip()}': {why}"


def self_test():
    for word in ("TO" "DO", "fix" "me", "XX" "X", "Ha" "ck", "not impl" "emented", "place" "holder", "st" "ub"):
        expect(check, {"core/a/a.cpp": f"int a;\n// {word}: later\n"}, "core/a/a.cpp:2")
        expect(check, {"dev": f"# {word}\n"}, "dev:1")
    expect(check, {"ui/a/a.cpp": "edit->set" "Place" "holderText(t);\nmkstemp(\"aXX" "XXXX\");\n"})
    expect(check, {"ui/a/a.cpp": "QEventLoop loop;\nqApp->processEvents();\nf.waitForFinished();\n"}, ":1:", ":2:", ":3:")
    expect(check, {"ui/a/a.cpp": "dialog->exec();\nQMenu m; m.exec(p);\nd.QDialog::exec();\nQMessageBox::question(this, a, b);\n"
                                 "drag->exec(Qt::CopyAction);\n// box.exec() is not used\n"}, ":1:", ":2:", ":3:", ":4:")
    expect(check, {"app/desktop/main.cpp": "return app.exec();\n"})
    expect(check, {"core/a/a.cpp": "#ifdef Q_OS_WIN\n#endif\n#if defined(_WIN32)\n#endif\n", "core/a/key_windows.cpp": "#ifdef _WIN32\n"},
           "a.cpp:1", "a.cpp:3")
    expect(check, {"ui/a/a.cpp": 'w->setStyleSheet("a");\n'}, "style sheet")
    expect(check, {"core/a/a.cpp": 'std::cout << 1;\nprintf("a");\nsnprintf(b, 1, "a");\n', "app/ctl/a.cpp": "std::cout << 1;\n"},
           "a.cpp:1", "a.cpp:2")
    expect(check, {"core/a/a.h": "class A { static A& instance(); };\n", "ui/a/a.h": "Q_GLOBAL_STATIC(int, a)\n"}, "core/a", "ui/a")
    expect(check, {"ui/a/a.cpp": "auto* a = QCoreApplication::instance();\nstd::this_thread::sleep_for(1s);\n"}, "sleep")
    expect(check, {"core/wire/a.cpp": "QJsonDocument::fromJson(b);\n", "ui/a.cpp": "QJsonDocument::fromJson(b);\n"}, "lenient")


if __name__ == "__main__":
    main(lambda tree: tolerated.Tolerated().without("words", check(tree)), self_test)
