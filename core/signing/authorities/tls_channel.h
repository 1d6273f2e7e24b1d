#pragma once
#include "signing/authorities/tcp_socket.h"

#include <QList>

namespace diakinisi::signing {

/// What servers are trusted for: the system's authorities, and those of the organisation.
class TlsTrust
{
public:
    /// `anchors`: DER, in addition to the system's.
    explicit TlsTrust(const QList<QByteArray>& anchors);
    ~TlsTrust();
    TlsTrust(const TlsTrust&) = delete;
    TlsTrust& operator=(const TlsTrust&) = delete;

    void* context() const { return m_context; }

private:
    void* m_context;
};

/// TLS 1.2 or later over a socket, the server's certificate and name checked. One thread at a time.
class TlsChannel
{
public:
    /// Shakes hands. ServerUntrusted, and the socket's errors.
    static Result<std::unique_ptr<TlsChannel>> open(TcpSocket& socket, const TlsTrust& trust, const QString& host,
                                                    const Patience& patience);
    ~TlsChannel();
    TlsChannel(const TlsChannel&) = delete;
    TlsChannel& operator=(const TlsChannel&) = delete;

    Done write(QByteArrayView bytes, const Patience& patience);
    /// Empty when the other side has ended the conversation properly; an end without a word is ServerUnreachable.
    Result<QByteArray> read(qsizetype most, const Patience& patience);

private:
    TlsChannel(TcpSocket& socket, void* session) : m_socket(socket), m_session(session) {}
    Done flush(const Patience& patience);
    Done feed(const Patience& patience);

    TcpSocket& m_socket;
    void* m_session;
};

} // namespace diakinisi::signing
