#include "server/http/connection.h"

#include <boost/asio/write.hpp>

#include <algorithm>

// The second half of a connection: how an answer goes out.
namespace diakinisi::server {

namespace asio = boost::asio;
namespace beast = boost::beast;

namespace {

constexpr qint64 filePiece = 256 * 1024;
// Whoever is refused while still sending must be able to read why: a connection that is closed over unread bytes is
// reset, and the answer with it.
constexpr std::chrono::milliseconds drainPatience{2'000};
constexpr std::chrono::milliseconds endPatience{300}; // for the other side's own end of TLS
constexpr qint64 mostDrained = 64 * 1024 * 1024;
constexpr qsizetype drainedPiece = 64 * 1024;

const char* reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 201:
        return "Created";
    case 204:
        return "No Content";
    case 206:
        return "Partial Content";
    case 304:
        return "Not Modified";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 413:
        return "Content Too Large";
    case 416:
        return "Range Not Satisfiable";
    case 422:
        return "Unprocessable Content";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    default:
        return status >= 500 ? "Internal Server Error" : "Status";
    }
}

} // namespace

void Connection::onAnswer(Response response)
{
    m_response = std::move(response);
    // A body that nobody reads any more would be taken for the next request.
    m_keepAlive = m_keepAlive && !m_bodyLeft && !m_response.close && !m_shared.stopping;
    m_fileLeft = 0;
    if (m_response.file && !m_headOnly) {
        m_file = std::make_unique<QFile>(m_response.file->path);
        if (!m_file->open(QIODevice::ReadOnly) || !m_file->seek(m_response.file->offset))
            m_response = m_shared.service.refusal(500, m_request.id);
        else
            m_fileLeft = m_response.file->length;
    }
    sendHead();
}

void Connection::sendHead()
{
    const qint64 length = m_response.file ? m_response.file->length : m_response.body.size();
    m_out = "HTTP/1.1 " + QByteArray::number(m_response.status) + ' ' + reason(m_response.status) + "\r\n";
    if (!m_response.contentType.isEmpty())
        m_out += "Content-Type: " + m_response.contentType + "\r\n";
    for (const auto& [name, value] : m_response.headers)
        m_out += name + ": " + value + "\r\n";
    if (m_response.status != 204 && m_response.status != 304)
        m_out += "Content-Length: " + QByteArray::number(length) + "\r\n";
    m_out += m_keepAlive ? "Connection: keep-alive\r\n" : "Connection: close\r\n";
    m_out += "Strict-Transport-Security: max-age=31536000\r\nX-Content-Type-Options: nosniff\r\n\r\n";
    if (!m_headOnly)
        m_out += m_response.body;
    m_response.body.clear();
    expire(m_shared.settings.limits.silence);
    asio::async_write(m_stream, asio::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size())),
                      [self = shared_from_this()](Code error, std::size_t) {
                          if (!error && self->m_fileLeft > 0)
                              return self->sendFile();
                          self->afterSent(error);
                      });
}

void Connection::sendFile()
{
    m_shared.work.post([self = shared_from_this()](std::stop_token) {
        self->m_out = self->m_file->read(std::min(filePiece, self->m_fileLeft));
        asio::post(self->m_stream.get_executor(), [self] {
            if (self->m_out.isEmpty())
                return self->afterSent(asio::error::eof); // shorter than it was: the length no longer holds
            self->m_fileLeft -= self->m_out.size();
            self->expire(self->m_shared.settings.limits.silence);
            asio::async_write(self->m_stream,
                              asio::buffer(self->m_out.constData(), static_cast<std::size_t>(self->m_out.size())),
                              [self](Code error, std::size_t) {
                                  if (!error && self->m_fileLeft > 0)
                                      return self->sendFile();
                                  self->afterSent(error);
                              });
        });
    });
}

void Connection::afterSent(Code error)
{
    m_file.reset();
    m_out.clear();
    if (error)
        return beast::get_lowest_layer(m_stream).close();
    if (!m_keepAlive)
        return shutDown();
    readHead();
}

void Connection::shutDown()
{
    m_busy = true;
    if (m_bodyLeft && m_parser && m_parser->is_header_done()) {
        m_drained = 0;
        expire(drainPatience);
        return drain();
    }
    closeStream();
}

void Connection::drain()
{
    m_bodyLeft = false;
    m_chunk.resize(drainedPiece);
    m_stream.async_read_some(asio::buffer(m_chunk.data(), static_cast<std::size_t>(m_chunk.size())),
                             [self = shared_from_this()](Code error, std::size_t count) {
                                 self->m_drained += static_cast<qint64>(count);
                                 if (error || self->m_drained > mostDrained)
                                     return self->closeStream();
                                 self->drain();
                             });
}

void Connection::closeStream()
{
    expire(endPatience);
    m_stream.async_shutdown([self = shared_from_this()](Code) { beast::get_lowest_layer(self->m_stream).close(); });
}

} // namespace diakinisi::server
