"""Pieces of HTML that several layouts share."""
import zlib

CSS = """
@page { size: A4; margin: 18mm 20mm 16mm 24mm; }
body { margin: 0; font-size: 11pt; line-height: 1.4; }
p { margin: 0 0 2.5mm; text-align: justify; }
.two { display: table; width: 100%; margin-bottom: 7mm; }
.two > div { display: table-cell; vertical-align: top; }
.two p, .plain p { text-align: left; }
.left { width: 55%; padding-right: 6mm; }
.b { font-weight: bold; }
.c { text-align: center; }
.c p { text-align: center; }
.r p, p.r { text-align: right; }
.small { font-size: 8.8pt; line-height: 1.3; }
.crest { width: 14mm; height: 14mm; border: 1pt solid #000; border-radius: 50%; text-align: center; line-height: 14mm; font-size: 13pt; margin-bottom: 1.5mm; }
.label { display: table; margin: 3mm 0; }
.label > span { display: table-cell; width: 20mm; }
.label > div { display: table-cell; }
.sign { width: 78mm; margin: 8mm 0 0 auto; text-align: center; break-inside: avoid; }
.sign p { text-align: center; margin: 0; }
.sign .gap { height: 15mm; }
.foot { font-size: 9.4pt; margin-top: 6mm; }
table.grid { border-collapse: collapse; width: 100%; margin-bottom: 5mm; }
table.grid td { border: .6pt solid #000; padding: 1mm 2mm; vertical-align: top; }
.box { border: .8pt solid #000; padding: 2mm 3mm; }
.stamp { position: absolute; border: 1.6pt solid #456; color: #456; padding: 2mm 3mm; font-weight: bold; text-align: center; font-size: 9pt; opacity: .8; }
.round { border-radius: 50%; width: 26mm; height: 26mm; padding: 6mm 3mm 0; }
"""

FONTS = {"times": "'Liberation Serif'", "arial": "'Liberation Sans'", "courier": "'Liberation Mono'", "dejavu": "'DejaVu Serif'", "verdana": "'DejaVu Sans'",
         "didot": "'GFS Didot'", "artemisia": "'GFS Artemisia'", "neohellenic": "'GFS Neohellenic'", "free": "'FreeSerif'", "freesans": "'FreeSans'",
         "open": "'Open Sans'", "carlito": "'Carlito'", "comic": "'Comic Neue'"}


def draw(letter, *choices):
    """One of the choices, always the same for a letter."""
    return choices[zlib.crc32(letter.name.encode()) % len(choices)]


def document(body, font="times", size=11, lang="el", extra=""):
    return (f'<!DOCTYPE html><html lang="{lang}"><head><meta charset="utf-8"><style>{CSS} body {{ font-family: {FONTS[font]}; font-size: {size}pt; }} {extra}'
            f"</style></head><body>{body}</body></html>")


def lines(texts):
    return "<br>".join(texts)


def contact(letter):
    street = draw(letter, "Βασ. Όλγας 12", "Λεωφ. Δημοκρατίας 44", "Πλατεία Αριστοτέλους 1", "28ης Οκτωβρίου 7")
    code = draw(letter, "631 00", "151 80", "546 40", "630 77")
    clerk = draw(letter, "Κ. Αδαμίδου", "Γ. Νικολαΐδης", "Ε. Φωτίου", "Σ. Μπάκας")
    phone = draw(letter, "23713 50 211", "213 136 4000", "2310 295 118", "23710 22 055")
    return [("Ταχ. Δ/νση", street), ("Τ.Κ.", f"{code} {letter.place}"), ("Πληροφορίες", clerk), ("Τηλέφωνο", phone), ("E-mail", f"info@{draw(letter, 'foreas', 'ypiresia', 'org')}.example.gr")]


def contact_lines(letter):
    return lines(f"{label}: {value}" for label, value in contact(letter))


def contact_table(letter):
    return "<table class=small>" + "".join(f"<tr><td>{label}</td><td>: {value}</td></tr>" for label, value in contact(letter)) + "</table>"


def paragraphs(letter, closing=""):
    return "".join(f"<p>{text}</p>" for text in letter.body + ([closing] if closing else []))


def signature(letter, stamp=False):
    if not letter.signer:
        return ""
    title, name = letter.signer
    seal = '<div class="stamp round" style="transform: rotate(-12deg); margin-left: -20mm">ΣΦΡΑΓΙΔΑ<br>ΥΠΗΡΕΣΙΑΣ</div>' if stamp else ""
    return f"<div class=sign><p>{title.replace(' – ', '<br>')}</p>{seal}<div class=gap></div><p>{name}</p></div>"


def numbered(texts, mark="{}. "):
    return lines(mark.format(i + 1) + text for i, text in enumerate(texts))


def marks(letter, sep="<br>"):
    """Classification and priority as they are printed."""
    words = {"unclassified": "ΑΔΙΑΒΑΘΜΗΤΟ", "confidential": "ΕΜΠΙΣΤΕΥΤΙΚΟ", "personal-data": "ΠΡΟΣΩΠΙΚΑ ΔΕΔΟΜΕΝΑ", "secret": "ΑΠΟΡΡΗΤΟ",
             "urgent": "ΕΠΕΙΓΟΝ", "very-urgent": draw(letter, "ΕΞΑΙΡΕΤΙΚΑ ΕΠΕΙΓΟΝ", "ΕΞΑΙΡΕΤΙΚΩΣ ΕΠΕΙΓΟΝ")}
    return sep.join(words[word] for word in (letter.classification, letter.priority) if word)
