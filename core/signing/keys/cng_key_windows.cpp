#include "signing/keys/signature_value.h"
#include "signing/keys/system_key.h"

#include <array>

#include <windows.h>

#include <ncrypt.h>
#include <wincrypt.h>
#include <winscard.h>

namespace diakinisi::signing {

namespace {

struct CloseStore {
    using pointer = HCERTSTORE;
    void operator()(HCERTSTORE store) const { ::CertCloseStore(store, 0); }
};
struct FreeCertificate {
    void operator()(const CERT_CONTEXT* certificate) const { ::CertFreeCertificateContext(certificate); }
};
struct FreeChain {
    void operator()(const CERT_CHAIN_CONTEXT* chain) const { ::CertFreeCertificateChain(chain); }
};
using Store = std::unique_ptr<void, CloseStore>;
using Certificate = std::unique_ptr<const CERT_CONTEXT, FreeCertificate>;
using Chain = std::unique_ptr<const CERT_CHAIN_CONTEXT, FreeChain>;

Store openStore()
{
    const DWORD flags = CERT_SYSTEM_STORE_CURRENT_USER | CERT_STORE_READONLY_FLAG | CERT_STORE_OPEN_EXISTING_FLAG;
    return Store(::CertOpenStore(CERT_STORE_PROV_SYSTEM_W, 0, 0, flags, L"MY"));
}

QByteArray derOf(const CERT_CONTEXT* certificate)
{
    return {reinterpret_cast<const char*>(certificate->pbCertEncoded),
            static_cast<qsizetype>(certificate->cbCertEncoded)};
}

bool hasKey(const CERT_CONTEXT* certificate)
{
    DWORD size = 0;
    return ::CertGetCertificateContextProperty(certificate, CERT_KEY_PROV_INFO_PROP_ID, nullptr, &size) != FALSE;
}

/// What a status of CNG or of the card's driver means to us.
Error errorOf(SECURITY_STATUS status, const char* call)
{
    const QString cause =
        QString::fromLatin1(call) + QStringLiteral(": 0x") + QString::number(static_cast<quint32>(status), 16);
    switch (static_cast<DWORD>(status)) {
    case static_cast<DWORD>(SCARD_W_WRONG_CHV):
        return {ErrorCode::PinWrong, {}, cause};
    case static_cast<DWORD>(SCARD_W_CHV_BLOCKED):
        return {ErrorCode::PinLocked, {}, cause};
    case static_cast<DWORD>(SCARD_W_CANCELLED_BY_USER):
    case ERROR_CANCELLED:
        return {ErrorCode::Cancelled, {}, cause};
    case static_cast<DWORD>(SCARD_E_NO_SMARTCARD):
    case static_cast<DWORD>(SCARD_W_REMOVED_CARD):
    case static_cast<DWORD>(SCARD_E_NO_READERS_AVAILABLE):
        return {ErrorCode::TokenMissing, {}, cause};
    default:
        return {ErrorCode::TokenFailed, {}, cause};
    }
}

/// The issuers as Windows finds them here, without asking the network.
QList<QByteArray> issuersOf(const CERT_CONTEXT* certificate)
{
    CERT_CHAIN_PARA parameters{};
    parameters.cbSize = sizeof(parameters);
    const CERT_CHAIN_CONTEXT* found = nullptr;
    if (!::CertGetCertificateChain(nullptr, certificate, nullptr, certificate->hCertStore, &parameters,
                                   CERT_CHAIN_CACHE_ONLY_URL_RETRIEVAL, nullptr, &found))
        return {};
    const Chain chain(found);
    QList<QByteArray> issuers;
    if (chain->cChain > 0)
        for (DWORD i = 1; i < chain->rgpChain[0]->cElement; ++i)
            issuers += derOf(chain->rgpChain[0]->rgpElement[i]->pCertContext);
    return issuers;
}

QList<SignatureScheme> schemesOf(const QString& key)
{
    if (key.startsWith(u"RSA-PSS-"))
        return {SignatureScheme::RsaPss};
    if (key.startsWith(u"RSA-"))
        return {SignatureScheme::RsaPkcs1, SignatureScheme::RsaPss};
    return key.startsWith(u"ECDSA-") ? QList<SignatureScheme>{SignatureScheme::Ecdsa} : QList<SignatureScheme>{};
}

const wchar_t* digestName(DigestAlgorithm algorithm)
{
    return algorithm == DigestAlgorithm::Sha512   ? BCRYPT_SHA512_ALGORITHM
           : algorithm == DigestAlgorithm::Sha384 ? BCRYPT_SHA384_ALGORITHM
                                                  : BCRYPT_SHA256_ALGORITHM;
}

class CngKey final : public SigningKey
{
public:
    CngKey(NCRYPT_KEY_HANDLE key, KeyCertificate about) : m_key(key), m_about(std::move(about)) {}
    ~CngKey() override { ::NCryptFreeObject(m_key); }
    CngKey(const CngKey&) = delete;
    CngKey& operator=(const CngKey&) = delete;

