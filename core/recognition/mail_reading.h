#pragma once
#include "recognition/letter_reading.h"
#include "recognition/mail_file.h"

namespace diakinisi::recognition {

/// What an e-mail message says of itself: subject, sender, date, recipients and files by its headers, the rest (number,
/// related papers, marks) by its text, read as a letter's. Fields have no box. Pure.
LetterReading readMail(const MailFile& mail);

} // namespace diakinisi::recognition
