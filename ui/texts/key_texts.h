#pragma once
#include "desk/signer.h"
#include "desk/signing_doctor.h"

#include <QString>

/// Keys, their state and what the doctor found, in the words of the office and the language of the moment.
namespace diakinisi::ui {

/// "Παπαδόπουλος · συσκευή «TokenME» · εκδότης ... · έως 23/11/2027".
QString keyWords(const desk::KeyChoice& key);

/// What is to be known of a key before its PIN is typed.
struct KeyState {
    bool usable = false;
    QString picture{}; ///< the icon's name; empty where there is nothing to say
    QString words{};
};
KeyState keyState(const desk::KeyChoice& key, Instant now);

/// "Το πιστοποιητικό ... λήγει σε 7 ημέρες".
QString expiryWords(const QString& name, qint64 days);
/// Whole days from `now` until `end`; below 0 when it is over.
qint64 daysLeft(Instant end, Instant now);

/// How signatures are made here: level, timestamp, and what happens when its authority is away.
QString termsWords(const desk::SigningTerms& terms);

/// One line of the examination: what was looked at, what was found, and what to do where it is not good.
struct FindingText {
    QString what;
    QString found;
    QString advice;
};
FindingText findingText(const desk::Finding& finding);
QString conditionWord(desk::Condition condition);
/// The icon that goes with it.
QString conditionIcon(desk::Condition condition);
/// All of it as plain text for the help desk: no PIN, no file content.
QString supportText(const std::vector<desk::Finding>& findings);

} // namespace diakinisi::ui
