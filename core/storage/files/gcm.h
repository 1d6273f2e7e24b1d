#pragma once
#include "base/secret.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <optional>

namespace diakinisi::storage {

/// AES-256-GCM with a key of its own for one file, derived (HKDF-SHA256) from the store's key and the file's salt. Not
/// thread-safe.
class Gcm
{
public:
    static constexpr qsizetype keyBytes = 32;
    static constexpr qsizetype nonceBytes = 12;
    static constexpr qsizetype tagBytes = 16;
    static constexpr qsizetype saltBytes = 32;

    /// `purpose` keeps keys for different uses apart.
    Gcm(const Secret& storeKey, QByteArrayView salt, QByteArrayView purpose);
    ~Gcm();
    Gcm(const Gcm&) = delete;
    Gcm& operator=(const Gcm&) = delete;

    /// Cipher text with the tag behind it. A nonce must never be used twice.
    QByteArray seal(QByteArrayView nonce, QByteArrayView associated, QByteArrayView plain);
    /// Nothing when any of it was changed.
    std::optional<QByteArray> open(QByteArrayView nonce, QByteArrayView associated, QByteArrayView sealed);

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace diakinisi::storage
