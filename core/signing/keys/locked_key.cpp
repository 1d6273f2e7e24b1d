#include "signing/keys/locked_key.h"

#include "signing/keys/pkcs11_key.h"
#include "signing/keys/pkcs12_key.h"
#include "signing/keys/system_key.h"

#include <QFileInfo>

namespace diakinisi::signing {

namespace {

class LockedFileKey final : public LockedKey
{
public:
    explicit LockedFileKey(QString path) : m_path(std::move(path)) {}

    const KeyCertificate* certificate() const override { return nullptr; }
    PinEntry pinEntry() const override { return PinEntry::Typed; }
    PinTries pinTries() const override { return PinTries::Enough; }
    Result<std::unique_ptr<SigningKey>> unlock(const Secret& pin, const Secret&) override
    {
        return Pkcs12Key::open(m_path, pin);
    }

private:
    QString m_path;
};

} // namespace

Result<std::unique_ptr<LockedKey>> findKey(const QString& uri, const KeyPlaces& places, Instant now)
{
    if (uri.startsWith(u"p12:")) {
        const QString path = uri.sliced(4);
        if (!QFileInfo(path).isFile())
            return fail(ErrorCode::FileUnreadable, path);
        return std::make_unique<LockedFileKey>(path);
    }
    if (uri.startsWith(u"store:"))
        return findSystemKey(uri.sliced(6));
    const auto parsed = parsePkcs11Uri(uri);
    if (!parsed)
        return fail(parsed.error());
    auto found = findTokenKey(*parsed, places, now);
    if (!found)
        return fail(found.error());
    return lockedTokenKey(std::move(*found));
}

} // namespace diakinisi::signing
