#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace diakinisi {

/// One HTTP/1 answer, read as it comes (RFC 9112): status, the few headers that are wanted, the body by length, by
/// chunks or up to the end. Whatever is sent, no more than `largest` bytes of body and 32 KiB of headers are held.
class HttpAnswer
{
public:
    explicit HttpAnswer(std::int64_t largest) : m_largest(largest) {}

    /// The next bytes. MalformedInput, LimitExceeded. What follows a complete answer is not looked at.
    Done add(QByteArrayView bytes);
    /// The connection has ended: MalformedInput when the answer had not.
    Done end();

    bool isComplete() const { return m_state == State::Complete; }
    /// Status and headers are known; the body may still come.
    bool hasHead() const { return m_state != State::Head; }
    int status() const { return m_status; }
    const QByteArray& contentType() const { return m_contentType; } ///< lower case, without parameters
    const QByteArray& location() const { return m_location; }
    int retryAfter() const { return m_retryAfter; } ///< seconds; -1 where the server names none (or a date)
    const QByteArray& body() const { return m_body; }
    std::int64_t length() const { return m_length; } ///< of the body, as announced; -1 where it is not

private:
    enum class State { Head, Sized, ToTheEnd, ChunkSize, Chunk, ChunkEnd, Trailer, Complete };

    Done step(bool& more);
    Done readHead();
    Done readHeader(QByteArrayView line);
    void beginBody();
    Done readChunkSize();
    Done take(std::int64_t count);

    std::int64_t m_largest;
    State m_state = State::Head;
    QByteArray m_waiting; ///< come, but not yet read
    std::int64_t m_left = 0;
    std::int64_t m_length = -1;
    bool m_chunked = false;
    int m_status = 0;
    int m_retryAfter = -1;
    QByteArray m_contentType;
    QByteArray m_location;
    QByteArray m_body;
};

} // namespace diakinisi
