#pragma once
#include "pdf/form.h"
#include "signing/sign_pdf.h"

namespace diakinisi::signing {

/// The bytes that a signature appends, with room for the value and the places that are still to be filled in.
struct SignatureUpdate {
    QByteArray bytes;
    QString fieldName;
    qsizetype byteRangeAt = 0; ///< "[" of /ByteRange within `bytes`
    qsizetype contentsAt = 0;  ///< "<" of /Contents within `bytes`
    qsizetype contentsLength = 0;

    /// Writes the byte range of a file that is `former` bytes long without `bytes`.
    void setByteRange(std::int64_t former);
    /// Writes the value; false when it is too long for the room.
    bool setContents(const QByteArray& value);
};

/// All that is done before the key is asked. Errors as signPdf.
Result<SignatureUpdate> prepareSignature(const pdf::Document& document, const KeyCertificate& key,
                                         const SignOptions& options, const pdf::Font* font);

} // namespace diakinisi::signing
