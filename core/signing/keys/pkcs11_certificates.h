#pragma once
#include "signing/keys/pkcs11_session.h"
#include "signing/keys/pkcs11_uri.h"

namespace diakinisi::signing {

/// What lies open on a token, without a PIN: its holder's certificates, and those of authorities.
struct TokenContents {
    std::vector<TokenCertificate> own;
    QList<QByteArray> authorities; ///< DER
};

Rv<TokenContents> readContents(const Pkcs11Session& session, const Pkcs11Module& module, const TokenFacts& token);

/// Does the URI mean this module, this token, this certificate?
bool meansModule(const Pkcs11Uri& uri, const Pkcs11Module& module);
bool meansToken(const Pkcs11Uri& uri, const TokenFacts& token);
bool meansCertificate(const Pkcs11Uri& uri, const TokenCertificate& certificate);

/// The issuers of a certificate among `authorities`, from the nearest up to a root if it is there. Nobody else's
/// certificate on the token goes into a signature.
QList<QByteArray> issuersOf(const QByteArray& certificate, const QList<QByteArray>& authorities);

} // namespace diakinisi::signing
