#include "tests/support/https_client.h"

#include <QJsonDocument>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace diakinisi::test {

QByteArray HttpReply::header(const QByteArray& name) const
{
    for (const auto& [key, value] : headers)
        if (key == name)
            return value;
    return {};
}

QJsonObject HttpReply::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QString HttpReply::problem() const
{
    const QString prefix = QStringLiteral("urn:diakinisi:problem:");
    const QString type = json().value(QStringLiteral("type")).toString();
    return type.startsWith(prefix) ? type.mid(prefix.size()) : QString();
}

HttpsClient::HttpsClient(QString host, quint16 port, QByteArray ca)
    : m_host(std::move(host)),
      m_port(port),
      m_ca(std::move(ca))
{
}

bool HttpsClient::connectNow()
{
    m_buffer.clear();
    m_socket = std::make_unique<QSslSocket>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates(QSslCertificate::fromData(m_ca, QSsl::Pem));
    configuration.setProtocol(m_protocol);
    m_socket->setSslConfiguration(configuration);
    m_socket->connectToHostEncrypted(m_host, m_port);
    const bool good = m_socket->waitForEncrypted(m_timeout);
    m_error = good ? QString() : m_socket->errorString();
    return good;
}

bool HttpsClient::send(const QByteArray& bytes)
{
    m_socket->write(bytes);
    while (m_socket->bytesToWrite() > 0 || m_socket->encryptedBytesToWrite() > 0)
        if (!m_socket->waitForBytesWritten(m_timeout))
            return false;
    return true;
}

bool HttpsClient::more()
{
    if (m_socket->bytesAvailable() == 0 && !m_socket->waitForReadyRead(m_timeout) && m_socket->bytesAvailable() == 0)
        return false;
    m_buffer += m_socket->readAll();
    return true;
}

HttpReply HttpsClient::read(bool withBody)
{
    qsizetype end = -1;
    while ((end = m_buffer.indexOf("\r\n\r\n")) < 0)
        if (!more())
            return {};
    HttpReply reply;
    const QList<QByteArray> lines = m_buffer.left(end).split('\n');
    m_buffer.remove(0, end + 4);
    reply.status = lines.front().mid(9, 3).toInt();
    for (const QByteArray& line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        reply.headers.emplace_back(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    if (reply.status == 100)
        return read(withBody);
    const qsizetype length = withBody ? reply.header("content-length").toLongLong() : 0;
    while (m_buffer.size() < length)
        if (!more())
            return {};
    reply.body = m_buffer.left(length);
    m_buffer.remove(0, length);
    if (reply.header("connection") == "close")
        m_socket.reset();
    return reply;
}

HttpReply HttpsClient::request(const QByteArray& method, const QByteArray& target, const QByteArray& body,
                               const Headers& headers)
{
    const bool old = m_socket && m_socket->state() == QAbstractSocket::ConnectedState;
    if (!old && !connectNow())
        return {};
    QByteArray bytes = method + ' ' + target + " HTTP/1.1\r\nHost: " + m_host.toLatin1() + "\r\n";
    if (!m_token.isEmpty())
        bytes += "Authorization: Bearer " + m_token + "\r\n";
    for (const auto& [name, value] : headers)
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const bool sent = send(bytes + "\r\n" + body);
    HttpReply reply = sent || m_socket->bytesAvailable() > 0 ? read(method != "HEAD") : HttpReply{};
    if (reply.status == 0)
        m_socket.reset();
    return reply;
}

HttpReply HttpsClient::post(const QByteArray& target, const QJsonObject& json)
{
    return request("POST", target, QJsonDocument(json).toJson(QJsonDocument::Compact),
                   {{"Content-Type", "application/json"}});
}

QByteArray HttpsClient::raw(const QByteArray& bytes)
{
    if (!connectNow())
        return {};
    send(bytes);
    QByteArray all;
    while (m_socket->waitForReadyRead(m_timeout))
        all += m_socket->readAll();
    all += m_socket->readAll();
    m_socket.reset();
    return all;
}

} // namespace diakinisi::test
