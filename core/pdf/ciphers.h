#pragma once
#include <QByteArray>

#include <optional>

namespace diakinisi::pdf {

/// RC4: its own inverse. Only for reading and extending old files; OpenSSL keeps it in a module that may be missing.
QByteArray rc4(const QByteArray& key, const QByteArray& data);

/// AES in CBC mode, key of 16 or 32 bytes. Padded: PKCS#7. None when the data are no whole blocks or the padding is
/// wrong.
std::optional<QByteArray> aesEncrypt(const QByteArray& key, const QByteArray& iv, const QByteArray& data, bool padded);
std::optional<QByteArray> aesDecrypt(const QByteArray& key, const QByteArray& iv, const QByteArray& data, bool padded);

} // namespace diakinisi::pdf
