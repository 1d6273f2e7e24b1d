"""How the letters look that the rules were made with. A layout takes a letter and gives its HTML."""
from html_pieces import contact_lines, contact_table, document, draw, lines, marks, numbered, paragraphs, signature
from letter import written

CLOSING = "Παρακαλούμε για τις δικές σας ενέργειες και είμαστε στη διάθεσή σας για κάθε διευκρίνιση."


def attached(letter, label="Συνημμένα"):
    if not letter.attachments:
        return ""
    return f"<div class=foot><p><b>{label}:</b><br>{numbered(letter.attachments)}</p></div>"


def related(letter, label="Σχετ."):
    if not letter.related:
        return ""
    greek = "αβγδε"
    return f"<div class=label><span>{label}:</span><div>" + lines(f"{greek[i]}) {text}" for i, text in enumerate(letter.related)) + "</div></div>"


def standard(x):
    """Heading on the left; date, number and recipients on the right; subject in guillemets."""
    ada = f"<p><b>ΑΔΑ: {x.ada}</b></p>" if x.ada else ""
    return document(f"""<div class=two><div class=left><div class=crest>✠</div><p class=b>{lines(x.heading)}</p>{contact_table(x)}</div>
<div>{ada}<p><b>{marks(x)}</b></p><p>{x.place}, {written(x.date, draw(x, 'genitive', 'slash'))}<br>Αριθ. Πρωτ.: <b>{x.number}</b></p>
<p><b>ΠΡΟΣ:</b><br>{lines(x.to)}</p>{f'<p><b>ΚΟΙΝ.:</b><br>{lines(x.copies)}</p>' if x.copies else ''}</div></div>
<div class="label b"><span>ΘΕΜΑ:</span><div>«{x.subject}»</div></div>{related(x)}{paragraphs(x, CLOSING)}{signature(x)}{attached(x)}""", draw(x, "times", "arial", "didot"))


def numbered_recipients(x):
    """Recipients numbered beside their label, the number before the date."""
    to = numbered(x.to) if len(x.to) > 1 else lines(x.to)
    copies = f"<p>ΚΟΙΝ. : {numbered(x.copies)}</p>" if x.copies else ""
    return document(f"""<p class=r><b>{marks(x, ' – ')}</b></p><div class=two><div class=left><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div>
<div><p>Αρ. Πρωτ. : {x.number}<br>Ημερομηνία : {written(x.date, draw(x, 'dash', 'slash-bare'))}</p><p>ΠΡΟΣ : {to}</p>{copies}</div></div>
<p><b><u>ΘΕΜΑ</u> : {x.subject}</b></p>{related(x, 'ΣΧΕΤ')}{paragraphs(x, CLOSING)}{signature(x, stamp=True)}{attached(x, 'Συνημμένα')}""", draw(x, "verdana", "open", "carlito"), 10)


def a_p(x):
    """Place and date in one line, 'Α.Π.' below, capitals with wide spaces in the label."""
    return document(f"""<div class=two><div class=left><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div>
<div><p>{x.place}  {written(x.date, draw(x, 'dash', 'dot'))}</p><p>Α.Π.: {x.number}</p><p><b>{marks(x)}</b></p></div></div>
<p style="margin-left: 78mm"><b>Προς:</b> {lines(x.to)}</p>{f'<p style="margin-left: 78mm"><b>Κοιν.:</b> {lines(x.copies)}</p>' if x.copies else ''}
<p><span style="letter-spacing: 3pt">ΘΕΜΑ:</span> <b>{x.subject}.</b></p>{related(x, 'Σχετικά')}{paragraphs(x, CLOSING)}{signature(x)}{attached(x)}""", draw(x, "artemisia", "free", "neohellenic"), 11.5)


