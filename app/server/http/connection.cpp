#include "server/http/connection.h"

#include "server/http/gzip.h"

#include <boost/asio/dispatch.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/http/read.hpp>

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <limits>

namespace diakinisi::server {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

namespace {

constexpr std::size_t streamedChunk = 256 * 1024;
constexpr std::size_t wholeChunk = 32 * 1024;

QByteArray bytes(beast::string_view view)
{
    return QByteArray(view.data(), static_cast<qsizetype>(view.size()));
}

bool tooLarge(const beast::error_code& error)
{
    return error == http::error::header_limit || error == http::error::buffer_overflow;
}

bool fromTheOtherSide(const beast::error_code& error)
{
    return error.category() == make_error_code(http::error::bad_version).category() &&
           error != http::error::end_of_stream && error != http::error::partial_message;
}

} // namespace

Connection::Connection(HttpShared& shared, asio::ip::tcp::socket socket, std::shared_ptr<asio::ssl::context> tls,
                       QByteArray address)
    : m_shared(shared),
      m_tls(std::move(tls)),
      m_stream(beast::tcp_stream(std::move(socket)), *m_tls),
      m_address(std::move(address))
{
    m_buffer.max_size(static_cast<std::size_t>(shared.settings.limits.headerBytes) + 2 * 65536);
    ++shared.metrics.connections;
}

Connection::~Connection()
{
    --m_shared.metrics.connections;
    const std::lock_guard lock(m_shared.mutex);
    m_shared.connections.erase(this);
    const auto count = m_shared.perAddress.find(m_address);
    if (count != m_shared.perAddress.end() && --*count <= 0)
        m_shared.perAddress.erase(count);
}

void Connection::expire(std::chrono::milliseconds after)
{
    beast::get_lowest_layer(m_stream).expires_after(after);
}

void Connection::start()
{
    asio::dispatch(m_stream.get_executor(), [self = shared_from_this()] {
        self->expire(self->m_shared.settings.limits.handshake);
        self->m_stream.async_handshake(asio::ssl::stream_base::server, [self](Code error) {
            if (error) {
                ++self->m_shared.metrics.handshakesFailed;
                return;
            }
            self->readHead();
        });
    });
}

void Connection::stop()
{
    asio::post(m_stream.get_executor(), [weak = weak_from_this()] {
        const auto self = weak.lock();
        if (self && !self->m_busy)
            beast::get_lowest_layer(self->m_stream).close();
    });
}

void Connection::abandon()
{
    asio::post(m_stream.get_executor(), [weak = weak_from_this()] {
        if (const auto self = weak.lock())
            beast::get_lowest_layer(self->m_stream).close();
    });
}

void Connection::readHead()
{
    m_busy = false;
    if (m_shared.stopping)
        return shutDown();
    m_parser.emplace();
    m_parser->header_limit(static_cast<std::uint32_t>(m_shared.settings.limits.headerBytes));
    m_parser->body_limit(std::numeric_limits<std::int64_t>::max()); // each route has its own, held below
    expire(m_shared.settings.limits.silence);
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            [self = shared_from_this()](Code error, std::size_t) { self->onHead(error); });
}

void Connection::onHead(Code error)
{
    m_request = Request{};
    m_request.id = m_shared.ids.make<Id<struct RequestTag>>().toString();
    m_keepAlive = false;
    m_bodyLeft = true;
    if (error) {
        if (fromTheOtherSide(error))
            return refuse(tooLarge(error) ? 431 : 400);
        return shutDown();
    }
    m_busy = true;
    m_request = requestOf();
    m_headOnly = m_request.method == Method::Head;
    m_bodyLeft = !m_parser->is_done();
    m_keepAlive = m_parser->get().version() == 11 && m_parser->keep_alive();
    if (!m_shared.rates.admit(m_address)) {
        ++m_shared.metrics.rateLimited;
        return refuse(429);
    }
    if (!m_request.path.startsWith(u'/'))
        return refuse(400);
    takeBody();
}

