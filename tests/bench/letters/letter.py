"""A letter as values, and how dates are written."""
from dataclasses import dataclass, field

GENITIVE = "Ιανουαρίου Φεβρουαρίου Μαρτίου Απριλίου Μαΐου Ιουνίου Ιουλίου Αυγούστου Σεπτεμβρίου Οκτωβρίου Νοεμβρίου Δεκεμβρίου".split()
NOMINATIVE = "Ιανουάριος Φεβρουάριος Μάρτιος Απρίλιος Μάιος Ιούνιος Ιούλιος Αύγουστος Σεπτέμβριος Οκτώβριος Νοέμβριος Δεκέμβριος".split()
CAPITALS = "ΙΑΝΟΥΑΡΙΟΥ ΦΕΒΡΟΥΑΡΙΟΥ ΜΑΡΤΙΟΥ ΑΠΡΙΛΙΟΥ ΜΑΪΟΥ ΙΟΥΝΙΟΥ ΙΟΥΛΙΟΥ ΑΥΓΟΥΣΤΟΥ ΣΕΠΤΕΜΒΡΙΟΥ ΟΚΤΩΒΡΙΟΥ ΝΟΕΜΒΡΙΟΥ ΔΕΚΕΜΒΡΙΟΥ".split()
SHORT = "Ιαν. Φεβ. Μαρ. Απρ. Μαΐου Ιουν. Ιουλ. Αυγ. Σεπ. Οκτ. Νοε. Δεκ.".split()
ENGLISH = "January February March April May June July August September October November December".split()


@dataclass
class Letter:
    name: str
    subject: str
    place: str
    date: str  # ISO
    heading: list = field(default_factory=list)
    sender: str = ""
    unit: str = ""
    number: str = ""
    to: list = field(default_factory=list)
    copies: list = field(default_factory=list)
    related: list = field(default_factory=list)
    body: list = field(default_factory=list)
    attachments: list = field(default_factory=list)
    sheets: int = 0
    signer: tuple = ()
    kind: str = ""
    ada: str = ""
    priority: str = ""
    classification: str = ""
    person: dict = field(default_factory=dict)
    english: bool = False

    def __post_init__(self):
        afm = self.person.get("afm")
        assert not afm or valid_tax_number(afm), f"{self.name}: the check digit of {afm} should be {tax_number(afm[:8])[-1]}"
        if self.person:
            self.sender = f"{self.person['name']} {self.person['surname']}"


def tax_number(eight):
    """The eight digits with their check digit."""
    return eight + str(sum(int(digit) << (8 - i) for i, digit in enumerate(eight)) % 11 % 10)


def valid_tax_number(text):
    return len(text) == 9 and tax_number(text[:8]) == text


def written(iso, form):
    """The date in one of the forms that offices use."""
    year, month, day = iso.split("-")
    d, m, yy = int(day), int(month), year[2:]
    return {
        "slash": f"{day}/{month}/{year}", "slash-short": f"{d}/{m}/{yy}", "slash-bare": f"{d}/{m}/{year}",
        "dash": f"{day}-{month}-{year}", "dash-bare": f"{d}-{m}-{year}", "dash-short": f"{d}-{m}-{yy}",
        "dot": f"{day}.{month}.{year}", "dot-bare": f"{d}.{m}.{year}", "spaced": f"{day} / {month} / {year}",
        "genitive": f"{d} {GENITIVE[m - 1]} {year}", "genitive-0": f"{day} {GENITIVE[m - 1]} {year}",
        "nominative": f"{d} {NOMINATIVE[m - 1]} {year}", "capitals": f"{d} {CAPITALS[m - 1]} {year}", "short": f"{d} {SHORT[m - 1]} {year}",
        "ordinal": f"{d}η {GENITIVE[m - 1]} {year}", "iso": iso,
        "english": f"{d} {ENGLISH[m - 1]} {year}", "american": f"{ENGLISH[m - 1]} {d}, {year}", "english-th": f"{d}{suffix(d)} {ENGLISH[m - 1]} {year}",
    }[form]


def suffix(day):
    return "th" if 10 <= day % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
