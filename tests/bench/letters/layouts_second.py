"""Layouts of the second set: see contents_second.py."""
from html_pieces import contact_lines, document, draw, lines, marks, numbered, paragraphs, signature
from letter import written


def attached(x, label):
    return f"<div class=foot><p>{label}: {numbered(x.attachments, '{}) ')}</p></div>" if x.attachments else ""


def right_labels(x):
    """Everything of the right column beside right-aligned labels; the subject in a ruled box."""
    rows = [("Ημερομηνία", written(x.date, draw(x, "dot-bare", "genitive-0"))), ("Αρ. πρωτοκόλλου", x.number)] + [("Προς" if i == 0 else "", t) for i, t in enumerate(x.to)] + \
           [("Κοιν." if i == 0 else "", t) for i, t in enumerate(x.copies)]
    table = "".join(f'<tr><td style="text-align: right; padding-right: 3mm">{label}</td><td><b>{value}</b></td></tr>' for label, value in rows)
    return document(f"""<div class=two><div class=left style="width: 48%"><p>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div><div>{f'<p class=b>{marks(x)}</p>' if marks(x) else ''}{f'<p>ΑΔΑ {x.ada}</p>' if x.ada else ''}<table>{table}</table></div></div>
<div class=box style="margin-bottom: 4mm">ΘΕΜΑ: <b>{x.subject}</b></div>{'<p>Σχετικά έγγραφα: ' + '; '.join(x.related) + '</p>' if x.related else ''}{paragraphs(x)}{signature(x)}{attached(x, 'Συνημμένα')}""", draw(x, "open", "times", "freesans"), 10.5)


def one_line(x):
    """Heading across the page, number and date in one line, recipients after the subject."""
    return document(f"""<p class="c b">{' – '.join(x.heading[:2])}</p><p class=c>{'<br>'.join(x.heading[2:])}</p><p class="c small">{contact_lines(x).replace('<br>', ', ')}</p><hr>
<p>Αριθ. πρωτ.: {x.number} <span style="margin-left: 30mm">{x.place}, {written(x.date, draw(x, 'slash', 'genitive'))}</span></p><p class=r><b>{marks(x, ', ')}</b></p>
<p><b>Θέμα:</b> «{x.subject}»</p><p><b>Προς:</b> {'; '.join(x.to)}</p>{f'<p><b>Κοιν.:</b> {"; ".join(x.copies)}</p>' if x.copies else ''}{paragraphs(x)}{signature(x, stamp=True)}{attached(x, 'Επισυνάπτονται')}""", draw(x, "didot", "carlito", "verdana"), 10.5)


def military(x):
    """As the uniformed services write: heading on the right, sender's particulars below it, the subject numbered."""
    return document(f"""<div class=two><div class=left><p>ΠΡΟΣ: {lines(x.to)}</p><p>ΚΟΙΝ: {lines(x.copies) if x.copies else '—'}</p><p><b>{marks(x)}</b></p></div>
<div><p>{lines(x.heading)}<br>ΤΗΛ. {draw(x, '23710 24444', '23730 21172')}<br>Φ. {x.number}<br>ΑΡΙΘ. ΠΡΩΤ.: {x.number}<br>{x.place}, {written(x.date, draw(x, 'short', 'genitive'))}</p></div></div>
<p>ΘΕΜΑ: <u>{x.subject}</u></p><p>ΣΧΕΤ.: {'<br>'.join(x.related) if x.related else 'Νόμος 4662/2020'}</p>{''.join(f'<p>{i + 1}. {t}</p>' for i, t in enumerate(x.body))}{signature(x)}{attached(x, 'ΣΥΝΗΜΜΕΝΑ')}""", draw(x, "arial", "courier"), 10.5)


def modern(x):
    """A body's new look: large name, a bar of particulars, everything flush left."""
    return document(f"""<p class=b style="font-size: 15pt; margin-bottom: 1mm">{x.heading[-1] if len(x.heading) < 3 else x.sender}</p><p class=small>{' | '.join(x.heading)}</p>
<table style="width: 100%; border-top: 1pt solid; border-bottom: 1pt solid; margin-bottom: 5mm" class=small><tr><td>Ημ/νία: {written(x.date, draw(x, 'slash', 'iso', 'dot'))}</td><td>Α.Π. {x.number}</td><td>{marks(x, ' ') or 'ΚΑΝΟΝΙΚΟ'}</td></tr></table>
<p>Προς:<br>{lines(x.to)}</p>{f'<p>Κοινοποίηση:<br>{lines(x.copies)}</p>' if x.copies else ''}<p class=b style="font-size: 12.5pt">{x.subject}</p>{paragraphs(x)}{signature(x)}{attached(x, 'Συνημμένα')}""", draw(x, "open", "freesans"), 10.5)


def act(x):
    return document(f"""<p class=r>ΑΝΑΡΤΗΤΕΑ ΣΤΟ ΔΙΑΔΙΚΤΥΟ<br>ΑΔΑ: {x.ada}</p><p class=b>{lines(x.heading)}</p><p class="c b">Απόσπασμα από το πρακτικό της {written(x.date, 'ordinal')} συνεδρίασης</p><p class=c>Αριθμός Απόφασης: {x.number}</p>
<p>ΘΕΜΑ: {x.subject}</p><p>Στη Νέα Όλυνθο σήμερα, {written(x.date, 'genitive')}, συνεδρίασε η Δημοτική Επιτροπή.</p>{paragraphs(x)}{signature(x)}""", draw(x, "times", "dejavu"))


