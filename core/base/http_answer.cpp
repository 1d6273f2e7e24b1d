#include "base/http_answer.h"

#include <QList>

#include <algorithm>

namespace diakinisi {

namespace {

constexpr qsizetype longestHead = 32 * 1024;
constexpr qsizetype longestLine = 1024; ///< of a chunk's size or a trailer

tl::unexpected<Error> malformed(const char* why)
{
    return fail(ErrorCode::MalformedInput, QStringLiteral("HTTP"), QString::fromLatin1(why));
}

} // namespace

Done HttpAnswer::add(QByteArrayView bytes)
{
    if (isComplete())
        return {};
    m_waiting.append(bytes.data(), bytes.size());
    for (bool more = true; more && !isComplete();) {
        more = false;
        if (const Done done = step(more); !done)
            return done;
    }
    return {};
}

Done HttpAnswer::end()
{
    if (m_state == State::ToTheEnd)
        m_state = State::Complete;
    return isComplete() ? Done() : malformed("the answer ends too early");
}

Done HttpAnswer::step(bool& more)
{
    const qsizetype line = m_waiting.indexOf("\r\n");
    switch (m_state) {
    case State::Head:
        if (m_waiting.contains("\r\n\r\n")) {
            more = true;
            return readHead();
        }
        return m_waiting.size() > longestHead ? malformed("the headers do not end") : Done();
    case State::ToTheEnd:
        return take(m_waiting.size());
    case State::Sized:
    case State::Chunk: {
        const Done taken = take(std::min<std::int64_t>(m_left, m_waiting.size()));
        if (taken && m_left == 0) {
            more = m_state == State::Chunk;
            m_state = m_state == State::Chunk ? State::ChunkEnd : State::Complete;
        }
        return taken;
    }
    case State::ChunkEnd:
        if (m_waiting.size() < 2)
            return {};
        if (line != 0)
            return malformed("a chunk does not end");
        m_waiting.remove(0, 2);
        m_state = State::ChunkSize;
        more = true;
        return {};
    case State::ChunkSize:
        if (line < 0)
            return m_waiting.size() > longestLine ? malformed("a chunk's size does not end") : Done();
        more = true;
        return readChunkSize();
    case State::Trailer:
        if (line < 0)
            return m_waiting.size() > longestLine ? malformed("the trailer does not end") : Done();
        m_waiting.remove(0, line + 2);
        more = true;
        if (line == 0)
            m_state = State::Complete;
        return {};
    case State::Complete:
        break;
    }
    return {};
}

Done HttpAnswer::readHead()
{
    const qsizetype end = m_waiting.indexOf("\r\n\r\n");
    if (end > longestHead)
        return malformed("the headers are too long");
    const QByteArray head = m_waiting.left(end);
    m_waiting.remove(0, end + 4);
    const QList<QByteArray> lines = head.split('\n');
    const QByteArray& first = lines.front();
    bool isNumber = false;
    m_status = first.mid(9, 3).toInt(&isNumber);
    if (!first.startsWith("HTTP/1.") || first.size() < 12 || first[8] != ' ' || !isNumber || m_status < 100)
        return malformed("no HTTP/1 answer");
    if (m_status < 200) { // "100 Continue": the answer proper follows
        m_status = 0;
        return {};
    }
    for (qsizetype i = 1; i < lines.size(); ++i)
        if (const Done read = readHeader(lines[i]); !read)
            return read;
    beginBody();
    return {};
}

Done HttpAnswer::readHeader(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    if (colon <= 0)
        return malformed("no header");
    const QByteArray name = line.first(colon).toByteArray().toLower();
    const QByteArray value = line.sliced(colon + 1).toByteArray().trimmed();
    if (name == "content-type") {
        m_contentType = value.split(';').front().trimmed().toLower();
    } else if (name == "location") {
        m_location = value;
    } else if (name == "retry-after") {
        bool isNumber = false;
        const int seconds = value.toInt(&isNumber);
        m_retryAfter = isNumber && seconds >= 0 ? seconds : -1;
    } else if (name == "transfer-encoding") {
        if (value.toLower() != "chunked")
            return malformed("unknown transfer encoding");
        m_chunked = true;
    } else if (name == "content-length") {
        bool isNumber = false;
        const qint64 length = value.toLongLong(&isNumber);
        if (!isNumber || length < 0 || (m_length >= 0 && m_length != length))
            return malformed("odd content length");
        m_length = length;
    } else if (name == "content-encoding" && value.toLower() != "identity") {
        return malformed("a content encoding that was not asked for");
    }
    return {};
}

void HttpAnswer::beginBody()
{
    m_left = m_length;
    if (m_status == 204 || m_status == 304 || (!m_chunked && m_length == 0))
        m_state = State::Complete;
    else if (m_chunked)
        m_state = State::ChunkSize;
    else
        m_state = m_length > 0 ? State::Sized : State::ToTheEnd;
}

Done HttpAnswer::readChunkSize()
{
    const qsizetype line = m_waiting.indexOf("\r\n");
    const QByteArray digits = m_waiting.left(line).split(';').front().trimmed();
    m_waiting.remove(0, line + 2);
    bool isNumber = false;
    m_left = digits.toLongLong(&isNumber, 16);
    if (!isNumber || m_left < 0 || digits.startsWith('+') || digits.startsWith("0x"))
        return malformed("odd chunk size");
    m_state = m_left == 0 ? State::Trailer : State::Chunk;
    return {};
}

Done HttpAnswer::take(std::int64_t count)
{
    const std::int64_t announced = m_state == State::ToTheEnd ? count : m_left;
    if (announced > m_largest - m_body.size())
        return fail(ErrorCode::LimitExceeded, QStringLiteral("HTTP"), QStringLiteral("the answer is too large"));
    m_body += m_waiting.first(count);
    m_waiting.remove(0, count);
    if (m_state != State::ToTheEnd)
        m_left -= count;
    return {};
}

} // namespace diakinisi
