#pragma once
#include "signing/openssl_handles.h"
#include "signing/validation/signature_range.h"

#include <map>
#include <stop_token>

namespace diakinisi::signing {

/// Digests of a file's beginnings. Going on from one place to a later one reads only what lies between, so that the
/// signatures of many revisions cost little more than one; what would have to be read over and over is bounded.
class FileDigests
{
public:
    FileDigests(const pdf::ByteSource& source, std::stop_token stop);

    /// Over the bytes that the signature covers; cheapest in the order of the signatures' gaps. Empty for an algorithm
    /// that OpenSSL has not. Cancelled, FileUnreadable, LimitExceeded.
    Result<QByteArray> over(const SignedRange& range, const QString& algorithm);

private:
    struct Running {
        DigestContext context;
        std::int64_t at = 0;
    };
    /// Null for an algorithm that OpenSSL names but does not offer.
    Result<Running*> upTo(std::int64_t place, const EVP_MD* digest, const QString& algorithm);
    Done add(EVP_MD_CTX* context, std::int64_t from, std::int64_t to);

    const pdf::ByteSource& m_source;
    std::stop_token m_stop;
    std::map<QString, Running> m_running;
    std::int64_t m_left; ///< bytes that may still be read
};

/// Digests of the bytes that one signature covers, each algorithm once. Empty for an algorithm that OpenSSL has not,
/// and after a failure, which error() then tells.
class RangeDigest
{
public:
    RangeDigest(FileDigests& file, const SignedRange& range) : m_file(file), m_range(range) {}
    QByteArray operator()(const QString& algorithm);
    const std::optional<Error>& error() const { return m_error; }

private:
    FileDigests& m_file;
    const SignedRange& m_range;
    std::map<QString, QByteArray> m_known;
    std::optional<Error> m_error;
};

} // namespace diakinisi::signing
