"""How well letters were read: recall and precision of each field, and whether the confidence means what it says."""
import difflib
import re
import unicodedata
from collections import defaultdict

LATIN = str.maketrans("ABEZHIKMNOPTYXVabehiknoptuvxy", "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧΝΑΒΕΗΙΚΝΟΡΤΥΝΧΥ")
ALIKE = 0.94  # of two texts: above it they are the same but for a letter or two of recognition
CLEAN = ("digital", "clean")
# What a layout does not print cannot be read.
WITHOUT_PLACE = ("numbered_recipients", "grid", "logo", "form_table", "memo", "right_labels", "modern", "declaration", "counter_form", "english_block", "act",
                 "header_cells", "club", "ruled_memo", "after_salutation")
WITH_ADA = ("standard", "decision", "right_labels", "act", "secrecy", "decree")
WITHOUT_COPIES = ("grid", "decision", "english", "company", "association", "two_languages", "act", "english_block", "decree", "after_salutation")
FORMS = ("application", "form_table", "declaration", "counter_form", "fields_above")
JOINED = ("form_table", "declaration", "club", "fields_above")  # recipients printed in one line, as one


def folded(text):
    """Capitals without accents, one alphabet, letters and digits only."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text or "") if not unicodedata.combining(c))
    return re.sub(r"[^\w]+", " ", plain.translate(LATIN).upper().replace("Σ", "Σ")).strip()


def alike(a, b, least=ALIKE):
    a, b = folded(a), folded(b)
    return a == b or difflib.SequenceMatcher(None, a, b, autojunk=False).ratio() >= least


def number_alike(a, b):
    return folded(a).replace(" ", "") == folded(b).replace(" ", "")


def sender_alike(read, true):
    same_words = sorted(folded(read).split()) == sorted(folded(true).split())
    return alike(read, true, 0.9) or same_words or folded(true) in folded(read)


# field of the truth -> (field of the reading, how they are compared)
SINGLE = {
    "subject": ("subject", "text", alike),
    "number": ("sender_number", "text", number_alike),
    "date": ("sender_date", "value", lambda a, b: a == b),
    "sender": ("sender", "text", sender_alike),
    "unit": ("sender_unit", "text", lambda a, b: alike(a, b, 0.9)),
    "place": ("place", "text", lambda a, b: alike(a, b, 0.9)),
    "kind": ("kind", "value", lambda a, b: folded(a) == folded(b)),
    "ada": ("ada", "text", number_alike),
    "priority": ("priority", "value", lambda a, b: a == b),
    "classification": ("classification", "value", lambda a, b: a == b),
    "attachments": ("attachment_count", "value", lambda a, b: a == b),
    "signer": ("signer", "text", lambda a, b: alike(a, b, 0.9)),
    "name": ("applicant_name", "text", lambda a, b: alike(*(" ".join(sorted(folded(t).split())) for t in (a, b)), 0.9)),
    "tax number": ("applicant_tax_number", "value", lambda a, b: a == b),
}
LISTS = {"recipients": ("recipients", "to"), "copies": ("copies", "copies"), "related": ("related", "related")}


def truth_of(row, name):
    person = row["person"]
    form = row["layout"] in FORMS
    signer = row["signer"][1].split(",")[0] if row["signer"] else ""
    layout = row["layout"]
    unprinted = {"place": layout in WITHOUT_PLACE, "ada": layout not in WITH_ADA, "classification": layout == "two_languages"}
    if unprinted.get(name):
        return ""
    return {"kind": "έγγραφο" if row["english"] else row["kind"], "attachments": str(len(row["attachments"])) if row["attachments"] else "", "signer": signer,
            "name": f"{person['name']} {person['surname']}" if form else "",
            "tax number": person["afm"] if form else ""}.get(name, row.get(name, ""))


def list_of(row, name, of):
    """What the layout prints of a list."""
    layout, true = row["layout"], row[of]
    if name == "copies" and layout in WITHOUT_COPIES:
        return []
    if name == "recipients" and layout in JOINED:
        return [", ".join(true)]
    if name == "related" and layout == "military" and not true:
        return ["Νόμος 4662/2020"]
    return true


class Scores:
    """Counts by (field, group of ways or way): right, given, true."""

    def __init__(self):
        self.counts = defaultdict(lambda: [0, 0, 0])
        self.calibration = defaultdict(lambda: defaultdict(lambda: [0, 0]))
        self.wrong = []

    def add(self, row, reading):
        groups = ("unspoilt" if row["way"] in CLEAN else "spoilt", row["way"])
        for name, (field, key, same) in SINGLE.items():
            true, read = truth_of(row, name), reading.get(field)
            right = bool(true and read and same(read[key], true))
            self.note(name, groups, right, bool(read), bool(true))
            if read:
                mine = self.calibration[name][min(int(read["confidence"] * 10), 9)]
                mine[0] += right
                mine[1] += 1
            if not right and (true or read):
                self.wrong.append((name, row["file"], true, read and (read[key], read["confidence"])))
        for name, (field, of) in LISTS.items():
            self.add_list(name, groups, row, [r["text"] for r in reading.get(field) or []], list_of(row, name, of))

    def add_list(self, name, groups, row, read, true):
        left = list(true)
        for text in read:
            match = next((t for t in left if alike(text, t, 0.9)), None)
            if match:
                left.remove(match)
            else:
                self.wrong.append((name, row["file"], "", text))
        self.wrong += [(name, row["file"], t, None) for t in left]
        for group in groups:
            counts = self.counts[name, group]
            counts[0] += len(true) - len(left)
            counts[1] += len(read)
            counts[2] += len(true)

    def note(self, name, groups, right, given, true):
        for group in groups:
            counts = self.counts[name, group]
            counts[0] += right
            counts[1] += given
            counts[2] += true

    def recall(self, name, group):
        right, _, true = self.counts[name, group]
        return right / true if true else None

    def precision(self, name, group):
        right, given, _ = self.counts[name, group]
        return right / given if given else None

    def table(self):
        """Rows of text: each field's recall and precision, clean and spoilt; then what confidence meant."""
        def percent(value):
            return "   -" if value is None else f"{value * 100:3.0f}%"
        yield f"{'field':<16} {'clean: recall precision of':>28} {'spoilt: recall precision of':>30}"
        for name in [*SINGLE, *LISTS]:
            cells = [f"{percent(self.recall(name, g))} {percent(self.precision(name, g))} {self.counts[name, g][2]:>5}" for g in ("unspoilt", "spoilt")]
            yield f"{name:<16} {cells[0]:>28} {cells[1]:>30}"
        yield "of those read with a confidence of about so much, so many were right (of how many):"
        for name in ("subject", "number", "date", "sender"):
            tenths = self.calibration[name]
            yield f"  {name:<10} " + "  ".join(f"{t / 10:.1f}: {tenths[t][0] / tenths[t][1] * 100:.0f}% ({tenths[t][1]})" for t in sorted(tenths))

    def by_way(self, name):
        return {group: self.recall(name, group) for (field, group) in self.counts if field == name}
