#pragma once
#include <QByteArray>
#include <QList>

namespace diakinisi::signing {

/// The certificates (DER) in what an authority gave: one in DER, PEM ones, or a bag of them (CMS, RFC 5280 4.2.2.1
/// "certs-only"). At most 32.
QList<QByteArray> certificatesIn(const QByteArray& bytes);
/// A CRL in DER, also from PEM; empty when it is none.
QByteArray crlDer(const QByteArray& bytes);

/// `issuer`'s name and key fit `certificate`'s issuer name and signature.
bool isIssuedBy(const QByteArray& certificate, const QByteArray& issuer);
bool isSelfSigned(const QByteArray& certificate);

} // namespace diakinisi::signing
