"""Where the functions of a C++ file begin and end, found by counting braces: enough for text that clang-format made."""
import re
from dataclasses import dataclass

from tree import bare

_DIRECTIVE = re.compile(r"^[ \t]*#(?:[^\n\\]|\\.|\\\n)*", re.M | re.S)
_TYPE = re.compile(r"\b(?:class|struct|union|enum)\b")
_ATTRIBUTE = re.compile(r"\[\[.*?\]\]|\balignas\s*\([^)]*\)")
_ACCESS = re.compile(r"^\s*(?:(?:public|protected|private|Q_SIGNALS|(?:public |protected |private )?Q_SLOTS)\s*:(?!:)\s*)+")


@dataclass
class Function:
    name: str
    line: int  # of its opening brace
    lines: int  # from the opening to the closing brace, both counted
    constructor: bool


def without_templates(head):
    """`template <...>` taken off the front, however deep its angles."""
    while (match := re.match(r"\s*template\s*<", head)):
        depth, i = 1, match.end()
        while i < len(head) and depth:
            depth += {"<": 1, ">": -1}.get(head[i], 0)
            i += 1
        head = head[i:]
    return head


def outside_parens(text):
    """The text with what stands in parentheses taken out: (a, b) becomes ()."""
    out, depth = [], 0
    for char in text:
        if char == ")":
            depth = max(0, depth - 1)
        if depth == 0:
            out.append(char)
        if char == "(":
            depth += 1
    return "".join(out)


def kind_of(head):
    """What the brace after this text opens: 'scope', 'type', 'function', 'member' (initialiser of one) or 'value'."""
    head = without_templates(_ACCESS.sub("", _ATTRIBUTE.sub("", head))).strip()
    if re.match(r"(?:inline\s+)?namespace\b", head) or head.startswith("extern"):
        return "scope"
    flat = outside_parens(head)
    if "()" not in flat:
        return "type" if _TYPE.search(flat) and "=" not in flat else "value"
    given = re.search(r"(?<![=!<>+\-*/|&^])=(?!=)(.*)", flat.split("operator")[0], re.S)
    if given:
        return "function" if re.match(r"\s*\[[^\]]*\]", given.group(1)) else "value"  # a lambda that a name is given to
    if re.search(r"\)\s*(?:noexcept\s*(?:\(\))?\s*)?:(?!:)", flat) and not flat.rstrip().endswith((")", "}")):
        return "member"  # X::X() : m_a{1}
    return "function"


def name_of(head):
    flat = outside_parens(without_templates(_ACCESS.sub("", head)))
    match = re.search(r"(operator\s*[^\s\w]+|[~\w:]+)\s*\(\)", flat)
    if match:
        return match.group(1)
    match = re.search(r"(\w+)\s*=", flat)
    return match.group(1) if match else flat.strip()[-40:]


def functions(text):
    """Every function (and named lambda outside one) of the text."""
    clean = _DIRECTIVE.sub(lambda m: re.sub(r"[^\n]", " ", m.group(0)), bare(text))
    found, stack, head_from, parens = [], [], 0, 0
    for i, char in enumerate(clean):
        inside = bool(stack) and stack[-1][0] in ("function", "value", "member")
        if char in "()":
            parens += 1 if char == "(" else -1
        elif char == "{":
            head = clean[head_from:i]
            kind = "value" if inside or parens > 0 else kind_of(head)
            stack.append((kind, head, clean.count("\n", 0, i) + 1, head_from, parens))
            parens = 0
            if kind in ("scope", "type", "function"):
                head_from = i + 1
        elif char == "}" and stack:
            kind, head, line, began, parens = stack.pop()
            if kind == "function":
                found.append(_function(head, line, clean.count("\n", 0, i) + 1, stack))
            # After an initialiser the same head goes on; after anything else a new one begins.
            head_from = began if kind in ("member", "value") else i + 1
        elif char == ";" and not inside and parens == 0:
            head_from = i + 1
    return found


def _function(head, first, last, stack):
    name = name_of(head)
    parts = name.split("::")
    owner = parts[-2] if len(parts) > 1 else _type_name(stack)
    return Function(name, first, last - first + 1, parts[-1] == owner)


def _type_name(stack):
    if not stack or stack[-1][0] != "type":
        return None
    match = re.search(r"\b(?:class|struct|union)\s+(?:\w+\s+)*?(\w+)\s*(?:final\s*)?(?::(?!:)|$)", stack[-1][1].strip())
    return match.group(1) if match else None


EXAMPLE = r'''
#include <x>
#define TWICE(a) { a; \
    a; }
namespace diakinisi {
enum class Colour { red, green };
struct Point { int x{0}; int y = 0; };
static const std::vector<int> table = {1, 2, {3}};
const struct Row rows[] = {
    {1, "a", [](int b) { return b; }},
    {size(2), "b", nullptr},
};
const Row more[size()] = {
    {1},
};
template <typename T, typename U = std::map<int, T>> struct Box {
    Box() : a{1}, b(2) {}
    T get() const noexcept { return a; }
    Q_SIGNALS:
    bool operator==(const Box& other) const { return a == other.a; }
};
Window::Window(QWidget* parent) : QWidget(parent), m_a{1},
      m_list{{1, 2}, {3}}
{
    const char* text = "}";  // }
    connect(this, [this] { go(); });
    for (;;) { if (x) { y(); } }
}
const auto late = [](int a) {
    return R"({)" + '{';
};
auto free(std::function<void()> f = {}) -> Result<int>
{
    return Point{1, 2}.x + 1'000;
}
} // namespace diakinisi
'''


def self_test():
    got = [(f.name, f.lines, f.constructor) for f in functions(EXAMPLE)]
    wanted = [("Box", 1, True), ("get", 1, False), ("operator==", 1, False), ("Window::Window", 5, True), ("late", 3, False),
              ("free", 3, False)]
    wanted = [(n, {"free": 3}.get(n, l), c) for n, l, c in wanted]
    assert got == wanted, f"\n{got}\n{wanted}"
