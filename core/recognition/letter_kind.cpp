#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"

#include <QRegularExpression>

namespace diakinisi::recognition {

namespace {

struct Kind {
    const char16_t* noun;
    const char16_t* title;   ///< an expression over the shape of a line that stands alone
    const char16_t* subject; ///< how a subject of the kind begins; may be null
};

const Kind kinds[] = {
    {u"υπεύθυνη δήλωση", u"^ΥΠΕΥΘΥΝΗ ΔΗΛΩΣΗ", nullptr},
    {u"υπηρεσιακό σημείωμα", u"ΥΠΗΡΕΣΙΑΚΟ ΣΗΜΕΙΩΜΑ|ΕΣΩΤΕΡΙΚΟ ΣΗΜΕΙΩΜΑ|^ΥΠΟΜΝΗΜΑ$", u"ΥΠΗΡΕΣΙΑΚΟ ΣΗΜΕΙΩΜΑ"},
    {u"ένσταση", u"^ΕΝΣΤΑΣΗ", u"ΕΝΣΤΑΣΗ"},
    {u"προσφυγή", u"^ΠΡΟΣΦΥΓΗ", u"ΠΡΟΣΦΥΓΗ"},
    {u"καταγγελία", u"^ΚΑΤΑΓΓΕΛΙΑ|^ΑΝΑΦΟΡΑ\\s*[-–]?\\s*ΚΑΤΑΓΓΕΛΙΑ|^ΔΙΑΜΑΡΤΥΡΙΑ$", u"ΚΑΤΑΓΓΕΛΙΑ|ΔΙΑΜΑΡΤΥΡΙΑ|ΠΑΡΑΠΟΝΑ"},
    {u"αίτηση", u"^ΑΙΤΗΣΗ|^ΑΙΤΗΜΑ$", u"ΑΙΤΗΣΗ|ΑΙΤΗΜΑ"},
    {u"εγκύκλιος", u"^ΕΓΚΥΚΛΙΟΣ", u"ΕΓΚΥΚΛΙΟΣ"},
    {u"απόφαση", u"^Α ?Π ?Ο ?Φ ?Α ?Σ ?Η$|^ΑΠΟΦΑΣΗ\\b|ΑΠΟΦΑΣΙΖΟΥΜΕ|ΑΠΟΦΑΣΙΖΕΙ|^ΑΠΟΣΠΑΣΜΑ", nullptr},
    {u"τιμολόγιο", u"^ΤΙΜΟΛΟΓΙΟ|ΤΙΜΟΛΟΓΙΟ ΠΑΡΟΧΗΣ|ΤΙΜΟΛΟΓΙΟ ΠΩΛΗΣΗΣ|^INVOICE", u"ΤΙΜΟΛΟΓΙΟ"},
    {u"βεβαίωση", u"^ΒΕΒΑΙΩΣΗ$|^ΒΕΒΑΙΩΣΗ [Α-Ω]", u"ΒΕΒΑΙΩΣΗ"},
    {u"πιστοποιητικό", u"^ΠΙΣΤΟΠΟΙΗΤΙΚΟ", nullptr},
    {u"πρόσκληση", u"^ΠΡΟΣΚΛΗΣΗ|^INVITATION", u"ΠΡΟΣΚΛΗΣΗ"},
    {u"ανακοίνωση", u"^ΑΝΑΚΟΙΝΩΣΗ", u"ΑΝΑΚΟΙΝΩΣΗ"},
    {u"δικόγραφο", u"^ΑΓΩΓΗ|^ΕΝΩΠΙΟΝ ΤΟΥ|^ΕΝΩΠΙΟΝ ΤΩΝ|^ΑΝΑΚΟΠΗ|^ΑΙΤΗΣΗ ΑΚΥΡΩΣΕΩΣ|^ΕΚΘΕΣΗ ΕΠΙΔΟΣΗΣ", nullptr},
    {u"εξώδικο", u"^ΕΞΩΔΙΚ", u"ΕΞΩΔΙΚ"},
    {u"γνωμοδότηση", u"^ΓΝΩΜΟΔΟΤΗΣΗ", u"ΓΝΩΜΟΔΟΤΗΣΗ"},
    {u"πρακτικό", u"^ΠΡΑΚΤΙΚΟ", nullptr},
    {u"έκθεση", u"^ΕΚΘΕΣΗ", u"ΕΚΘΕΣΗ"},
    {u"σύμβαση", u"^ΣΥΜΒΑΣΗ|^ΙΔΙΩΤΙΚΟ ΣΥΜΦΩΝΗΤΙΚΟ", nullptr},
    {u"προσφορά", u"^ΟΙΚΟΝΟΜΙΚΗ ΠΡΟΣΦΟΡΑ|^ΠΡΟΣΦΟΡΑ|^ΤΕΧΝΙΚΗ ΠΡΟΣΦΟΡΑ", u"ΠΡΟΣΦΟΡΑ"},
    {u"διαβιβαστικό", u"^ΔΙΑΒΙΒΑΣΤΙΚΟ", u"ΔΙΑΒΙΒΑΣΗ|ΑΠΟΣΤΟΛΗ|ΥΠΟΒΟΛΗ"},
};

constexpr qsizetype longestTitle = 55;
constexpr double leastSubject = 0.5; ///< a surer one is not given up for the title

struct Compiled {
    const Kind* kind;
    QRegularExpression title;
    std::optional<QRegularExpression> subject;
};

const std::vector<Compiled>& compiledKinds()
{
    static const std::vector<Compiled> made = [] {
        std::vector<Compiled> list;
        for (const Kind& kind : kinds) {
            list.push_back({&kind, shapeExpression(QStringView(kind.title)), std::nullopt});
            if (kind.subject)
                list.back().subject = shapeExpression(QStringLiteral("^\\W{0,2}(?:%1)").arg(QStringView(kind.subject)));
        }
        return list;
    }();
    return made;
}

QString closedUp(QString shape)
{
    static const QRegularExpression spaced(QStringLiteral("^(?:[Α-Ω] ){3,}[Α-Ω]$"));
    return spaced.match(shape).hasMatch() ? shape.remove(u' ') : shape;
}

ReadField asKind(ReadField field, const char16_t* noun, double sureness)
{
    field.value = QString::fromUtf16(noun);
    field.confidence = std::min(field.confidence, sureness);
    return field;
}

/// A line of the head that stands alone and names the kind.
std::optional<ReadField> byTitle(const LetterView& view)
{
    for (const PageLines& page : view.pages()) {
        if (page.page > 0)
            break;
        for (const Compiled& each : compiledKinds())
            for (std::size_t i = 0; i < page.runs.size(); ++i) {
                const TextRun& run = page.runs[i];
                const bool large = run.text == run.text.toUpper();
                if (!large || run.text.size() > longestTitle || view.labelOf(0, i) != nullptr)
                    continue;
                if (each.title.match(closedUp(run.shape)).hasMatch())
                    return asKind(view.field({view.whole(0, i)}, 0.92), each.kind->noun, 0.92);
            }
    }
    return std::nullopt;
}

} // namespace

void readKind(const LetterView& view, LetterReading& found)
{
    found.kind = byTitle(view);
    const bool speaks = found.kind && found.kind->value != u"αίτηση" && found.kind->value != u"απόφαση";
    if (speaks && (!found.subject || found.subject->confidence < leastSubject)) {
        found.subject = found.kind; // an invoice, a lawsuit: its title is all that it says
        found.subject->value = found.subject->text;
        found.subject->confidence = std::min(found.subject->confidence, leastSubject);
    }
    const bool general = found.kind && found.kind->value == u"αίτηση"; // a form's title; the subject may say more
    if ((found.kind && !general) || !found.subject)
        return;
    const QString subject = shapeOf(found.subject->text);
    for (const Compiled& each : compiledKinds())
        if (each.subject && each.subject->match(subject).hasMatch()) {
            found.kind = asKind(*found.subject, each.kind->noun, 0.75);
            return;
        }
}

void completeKind(const LetterView& view, LetterReading& found)
{
    if (found.kind || !(found.sender || found.senderNumber))
        return;
    // Who asks in the first person asks for himself.
    static const QRegularExpression asks = shapeExpression(u"(?:^| )(?:ΠΑΡΑΚΑΛΩ|ΖΗΤΩ|ΑΙΤΟΥΜΑΙ|ΣΑΣ ΓΝΩΣΤΟΠΟΙΩ)(?: |$)");
    const auto& runs = view.pages().front().runs;
    for (std::size_t i = 0; i < runs.size() && !found.senderNumber; ++i)
        if (const auto match = asks.match(runs[i].shape); match.hasMatch()) {
            const Span span{0, i, match.capturedStart(), match.capturedLength()};
            found.kind = asKind(view.field({span}, 0.7), u"αίτηση", 0.7);
            return;
        }
    static const QRegularExpression circular = shapeExpression(u"(?:ΠΑΡΟΥΣΑ|ΠΑΡΟΥΣΑΣ) ΕΓΚΥΚΛΙΟ");
    for (std::size_t i = 0; i < runs.size(); ++i)
        if (const auto match = circular.match(runs[i].shape); match.hasMatch()) {
            const Span span{0, i, match.capturedStart(), match.capturedLength()};
            found.kind = asKind(view.field({span}, 0.8), u"εγκύκλιος", 0.8);
            return;
        }
    found.kind =
        asKind(found.senderNumber ? *found.senderNumber : *found.sender, u"έγγραφο", found.senderNumber ? 0.7 : 0.5);
}

} // namespace diakinisi::recognition
