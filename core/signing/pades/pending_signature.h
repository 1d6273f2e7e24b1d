#pragma once
#include "signing/cms/cms_build.h"
#include "signing/pades/growing_pdf.h"

#include <memory>

namespace diakinisi::signing {

/// A signature in two steps, so that a token may sign the next file while the network still brings the timestamp of
/// this one: begin() asks the key, finish() the authorities, and writes the new revisions. Each step on one thread at a
/// time, `from` and `to` belong to it meanwhile.
class PendingSignature
{
public:
    /// Looks at file and key, copies the former bytes to `to`, signs. Errors as signPdf.
    static Result<std::unique_ptr<PendingSignature>> begin(QIODevice& from, QIODevice& to, SigningKey& key,
                                                           const SignOptions& options, const pdf::Font* font,
                                                           std::stop_token stop, Progress& progress);
    /// Timestamp, own check, long-term data, document timestamp, as far as asked for; then the rest of `to`.
    Result<SignedPdf> finish(std::stop_token stop);

private:
    PendingSignature(pdf::Document document, QIODevice& to, const SignOptions& options);
    Done stamp(std::stop_token stop);
    Done place(const std::stop_token& stop);
    Done raise(const std::stop_token& stop);
    Done bear(const Done& done);

    pdf::Document m_document;
    GrowingPdf m_pdf;
    QIODevice& m_to;
    SignOptions m_options;
    SigningMethod m_method;
    SignatureUpdate m_update;
    QByteArray m_digest;
    std::optional<SignedCms> m_cms;
    QByteArray m_token;
    SignedPdf m_result;
};

} // namespace diakinisi::signing
