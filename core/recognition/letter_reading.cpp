#include "recognition/letter_reading.h"

#include "recognition/letter_readers.h"

namespace diakinisi::recognition {

LetterReading readLetter(const std::vector<TextPage>& pages)
{
    const LetterView view(pages);
    LetterReading found;
    readSubject(view, found);
    readDate(view, found);
    readNumber(view, found);
    readRecipients(view, found);
    readRelated(view, found);
    readAttachments(view, found);
    readMarks(view, found);
    readAda(view, found);
    readKind(view, found);
    readApplicant(view, found);
    readSigner(view, found);
    readSender(view, found);
    completeKind(view, found);
    return found;
}

} // namespace diakinisi::recognition
