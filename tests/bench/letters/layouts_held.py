"""Layouts held out: see contents_held.py."""
from html_pieces import contact, contact_lines, document, draw, lines, marks, numbered, paragraphs, signature
from letter import written

DAYS = "Δευτέρα Τρίτη Τετάρτη Πέμπτη Παρασκευή Σάββατο Κυριακή".split()


def weekday(iso):
    from datetime import date
    return DAYS[date.fromisoformat(iso).weekday()]


def listed(texts, label):
    return f"<p>{label}<br>{numbered(texts)}</p>" if texts else ""


def secrecy(x):
    """A ministry's sheet: how safe and how long above the date, recipients in a table at the foot, unit and clerk in a ruled column."""
    return document(f"""<div class=two><div class=left style="width: 50%"><div class=crest>✠</div><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div>
<div><p class=b>ΑΔΑ: {x.ada}</p><p class=small>Βαθμός Ασφαλείας:<br>Να διατηρηθεί μέχρι:<br>Βαθμός Προτεραιότητας: {marks(x)}</p><p>{x.place}, {written(x.date, 'genitive')}<br>Αριθμ. Πρωτ.: {x.number}</p><p class=b>ΠΡΟΣ:</p><p>{numbered(x.to)}</p></div></div>
<p class=b>ΘΕΜΑ: {x.subject}</p>{'<p class=small>Σχετικά: ' + lines(f'{"αβγ"[i]}. {t}' for i, t in enumerate(x.related)) + '</p>' if x.related else ''}{paragraphs(x)}{signature(x)}
<p class=small>Συνημμένα: {lines(x.attachments)}{f' (φύλλα {x.sheets})' if x.sheets else ''}</p>{f'<p class=small><b>ΚΟΙΝΟΠΟΙΗΣΗ:</b><br>{numbered(x.copies)}</p>' if x.copies else ''}""", draw(x, "carlito", "open"), 10.5)


def header_cells(x):
    """A row of cells: what they are called above, what they hold below."""
    return document(f"""<p class="r b">{marks(x)}</p><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x).replace('<br>', ' &nbsp; ')}</p><table class=grid style="margin-top: 3mm"><tr class=small><td>Ημερομηνία</td><td>Αρ. Πρωτοκόλλου</td><td>Προς</td></tr>
<tr><td>{written(x.date, draw(x, 'dash', 'dot'))}</td><td>{x.number}</td><td>{lines(x.to)}</td></tr></table><p>Θέμα:&nbsp; <b>{x.subject}</b></p>{paragraphs(x)}{signature(x)}{listed(x.attachments, 'Συνημμένα:')}{f'<p class=small>Κοινοποίηση: {"; ".join(x.copies)}</p>' if x.copies else ''}""", draw(x, "freesans", "verdana"), 10)


def weekday_line(x):
    """Recipient flush left in the middle of the sheet, the day of the week before the date, the number below the contact lines."""
    return document(f"""<div class=c><p class=b>{lines(x.heading)}</p></div><div class=two><div class=left><p class=small>{contact_lines(x)}</p><p><b>Αρ. πρωτ. {x.number}</b></p></div><div><p>{x.place}, {weekday(x.date)} {written(x.date, 'genitive')}</p><p>{marks(x)}</p></div></div>
<p style="margin-left: 60mm">Προς<br>{'<br>'.join(x.to)}</p>{f'<p style="margin-left: 60mm">Κοιν.: {", ".join(x.copies)}</p>' if x.copies else ''}<p class=c><u>ΘΕΜΑ</u>: «{x.subject}»</p>{'<p>Σχετ.: ' + x.related[0] + '</p>' if x.related else ''}{paragraphs(x)}{signature(x, stamp=True)}{listed(x.attachments, 'Συνημμένα')}""", draw(x, "didot", "free", "times"), 11.5)


