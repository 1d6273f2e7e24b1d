#pragma once
#include "recognition/letter_view.h"

/// One reader a field or family of fields, each in a file named after it. All pure; `found` is what the readers before
/// it have read.
namespace diakinisi::recognition {

void readSubject(const LetterView& view, LetterReading& found);
void readDate(const LetterView& view, LetterReading& found);
void readNumber(const LetterView& view, LetterReading& found);
void readRecipients(const LetterView& view, LetterReading& found); ///< with copies
void readRelated(const LetterView& view, LetterReading& found);
void readAttachments(const LetterView& view, LetterReading& found);
void readMarks(const LetterView& view, LetterReading& found); ///< priority, classification
void readAda(const LetterView& view, LetterReading& found);
void readKind(const LetterView& view, LetterReading& found);
void readApplicant(const LetterView& view, LetterReading& found);
void readSigner(const LetterView& view, LetterReading& found);
/// By sender, recipients and text, where nothing names the kind.
void completeKind(const LetterView& view, LetterReading& found);
void readSender(const LetterView& view, LetterReading& found); ///< with its unit; after applicant and signer

} // namespace diakinisi::recognition