def two_languages(x):
    """Left heading in Greek, right heading in English."""
    return document(f"""<div class=two><div class=left style="width: 50%"><p class=b>{lines(x.heading)}</p></div><div><p>HELLENIC REPUBLIC<br>{draw(x, 'MUNICIPALITY', 'PUBLIC BODY')}</p></div></div>
<p>{x.place}, {written(x.date, draw(x, 'genitive', 'dash'))} &nbsp;&nbsp; Αρ. Πρωτ./Prot. No.: {x.number}</p><p>Προς/To: {lines(x.to)}</p><p class=b>Θέμα/Subject: {x.subject}</p>{paragraphs(x)}{signature(x)}{attached(x, 'Συνημμένα/Encl.')}""", draw(x, "arial", "carlito"), 10.5)


def association(x):
    """A club's paper: name in an arch of capitals, number bottom left of the head, a round seal."""
    return document(f"""<div class="c b"><p style="font-size: 13pt">{x.heading[0]}</p><p>{lines(x.heading[1:])}</p></div><div class=two><div class=left><p>{f'Αρ. Πρ. {x.number}' if x.number else ''}</p></div><div><p>{x.place} {written(x.date, draw(x, 'slash', 'nominative', 'genitive'))}</p>
<p>Προς τον/την<br>{lines(x.to)}</p></div></div><p>ΘΕΜΑ: <b>«{x.subject}»</b></p>{paragraphs(x)}{signature(x, stamp=True)}{attached(x, 'Συνημμένα')}""", draw(x, "neohellenic", "didot", "comic"), 11.5)


def declaration(x):
    """The solemn declaration's grid, used as an application."""
    p = x.person
    cell = "<td style='width: 24%'>{}</td><td>{}</td>"
    rows = [("ΠΡΟΣ(1):", ", ".join(x.to)), ("Ο – Η Όνομα:", p["name"]), ("Επώνυμο:", p["surname"]), ("Όνομα και Επώνυμο Πατέρα:", p["father"]), ("Α.Φ.Μ.:", p["afm"]), ("Τηλ.:", p["phone"]), ("Τόπος κατοικίας:", p["address"]), ("Δ/νση Ηλεκτρ. Ταχυδρομείου:", p["email"])]
    return document(f"""<p class="c b">ΑΙΤΗΣΗ – ΥΠΕΥΘΥΝΗ ΔΗΛΩΣΗ<br><span class=small>(άρθρο 8 ν. 1599/1986)</span></p><table class=grid>{''.join('<tr>' + cell.format(*row) + '</tr>' for row in rows)}</table><p>ΘΕΜΑ: {x.subject}</p>{paragraphs(x)}
<p class=r>Ημερομηνία: {written(x.date, draw(x, 'slash', 'dash'))}</p><p class=r>Ο – Η Δηλ.</p>{attached(x, 'Συνημμένα')}""", draw(x, "arial", "times"), 10)


def counter_form(x):
    """A service's printed form with dotted lines that were filled in by machine."""
    p = x.person
    dots = lambda label, value: f"{label} <b>{value or '……………………'}</b> ………"
    return document(f"""<div class=two><div class=left><p class="b">ΑΙΤΗΣΗ</p><p>{lines([dots('Του/Της:', p['surname'] + ' ' + p['name']), dots('Πατρώνυμο:', p['father']), dots('Κάτοικος:', p['address']), dots('ΑΦΜ', p['afm']), dots('Κιν.', p['phone']), dots('e-mail:', p['email'])])}</p></div>
<div><p>Αρ. Πρωτ. ................<br>Ημερομηνία {written(x.date, draw(x, 'slash', 'dot-bare', 'spaced'))}</p><p class=b>ΠΡΟΣ<br>{lines(x.to)}</p></div></div><p>«{x.subject}»</p>{paragraphs(x)}<p class=r>Ο/Η Αιτ........</p>{attached(x, 'Επισυνάπτω')}""", draw(x, "freesans", "artemisia"), 10.5)


def english_block(x):
    return document(f"""<p class=r><b>{x.heading[0]}</b><br>{x.heading[1]}<br>Tel. +{draw(x, '49 2271 890', '359 2 440 11')}</p><p>{written(x.date, draw(x, 'english-th', 'english'))}</p><p>{lines(x.to)}</p><p>Your ref.: —<br>Our reference {x.number}</p>
<p><b>RE: {x.subject}</b></p><p>Dear Mayor,</p>{paragraphs(x)}<p>With kind regards</p><p style="margin-top: 10mm">{x.signer[1]}, {x.signer[0]}</p><p>Encl. {", ".join(x.attachments)}</p>""", draw(x, "carlito", "didot"), lang="en")


PUBLIC = [right_labels, one_line, military, modern, two_languages]


def layouts_of(contents):
    import contents_second as c
    pairs, turn = [], 0
    for x in contents:
        if x.ada:
            layout = act
        elif x in c.OTHERS:
            layout = association
        elif x in c.CITIZENS:
            layout = [declaration, counter_form][c.CITIZENS.index(x) % 2]
        elif x.english:
            layout = english_block
        else:
            layout = PUBLIC[turn % len(PUBLIC)]
            turn += 1
        pairs.append((x, layout))
    for x in c.AUTHORITIES[1:6:2]:
        pairs.append((x, PUBLIC[(turn + 1) % len(PUBLIC)]))
        turn += 1
    return pairs
