#include "signing/validation/file_digests.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t spare = 1LL << 30; // read beyond eight times the file's length

} // namespace

FileDigests::FileDigests(const pdf::ByteSource& source, std::stop_token stop)
    : m_source(source),
      m_stop(std::move(stop)),
      m_left(spare + 8 * source.size())
{
}

Done FileDigests::add(EVP_MD_CTX* context, std::int64_t from, std::int64_t to)
{
    constexpr std::int64_t piece = 1 << 20;
    for (std::int64_t at = from; at < to; at += piece) {
        const std::int64_t length = std::min(piece, to - at);
        m_left -= length;
        if (m_stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (m_left < 0)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("too many signatures over the same bytes"));
        const Result<QByteArray> bytes = m_source.read(at, length);
        if (!bytes)
            return fail(bytes.error());
        EVP_DigestUpdate(context, bytes->constData(), static_cast<std::size_t>(bytes->size()));
    }
    return {};
}

Result<FileDigests::Running*> FileDigests::upTo(std::int64_t place, const EVP_MD* digest, const QString& algorithm)
{
    Running& running = m_running[algorithm];
    if (!running.context || running.at > place) {
        running = {DigestContext(EVP_MD_CTX_new()), 0};
        if (!running.context || EVP_DigestInit_ex(running.context.get(), digest, nullptr) != 1)
            return nullptr;
    }
    if (const Done read = add(running.context.get(), running.at, place); !read)
        return fail(read.error());
    running.at = place;
    return &running;
}

Result<QByteArray> FileDigests::over(const SignedRange& range, const QString& algorithm)
{
    const EVP_MD* digest = EVP_get_digestbyname(algorithm.toLatin1().constData());
    if (!digest)
        return QByteArray();
    const Result<Running*> before = upTo(range.gapBegin, digest, algorithm);
    if (!before)
        return fail(before.error());
    if (!*before)
        return QByteArray();
    const DigestContext whole(EVP_MD_CTX_new());
    QByteArray value(EVP_MAX_MD_SIZE, '\0');
    unsigned length = 0;
    if (!whole || EVP_MD_CTX_copy_ex(whole.get(), (*before)->context.get()) != 1)
        return QByteArray();
    if (const Done rest = add(whole.get(), range.gapEnd, range.end); !rest)
        return fail(rest.error());
    if (EVP_DigestFinal_ex(whole.get(), reinterpret_cast<unsigned char*>(value.data()), &length) != 1)
        return QByteArray();
    value.truncate(static_cast<qsizetype>(length));
    return value;
}

QByteArray RangeDigest::operator()(const QString& algorithm)
{
    if (const auto known = m_known.find(algorithm); known != m_known.end())
        return known->second;
    Result<QByteArray> digest = m_file.over(m_range, algorithm);
    if (!digest) {
        m_error = digest.error();
        return {};
    }
    return m_known[algorithm] = std::move(*digest);
}

} // namespace diakinisi::signing