    Result<KeyCertificate> certificate() override { return m_about; }
    Result<QByteArray> sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest) override;

private:
    NCRYPT_KEY_HANDLE m_key;
    KeyCertificate m_about;
};

Result<QByteArray> CngKey::sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest)
{
    if (!m_about.schemes.contains(scheme))
        return fail(ErrorCode::NotSupported, {}, m_about.facts.key);
    BCRYPT_PKCS1_PADDING_INFO pkcs1{digestName(algorithm)};
    BCRYPT_PSS_PADDING_INFO pss{digestName(algorithm), static_cast<ULONG>(digest.size())};
    void* padding = scheme == SignatureScheme::RsaPkcs1 ? static_cast<void*>(&pkcs1)
                    : scheme == SignatureScheme::RsaPss ? static_cast<void*>(&pss)
                                                        : nullptr;
    const DWORD flags = scheme == SignatureScheme::RsaPkcs1 ? BCRYPT_PAD_PKCS1
                        : scheme == SignatureScheme::RsaPss ? BCRYPT_PAD_PSS
                                                            : 0;
    std::array<BYTE, 2048> value{};
    DWORD length = 0;
    QByteArray in = digest; // the interface is not const
    const SECURITY_STATUS status =
        ::NCryptSignHash(m_key, padding, reinterpret_cast<PBYTE>(in.data()), static_cast<DWORD>(in.size()),
                         value.data(), static_cast<DWORD>(value.size()), &length, flags);
    if (status != ERROR_SUCCESS)
        return fail(errorOf(status, "NCryptSignHash"));
    const QByteArray raw(reinterpret_cast<const char*>(value.data()), static_cast<qsizetype>(length));
    if (scheme != SignatureScheme::Ecdsa)
        return raw;
    const QByteArray der = ecdsaValue(raw);
    return der.isEmpty() ? Result<QByteArray>(fail(ErrorCode::TokenFailed, {}, QStringLiteral("no ECDSA value")))
                         : Result<QByteArray>(der);
}

class LockedCngKey final : public LockedKey
{
public:
    LockedCngKey(Certificate certificate, KeyCertificate about)
        : m_certificate(std::move(certificate)),
          m_about(std::move(about))
    {
    }

    const KeyCertificate* certificate() const override { return &m_about; }
    PinEntry pinEntry() const override { return PinEntry::System; }
    PinTries pinTries() const override { return PinTries::Enough; } // the system's own dialog tells
    Result<std::unique_ptr<SigningKey>> unlock(const Secret& pin, const Secret& signaturePin) override;

private:
    Certificate m_certificate;
    KeyCertificate m_about;
};

Result<std::unique_ptr<SigningKey>> LockedCngKey::unlock(const Secret&, const Secret&)
{
    HCRYPTPROV_OR_NCRYPT_KEY_HANDLE key = 0;
    DWORD kind = 0;
    BOOL toBeFreed = FALSE;
    if (!::CryptAcquireCertificatePrivateKey(m_certificate.get(), CRYPT_ACQUIRE_ONLY_NCRYPT_KEY_FLAG, nullptr, &key,
                                             &kind, &toBeFreed))
        return fail(errorOf(static_cast<SECURITY_STATUS>(::GetLastError()), "CryptAcquireCertificatePrivateKey"));
    if (kind != CERT_NCRYPT_KEY_SPEC || !toBeFreed)
        return fail(ErrorCode::KeyUnreadable, {}, QStringLiteral("the store gave no CNG key"));
    return std::make_unique<CngKey>(key, m_about);
}

} // namespace

Result<std::unique_ptr<LockedKey>> findSystemKey(const QString& fingerprint)
{
    const Store store = openStore();
    const CERT_CONTEXT* each = nullptr;
    while (store && (each = ::CertEnumCertificatesInStore(store.get(), each)) != nullptr) {
        const QByteArray der = derOf(each);
        if (Sha256::of(der).hex() != fingerprint.toLower())
            continue;
        Certificate found(each); // the enumeration ends here, so this is ours
        const Result<CertificateFacts> facts = readCertificate(der);
        if (!facts)
            return fail(ErrorCode::KeyUnreadable, fingerprint, facts.error().cause);
        KeyCertificate about{der, issuersOf(found.get()), *facts, schemesOf(facts->key)};
        if (about.schemes.isEmpty())
            return fail(ErrorCode::NotSupported, facts->commonName, facts->key);
        return std::make_unique<LockedCngKey>(std::move(found), std::move(about));
    }
    return fail(ErrorCode::NotFound, fingerprint);
}

Result<std::vector<CertificateFacts>> systemCertificates()
{
    const Store store = openStore();
    std::vector<CertificateFacts> certificates;
    const CERT_CONTEXT* each = nullptr;
    while (store && (each = ::CertEnumCertificatesInStore(store.get(), each)) != nullptr) {
        const Result<CertificateFacts> facts = hasKey(each) ? readCertificate(derOf(each)) : fail(ErrorCode::NotFound);
        if (facts && facts->maySign)
            certificates.push_back(*facts);
    }
    return certificates;
}

} // namespace diakinisi::signing
