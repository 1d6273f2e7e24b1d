#pragma once
#include "server/http/shared.h"

#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/core/tcp_stream.hpp>
#include <boost/beast/http/buffer_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <QFile>

#include <optional>

namespace diakinisi::server {

/// One TLS connection: handshake, then request after request. Everything here runs on the connection's own strand;
/// handlers run on the work lane and come back by posting.
class Connection : public std::enable_shared_from_this<Connection>
{
public:
    Connection(HttpShared& shared, boost::asio::ip::tcp::socket socket, std::shared_ptr<boost::asio::ssl::context> tls,
               QByteArray address);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void start();
    /// From any thread: ends when idle, else after the answer under way.
    void stop();
    /// From any thread: ends now.
    void abandon();

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::buffer_body>;
    using Code = boost::beast::error_code;
    using Next = void (Connection::*)();

    void readHead();
    void onHead(Code error);
    Request requestOf() const;
    void takeBody();
    void sendContinue(Next next);
    void readWhole();
    void onWhole(Code error);
    void openSink();
    void readPiece();
    void onPiece(Code error);
    void writePiece(bool last);
    void onWritten(QByteArray piece, std::optional<Response> refusal);
    void prepareChunk(std::size_t size);
    std::size_t takenOfChunk();

    void handOver();
    Responder responder();
    void onAnswer(Response response);
    void sendHead();
    void sendFile();
    void afterSent(Code error);
    void refuse(int status);
    void shutDown();
    void drain();
    void closeStream();
    void expire(std::chrono::milliseconds after);

    HttpShared& m_shared;
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    boost::asio::ssl::stream<boost::beast::tcp_stream> m_stream;
    const QByteArray m_address;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;

    Request m_request;
    BodyRule m_rule;
    QByteArray m_chunk; // what is being read of a body
    std::size_t m_filled = 0;
    qint64 m_taken = 0; // of the body, so far
    std::chrono::steady_clock::time_point m_bodyBegan;
    std::shared_ptr<BodySink> m_sink;
    QByteArray m_spare;     // takes turns with m_chunk: the sink is given one while the other is filled
    bool m_writing = false; // the sink is at it
    bool m_reading = false;
    std::optional<Response> m_refusal; // the sink's: answered when the read under way has ended

    bool m_busy = false; // a request is being taken or answered
    bool m_bodyLeft = false;
    bool m_keepAlive = false;
    bool m_headOnly = false;
    Response m_response;
    QByteArray m_out;
    std::unique_ptr<QFile> m_file;
    qint64 m_fileLeft = 0;
    qint64 m_drained = 0;
};

} // namespace diakinisi::server