def numbered_text(x):
    """A uniformed service's: number and date in one line at the right, the text in lettered paragraphs, the recipients at the end."""
    letters = "ΑΒΓΔ"
    return document(f"""<div class=two><div class=left><p class=b>{lines(x.heading)}</p><p>Τηλ.: {contact(x)[3][1]}</p><p>Αριθ. Πρωτ.: {x.number}</p></div><div><p class=b>{marks(x)}</p><p>{x.place}, {written(x.date, draw(x, 'short', 'genitive-0'))}</p></div></div>
<div class="label b"><span>ΘΕΜΑ :</span><div>{x.subject}</div></div>{''.join(f'<div class=label><span>ΣΧΕΤ. :</span><div>{t}</div></div>' for t in x.related)}{''.join(f'<p>{letters[i]}. {t}</p>' for i, t in enumerate(x.body))}{signature(x)}
<p><b><u>ΑΠΟΔΕΚΤΕΣ</u>:</b></p><p>{lines(x.to)}</p>{f'<p><b><u>ΚΟΙΝΟΠΟΙΗΣΗ</u>:</b></p><p>{lines(x.copies)}</p>' if x.copies else ''}{listed(x.attachments, 'ΣΥΝΗΜΜΕΝΑ:')}""", draw(x, "arial", "courier"), 10.5)


def decree(x):
    """An act without a title word alone in a line: the office that decides stands above its text."""
    return document(f"""<p class="r b">ΑΔΑ: {x.ada}</p><div class=two><div class=left><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div><div><p>{x.place} {written(x.date, 'dash')}<br>Αρ. Πρωτ.: {x.number}</p><p>ΠΡΟΣ: {lines(x.to)}</p></div></div>
<p><b>Θέμα: {x.subject}</b></p><p class="c b">{x.signer[0]}</p>{paragraphs(x)}<p>Η απόφαση αυτή να αναρτηθεί στο διαδίκτυο.</p>{signature(x)}{listed(x.attachments, 'Συνημμένα:')}""", draw(x, "times", "arial"), 11)


def letterhead_right(x):
    """A company's or club's name at the upper right, everything else flush left, 'Σχετικό' instead of number where there is none."""
    return document(f"""<p class=r><b style="font-size: 14pt">{x.heading[0]}</b><br><span class=small>{x.heading[1]}<br>{contact_lines(x)}</span></p><p>{lines(x.to)}</p><p>{x.place}, {written(x.date, draw(x, 'genitive', 'slash-bare'))}{f'<br>Αρ. πρωτ. {x.number}' if x.number else ''}</p>
<p>Θέμα: <b>{x.subject}</b></p><p>Αξιότιμοι κύριοι,</p>{paragraphs(x)}<p>Με εκτίμηση,</p>{signature(x)}{f'<p class=small>Κοιν.: {", ".join(x.copies)}</p>' if x.copies else ''}{f'<p class=small>Συνημμένα: {", ".join(x.attachments)}</p>' if x.attachments else ''}""", draw(x, "carlito", "neohellenic", "open"), 11)


def club(x):
    """Number and date joined by a stroke, the recipient underlined in capitals, the subject without a label."""
    return document(f"""<div class=c><p class=b style="font-size: 14pt">{x.heading[0]}</p><p class=small>{x.heading[1]}</p></div><p>{f'Αριθ. Πρωτ.: {x.number} / ' if x.number else x.place + ', '}{written(x.date, 'dash-bare')}</p><p class=b><u>ΠΡΟΣ: {', '.join(x.to)}</u></p>{f'<p>ΚΟΙΝ.: {", ".join(x.copies)}</p>' if x.copies else ''}
<p class="c b" style="margin: 4mm 0">{x.subject}</p>{paragraphs(x)}{signature(x)}{listed(x.attachments, 'Επισυνάπτονται:')}""", draw(x, "artemisia", "comic", "times"), 12)


