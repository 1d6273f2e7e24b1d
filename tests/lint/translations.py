"""Every text of the program is translated: no unfinished, empty or left-over entry in translations/*.ts, the same in all."""
import re
import xml.etree.ElementTree as xml

from tree import expect, main

LANGUAGES = {"el", "en"}
MARKS = re.compile(r"%(?:L?\d+|n)")


def messages(path, text):
    """((context, source, comment), translation element) of a .ts file."""
    for context in xml.fromstring(text).iter("context"):
        name = context.findtext("name")
        for message in context.iter("message"):
            key = (name, message.findtext("source") or "", message.findtext("comment") or "")
            yield key, message.get("id"), message.find("translation")


def faults(path, text):
    for (context, source, _), _, translation in messages(path, text):
        what = f"{path}:1: {context}: '{source[:60]}'"
        if translation is None:
            yield f"{what} has no translation"
            continue
        if translation.get("type"):
            yield f"{what} is {translation.get('type')}"
            continue
        forms = [form.text or "" for form in translation.iter("numerusform")] or [translation.text or ""]
        if not all(form.strip() for form in forms):
            yield f"{what} is translated with nothing"
        elif any(not set(MARKS.findall(form)) <= set(MARKS.findall(source)) for form in forms):
            yield f"{what} has other %marks in its translation"


def check(tree):
    """Own texts are <program>_<language>.ts; what only one language has (Qt's own dialogs in Greek) is not compared."""
    keys = {}
    for path in tree.files:
        if not re.fullmatch(r"translations/\w+\.ts", path):
            continue
        try:
            yield from faults(path, tree.read(path))
            program, _, language = path[len("translations/"):-len(".ts")].rpartition("_")
            keys.setdefault(program, {})[language] = {key for key, _, _ in messages(path, tree.read(path))}
        except xml.ParseError as error:
            yield f"{path}:1: {error}"
    for program, by_language in keys.items():
        if not LANGUAGES <= set(by_language):
            continue
        for language in LANGUAGES:
            other = set().union(*by_language.values()) - by_language[language]
            for context, source, _ in sorted(other):
                yield f"translations/{program}_{language}.ts:1: {context}: '{source[:60]}' is missing"


def ts(*rows):
    body = "".join(f"<message><source>{s}</source>{t}</message>" for s, t in rows)
    return f'<?xml version="1.0"?><TS version="2.1"><context><name>A</name>{body}</context></TS>'


def self_test():
    file = "translations/diakinisi_el.ts"
    good = ("Open %1", "<translation>Άνοιγμα %1</translation>")
    expect(check, {file: ts(good, ("%n", "<translation><numerusform>ένα</numerusform><numerusform>%n</numerusform></translation>"))})
    expect(check, {file: ts(good, ("B", '<translation type="unfinished">Β</translation>'))}, "'B' is unfinished")
    expect(check, {file: ts(good, ("B", '<translation type="vanished">Β</translation>'))}, "'B' is vanished")
    expect(check, {file: ts(good, ("B", "<translation></translation>"))}, "with nothing")
    expect(check, {file: ts(good, ("B", ""))}, "has no translation")
    expect(check, {file: ts(("Open %1", "<translation>Άνοιγμα %2</translation>"))}, "other %marks")
    expect(check, {file: "<TS>"}, "diakinisi_el.ts:1")
    expect(check, {file: ts(good, ("B", "<translation>Β</translation>")), file.replace("_el", "_en"): ts(good)},
           "diakinisi_en.ts:1: A: 'B' is missing")
    expect(check, {file: ts(good), "translations/qt_el.ts": ts(good)})


if __name__ == "__main__":
    main(check, self_test)