Request Connection::requestOf() const
{
    Request request;
    request.id = m_request.id;
    request.address = m_address;
    request.method = methodOf(bytes(m_parser->get().method_string()));
    const QByteArray target = bytes(m_parser->get().target());
    const qsizetype mark = target.indexOf('?');
    request.path = QUrl::fromPercentEncoding(mark < 0 ? target : target.left(mark));
    if (mark >= 0) {
        const QUrlQuery query(QString::fromLatin1(target.mid(mark + 1).replace('+', "%20")));
        for (const auto& [name, value] : query.queryItems(QUrl::FullyDecoded))
            request.query.emplace_back(name, value);
    }
    for (const auto& field : m_parser->get())
        request.headers.emplace_back(bytes(field.name_string()).toLower(), bytes(field.value()));
    return request;
}

void Connection::takeBody()
{
    m_rule = m_shared.service.bodyRule(m_request);
    const auto length = m_parser->content_length();
    if (length && static_cast<qint64>(*length) > m_rule.limit)
        return refuse(413);
    if (!m_request.header("transfer-encoding").isEmpty() && !m_parser->chunked())
        return refuse(400);
    m_taken = 0;
    m_filled = 0;
    m_writing = m_reading = false;
    m_refusal.reset();
    m_bodyBegan = m_shared.clock.steady();
    const Next next = m_rule.streamed ? &Connection::openSink : &Connection::readWhole;
    if (m_bodyLeft && m_request.header("expect").toLower() == "100-continue")
        return sendContinue(next);
    (this->*next)();
}

void Connection::sendContinue(Next next)
{
    m_out = "HTTP/1.1 100 Continue\r\n\r\n";
    expire(m_shared.settings.limits.silence);
    asio::async_write(m_stream, asio::buffer(m_out.constData(), static_cast<std::size_t>(m_out.size())),
                      [self = shared_from_this(), next](Code error, std::size_t) {
                          if (!error)
                              ((*self).*next)();
                      });
}

void Connection::prepareChunk(std::size_t size)
{
    if (m_chunk.size() < static_cast<qsizetype>(size))
        m_chunk.resize(static_cast<qsizetype>(size));
    auto& body = m_parser->get().body();
    body.data = m_chunk.data() + m_filled;
    body.size = static_cast<std::size_t>(m_chunk.size()) - m_filled;
    expire(m_shared.settings.limits.silence);
}

std::size_t Connection::takenOfChunk()
{
    const std::size_t left = m_parser->get().body().size;
    const std::size_t got = static_cast<std::size_t>(m_chunk.size()) - m_filled - left;
    m_taken += static_cast<qint64>(got);
    m_filled += got;
    return got;
}

void Connection::readWhole()
{
    if (m_parser->is_done())
        return handOver();
    // As large as what is left: most bodies are small, and the chunk goes with each of them.
    const auto left = m_parser->content_length_remaining();
    prepareChunk(left ? static_cast<std::size_t>(std::min<std::uint64_t>(*left, wholeChunk)) : wholeChunk);
    http::async_read_some(m_stream, m_buffer, *m_parser,
                          [self = shared_from_this()](Code error, std::size_t) { self->onWhole(error); });
}

void Connection::onWhole(Code error)
{
    if (error && error != http::error::need_buffer)
        return fromTheOtherSide(error) ? refuse(400) : shutDown();
    takenOfChunk();
    m_request.body.append(m_chunk.constData(), static_cast<qsizetype>(m_filled));
    m_filled = 0;
    if (m_taken > m_rule.limit)
        return refuse(413);
    if (m_shared.clock.steady() - m_bodyBegan > m_shared.settings.limits.wholeBody)
        return refuse(408);
    readWhole();
}

void Connection::openSink()
{
    m_shared.work.post([self = shared_from_this()](std::stop_token) {
        std::optional<Response> refusal;
        self->m_sink = self->m_shared.service.open(self->m_request, refusal);
        if (!self->m_sink)
            return self->responder().answer(refusal.value_or(Response{.status = 500}));
        asio::post(self->m_stream.get_executor(), [self] { self->readPiece(); });
    });
}

