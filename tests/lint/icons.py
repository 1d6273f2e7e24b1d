"""The icons are of one simple stroke style, and every icon that the code names is there."""
import re

from tree import expect, main

FOLDER = "resources/icons/"
APPLICATION = FOLDER + "diakinisi.svg"
STYLE = re.compile(r'<svg xmlns="http://www\.w3\.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#000" '
                   r'stroke-width="1\.75" stroke-linecap="round" stroke-linejoin="round"><path d="M[^"]+"/></svg>\n')
NAMED = re.compile(r':/icons/(?:16|24)/([\w-]+)\.png')
SIZES = re.compile(r':/icons/(?!(?:16|24)/[\w-]+\.png|app/(?:16|24|32|48|64|128|256)\.png|[^/"\s]*["\s%]|(?:16|24|app)/["%])[^\s"]+')


def check(tree):
    names = {path[len(FOLDER):-len(".svg")] for path in tree.files if path.startswith(FOLDER) and path.endswith(".svg")}
    for name in sorted(names):
        path = FOLDER + name + ".svg"
        if path != APPLICATION and not STYLE.fullmatch(tree.read(path)):
            yield f"{path}:1: not 24 x 24 with one black path of stroke 1.75, round caps and joins"
    if APPLICATION not in tree.files:
        yield f"{APPLICATION}:1: the program has no icon"
    for path in tree.cpp("ui", "app"):
        for number, line in enumerate(tree.read(path).splitlines(), 1):
            for name in NAMED.findall(line):
                if name not in names:
                    yield f"{path}:{number}: there is no icon '{name}'"
            for other in SIZES.findall(line):
                yield f"{path}:{number}: there is no '{other}'"


def self_test():
    good = ('<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="#000" '
            'stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"><path d="M5 12h14"/></svg>\n')
    tree = {APPLICATION: "<svg/>", FOLDER + "plus.svg": good,
            "ui/a/a.cpp": 'QIcon(u":/icons/24/plus.png"_s); QIcon(u":/icons/app/64.png"_s); u":/icons/%1/%2.png"_s; u":/icons/"_s;\n'}
    expect(check, tree)
    for bad in (good.replace("1.75", "2"), good.replace("#000", "red"), good.replace("<path", "<circle/><path"), "<svg/>"):
        expect(check, {**tree, FOLDER + "plus.svg": bad}, "plus.svg:1")
    expect(check, {**tree, "ui/a/a.cpp": 'QIcon(u":/icons/24/minus.png"_s)\n'}, "no icon 'minus'")
    expect(check, {**tree, "ui/a/a.cpp": 'QIcon(u":/icons/25/plus.png"_s)\n'}, "':/icons/25/plus.png'")
    expect(check, {FOLDER + "plus.svg": good}, "no icon")


if __name__ == "__main__":
    main(check, self_test)
