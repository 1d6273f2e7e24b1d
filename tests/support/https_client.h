#pragma once
#include <QByteArray>
#include <QJsonObject>
#include <QSslSocket>

#include <memory>
#include <utility>
#include <vector>

namespace diakinisi::test {

struct HttpReply {
    int status = 0;                                         ///< 0: the other side closed, or nothing came in time
    std::vector<std::pair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;

    QByteArray header(const QByteArray& name) const;
    QJsonObject json() const;
    /// The word behind urn:diakinisi:problem:, empty when it is no problem.
    QString problem() const;
};

/// A small HTTPS client for tests: blocking, keep-alive, one thread, no event loop. Trusts the given CA only.
class HttpsClient
{
public:
    using Headers = std::vector<std::pair<QByteArray, QByteArray>>;

    HttpsClient(QString host, quint16 port, QByteArray ca);

    /// Sent as bearer token with every request from now on; empty: none.
    void setToken(const QString& token) { m_token = token.toLatin1(); }
    QString token() const { return QString::fromLatin1(m_token); }
    void setTimeout(int milliseconds) { m_timeout = milliseconds; }

    HttpReply request(const QByteArray& method, const QByteArray& target, const QByteArray& body = {},
                      const Headers& headers = {});
    HttpReply get(const QByteArray& target, const Headers& headers = {}) { return request("GET", target, {}, headers); }
    HttpReply post(const QByteArray& target, const QJsonObject& json);

    /// Sends these very bytes on a connection of its own and gives all that comes until the other side closes.
    QByteArray raw(const QByteArray& bytes);
    /// Opens the connection (again). False with errorString() when TLS does not come about.
    bool connectNow();
    QString errorString() const { return m_error; }
    void setProtocol(QSsl::SslProtocol protocol) { m_protocol = protocol; }

private:
    bool send(const QByteArray& bytes);
    HttpReply read(bool withBody);
    bool more();

    const QString m_host;
    const quint16 m_port;
    const QByteArray m_ca;
    QByteArray m_token;
    QString m_error;
    int m_timeout = 30'000;
    QSsl::SslProtocol m_protocol = QSsl::TlsV1_2OrLater;
    std::unique_ptr<QSslSocket> m_socket;
    QByteArray m_buffer;
};

} // namespace diakinisi::test