def centred(x):
    """Heading in the middle, number left and date right below a line."""
    return document(f"""<div class=c><div class=crest style="margin: 0 auto 2mm">✠</div><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x).replace('<br>', ' · ')}</p></div><hr>
<div class=two><div class=left><p>Αριθμός Πρωτοκόλλου: {x.number}</p></div><div><p class=r>{x.place}, {written(x.date, draw(x, 'genitive', 'genitive-0', 'ordinal'))}</p></div></div>
<p class=b>{marks(x, ' / ')}</p><p>Προς<br>{lines(x.to)}</p>{f'<p>Κοινοποίηση: {", ".join(x.copies)}</p>' if x.copies else ''}
<p><b>Θέμα: {x.subject}</b></p>{related(x)}{paragraphs(x, CLOSING)}{signature(x)}{attached(x, 'Συνημμένα έγγραφα')}""", draw(x, "dejavu", "times", "carlito"), 10.5)


def grid(x):
    """A bordered table on top."""
    return document(f"""<table class=grid><tr><td rowspan=3 style="width: 55%"><b>{lines(x.heading)}</b></td><td>ΗΜΕΡΟΜΗΝΙΑ</td><td>{written(x.date, draw(x, 'slash', 'dot-bare'))}</td></tr>
<tr><td>ΑΡΙΘΜ. ΠΡΩΤ.</td><td>{x.number}</td></tr><tr><td>ΧΑΡΑΚΤΗΡΙΣΜΟΣ</td><td>{marks(x, ' ') or 'ΚΟΙΝΟ'}</td></tr><tr><td class=small>{contact_lines(x)}</td><td>ΠΡΟΣ</td><td>{lines(x.to)}</td></tr></table>
<div class="label"><span><b>Θέμα</b></span><div><b>: {x.subject}</b></div></div>{related(x)}{paragraphs(x, CLOSING)}{signature(x)}{attached(x)}""", draw(x, "arial", "freesans"), 10.5)


def typed(x):
    """A typewriter's page."""
    return document(f"""<div class=two><div class=left><p>{lines(x.heading)}<br>-----------------</p><p>Πληροφορίες: {draw(x, 'Α. Ρίζος', 'Μ. Κόλλια')}<br>Τηλ.: 23710-{draw(x, '22011', '50118')}</p></div>
<div><p>{x.place} {written(x.date, draw(x, 'dash-bare', 'genitive'))}</p><p>Αριθ.πρωτ. {x.number}</p><p>{marks(x)}</p><p>ΠΡΟΣ<br>{lines(x.to)}</p>{f'<p>ΚΟΙΝ<br>{lines(x.copies)}</p>' if x.copies else ''}</div></div>
<p>Θ Ε Μ Α: {x.subject}</p><p>{'ΣΧΕΤ: ' + '<br>'.join(x.related) if x.related else ''}</p>{paragraphs(x, CLOSING)}{signature(x)}{attached(x, 'ΣΥΝ')}""", "courier", 10)


def decision(x):
    ada = f"<p>ΑΔΑ: {x.ada}</p>" if x.ada else ""
    return document(f"""<div class=two><div class=left><p class=b>{lines(x.heading)}</p><p class=small>{contact_lines(x)}</p></div>
<div>{ada}<p>{x.place}, {written(x.date, draw(x, 'slash', 'genitive', 'capitals'))}</p><p>Αριθμ. Πρωτ.: {x.number}</p>{f'<p>ΠΡΟΣ: {lines(x.to)}</p>' if x.to else ''}</div></div>
<p class="c b">ΑΠΟΦΑΣΗ</p><p><b>ΘΕΜΑ: «{x.subject}»</b></p>{paragraphs(x)}{signature(x, stamp=True)}{attached(x)}""", draw(x, "times", "dejavu"))


