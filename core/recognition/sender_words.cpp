#include "recognition/sender_words.h"

#include "recognition/greek_shape.h"
#include "recognition/kind_words.h"
#include "recognition/near_words.h"

#include <QRegularExpression>

#include <algorithm>

namespace diakinisi::recognition {

namespace {

/// Capitals of the words with Λ, Δ and Α, Ω and Ο, Θ and Ο, Ι and Τ alike: recognition confuses them.
QString loosened(QString shape)
{
    for (QChar& letter : shape)
        switch (letter.unicode()) {
        case u'Λ':
        case u'Δ':
            letter = u'Α';
            break;
        case u'Θ':
        case u'Ω':
        case u'Q':
            letter = u'Ο';
            break;
        case u'Σ':
            letter = u'Ε';
            break;
        case u'Τ': // of typewriters' letters
            letter = u'Ι';
            break;
        default:
            break;
        }
    return shape;
}

bool begins(const QString& shape, const QRegularExpression& words)
{
    return words.match(loosened(shape)).hasMatch();
}

QRegularExpression expression(QStringView words)
{
    return QRegularExpression(loosened(shapePattern(words)));
}

/// Long names of bodies and units: one is known although a letter or two are misread.
HeadingLine nearHeadingLine(const QString& shape)
{
    constexpr qsizetype shortest = 9;
    constexpr std::u16string_view bodies[] = {u"ΥΠΟΥΡΓΕΙΟ",   u"ΑΠΟΚΕΝΤΡΩΜΕΝΗ", u"ΠΕΡΙΦΕΡΕΙΑ",   u"ΠΑΝΕΠΙΣΤΗΜΙΟ",
                                              u"ΠΟΛΥΤΕΧΝΕΙΟ", u"ΝΟΣΟΚΟΜΕΙΟ",    u"ΝΗΠΙΑΓΩΓΕΙΟ",  u"ΣΥΝΕΔΡΙΟ",
                                              u"ΛΙΜΕΝΑΡΧΕΙΟ", u"ΠΡΩΤΟΔΙΚΕΙΟ",   u"ΕΙΡΗΝΟΔΙΚΕΙΟ", u"ΕΠΙΜΕΛΗΤΗΡΙΟ",
                                              u"ΚΤΗΜΑΤΟΛΟΓΙΟ"};
    constexpr std::u16string_view units[] = {u"ΔΙΕΥΘΥΝΣΗ", u"ΓΡΑΜΜΑΤΕΙΑ", u"ΥΠΟΔΙΕΥΘΥΝΣΗ"};
    const auto isNear = [](const QString& word, std::u16string_view known) {
        const QString name = loosened(shapeOf(QStringView(known.data(), static_cast<qsizetype>(known.size()))));
        return !word.startsWith(name) && isNearWord(word, name); // a genitive is no misreading
    };
    const QStringList words = loosened(shape).split(u' ', Qt::SkipEmptyParts);
    for (const QString& word : words) {
        if (word.size() + 1 < shortest)
            continue;
        if (std::ranges::any_of(units, [&](auto known) { return isNear(word, known); }))
            return HeadingLine::Unit;
        if (std::ranges::any_of(bodies, [&](auto known) { return isNear(word, known); }))
            return HeadingLine::Body;
    }
    return HeadingLine::Nothing;
}

} // namespace

HeadingLine headingLineOf(const QString& shape)
{
    static const QRegularExpression republic = expression(
        u"^\\S{0,2}\\s?(?:ΕΛΛΗΝΙΚΗ ?ΔΗΜΟΚΡΑΤΙΑ|ΝΟΜΟΣ |HELLENIC REPUBLIC|N[OΟ]M[OΟ][ΣC] |ΠΕΡΙΦΕΡΕΙΑΚΗ ΕΝΟΤΗΤΑ)");
    static const QRegularExpression unit =
        expression(u"^(?:\\d{1,2}. "
                   u")?(?:(?:ΑΥΤΟΤΕΛ\\S+|ΓΕΝΙΚΗ|ΕΙΔΙΚΗ|ΤΟΠΙΚΗ|ΠΕΡΙΦΕΡΕΙΑΚΗ|ΟΙΚΟΝΟΜΙΚΗ|ΔΙΟΙΚΗΤΙΚΗ|ΤΕΧΝΙΚΗ|ΝΟΜΙΚΗ|"
                   u"ΤΑΜΕΙΑΚΗ|ΥΠΟ) ?)?(?:ΔΙΕΥΘΥΝΣΗ|Δ/ΝΣΗ|ΤΜΗΜΑ|ΓΡΑΦΕΙΟ|ΓΡΑΜΜΑΤΕΙΑ|ΥΠΗΡΕΣΙΑ|"
                   u"ΥΠΟΔΙΕΥΘΥΝΣΗ|ΚΥΚΛΟΣ|ΥΠΟΚΑΤΑΣΤΗΜΑ|ΚΛΑΔΟΣ|ΤΟΜΕΑΣ|ΠΟΛΥΤΕΧΝΙΚΗ ΣΧΟΛΗ|ΣΧΟΛΗ|ΔΗΜΟΤΙΚΟ "
                   u"ΣΥΜΒΟΥΛΙΟ|ΔΗΜΟΤΙΚΗ ΕΠΙΤΡΟΠΗ|ΟΙΚΟΝΟΜΙΚΗ ΕΠΙΤΡΟΠΗ|ΚΕΝΤΡΟ ΕΞΥΠΗΡΕΤΗΣΗΣ|"
                   u"ΑΡΧΗΓΕΙΟ|ΕΠΙΘΕΩΡΗΣΗ|ΠΕΡΙΦΕΡΕΙΑΚΗ Δ|ΚΤΗΜΑΤΟΛΟΓΙΚΟ|PERMANENT|OFFICE OF|DEPARTMENT|UNIT )");
    static const QRegularExpression body = expression(
        u"(?:^|[ 0-9])(?:ΥΠΟΥΡΓΕΙΟ|ΑΠΟΚΕΝΤΡΩΜΕΝΗ|ΠΕΡΙΦΕΡΕΙΑ |ΔΗΜΟΣ(?: |$)|ΔΗΜΟΤΙΚΟ "
        u"ΣΧΟΛΕΙΟ|ΣΧΟΛΕΙΟ|ΝΗΠΙΑΓΩΓΕΙΟ|ΓΥΜΝΑΣΙΟ|ΛΥΚΕΙΟ|ΓΕΛ |ΕΠΑ\\.?Λ|ΝΟΣΟΚΟΜΕΙΟ|ΚΕΝΤΡΟ ΥΓΕΙΑΣ|ΠΑΝΕΠΙΣΤΗΜΙΟ|"
        u"ΠΟΛΥΤΕΧΝΕΙΟ|ΑΣΤΥΝΟΜΙΚΟ ΤΜΗΜΑ|ΔΙΕΥΘΥΝΣΗ ΑΣΤΥΝΟΜΙΑΣ|ΤΜΗΜΑ "
        u"ΤΡΟΧΑΙΑΣ|ΠΥΡΟΣΒΕΣΤΙΚ|ΛΙΜΕΝΑΡΧΕΙΟ|ΔΑΣΑΡΧΕΙΟ|ΕΦΟΡΕΙΑ|Δ\\.?Ο\\.?Υ\\.?|ΕΙΣΑΓΓΕΛΙΑ|ΠΡΩΤΟΔΙΚΕΙΟ|ΕΦΕΤΕΙΟ|"
        u"ΕΙΡΗΝΟΔΙΚΕΙΟ|ΔΙΚΑΣΤΗΡΙΟ|ΣΥΜΒΟΥΛΙΟ ΤΗΣ ΕΠΙΚΡΑΤΕΙΑΣ|ΕΛΕΓΚΤΙΚΟ ΣΥΝΕΔΡΙΟ|ΣΥΝΗΓΟΡΟΣ|ΑΡΧΗ |ΕΘΝΙΚΟΣ "
        u"ΦΟΡΕΑΣ|ΕΦΚΑ|ΟΠΕΚΑ|ΟΡΓΑΝΙΣΜΟΣ|ΚΤΗΜΑΤΟΛΟΓΙΟ|"
        u"ΑΝΩΤΑΤΟ ΣΥΜΒΟΥΛΙΟ|ΑΣΕΠ|ΕΠΙΜΕΛΗΤΗΡΙΟ|ΣΥΛΛΟΓΟΣ|ΣΩΜΑΤΕΙΟ|ΕΝΩΣΗ|ΟΜΟΣΠΟΝΔΙΑ|ΣΥΝΔΕΣΜΟΣ|ΙΕΡΑ |ΙΕΡΟΣ "
        u"|ΙΔΡΥΜΑ|ΔΕΥΑ|ΔΗΜΟΤΙΚΗ ΕΠΙΧΕΙΡΗΣΗ|ΤΡΑΠΕΖΑ|ΔΕΔΔΗΕ|ΕΠΙΤΡΟΠΗ ΑΝΤΑΓΩΝΙΣΜΟΥ|"
        u"ΠΡΟΞΕΝΕΙΟ|ΠΡΕΣΒΕΙΑ|ΑΕΡΟΠΟΡΙΑ|ΣΤΡΑΤΟΛΟΓΙΑ|ΒΟΥΛΗ ΤΩΝ|ΠΡΟΕΔΡΙΑ "
        u"ΤΗΣ|ΣΥΝΕΤΑΙΡΙΣΜΟΣ|ΑΘΛΗΤΙΚΟΣ|MINISTRY|MUNICIPALITY|EMBASSY|CONSULATE|UNIVERSITY|AUTHORITY|EUROPEAN|COMMISSION|"
        u"CITY OF|STADT |TOWN OF|COUNCIL)");
    if (begins(shape, republic))
        return HeadingLine::Republic;
    if (begins(shape, body) &&
        !(begins(shape, unit) && !begins(shape, expression(u"^(?:ΔΙΕΥΘΥΝΣΗ ΑΣΤΥΝΟΜΙΑΣ|ΤΜΗΜΑ ΤΡΟΧΑΙΑΣ)"))))
        return HeadingLine::Body;
    if (begins(shape, unit))
        return HeadingLine::Unit;
    static const QRegularExpression within = expression(u"ΔΙΕΥΘΥΝΣΗ|\\bΤΜΗΜΑ\\b"); // its first letters misread
    if (begins(shape, within))
        return HeadingLine::Unit;
    return isCompany(shape) ? HeadingLine::Body : nearHeadingLine(shape);
}

bool isOfficeName(const QString& shape)
{
    static const QRegularExpression others =
        expression(u"ΣΥΛΛΟΓΟΣ|ΣΩΜΑΤΕΙΟ|ΕΝΩΣΗ|ΟΜΟΣΠΟΝΔΙΑ|ΣΥΝΔΕΣΜΟΣ|ΟΜΙΛΟΣ|(?:^| )ΙΕΡ(?:Α|Ο)|ΜΗΤΡΟΠΟΛ|ΣΥΝΕΤΑΙΡΙΣΜΟΣ|"
                   u"ΑΘΛΗΤΙΚ|ΤΡΑΠΕΖΑ|ΕΤΑΙΡΕΙΑ|ΙΔΡΥΜΑ");
    const HeadingLine kind = headingLineOf(shape);
    return (kind == HeadingLine::Body || kind == HeadingLine::Unit) && !isCompany(shape) && !begins(shape, others);
}

bool namesNobody(const QString& shape)
{
    static const QRegularExpression words =
        expression(u"^(?:ΑΝΑΡΤΗΤΕ[ΑΟ]|ΝΑ ΔΙΑΤΗΡΗΘΕΙ|ΒΑΘΜΟΣ |ΟΡΘΗ ΕΠΑΝΑΛΗΨΗ|ΑΚΡΙΒΕΣ ΑΝΤΙΓΡΑΦΟ|ΑΝΤΙΓΡΑΦΟ|ΜΕ ΕΛΕΓΧΟ|"
                   u"ΕΞΑΙΡΕΤΙΚ|ΕΠΕΙΓΟΝ|ΑΝΕΞΑΡΤΗΤΗ ΑΡΧΗ$)");
    return begins(shape, words) || kindOfTitle(shape).has_value();
}

bool isCompany(const QString& shape)
{
    static const QRegularExpression company = shapeExpression(
        u"(?:^|[ .])(?:Α\\.? ?Ε\\.?|Ο\\.? ?Ε\\.?|Ε\\.? ?Ε\\.?|Ε\\.? ?Π\\.? ?Ε\\.?|Ι\\.? ?Κ\\.? ?Ε\\.?|Α\\.? "
        u"?Β\\.? ?Ε\\.? ?Ε\\.?|ΑΕΒΕ|ΑΤΕ|ΜΟΝΟΠΡΟΣΩΠΗ|LTD|LIMITED|GMBH|APS|S\\.?A\\.?|INC)\\.?$");
    return company.match(shape.trimmed()).hasMatch();
}

} // namespace diakinisi::recognition
