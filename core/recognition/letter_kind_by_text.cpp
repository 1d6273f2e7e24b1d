#include "recognition/greek_shape.h"
#include "recognition/letter_readers.h"
#include "recognition/sender_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::recognition {

namespace {

enum class Writer { Anyone, Office, Prosecutor, Private, Person };

/// What a text says that is of a kind, in the order in which a reader would ask.
struct Spoken {
    const char16_t* noun;
    const char16_t* words; ///< an expression over the shape of a line
    Writer writer;
    double sureness;
};

const Spoken spoken[] = {
    {u"εξώδικο", u"ΕΠΙΦΥΛΑΞΗ\\S* (?:ΠΑΝΤΟΣ|ΚΑΘΕ)|ΔΙΚΑΣΤΙΚΟΣ ΕΠΙΜΕΛΗΤΗΣ|^ΔΙΑΜΑΡΤΥΡ(?:ΟΜΑΙ|ΟΜΑΣΤΕ) ", Writer::Private,
     0.75},
    {u"παραγγελία", u"^ΠΑΡΑΓΓΕΛ|(?:^| )ΠΑΡΑΓΓΕΛ(?:ΛΩ|ΛΟΥΜΕ)(?: |$)", Writer::Prosecutor, 0.75},
    {u"απόφαση", u"^ΑΠΟΦΑΣΙΖ(?:ΕΙ|ΟΥΜΕ|Ω)(?:\\W|$)|^ΑΠΟΣΠΑΣΜΑ (?:ΑΠΟ ΤΟ )?ΠΡΑΚΤΙΚ|^ΑΡΙΘ\\S* ΑΠΟΦΑΣΗΣ", Writer::Office,
     0.75},
    {u"βεβαίωση", u"^(?:Η ΥΠΗΡΕΣΙΑ ΜΑΣ )?ΒΕΒΑΙΩΝ(?:ΟΥΜΕ|ΕΤΑΙ|ΕΙ|Ω) ", Writer::Anyone, 0.75},
    {u"πιστοποιητικό", u"^ΠΙΣΤΟΠΟΙ(?:ΟΥΜΕ|ΕΙΤΑΙ|ΕΙ|Ω) ", Writer::Anyone, 0.75},
    {u"γνωμοδότηση", u"^ΓΝΩΜΟΔΟΤ(?:ΟΥΜΕ|ΕΙ|Ω) ", Writer::Anyone, 0.75},
    {u"πρόσκληση", u"ΣΑΣ (?:ΠΡΟΣ)?ΚΑΛΟΥΜΕ (?:ΣΕ |ΣΤΗΝ? |ΣΤΟΝ? |ΝΑ ΠΑΡΕΥΡΕΘ|ΝΑ ΠΑΡΑΣΤ|ΝΑ ΠΡΟΣΕΛΘ|ΝΑ ΣΥΜΜΕΤΑΣΧ)",
     Writer::Anyone, 0.7},
    {u"εγκύκλιος", u"(?:ΠΑΡΟΥΣΑ|ΠΑΡΟΥΣΑΣ) ΕΓΚΥΚΛΙΟ", Writer::Anyone, 0.8},
    {u"ένσταση", u"(?:^| )(?:ΕΝΙΣΤΑΜΑΙ|ΥΠΟΒΑΛΛΩ ΕΝΣΤΑΣΗ|ΑΣΚΩ ΕΝΣΤΑΣΗ)", Writer::Private, 0.7},
    {u"καταγγελία", u"(?:^| )ΚΑΤΑΓΓΕΛΛ(?:Ω|ΟΥΜΕ)(?: |$)", Writer::Private, 0.7},
    {u"αίτηση", u"(?:^| )(?:ΠΑΡΑΚΑΛΩ|ΖΗΤΩ|ΑΙΤΟΥΜΑΙ|ΣΑΣ ΓΝΩΣΤΟΠΟΙΩ)(?: |$)", Writer::Person, 0.7},
    {u"αίτηση",
     u"ΠΑΡΑΚΑΛΟΥΜΕ (?:ΝΑ|ΟΠΩΣ|ΓΙΑ|ΠΟΛΥ) |^ΣΑΣ ΠΑΡΑΚΑΛΟΥΜΕ|ΠΑΡΑΚΑΛΕΙ\\S? (?:ΝΑ|ΟΠΩΣ) |(?:^| "
     u")(?:ΑΙΤΟΥΜΑΣΤΕ|ΑΙΤΟΥΜΕΘΑ|ΖΗΤΟΥΜΕ|ΖΗΤΑΜΕ) |ΤΟ ΑΙΤΗΜΑ (?:ΜΑΣ|ΤΗΣ|ΤΟΥ|ΝΑ|ΓΙΑ)",
     Writer::Private, 0.65},
};

struct Compiled {
    const Spoken* of;
    QRegularExpression words;
};

const std::vector<Compiled>& compiled()
{
    static const std::vector<Compiled> made = [] {
        std::vector<Compiled> list;
        for (const Spoken& each : spoken)
            list.push_back({&each, shapeExpression(QStringView(each.words))});
        return list;
    }();
    return made;
}

ReadField asKind(ReadField field, const char16_t* noun, double sureness)
{
    field.value = QString::fromUtf16(noun);
    field.confidence = std::min(field.confidence, sureness);
    return field;
}

/// Offices stand under the republic's name, or are known by their own.
bool isOffice(const LetterView& view, const LetterReading& found)
{
    const auto& runs = view.pages().front().runs;
    const bool republic =
        std::ranges::any_of(runs, [](const TextRun& run) { return headingLineOf(run.shape) == HeadingLine::Republic; });
    return republic || (found.sender && isOfficeName(shapeOf(found.sender->text)));
}

/// By the name on top, or by who signs.
bool isProsecutor(const LetterView& view, const LetterReading& found)
{
    static const QRegularExpression name = shapeExpression(u"ΕΙΣΑΓΓΕΛ|ΑΝΑΚΡΙΤ|ΠΤΑΙΣΜΑΤΟΔΙΚ");
    static const QRegularExpression title =
        shapeExpression(u"^[ΟΗ0] (?:ΑΝΤΕΙΣΑΓΓΕΛ|ΕΙΣΑΓΓΕΛ|ΑΝΑΚΡΙΤ|ΠΤΑΙΣΜΑΤΟΔΙΚ)\\S*$");
    return (found.sender && name.match(shapeOf(found.sender->text)).hasMatch()) ||
           std::ranges::any_of(view.pages().front().runs,
                               [](const TextRun& run) { return title.match(run.shape).hasMatch(); });
}

bool isBy(Writer writer, const LetterView& view, const LetterReading& found)
{
    switch (writer) {
    case Writer::Office:
        return isOffice(view, found);
    case Writer::Prosecutor:
        return isProsecutor(view, found);
    case Writer::Private:
        return !isOffice(view, found);
    case Writer::Person: // who asks in the first person asks for himself
        return !found.senderNumber;
    case Writer::Anyone:
        break;
    }
    return true;
}

std::optional<ReadField> bySpoken(const LetterView& view, const LetterReading& found)
{
    const auto& runs = view.pages().front().runs;
    for (const Compiled& each : compiled())
        for (std::size_t i = 0; i < runs.size(); ++i) {
            const auto match = each.words.match(runs[i].shape);
            if (!match.hasMatch())
                continue;
            if (!isBy(each.of->writer, view, found))
                break;
            const Span span{0, i, match.capturedStart(), match.capturedLength()};
            return asKind(view.field({span}, each.of->sureness), each.of->noun, each.of->sureness);
        }
    return std::nullopt;
}

/// What an office writes to all of a sort ("Δήμους της Χώρας") is a circular, whatever it calls itself.
std::optional<ReadField> byRecipients(const LetterView& view, const LetterReading& found)
{
    constexpr double toAll = 0.6;
    static const QRegularExpression all = shapeExpression(
        u"(?:^| )(?:ΟΛΟΥΣ|ΟΛΕΣ|ΟΛΑ)(?: |$)|ΤΗΣ (?:ΧΩΡΑΣ|ΕΠΙΚΡΑΤΕΙΑΣ)|ΤΩΝ (?:ΔΗΜΩΝ|ΠΕΡΙΦΕΡΕΙΩΝ|ΥΠΟΥΡΓΕΙΩΝ)(?: |,|$)|"
        u"^(?:ΔΗΜΟΥΣ|ΠΕΡΙΦΕΡΕΙΕΣ|ΔΗΜΟΙ|ΠΕΡΙΦΕΡΕΙΕΣ)$");
    for (const ReadField& recipient : found.recipients)
        if (isOffice(view, found) && all.match(shapeOf(recipient.text)).hasMatch())
            return asKind(recipient, u"εγκύκλιος", toAll);
    return std::nullopt;
}

} // namespace

void completeKind(const LetterView& view, LetterReading& found)
{
    if (found.kind || !(found.sender || found.senderNumber))
        return;
    found.kind = bySpoken(view, found);
    if (!found.kind)
        found.kind = byRecipients(view, found);
    if (!found.kind)
        found.kind = asKind(found.senderNumber ? *found.senderNumber : *found.sender, u"έγγραφο",
                            found.senderNumber ? 0.7 : 0.5);
}

} // namespace diakinisi::recognition