def company(x):
    """A letterhead in the middle, the rest flush left, an address line at the foot."""
    return document(f"""<div class=c><p style="font-size: 16pt; margin: 0" class=b>{x.heading[0]}</p><p class=small>{x.heading[1]} – ΑΦΜ 999999990 – ΓΕΜΗ 0412{draw(x, '77', '31')}04000</p></div><hr>
<p>{x.place}, {written(x.date, draw(x, 'slash', 'genitive'))}<br>Αρ. πρωτ.: {x.number}</p><p>Προς: {'<br>'.join(x.to)}<br>Υπόψη: κ. Προϊσταμένου</p>
<p>Θέμα: <b>{x.subject}</b></p><p>Αξιότιμοι κύριοι,</p>{paragraphs(x)}{signature(x)}{attached(x, 'Συνημμένα')}
<p class="small c" style="margin-top: 12mm">Τηλ. 2310 {draw(x, '555 120', '778 004')} · www.etaireia.example.gr · Εγνατία 100, 546 22 Θεσσαλονίκη</p>""", draw(x, "carlito", "open", "arial", "didot"))


def logo(x):
    """A company's name large on the left, date on the right, 'Ημ/νία' and 'Αρ. Πρωτ.' as a small table."""
    return document(f"""<div class=two><div class=left><p class=b style="font-size: 15pt">{x.heading[0]}</p><p class=small>{x.heading[1]}<br>{contact_lines(x)}</p></div>
<div class=small><table class=grid><tr><td>Ημ/νία</td><td>{written(x.date, draw(x, 'slash-short', 'dash-short'))}</td></tr><tr><td>Αρ. Πρωτ.</td><td>{x.number}</td></tr></table></div></div>
<p class=b>ΠΡΟΣ</p><p>{lines(x.to)}</p>{f'<p>Κοιν: {lines(x.copies)}</p>' if x.copies else ''}<p><u>Θέμα</u>: {x.subject}</p>{related(x, 'Σχετικό')}{paragraphs(x)}{signature(x)}{attached(x, 'Συν.')}""", draw(x, "verdana", "freesans"), 10)


def application(x):
    """A form: the applicant's particulars on the left, the addressee on the right."""
    p = x.person
    rows = [("ΕΠΩΝΥΜΟ", p["surname"]), ("ΟΝΟΜΑ", p["name"]), ("ΟΝΟΜΑ ΠΑΤΡΟΣ", p["father"]), ("Α.Φ.Μ.", p["afm"]), ("Δ/ΝΣΗ ΚΑΤΟΙΚΙΑΣ", p["address"]), ("ΤΗΛΕΦΩΝΟ", p["phone"]), ("E-MAIL", p["email"])]
    return document(f"""<h1 class=c style="font-size: 15pt">Α Ι Τ Η Σ Η</h1><div class=two><div class=left><p>{lines(f'{label}: <i>{value or "........................"}</i>' for label, value in rows)}</p>
<p><b>ΘΕΜΑ:</b> {x.subject}</p></div><div><p><b>ΠΡΟΣ</b><br>{lines(x.to)}</p></div></div>{paragraphs(x)}
<p>{x.place}, {written(x.date, draw(x, 'slash', 'spaced', 'dash'))}</p><div class=sign><p>{draw(x, 'Ο/Η ΑΙΤΩΝ/ΟΥΣΑ', 'Ο ΑΙΤΩΝ')}</p><div class=gap></div><p>(υπογραφή)</p></div>{attached(x, 'Συνημμένα')}""", draw(x, "arial", "times"), 10.5)


def form_table(x):
    """A form with ruled cells."""
    p = x.person
    return document(f"""<p class="c b" style="font-size: 14pt">ΑΙΤΗΣΗ</p><p><b>ΠΡΟΣ:</b> {', '.join(x.to)}</p><table class=grid><tr><td>Ο – Η Όνομα:</td><td>{p['name']}</td><td>Επώνυμο:</td><td>{p['surname']}</td></tr>
<tr><td>Όνομα πατέρα:</td><td>{p['father']}</td><td>ΑΦΜ:</td><td>{p['afm']}</td></tr><tr><td>Διεύθυνση:</td><td>{p['address']}</td><td>Τηλ.:</td><td>{p['phone']}</td></tr><tr><td>Email:</td><td colspan=3>{p['email']}</td></tr></table>
<p>Θέμα: <b>{x.subject}</b></p>{paragraphs(x)}{attached(x, 'Συνυποβάλλω τα εξής δικαιολογητικά')}<p class=r>Ημερομηνία: {written(x.date, draw(x, 'slash', 'dot-bare', 'spaced'))}</p><p class=r>Ο – Η Δηλών</p>""", draw(x, "carlito", "dejavu"), 10)