/// One piece is written while the next is read; whichever of the two is ahead waits for the other.
void Connection::readPiece()
{
    const bool done = m_parser->is_done();
    const bool full = m_filled > streamedChunk / 2;
    if ((done || full) && m_writing)
        return;
    if (done)
        return writePiece(true);
    if (full)
        writePiece(false);
    m_reading = true;
    prepareChunk(streamedChunk);
    http::async_read_some(m_stream, m_buffer, *m_parser,
                          [self = shared_from_this()](Code error, std::size_t) { self->onPiece(error); });
}

void Connection::onPiece(Code error)
{
    const bool broken = error && error != http::error::need_buffer;
    m_reading = false;
    takenOfChunk();
    if (m_refusal)
        return onAnswer(*std::exchange(m_refusal, std::nullopt));
    if (broken || m_taken > m_rule.limit) {
        m_sink.reset(); // goes when the piece under way is written
        if (m_taken > m_rule.limit)
            return refuse(413);
        return fromTheOtherSide(error) ? refuse(400) : shutDown();
    }
    readPiece();
}

void Connection::writePiece(bool last)
{
    m_writing = true;
    m_bodyLeft = !last;
    const auto size = static_cast<qsizetype>(std::exchange(m_filled, 0));
    m_shared.work.post([self = shared_from_this(), sink = last ? std::move(m_sink) : m_sink, size, last,
                        piece = std::exchange(m_chunk, std::exchange(m_spare, {}))](std::stop_token) mutable {
        auto refusal = sink->write({piece.constData(), size});
        if (last)
            return refusal ? self->responder().answer(std::move(*refusal)) : sink->finish(self->responder());
        asio::post(self->m_stream.get_executor(),
                   [self, piece = std::move(piece), refusal = std::move(refusal)]() mutable {
                       self->onWritten(std::move(piece), std::move(refusal));
                   });
    });
}

void Connection::onWritten(QByteArray piece, std::optional<Response> refusal)
{
    m_writing = false;
    if (!m_sink)
        return; // ended meanwhile: it was written for nothing
    m_spare = std::move(piece);
    if (refusal) {
        m_sink.reset();
        m_bodyLeft = !m_parser->is_done();
        if (!m_reading)
            return onAnswer(std::move(*refusal));
        m_refusal = std::move(refusal);
    } else if (!m_reading) {
        readPiece();
    }
}

void Connection::handOver()
{
    m_bodyLeft = false;
    m_chunk.clear();
    m_spare.clear();
    expire(m_shared.settings.limits.silence * 4); // a held feed takes up to a minute
    m_shared.work.post([self = shared_from_this()](std::stop_token) {
        self->m_shared.service.handle(std::move(self->m_request), self->responder());
    });
}

Responder Connection::responder()
{
    return Responder([self = shared_from_this(), gzip = m_request.acceptsGzip(), id = m_request.id](Response response) {
        constexpr qsizetype worthIt = 1024;
        if (response.status == 500 && response.body.isEmpty())
            response = self->m_shared.service.refusal(500, id);
        if (gzip && response.body.size() > worthIt) {
            if (QByteArray packed = gzipped(response.body); !packed.isEmpty()) {
                response.body = std::move(packed);
                response.headers.emplace_back("Content-Encoding", "gzip");
                response.headers.emplace_back("Vary", "Accept-Encoding");
            }
        }
        asio::post(self->m_stream.get_executor(),
                   [self, answer = std::move(response)]() mutable { self->onAnswer(std::move(answer)); });
    });
}

void Connection::refuse(int status)
{
    if (status == 413 || status == 429)
        m_bodyLeft = m_bodyLeft && !m_parser->is_done();
    m_busy = true;
    onAnswer(m_shared.service.refusal(status, m_request.id));
}

} // namespace diakinisi::server
