#include "signing/keys/pkcs11_certificates.h"

#include "signing/openssl_handles.h"

#include <QFileInfo>

#include <algorithm>

namespace diakinisi::signing {

namespace {

QString uriOf(const Pkcs11Module& module, const TokenFacts& token, const TokenCertificate& certificate)
{
    Pkcs11Uri uri;
    uri.token = token.label;
    uri.serial = token.serial;
    uri.id = certificate.id;
    if (certificate.id.isEmpty())
        uri.object = certificate.label;
    uri.modulePath = module.path();
    return uri.toString();
}

bool isAuthority(const QByteArray& der)
{
    const X509Handle certificate = toX509(der);
    const bool authority = certificate && X509_check_ca(certificate.get()) != 0;
    ERR_clear_error();
    return authority;
}

/// By name and by signature: an authority that was renewed has many certificates of one name.
bool isIssuedBy(const QByteArray& certificate, const QByteArray& authority)
{
    const X509Handle issued = toX509(certificate);
    const X509Handle issuer = toX509(authority);
    return issued && issuer && X509_check_issued(issuer.get(), issued.get()) == X509_V_OK &&
           X509_verify(issued.get(), X509_get0_pubkey(issuer.get())) == 1;
}

bool matches(const std::optional<QString>& wanted, const QString& is)
{
    return !wanted || *wanted == is;
}

} // namespace

Rv<TokenContents> readContents(const Pkcs11Session& session, const Pkcs11Module& module, const TokenFacts& token)
{
    const auto objects = session.find(CKO_CERTIFICATE);
    if (!objects)
        return tl::unexpected(objects.error());
    TokenContents contents;
    for (const CK_OBJECT_HANDLE object : *objects) {
        const auto der = session.attribute(object, CKA_VALUE);
        const auto id = session.attribute(object, CKA_ID);
        const auto label = session.attribute(object, CKA_LABEL);
        for (const auto* each : {&der, &id, &label})
            if (!*each)
                return tl::unexpected(each->error());
        const Result<CertificateFacts> facts = readCertificate(*der);
        if (!facts)
            continue; // something else, or damaged: nothing to sign with
        if (isAuthority(*der)) {
            contents.authorities += *der;
            continue;
        }
        TokenCertificate own{*der,
                             *id,
                             paddedText(reinterpret_cast<const unsigned char*>(label->constData()),
                                        static_cast<std::size_t>(label->size())),
                             {},
                             *facts};
        own.uri = uriOf(module, token, own);
        contents.own.push_back(std::move(own));
    }
    return contents;
}

bool meansModule(const Pkcs11Uri& uri, const Pkcs11Module& module)
{
    QString name = QFileInfo(module.path()).completeBaseName();
    if (name.startsWith(u"lib"))
        name.remove(0, 3);
    return (uri.moduleName.isEmpty() || uri.moduleName == name) &&
           matches(uri.libraryManufacturer, module.manufacturer()) &&
           matches(uri.libraryDescription, module.description());
}

bool meansToken(const Pkcs11Uri& uri, const TokenFacts& token)
{
    return matches(uri.token, token.label) && matches(uri.serial, token.serial) && matches(uri.model, token.model) &&
           matches(uri.manufacturer, token.manufacturer) && matches(uri.slotDescription, token.slot) &&
           (!uri.slotId || *uri.slotId == token.slotId);
}

bool meansCertificate(const Pkcs11Uri& uri, const TokenCertificate& certificate)
{
    return matches(uri.object, certificate.label) && (!uri.id || *uri.id == certificate.id);
}

QList<QByteArray> issuersOf(const QByteArray& certificate, const QList<QByteArray>& authorities)
{
    QList<QByteArray> issuers;
    QByteArray below = certificate;
    while (issuers.size() < authorities.size()) {
        const auto issuer = std::ranges::find_if(authorities, [&](const QByteArray& der) {
            return der != below && !issuers.contains(der) && isIssuedBy(below, der);
        });
        if (issuer == authorities.end())
            break;
        issuers += *issuer;
        below = *issuer;
    }
    ERR_clear_error();
    return issuers;
}

} // namespace diakinisi::signing
