"""Size is watched: window constructors and settings code are where such programs begin to rot.

.cpp at most 400 lines (nine in ten: 300), header 200, function 60 (nine in ten: 25), constructor 40.
"""
import functions
import tolerated
from tree import expect, main

CPP, CPP_MOST, HEADER = 400, 300, 200
FUNCTION, FUNCTION_MOST, CONSTRUCTOR = 60, 25, 40
ENOUGH = 20  # fewer have no percentile worth a complaint


def percentile_90(numbers):
    return sorted(numbers)[(len(numbers) * 9 + 9) // 10 - 1]


def check(tree):
    cpp_lines, function_lines = [], []
    for path in tree.cpp():
        text = tree.read(path)
        lines, limit = text.count("\n"), CPP if path.endswith(".cpp") else HEADER
        product = not path.startswith("tests/")
        if lines > limit:
            yield f"{path}:1: {lines} lines, at most {limit}"
        if product and path.endswith(".cpp"):
            cpp_lines.append(lines)
        for function in functions.functions(text):
            limit = CONSTRUCTOR if function.constructor else FUNCTION
            if function.lines > limit:
                what = "constructor" if function.constructor else "function"
                yield f"{path}:{function.line}: {what} {function.name} has {function.lines} lines, at most {limit}"
            if product:
                function_lines.append(function.lines)
    for what, numbers, limit in ((".cpp files", cpp_lines, CPP_MOST), ("functions", function_lines, FUNCTION_MOST)):
        if len(numbers) >= ENOUGH and percentile_90(numbers) > limit:
            yield f"all: one in ten {what} has more than {limit} lines (90th percentile {percentile_90(numbers)})"


def body(name, lines):
    return f"void {name}()\n{{\n" + "    go();\n" * (lines - 2) + "}\n"


def self_test():
    functions.self_test()
    expect(check, {"core/a/a.cpp": "int a;\n" * 401, "core/a/b.cpp": "int a;\n" * 400}, "a.cpp:1: 401 lines")
    expect(check, {"ui/a/a.h": "int a;\n" * 201, "ui/a/b.h": "int a;\n" * 200}, "a.h:1: 201 lines")
    expect(check, {"core/a/a.cpp": body("f", 61) + body("g", 60)}, "a.cpp:2: function f has 61 lines")
    expect(check, {"core/a/a.cpp": body("A::A", 41).replace("void ", "") + body("B::b", 41)}, "constructor A::A has 41")
    expect(check, {"core/a/a.cpp": "".join(body(f"f{i}", 26 if i < 3 else 5) for i in range(20))}, "one in ten functions")
    expect(check, {f"core/a/{i}.cpp": "int a;\n" * (301 if i < 3 else 9) for i in range(20)}, "one in ten .cpp files")
    expect(check, {"core/a/a.cpp": "".join(body(f"f{i}", 26 if i < 2 else 5) for i in range(20))})


if __name__ == "__main__":
    main(lambda tree: tolerated.Tolerated().without("sizes", check(tree)), self_test)
