#include "recognition/text_opening.h"

#include "recognition/greek_shape.h"

#include <algorithm>

namespace diakinisi::recognition {

bool opensText(const QString& shape)
{
    static const QRegularExpression opening = shapeExpression(
        u"^\\W{0,3}(?:ΑΞΙΟΤΙΜ|ΚΥΡΙΕ|ΚΥΡΙΟΙ|ΚΥΡΙΑ |ΚΥΡΙΕΣ|ΑΓΑΠΗΤ|ΕΧΟΝΤΑΣ|ΛΑΜΒΑΝΟΝΤΑΣ|ΣΑΣ ΓΝΩΡΙΖ|ΣΑΣ ΔΙΑΒΙΒΑΖ|"
        u"ΣΑΣ ΥΠΟΒΑΛ|ΣΑΣ ΕΝΗΜΕΡ|ΣΑΣ ΑΠΟΣΤΕΛ|ΣΑΣ ΠΡΟΣΚΑΛ|ΣΕ ΑΠΑΝΤΗΣΗ|ΣΕ ΣΥΝΕΧΕΙΑ|ΣΕ ΕΚΤΕΛΕΣΗ|ΑΠΑΝΤΩΝΤΑΣ|ΠΑΡΑΚΑΛ|ΜΕ "
        u"ΤΟ ΠΑΡΟΝ|ΜΕ ΤΗΝ ΠΑΡΟΥΣ|ΑΠΟΦΑΣΗ$|ΑΠΟΦΑΣΙΖ|DEAR |Ο ΔΗΜΑΡΧΟΣ|Η ΔΗΜΑΡΧΟΣ)");
    return opening.match(shape).hasMatch();
}

bool opensSentence(const TextRun& run)
{
    static const QRegularExpression opening = shapeExpression(
        u"^(?:ΒΕΒΑΙΩΝ|ΠΙΣΤΟΠΟΙΟΥΜΕ|ΣΑΣ |ΣΤΟ ΠΛΑΙΣΙΟ|ΚΑΤΟΠΙΝ|ΥΣΤΕΡΑ ΑΠΟ|ΜΕΤΑ ΑΠΟ|ΕΝ ΟΨΕΙ|ΕΠΙ ΤΟΥ|ΜΕ ΑΦΟΡΜΗ|ΑΝΑΦΟΡΙΚΑ |"
        u"ΣΧΕΤΙΚΑ ΜΕ|ΣΥΜΦΩΝΑ ΜΕ|ΔΙΑΒΙΒΑΖΟΥΜΕ|ΑΠΟΣΤΕΛΛΟΥΜΕ|ΓΝΩΡΙΖΟΥΜΕ|ΚΑΛΕΙΣΤΕ|ΚΑΛΟΥΜΕ|ΣΕ ΣΥΝΕΧΕΙΑ|ΓΙΑ ΛΟΓΑΡΙΑΣΜΟ|"
        u"ΔΕΝ ΕΧΟΥΜΕ|ΣΤΗΝ ΥΠΗΡΕΣΙΑ|ΣΤΗΝ ΑΡΧΗ|ΖΗΤΩ |ΖΗΤΟΥΜΕ|Ο ΥΠΟΓΡΑΦ|Η ΥΠΟΓΡΑΦ|ΟΙ ΥΠΟΓΡΑΦ|ΤΟ ΤΜΗΜΑ ΜΑΣ|ΤΟ ΥΠΟΥΡΓΕΙΟ)");
    const auto first = std::ranges::find_if(run.text, [](QChar c) { return c.isLetter(); });
    return first != run.text.end() && first->isUpper() && opening.match(run.shape).hasMatch();
}

} // namespace diakinisi::recognition
