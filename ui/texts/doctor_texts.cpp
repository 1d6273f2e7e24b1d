#include "ui/texts/key_texts.h"

#include <QCoreApplication>

#include <map>

// What the examination of signing devices found.
namespace diakinisi::ui {

namespace {

class Doctor
{
    Q_DECLARE_TR_FUNCTIONS(Doctor)
};

using desk::Examined;
using desk::FindingCause;

QString whatWord(Examined what)
{
    switch (what) {
    case Examined::Module:
        return Doctor::tr("Device's software");
    case Examined::Token:
        return Doctor::tr("Signing device");
    case Examined::PinTries:
        return Doctor::tr("PIN");
    case Examined::Certificate:
        return Doctor::tr("Certificate");
    case Examined::Validity:
        return Doctor::tr("Validity");
    case Examined::Registration:
        return Doctor::tr("Registration");
    case Examined::Clock:
        return Doctor::tr("Clock");
    case Examined::Timestamps:
        return Doctor::tr("Timestamps");
    case Examined::Trust:
        return Doctor::tr("Trusted authorities");
    }
    return {};
}

struct Words {
    const char* found;
    const char* advice;
};

const std::map<FindingCause, Words>& words()
{
    static const std::map<FindingCause, Words> all{
        {FindingCause::NoModule,
         {QT_TRANSLATE_NOOP("Doctor", "no software of a signing device is installed"),
          QT_TRANSLATE_NOOP("Doctor", "If you sign with a device, ask IT to install what came with it.")}},
        {FindingCause::ModuleNotLoaded,
         {QT_TRANSLATE_NOOP("Doctor", "is there and cannot be used"),
          QT_TRANSLATE_NOOP("Doctor", "Ask IT to install it anew; it must be the one for 64 bits.")}},
        {FindingCause::ModuleDied,
         {QT_TRANSLATE_NOOP("Doctor", "broke down when it was asked"),
          QT_TRANSLATE_NOOP("Doctor", "Pull the device out, plug it in and check again; if it goes on, tell IT.")}},
        {FindingCause::ModuleSilent,
         {QT_TRANSLATE_NOOP("Doctor", "does not answer"),
          QT_TRANSLATE_NOOP("Doctor", "Pull the device out, plug it in and check again; if it goes on, tell IT.")}},
        {FindingCause::NoToken,
         {QT_TRANSLATE_NOOP("Doctor", "none is plugged in"),
          QT_TRANSLATE_NOOP("Doctor", "Plug it in, wait for its light, and check again.")}},
        {FindingCause::TokenFailed,
         {QT_TRANSLATE_NOOP("Doctor", "answers with an error"),
          QT_TRANSLATE_NOOP("Doctor", "Pull the device out, plug it in and check again; if it goes on, tell IT.")}},
        {FindingCause::PinNotSet,
         {QT_TRANSLATE_NOOP("Doctor", "has to be set or changed first"),
          QT_TRANSLATE_NOOP("Doctor", "Set it with the program that came with the device, or ask IT.")}},
        {FindingCause::FewTries,
         {QT_TRANSLATE_NOOP("Doctor", "few tries are left: a wrong one was entered"),
          QT_TRANSLATE_NOOP("Doctor", "Enter the right one once, and the count begins anew.")}},
        {FindingCause::LastTry,
         {QT_TRANSLATE_NOOP("Doctor", "last try: one more wrong PIN locks the device"),
          QT_TRANSLATE_NOOP("Doctor", "If you are not certain of it, ask IT before you try.")}},
        {FindingCause::PinLocked,
         {QT_TRANSLATE_NOOP("Doctor", "locked"), QT_TRANSLATE_NOOP("Doctor", "IT can unlock it with the PUK.")}},
        {FindingCause::NoCertificate,
         {QT_TRANSLATE_NOOP("Doctor", "the device holds none for signing"),
          QT_TRANSLATE_NOOP("Doctor", "It has to be issued and put on the device first; ask IT.")}},
        {FindingCause::NotForCommitments,
         {QT_TRANSLATE_NOOP("Doctor", "is meant for logging in, not for signing"),
          QT_TRANSLATE_NOOP("Doctor", "Choose the other certificate of the device when you sign.")}},
        {FindingCause::NotYetValid,
         {QT_TRANSLATE_NOOP("Doctor", "is not valid yet"),
          QT_TRANSLATE_NOOP("Doctor", "Wait for its first day; if it should be valid, look at the clock.")}},
        {FindingCause::Expired,
         {QT_TRANSLATE_NOOP("Doctor", "has expired"),
          QT_TRANSLATE_NOOP("Doctor", "It has to be renewed before you can sign.")}},
        {FindingCause::NotRegistered,
         {QT_TRANSLATE_NOOP("Doctor", "to nobody at the server"),
          QT_TRANSLATE_NOOP("Doctor", "Ask IT to register the certificate as yours.")}},
        {FindingCause::RegisteredToAnother,
         {QT_TRANSLATE_NOOP("Doctor", "to another person"),
          QT_TRANSLATE_NOOP("Doctor", "Use your own device; if it is yours, tell IT.")}},
        {FindingCause::ClockUnknown,
         {QT_TRANSLATE_NOOP("Doctor", "not compared with the server's yet"),
          QT_TRANSLATE_NOOP("Doctor", "It is compared by itself as soon as the server answers.")}},
    };
    return all;
}

QString goodWords(const desk::Finding& finding)
{
    switch (finding.what) {
    case Examined::Module:
        return Doctor::tr("answers");
    case Examined::Token:
        return Doctor::tr("plugged in");
    case Examined::PinTries:
        return Doctor::tr("no wrong try");
    case Examined::Certificate:
        return Doctor::tr("for signing");
    case Examined::Validity:
        return Doctor::tr("valid for %n more day(s)", nullptr, static_cast<int>(finding.days));
    case Examined::Registration:
        return Doctor::tr("yours at the server");
    case Examined::Clock:
        return Doctor::tr("agrees with the server's");
    case Examined::Timestamps:
        return Doctor::tr("given");
    case Examined::Trust:
        return Doctor::tr("known");
    }
    return {};
}

QString foundWords(const desk::Finding& finding)
{
    switch (finding.cause) {
    case FindingCause::Fine:
        return goodWords(finding);
    case FindingCause::ExpiresWithin30Days:
    case FindingCause::ExpiresWithin15Days:
    case FindingCause::ExpiresWithin7Days:
        return Doctor::tr("expires in %n day(s)", nullptr, static_cast<int>(finding.days));
    case FindingCause::ClockWrong:
        return Doctor::tr("off by %n minute(s)", nullptr, static_cast<int>(qAbs(finding.seconds) / 60));
    case FindingCause::NoTimestampAuthority:
        return Doctor::tr("nobody is named to give them");
    case FindingCause::TimestampUnavailable:
        return Doctor::tr("the authority gives none now");
    case FindingCause::NobodyTrusted:
        return Doctor::tr("none is known: no received signature can be called valid");
    case FindingCause::TrustUnreadable:
        return Doctor::tr("their folder cannot be read");
    case FindingCause::TrustedListDoubtful:
        return Doctor::tr("a trusted list was not believed or is out of date");
    default:
        break;
    }
    const auto found = words().find(finding.cause);
    return found == words().end() ? QString() : Doctor::tr(found->second.found);
}

QString adviceWords(const desk::Finding& finding)
{
    switch (finding.cause) {
    case FindingCause::ExpiresWithin30Days:
    case FindingCause::ExpiresWithin15Days:
    case FindingCause::ExpiresWithin7Days:
        return Doctor::tr("Ask for its renewal now: it takes some days.");
    case FindingCause::ClockWrong:
        return Doctor::tr("Ask IT to set this computer's clock; the server's time is what counts.");
    case FindingCause::NoTimestampAuthority:
        return Doctor::tr("Ask IT to name a timestamp authority at the server.");
    case FindingCause::TimestampUnavailable:
        return Doctor::tr("Look at the connection to the internet; if it goes on, tell IT.");
    case FindingCause::NobodyTrusted:
        return Doctor::tr("Ask IT to put the authorities' certificates or the trusted list on this computer.");
    case FindingCause::TrustUnreadable:
        return Doctor::tr("Tell IT: until then signatures cannot be judged.");
    case FindingCause::TrustedListDoubtful:
        return Doctor::tr("Ask IT to renew it; what is copied for support says which one.");
    default:
        break;
    }
    const auto found = words().find(finding.cause);
    return found == words().end() ? QString() : Doctor::tr(found->second.advice);
}

} // namespace

FindingText findingText(const desk::Finding& finding)
{
    const QString what = whatWord(finding.what);
    const QString subject = finding.what == Examined::Module ? finding.subject.section(u'/', -1) : finding.subject;
    return {subject.isEmpty() ? what : QStringLiteral("%1: %2").arg(what, subject), foundWords(finding),
            adviceWords(finding)};
}

QString conditionWord(desk::Condition condition)
{
    switch (condition) {
    case desk::Condition::Good:
        return Doctor::tr("good");
    case desk::Condition::Warning:
        return Doctor::tr("attention");
    case desk::Condition::Bad:
        return Doctor::tr("not good");
    }
    return {};
}

QString conditionIcon(desk::Condition condition)
{
    switch (condition) {
    case desk::Condition::Good:
        return QStringLiteral("ok");
    case desk::Condition::Warning:
        return QStringLiteral("warning");
    case desk::Condition::Bad:
        return QStringLiteral("error");
    }
    return {};
}

QString supportText(const std::vector<desk::Finding>& findings)
{
    QStringList lines;
    for (const desk::Finding& finding : findings) {
        const FindingText text = findingText(finding);
        QString line = QStringLiteral("[%1] %2: %3").arg(conditionWord(finding.condition), text.what, text.found);
        if (finding.what == Examined::Module && !finding.subject.isEmpty())
            line += QStringLiteral(" (%1)").arg(finding.subject);
        if (!finding.detail.isEmpty())
            line += QStringLiteral(" (%1)").arg(finding.detail);
        lines << line;
    }
    return lines.join(u'\n');
}

} // namespace diakinisi::ui
