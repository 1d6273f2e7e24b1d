#include "ctl/key_option.h"

#include "ctl/terminal.h"
#include "signing/keys/locked_key.h"
#include "signing/keys/module_paths.h"
#include "signing/keys/pkcs11_modules.h"
#include "signing/keys/pkcs11_uri.h"

namespace diakinisi::ctl {

namespace {

using signing::PinEntry;
using signing::PinTries;

QString pinFileOf(const KeyOption& option)
{
    if (!option.pinFile.isEmpty() || !option.uri.startsWith(u"pkcs11:"))
        return option.pinFile;
    const auto uri = signing::parsePkcs11Uri(option.uri);
    return uri ? uri->pinFile : QString();
}

QString nameOf(const KeyOption& option, const signing::LockedKey& key)
{
    return key.certificate() ? key.certificate()->facts.commonName : option.uri;
}

Result<Secret> pinFor(Context& context, const KeyOption& option, const signing::LockedKey& key)
{
    if (key.pinTries() == PinTries::Few)
        context.messages << "diakinisictl: a wrong PIN was entered at the token; few tries are left\n";
    if (key.pinTries() == PinTries::Last)
        context.messages << "diakinisictl: this is the last try: a wrong PIN locks the token\n";
    if (key.pinEntry() == PinEntry::OnPad)
        context.messages << "diakinisictl: type the PIN at the reader\n";
    context.messages.flush();
    if (key.pinEntry() != PinEntry::Typed)
        return Secret();
    const QString file = pinFileOf(option);
    return file.isEmpty() ? askSecret(QStringLiteral("PIN of ") + nameOf(option, key)) : readSecretFile(file);
}

} // namespace

Result<std::unique_ptr<signing::SigningKey>> openKey(Context& context, const KeyOption& option)
{
    signing::Pkcs11Modules modules; // a key holds on to its own module by itself
    const Instant now = context.clock.now();
    const auto found = signing::findKey(option.uri, {modules, signing::modulePaths(option.modules)}, now);
    if (!found)
        return fail(found.error());
    if (const signing::KeyCertificate* known = (*found)->certificate())
        if (now < known->facts.notBefore || known->facts.notAfter < now)
            return fail(ErrorCode::CertificateExpired, known->facts.commonName);
    if ((*found)->pinTries() == PinTries::None)
        return fail(ErrorCode::PinLocked, nameOf(option, **found));
    const Result<Secret> pin = pinFor(context, option, **found);
    if (!pin)
        return fail(pin.error());
    const Result<Secret> signaturePin =
        option.signaturePinFile.isEmpty() ? Result<Secret>(Secret()) : readSecretFile(option.signaturePinFile);
    if (!signaturePin)
        return fail(signaturePin.error());
    return (*found)->unlock(*pin, *signaturePin);
}

} // namespace diakinisi::ctl
