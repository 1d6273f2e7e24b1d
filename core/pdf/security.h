#pragma once
#include "base/result.h"
#include "pdf/value.h"

#include <functional>

namespace diakinisi::pdf {

/// The standard security handler (ISO 32000-1, 7.6; ISO 32000-2, 7.6 for AES-256) of a file that opens with the empty
/// user password: RC4 of 40 to 128 bits, AES-128, AES-256 of revisions 5 and 6. Immutable: any thread.
class Security
{
public:
    /// PdfEncrypted with the cause: a password is needed, another handler, an unknown algorithm. `encrypt` resolved.
    static Result<Security> open(const Dict& encrypt, const QByteArray& firstId);

    /// Table 22: bits 6 and 9. Signing in an empty field counts as filling.
    bool mayFillFields() const;
    /// Bits 4 and 6: making a field, a signature field too.
    bool mayAddFields() const;

    /// An object's strings in clear or locked; the /Contents of a signature stays as it is (7.6.1).
    Value unlockStrings(const Value& value, Ref owner) const;
    Value lockStrings(const Value& value, Ref owner) const;
    /// A stream's bytes before its filters are undone. PdfBroken when they are no whole blocks.
    Result<QByteArray> unlockStream(const Dict& dict, Ref owner, const QByteArray& bytes) const;
    QByteArray lockStream(const Dict& dict, Ref owner, const QByteArray& bytes) const;

private:
    enum class Method { None, Rc4, Aes128, Aes256 };

    Method methodOf(const Dict& encrypt, const char* use) const;
    Method streamMethod(const Dict& dict) const;
    bool openWithMd5(const Dict& encrypt, const QByteArray& firstId);
    bool openWithAes256(const Dict& encrypt);
    QByteArray keyFor(Method method, Ref owner) const;
    Result<QByteArray> unlock(Method method, Ref owner, const QByteArray& bytes) const;
    QByteArray lock(Method method, Ref owner, const QByteArray& bytes) const;

    QByteArray m_key;
    std::int64_t m_revision = 0;
    std::uint32_t m_permissions = 0;
    Method m_strings = Method::None;
    Method m_streams = Method::None;
    bool m_encryptMetadata = true;
};

} // namespace diakinisi::pdf
