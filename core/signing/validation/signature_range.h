#pragma once
#include "pdf/document.h"
#include "pdf/form.h"
#include "signing/cms/cms_check.h"

#include <stop_token>

namespace diakinisi::signing {

/// Which bytes a signature covers, read from the file and checked for the known tricks: everything but the one
/// hexadecimal string /Contents of this very signature must be covered, from the file's first byte on (ISO
/// 32000-1, 12.8.1).
struct SignedRange {
    QString problem;           ///< empty when the range is sound
    std::int64_t gapBegin = 0; ///< the "<" of /Contents
    std::int64_t gapEnd = 0;   ///< after its ">"
    std::int64_t end = 0;      ///< first byte not covered any more
    QByteArray contents;
    pdf::Dict signature;
};

SignedRange readRange(const pdf::Document& document, const pdf::Field& field);

/// Digests of the covered bytes, read in pieces, each algorithm once. Empty for an algorithm that OpenSSL has not, and
/// after a failure, which error() then tells.
class RangeDigest
{
public:
    RangeDigest(const pdf::ByteSource& source, const SignedRange& range, std::stop_token stop)
        : m_source(source),
          m_range(range),
          m_stop(std::move(stop))
    {
    }
    QByteArray operator()(const QString& algorithm);
    const std::optional<Error>& error() const { return m_error; }

private:
    Done add(void* context, std::int64_t from, std::int64_t to) const;

    const pdf::ByteSource& m_source;
    const SignedRange& m_range;
    std::stop_token m_stop;
    std::map<QString, QByteArray> m_known;
    std::optional<Error> m_error;
};

} // namespace diakinisi::signing
