#pragma once
#include "sync/network_transport.h"

#include <QSslKey>
#include <QSslServer>
#include <QTest>

#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace diakinisi::tests {

/// A self-signed certificate.
struct TlsIdentity {
    QSslCertificate certificate = QSslCertificate();
    QSslKey key = QSslKey();

    /// `names` as in subjectAltName: "IP:127.0.0.1".
    static TlsIdentity make(const QByteArray& names)
    {
        EVP_PKEY* key = EVP_EC_gen("P-256");
        X509* made = X509_new();
        X509_set_version(made, X509_VERSION_3);
        ASN1_INTEGER_set(X509_get_serialNumber(made), 1);
        X509_gmtime_adj(X509_getm_notBefore(made), -3600);
        X509_gmtime_adj(X509_getm_notAfter(made), 24 * 3600);
        X509_set_pubkey(made, key);
        X509_NAME* name = X509_get_subject_name(made);
        X509_NAME_add_entry_by_txt(name, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char*>("test"), -1, -1, 0);
        X509_set_issuer_name(made, name);
        X509_EXTENSION* extension = X509V3_EXT_conf_nid(nullptr, nullptr, NID_subject_alt_name, names.constData());
        X509_add_ext(made, extension, -1);
        X509_sign(made, key, EVP_sha256());
        BIO* pem = BIO_new(BIO_s_mem());
        PEM_write_bio_PrivateKey(pem, key, nullptr, nullptr, 0, nullptr, nullptr);
        PEM_write_bio_X509(pem, made);
        char* bytes = nullptr;
        const long size = BIO_get_mem_data(pem, &bytes);
        const QByteArray text(bytes, static_cast<qsizetype>(size));
        BIO_free(pem);
        X509_EXTENSION_free(extension);
        X509_free(made);
        EVP_PKEY_free(key);
        return {QSslCertificate::fromData(text).value(0), QSslKey(text, QSsl::Ec)};
    }
};

/// A TLS server in this thread's event loop that answers every request with the bytes it is given, or not at all.
class TlsServer
{
public:
    explicit TlsServer(const TlsIdentity& identity)
    {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(identity.certificate);
        tls.setPrivateKey(identity.key);
        tls.setPeerVerifyMode(QSslSocket::VerifyNone);
        m_server.setSslConfiguration(tls);
        QObject::connect(&m_server, &QSslServer::pendingConnectionAvailable, &m_server, [this] { accept(); });
        m_server.listen(QHostAddress::LocalHost);
    }

    QUrl url() const { return QUrl(QStringLiteral("https://127.0.0.1:%1").arg(m_server.serverPort())); }

    QByteArray answer;       ///< whole, with its head; empty: silence
    bool closeAfter = false; ///< hangs up behind it
    QByteArrayList requests;

private:
    void accept()
    {
        QTcpSocket* socket = m_server.nextPendingConnection();
        QObject::connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
            requests << socket->readAll();
            if (answer.isEmpty())
                return;
            socket->write(answer);
            if (closeAfter)
                socket->disconnectFromHost();
        });
    }

    QSslServer m_server;
};

} // namespace diakinisi::tests