def fields_above(x):
    """A form whose cells have their names in small print above what was filled in."""
    p = x.person
    cell = lambda label, value: f"<td><span class=small>{label}</span><br>{value or '&nbsp;'}</td>"
    return document(f"""<p class="c b" style="font-size: 13pt">ΑΙΤΗΣΗ</p><table class=grid><tr>{cell('ΕΠΩΝΥΜΟ', p['surname'])}{cell('ΟΝΟΜΑ', p['name'])}{cell('ΠΑΤΡΩΝΥΜΟ', p['father'])}</tr><tr>{cell('ΑΦΜ', p['afm'])}{cell('ΤΗΛΕΦΩΝΟ', p['phone'])}{cell('E-MAIL', p['email'])}</tr><tr><td colspan=3><span class=small>ΔΙΕΥΘΥΝΣΗ</span><br>{p['address']}</td></tr></table>
<p><b>Προς:</b> {' – '.join(x.to)}</p><p><b>Θέμα:</b> {x.subject}</p>{paragraphs(x)}<div class=two><div class=left><p>{x.place}, {written(x.date, draw(x, 'slash', 'dot'))}</p></div><div class=c><p>Ο/Η αιτών/ούσα</p></div></div>{listed(x.attachments, 'Επισυναπτόμενα δικαιολογητικά:')}""", draw(x, "arial", "open"), 10.5)


def plain_citizen(x):
    """Typed at home: addressee first, the writer's particulars in a sentence, the date at the end."""
    p = x.person
    return document(f"""<p>Προς {'<br>'.join(x.to)}</p><p>Από: {p['name']} {p['surname']}, {p['address']}, τηλ. {p['phone']}</p><p style="margin-top: 6mm">Θέμα: {x.subject}</p>{paragraphs(x)}<p>Ευχαριστώ εκ των προτέρων</p><p class=r>{x.place}, {written(x.date, draw(x, 'slash-bare', 'genitive'))}</p><p class=r style="margin-top: 10mm">{p['name']} {p['surname']}</p>{listed(x.attachments, 'Συνημμένα:')}""", draw(x, "carlito", "dejavu"), 11.5)


def ruled_memo(x):
    return document(f"""<p class=b>{x.heading[0]}</p><p class="c b">ΕΣΩΤΕΡΙΚΟ ΣΗΜΕΙΩΜΑ</p><table class=grid><tr><td>Από</td><td>{x.unit}</td><td>Ημερομηνία</td><td>{written(x.date, 'slash')}</td></tr><tr><td>Προς</td><td>{lines(x.to)}</td><td>Αρ.</td><td>{x.number}</td></tr><tr><td>Θέμα</td><td colspan=3>{x.subject}</td></tr></table>{paragraphs(x)}{signature(x)}""", "freesans", 11)


def after_salutation(x):
    """An English letter whose subject stands in bold below the salutation, without a label."""
    return document(f"""<p class=c><b style="font-size: 14pt">{x.heading[0]}</b><br>{x.heading[1]}</p><p style="margin-top: 6mm">{lines(x.to)}<br>1 Dimokratias Square<br>Nea Olynthos 630 77<br>Greece</p><p>{written(x.date, 'english')}</p><p>Our ref: {x.number}</p><p>Dear Madam,</p><p class=b>{x.subject}</p>{paragraphs(x)}<p>Yours sincerely,</p><p style="margin-top: 12mm">{x.signer[1]}<br>{x.signer[0]}</p><p class=small>Enc: {", ".join(x.attachments)}</p>""", draw(x, "times", "carlito"), 11.5, lang="en")


PUBLIC = [header_cells, weekday_line, numbered_text]


def layouts_of(contents):
    import contents_held as c
    pairs, turn = [], 0
    for x in contents:
        if x.ada:
            layout = decree if x.kind == "απόφαση" else secrecy
        elif x in c.PRIVATE:
            layout = [letterhead_right, club][c.PRIVATE.index(x) % 2]
        elif x in c.CITIZENS:
            layout = [fields_above, plain_citizen][c.CITIZENS.index(x) % 2]
        elif x in c.MEMOS:
            layout = ruled_memo
        elif x.english:
            layout = after_salutation
        else:
            layout = PUBLIC[turn % len(PUBLIC)]
            turn += 1
        pairs.append((x, layout))
    for x in c.SERVICES[:3]:  # some bodies once more in another dress
        pairs.append((x, PUBLIC[(turn + 2) % len(PUBLIC)]))
        turn += 1
    return pairs + [(c.PRIVATE[1], letterhead_right), (c.PRIVATE[2], club)]
