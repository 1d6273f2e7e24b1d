#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace diakinisi::desk {

/// Where a profile's secrets lie: the session's token, the device's secret, the key of the file store. Any thread;
/// blocks.
class KeyStore
{
public:
    virtual ~KeyStore() = default;
    /// Nothing when there is no such secret. KeyUnreadable when the store itself cannot be reached or is locked.
    virtual Result<std::optional<QByteArray>> read(const QString& name) = 0;
    virtual Done write(const QString& name, const QByteArray& secret) = 0;
    virtual Done remove(const QString& name) = 0;
};

/// Files of mode 0600 in `folder`, which is made with mode 0700: where the machine offers nothing better.
std::unique_ptr<KeyStore> makeFileKeyStore(const QString& folder);

/// The operating system's own, with `profile` before each name; null when there is none that answers.
std::unique_ptr<KeyStore> makeSystemKeyStore(const QString& profile);

} // namespace diakinisi::desk