def free_letter(x):
    """What a citizen writes without a form."""
    p = x.person
    return document(f"""<div class=two><div class=left><p>{p['name']} {p['surname']}<br>{p['address']}<br>Τηλ. {p['phone']}<br>{p['email']}</p></div><div><p class=r>{x.place}, {written(x.date, draw(x, 'slash-bare', 'genitive'))}</p></div></div>
<p>Προς: {'<br>'.join(x.to)}</p><p><b>Θέμα: {x.subject}</b></p><p>Αξιότιμοι κύριοι,</p>{paragraphs(x)}<p>Με εκτίμηση,</p><p style="margin-top: 12mm">{p['name']} {p['surname']}</p>{attached(x)}""", draw(x, "comic", "didot", "carlito"))


def memo(x):
    return document(f"""<p class=b>{lines(x.heading)}</p><p class="c b" style="font-size: 13pt">ΥΠΗΡΕΣΙΑΚΟ ΣΗΜΕΙΩΜΑ</p><table><tr><td>ΑΠΟ:</td><td>{x.unit}</td></tr><tr><td>ΠΡΟΣ:</td><td>{lines(x.to)}</td></tr>
{f'<tr><td>ΚΟΙΝ:</td><td>{lines(x.copies)}</td></tr>' if x.copies else ''}<tr><td>ΗΜ/ΝΙΑ:</td><td>{written(x.date, draw(x, 'slash', 'dash'))}</td></tr><tr><td>ΑΡΙΘ. ΠΡΩΤ.:</td><td>{x.number}</td></tr><tr><td>ΘΕΜΑ:</td><td><b>{x.subject}</b></td></tr></table><hr>
<p>{marks(x)}</p>{paragraphs(x)}{signature(x)}{attached(x)}""", draw(x, "arial", "open"))


def english(x):
    return document(f"""<p class=b style="font-size: 14pt">{x.heading[0]}</p><p class=small>{x.heading[1]}</p><hr><div class=two><div class=left><p>{lines(x.to)}<br>Dimokratias Square 1<br>630 77 Nea Olynthos, Greece</p></div>
<div><p class=r>{x.place}, {written(x.date, draw(x, 'english', 'american'))}<br>{draw(x, 'Our ref.', 'Ref. No', 'Reference')}: {x.number}</p></div></div>
<p><b>Subject: {x.subject}</b></p><p>Dear Sir or Madam,</p>{paragraphs(x)}<p>Yours faithfully,</p><p style="margin-top: 12mm">{x.signer[1]}<br>{x.signer[0]}</p>{f'<p class=foot>Enclosures: {", ".join(x.attachments)}</p>' if x.attachments else ''}""",
                    draw(x, "times", "arial", "carlito"), lang="en")


PUBLIC = [standard, numbered_recipients, a_p, centred, grid, typed]


def layouts_of(contents):
    """Each letter with its layout: the public ones in turn, so that each body meets another."""
    import contents as c
    pairs, turn = [], 0
    for x in contents:
        if x in c.DECISIONS and x.kind == "απόφαση":
            layout = decision
        elif x in c.COMPANIES:
            layout = [company, logo][c.COMPANIES.index(x) % 2]
        elif x in c.CITIZENS:
            layout = [application, form_table, free_letter][c.CITIZENS.index(x) % 3]
        elif x in c.MEMOS:
            layout = memo
        elif x.english:
            layout = english
        else:
            layout = PUBLIC[turn % len(PUBLIC)]
            turn += 1
        pairs.append((x, layout))
    # Some bodies once more in another dress.
    for x in c.AUTHORITIES[::2]:
        pairs.append((x, PUBLIC[(turn + 2) % len(PUBLIC)]))
        turn += 1
    return pairs
