#include "signing/keys/pkcs11_key.h"

#include "signing/keys/pkcs11_session.h"
#include "signing/keys/signature_value.h"

#include <algorithm>

namespace diakinisi::signing {

namespace {

CK_RSA_PKCS_PSS_PARAMS pssParameters(DigestAlgorithm algorithm)
{
    switch (algorithm) {
    case DigestAlgorithm::Sha384:
        return {CKM_SHA384, CKG_MGF1_SHA384, 48};
    case DigestAlgorithm::Sha512:
        return {CKM_SHA512, CKG_MGF1_SHA512, 64};
    case DigestAlgorithm::Sha256:
        break;
    }
    return {CKM_SHA256, CKG_MGF1_SHA256, 32};
}

class TokenKey final : public SigningKey
{
public:
    TokenKey(FoundTokenKey found, Secret pin, Secret signaturePin)
        : m_found(std::move(found)),
          m_pin(std::move(pin)),
          m_signaturePin(std::move(signaturePin))
    {
    }

    Done open();
    Result<KeyCertificate> certificate() override { return m_found.key; }
    Result<QByteArray> sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest) override;

private:
    Done findAgain();
    Done login();
    Done findPrivateKey();
    Rv<QByteArray> signOnce(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest);
    const Secret* pin() const { return m_found.token.onPad ? nullptr : &m_pin; }
    const Secret* signaturePin() const
    {
        return m_found.token.onPad ? nullptr : m_signaturePin.isEmpty() ? &m_pin : &m_signaturePin;
    }
    enum class Over { No, Yes }; ///< may the key be used again?
    tl::unexpected<Error> failed(Error error, Over over = Over::No);
    tl::unexpected<Error> failed(CK_RV code, const char* call) { return failed(pkcs11Error(code, call)); }

