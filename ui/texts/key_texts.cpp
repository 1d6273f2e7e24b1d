#include "ui/texts/key_texts.h"

#include "ui/texts/format.h"

#include <QCoreApplication>

namespace diakinisi::ui {

namespace {

class Keys
{
    Q_DECLARE_TR_FUNCTIONS(Keys)
};

constexpr qint64 dayMs = 86'400'000;
constexpr qint64 worthSaying = 30; ///< days before a certificate's end

const QString warning = QStringLiteral("warning");

KeyState triesState(desk::PinTries tries)
{
    switch (tries) {
    case desk::PinTries::Enough:
        return {true};
    case desk::PinTries::Few:
        return {true, warning, Keys::tr("A wrong PIN was entered before: few tries are left.")};
    case desk::PinTries::Last:
        return {true, warning, Keys::tr("Last try: one more wrong PIN locks the signing device.")};
    case desk::PinTries::None:
        return {false, QStringLiteral("lock"),
                Keys::tr("The signing device is locked. IT can unlock it with its PUK.")};
    }
    return {};
}

} // namespace

qint64 daysLeft(Instant end, Instant now)
{
    const qint64 ms = end - now;
    return ms >= 0 ? ms / dayMs : -((-ms + dayMs - 1) / dayMs);
}

QString expiryWords(const QString& name, qint64 days)
{
    if (days < 0)
        return Keys::tr("The certificate of %1 has expired").arg(name);
    if (days == 0)
        return Keys::tr("The certificate of %1 expires today").arg(name);
    return Keys::tr("The certificate of %1 expires in %n day(s)", nullptr, static_cast<int>(days)).arg(name);
}

QString keyWords(const desk::KeyChoice& key)
{
    QStringList words{key.name};
    if (key.place == desk::KeyPlace::Token)
        words << Keys::tr("device «%1»").arg(key.token.isEmpty() ? key.tokenSerial : key.token);
    else if (key.place == desk::KeyPlace::System)
        words << Keys::tr("the system's store");
    words << Keys::tr("issued by %1").arg(key.issuer) << Keys::tr("until %1").arg(shortDate(localDay(key.notAfter)));
    return words.join(QStringLiteral(" · "));
}

KeyState keyState(const desk::KeyChoice& key, Instant now)
{
    if (key.notAfter < now)
        return {false, warning, Keys::tr("This certificate has expired; a new one is needed to sign.")};
    if (now < key.notBefore)
        return {false, warning, Keys::tr("This certificate is not valid yet.")};
    if (!key.suitable)
        return {false, warning, Keys::tr("This certificate is meant for logging in, not for signing.")};
    if (!key.registered)
        return {false, warning, Keys::tr("This certificate is not registered as yours; ask IT to register it.")};
    if (const KeyState tries = triesState(key.pinTries); !tries.usable || !tries.words.isEmpty())
        return tries;
    if (key.pinEntry == desk::PinEntry::OnPad)
        return {true, QStringLiteral("key"), Keys::tr("The PIN is entered on the device's own keys, after «Sign».")};
    if (key.pinEntry == desk::PinEntry::System)
        return {true, QStringLiteral("key"), Keys::tr("The system asks for the PIN, after «Sign».")};
    if (const qint64 days = daysLeft(key.notAfter, now); days <= worthSaying)
        return {true, warning, expiryWords(key.name, days)};
    return {true};
}

QString termsWords(const desk::SigningTerms& terms)
{
    if (terms.authorities.isEmpty())
        return Keys::tr("Signed at level %1, without a timestamp.").arg(terms.level);
    return Keys::tr("Signed at level %1, with a timestamp by %2.")
               .arg(terms.level, terms.authorities.join(QStringLiteral(", "))) +
           u' ' +
           (terms.waits ? Keys::tr("If no timestamp comes, nothing is signed.")
                        : Keys::tr("If no timestamp comes, it is signed all the same and the timestamp follows."));
}

} // namespace diakinisi::ui
