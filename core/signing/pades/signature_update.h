#pragma once
#include "pdf/form.h"
#include "signing/pades/sign_pdf.h"

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

/// Who will sign, how, and how many bytes are kept for the value.
struct SignerToBe {
    CertificateFacts facts;
    DigestAlgorithm digest = DigestAlgorithm::Sha256;
    qsizetype room = 0;
};

/// All that is done before the key is asked. Errors as signPdf.
Result<SignatureUpdate> prepareSignature(const pdf::Document& document, const SignerToBe& signer,
                                         const SignOptions& options, const pdf::Font* font);

/// The same for a document timestamp (ETSI EN 319 142-1, 5.4.3), in an invisible field of its own. Allowed whatever a
/// certification says (ISO 32000-2, table 257).
Result<SignatureUpdate> prepareDocumentTimestamp(const pdf::Document& document, qsizetype room);

} // namespace diakinisi::signing