    FoundTokenKey m_found;
    Secret m_pin;
    Secret m_signaturePin; ///< empty: the same
    std::unique_ptr<Pkcs11Session> m_session;
    CK_OBJECT_HANDLE m_private = 0;
    bool m_eachTime = false; ///< CKA_ALWAYS_AUTHENTICATE
    bool m_refused = false;  ///< the login that this wants
    std::optional<Error> m_over;
};

tl::unexpected<Error> TokenKey::failed(Error error, Over over)
{
    if (error.subject.isEmpty())
        error.subject = m_found.token.label;
    if (over == Over::Yes || error.code == ErrorCode::TokenMissing)
        m_over = error;
    return fail(std::move(error));
}

Done TokenKey::open()
{
    m_session.reset();
    if (const Done found = findAgain(); !found)
        return found;
    if (const Done in = login(); !in)
        return in;
    return findPrivateKey();
}

/// The same token, in whichever slot it is now, with the same certificate on it.
Done TokenKey::findAgain()
{
    const auto tokens = m_found.module->tokens();
    if (!tokens)
        return failed(tokens.error());
    const auto token = std::ranges::find_if(*tokens, [this](const TokenFacts& each) {
        return each.serial == m_found.token.serial && each.label == m_found.token.label;
    });
    if (token == tokens->end())
        return failed({ErrorCode::TokenMissing, {}, {}});
    m_found.token = *token;
    auto session = Pkcs11Session::open(m_found.module, static_cast<CK_SLOT_ID>(token->slotId));
    if (!session)
        return failed(session.error(), "C_OpenSession");
    const auto certificates = (*session)->find(CKO_CERTIFICATE, &m_found.certificate.id);
    if (!certificates)
        return failed(certificates.error(), "C_FindObjects");
    const bool same = std::ranges::any_of(*certificates, [&](CK_OBJECT_HANDLE object) {
        const auto der = (*session)->attribute(object, CKA_VALUE);
        return der && *der == m_found.certificate.der;
    });
    if (!same)
        return failed({ErrorCode::TokenMissing, {}, QStringLiteral("the certificate is not on the token any more")});
    m_session = std::move(*session);
    return {};
}

/// What would only cost a try is not sent to the token. A login that failed, for whatever reason the token gives, is
/// not tried again: some tokens say of a wrong PIN nothing but "general error".
Done TokenKey::login()
{
    const TokenFacts& token = m_found.token;
    if (token.tries == PinTries::None)
        return failed({ErrorCode::PinLocked, {}, {}}, Over::Yes);
    if (!token.needsPin && m_pin.isEmpty())
        return {};
    if (!token.onPad && (m_pin.isEmpty() || m_pin.size() < token.shortestPin))
        return failed({ErrorCode::PinWrong, {}, QStringLiteral("shorter than the token's PINs are; not tried")},
                      Over::Yes);
    const CK_RV code = m_session->login(pin());
    return code == CKR_OK ? Done{} : failed(pkcs11Error(code, "C_Login"), Over::Yes);
}

Done TokenKey::findPrivateKey()
{
    const auto keys = m_session->find(CKO_PRIVATE_KEY, &m_found.certificate.id);
    if (!keys)
        return failed(keys.error(), "C_FindObjects");
    if (keys->empty())
        return failed({ErrorCode::KeyUnreadable, {}, QStringLiteral("no private key has the certificate's CKA_ID")});
    m_private = keys->front();
    if (!m_session->flag(m_private, CKA_SIGN, true))
        return failed({ErrorCode::CertificateUnsuitable, {}, QStringLiteral("the key may not sign (CKA_SIGN)")});
    m_eachTime = m_session->flag(m_private, CKA_ALWAYS_AUTHENTICATE, false);
    return {};
}

Rv<QByteArray> TokenKey::signOnce(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest)
{
    CK_RSA_PKCS_PSS_PARAMS pss = pssParameters(algorithm);
    CK_MECHANISM mechanism{CKM_ECDSA, nullptr, 0};
    if (scheme == SignatureScheme::RsaPkcs1)
        mechanism.mechanism = CKM_RSA_PKCS;
    else if (scheme == SignatureScheme::RsaPss)
        mechanism = {CKM_RSA_PKCS_PSS, &pss, sizeof(pss)};
    const QByteArray data = scheme == SignatureScheme::RsaPkcs1 ? digestInfo(algorithm, digest) : digest;
    const std::function<CK_RV()> before = [this] {
        const CK_RV code = m_session->loginForOperation(signaturePin());
        m_refused = code != CKR_OK && !isSessionLost(code);
        return code;
    };
    return m_session->sign(mechanism, m_private, data, m_eachTime ? before : nullptr);
}

Result<QByteArray> TokenKey::sign(SignatureScheme scheme, DigestAlgorithm algorithm, const QByteArray& digest)
{
    if (m_over)
        return fail(*m_over);
    if (!m_found.key.schemes.contains(scheme))
        return fail(ErrorCode::NotSupported, m_found.token.label, m_found.key.facts.key);
    Rv<QByteArray> value = m_session ? signOnce(scheme, algorithm, digest) : tl::unexpected<CK_RV>(CKR_SESSION_CLOSED);
    // An operation that is still active is left over from a signature that was broken off.
    if (!value && (isSessionLost(value.error()) || value.error() == CKR_OPERATION_ACTIVE)) {
        if (const Done again = open(); !again)
            return fail(again.error());
        value = signOnce(scheme, algorithm, digest);
    }
    if (!value && m_refused)
        return failed(pkcs11Error(value.error(), "the PIN for signatures, C_Login"), Over::Yes);
    if (!value)
        return failed(value.error(), "C_Sign");
    if (scheme != SignatureScheme::Ecdsa)
        return *value;
    const QByteArray der = ecdsaValue(*value);
    return der.isEmpty() ? Result<QByteArray>(failed({ErrorCode::TokenFailed, {}, QStringLiteral("no ECDSA value")}))
                         : Result<QByteArray>(der);
}

class LockedTokenKey final : public LockedKey
{
public:
    explicit LockedTokenKey(FoundTokenKey found) : m_found(std::move(found)) {}

    const KeyCertificate* certificate() const override { return &m_found.key; }
    PinEntry pinEntry() const override { return m_found.token.onPad ? PinEntry::OnPad : PinEntry::Typed; }
    PinTries pinTries() const override { return m_found.token.tries; }

    Result<std::unique_ptr<SigningKey>> unlock(const Secret& pin, const Secret& signaturePin) override
    {
        auto key = std::make_unique<TokenKey>(m_found, pin.clone(), signaturePin.clone());
        if (const Done open = key->open(); !open)
            return fail(open.error());
        return key;
    }

private:
    FoundTokenKey m_found;
};

} // namespace

std::unique_ptr<LockedKey> lockedTokenKey(FoundTokenKey found)
{
    return std::make_unique<LockedTokenKey>(std::move(found));
}

} // namespace diakinisi::signing
