#include "signing/trust/trust_material.h"

#include "signing/openssl_handles.h"

#include <openssl/pem.h>

#include <QDir>
#include <QFile>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t largestFile = 64 << 20; // CRLs of large issuers
constexpr qsizetype mostObjects = 10'000;

using CrlHandle = std::unique_ptr<X509_CRL, Freed<X509_CRL_free>>;

QByteArray crlDer(X509_CRL* crl)
{
    unsigned char* bytes = nullptr;
    const int length = i2d_X509_CRL(crl, &bytes);
    const QByteArray der(reinterpret_cast<const char*>(bytes), std::max(length, 0));
    OPENSSL_free(bytes);
    return der;
}

void readDer(const QByteArray& bytes, TrustMaterial& found)
{
    if (const X509Handle certificate = toX509(bytes)) {
        found.anchors += toDer(certificate.get());
        return;
    }
    const auto* in = reinterpret_cast<const unsigned char*>(bytes.constData());
    if (const CrlHandle crl{d2i_X509_CRL(nullptr, &in, static_cast<long>(bytes.size()))})
        found.crls += crlDer(crl.get());
}

void readPem(const QByteArray& bytes, TrustMaterial& found)
{
    const BioHandle bio(BIO_new_mem_buf(bytes.constData(), static_cast<int>(bytes.size())));
    char* name = nullptr;
    char* header = nullptr;
    unsigned char* data = nullptr;
    long length = 0;
    while (found.anchors.size() + found.crls.size() < mostObjects &&
           PEM_read_bio(bio.get(), &name, &header, &data, &length) == 1) {
        readDer(QByteArray(reinterpret_cast<const char*>(data), length), found);
        OPENSSL_free(name);
        OPENSSL_free(header);
        OPENSSL_free(data);
    }
}

} // namespace

void TrustMaterial::add(const TrustMaterial& other)
{
    anchors += other.anchors;
    crls += other.crls;
    services.insert(services.end(), other.services.begin(), other.services.end());
}

Result<TrustMaterial> readTrustFolder(const QString& folder)
{
    const QDir dir(folder);
    if (!dir.exists())
        return fail(ErrorCode::FileUnreadable, folder);
    TrustMaterial found;
    for (const QFileInfo& info : dir.entryInfoList(QDir::Files, QDir::Name))
        if (const Result<TrustMaterial> one = readTrustFile(info.filePath()))
            found.add(*one);
    return found;
}

Result<TrustMaterial> readTrustFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    if (file.size() > largestFile)
        return fail(ErrorCode::FileTooLarge, path);
    TrustMaterial found;
    const QByteArray bytes = file.readAll();
    if (bytes.startsWith('\x30'))
        readDer(bytes, found);
    else
        readPem(bytes, found);
    ERR_clear_error();
    return found;
}

Result<QList<QByteArray>> readAnchors(const QString& folder)
{
    Result<TrustMaterial> found = readTrustFolder(folder);
    if (!found)
        return fail(found.error());
    return std::move(found->anchors);
}

} // namespace diakinisi::signing
