#pragma once
#include "base/progress.h"
#include "signing/cms/signing_digest.h"
#include "signing/pades/appended_device.h"
#include "signing/pades/signature_update.h"

#include <optional>
#include <stop_token>

namespace diakinisi::signing {

/// A PDF that grows by revisions: the former file where it lies, and what is appended to it in memory until it is
/// written. The former bytes are digested once an algorithm and never touched.
class GrowingPdf
{
public:
    explicit GrowingPdf(const pdf::ByteSource& former) : m_former(former), m_device(m_former, m_tail) {}
    GrowingPdf(const GrowingPdf&) = delete;
    GrowingPdf& operator=(const GrowingPdf&) = delete;

    /// The whole as it is by now.
    QIODevice& device() { return m_device; }
    const QByteArray& tail() const { return m_tail; }
    void append(const QByteArray& revision) { m_tail += revision; }

    /// Copies the former file to `to` and takes its digest on the way. Cancelled, FileUnreadable, FileUnwritable.
    Done copyFormer(QIODevice& to, DigestAlgorithm algorithm, const std::stop_token& stop, Progress& progress);
    /// The digest of all there is and of `update`, without its /Contents.
    Result<QByteArray> digest(DigestAlgorithm algorithm, const SignatureUpdate& update, const std::stop_token& stop);
    /// Appends a signature or timestamp whose value is filled in, after reading it as anybody would: over exactly these
    /// bytes, whole, holding. `digest` is what digest() gave. SignatureBroken.
    Done appendChecked(const SignatureUpdate& update, DigestAlgorithm algorithm, const QByteArray& digest);

private:
    Result<const SigningDigest*> formerDigest(DigestAlgorithm algorithm, const std::stop_token& stop);

    pdf::ByteSource m_former;
    QByteArray m_tail;
    AppendedDevice m_device;
    std::optional<SigningDigest> m_digest; ///< of the former file
};

} // namespace diakinisi::signing
