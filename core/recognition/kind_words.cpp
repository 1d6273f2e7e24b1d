#include "recognition/kind_words.h"

#include "recognition/greek_shape.h"

#include <QRegularExpression>

#include <algorithm>
#include <vector>

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
    {u"εξώδικο", u"^ΕΞΩΔΙ\\S?[ΚΧ]", u"ΕΞΩΔΙ\\S?[ΚΧ]"},
    {u"γνωμοδότηση", u"^ΓΝΩΜΟΔΟΤΗΣΗ", u"ΓΝΩΜΟΔΟΤΗΣΗ"},
    {u"πρακτικό", u"^ΠΡΑΚΤΙΚΟ", nullptr},
    {u"έκθεση", u"^ΕΚΘΕΣΗ", u"ΕΚΘΕΣΗ"},
    {u"σύμβαση", u"^ΣΥΜΒΑΣΗ|^ΙΔΙΩΤΙΚΟ ΣΥΜΦΩΝΗΤΙΚΟ", nullptr},
    {u"προσφορά", u"^ΟΙΚΟΝΟΜΙΚΗ ΠΡΟΣΦΟΡΑ|^ΠΡΟΣΦΟΡΑ|^ΤΕΧΝΙΚΗ ΠΡΟΣΦΟΡΑ", u"ΠΡΟΣΦΟΡΑ"},
    {u"διαβιβαστικό", u"^ΔΙΑΒΙΒΑΣΤΙΚΟ", u"ΔΙΑΒΙΒΑΣΗ|ΑΠΟΣΤΟΛΗ|ΥΠΟΒΟΛΗ"},
};

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

} // namespace

std::optional<TitledKind> kindOfTitle(const QString& shape)
{
    const QString title = closedUp(shape);
    const auto& kinds = compiledKinds();
    const auto found =
        std::ranges::find_if(kinds, [&title](const Compiled& each) { return each.title.match(title).hasMatch(); });
    if (found == kinds.end())
        return std::nullopt;
    return TitledKind{QString::fromUtf16(found->kind->noun), static_cast<std::size_t>(found - kinds.begin())};
}

QString kindOfSubject(const QString& shape)
{
    for (const Compiled& each : compiledKinds())
        if (each.subject && each.subject->match(shape).hasMatch())
            return QString::fromUtf16(each.kind->noun);
    return {};
}

} // namespace diakinisi::recognition
