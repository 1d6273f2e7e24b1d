#include "signing/pades/may_sign.h"

#include <algorithm>

// What an empty signature field demands of the signature (ISO 32000-1, 12.7.4.5).
namespace diakinisi::signing {

namespace {

enum Demand : std::int64_t { // /Ff of the seed value dictionary
    Filter = 1,
    SubFilter = 2,
    HandlerVersion = 4,
    Reasons = 8,
    LegalAttestation = 16,
    RevocationInfo = 32,
    DigestMethod = 64,
    LockDocument = 128,
    AppearanceFilter = 256,
};

constexpr double knownVersion = 3; // PDF 2.0

tl::unexpected<Error> forbidden(const char* why)
{
    return fail(ErrorCode::PdfForbids, {}, QStringLiteral("the field demands ") + QString::fromLatin1(why));
}

class SeedValue
{
public:
    SeedValue(const pdf::Document& document, pdf::Dict dict, DigestAlgorithm digest, const SignOptions& options)
        : m_document(document),
          m_dict(std::move(dict)),
          m_demands(document.get(m_dict, "Ff").integer()),
          m_digest(digest),
          m_options(options)
    {
    }

    Done check(const CertificateFacts& signer) const
    {
        if (demands(Filter) && !m_document.get(m_dict, "Filter").isName("Adobe.PPKLite"))
            return forbidden("another signature handler");
        if (demands(SubFilter) && !lists("SubFilter", "ETSI.CAdES.detached"))
            return forbidden("another signature format");
        if (demands(HandlerVersion) && m_document.get(m_dict, "V").number() > knownVersion)
            return forbidden("a newer signature handler");
        if (demands(Reasons) && !reasonFits())
            return forbidden("one of its own reasons");
        if (demands(DigestMethod) && !digestFits())
            return forbidden("another digest");
        if (demands(LockDocument) || demands(AppearanceFilter))
            return forbidden("a locked document or an appearance of its own");
        if (demands(RevocationInfo) && m_document.get(m_dict, "AddRevInfo").isTrue() && m_options.level < Level::BLT)
            return forbidden("revocation data (level B-LT)");
        return checkCertification(signer);
    }

private:
    bool demands(Demand demand) const { return m_dict.contains(keyOf(demand)) && (m_demands & demand) != 0; }

    static const char* keyOf(Demand demand)
    {
        switch (demand) {
        case Filter:
            return "Filter";
        case SubFilter:
            return "SubFilter";
        case HandlerVersion:
            return "V";
        case Reasons:
            return "Reasons";
        case LegalAttestation:
            return "LegalAttestation";
        case RevocationInfo:
            return "AddRevInfo";
        case DigestMethod:
            return "DigestMethod";
        case LockDocument:
            return "LockDocument";
        case AppearanceFilter:
            return "AppearanceFilter";
        }
        return "";
    }

    bool lists(const char* key, const char* word) const
    {
        const pdf::Array items = m_document.get(m_dict, key).array();
        return std::any_of(items.begin(), items.end(), [&](const pdf::Value& item) {
            const pdf::Value value = m_document.resolve(item);
            return value.isName(word) || pdf::readTextString(value) == QLatin1StringView(word);
        });
    }

    /// A single "." means that none is to be given.
    bool reasonFits() const
    {
        const pdf::Array items = m_document.get(m_dict, "Reasons").array();
        std::vector<QString> reasons;
        for (const pdf::Value& item : items)
            reasons.push_back(pdf::readTextString(m_document.resolve(item)));
        if (reasons.empty() || (reasons.size() == 1 && reasons.front() == u"."))
            return m_options.reason.isEmpty();
        return std::find(reasons.begin(), reasons.end(), m_options.reason) != reasons.end();
    }

    bool digestFits() const
    {
        return lists("DigestMethod", m_digest == DigestAlgorithm::Sha256   ? "SHA256"
                                     : m_digest == DigestAlgorithm::Sha384 ? "SHA384"
                                                                           : "SHA512");
    }

    Done checkCertification(const CertificateFacts& signer) const
    {
        const pdf::Dict certification = m_document.get(m_dict, "MDP").dict();
        const std::int64_t wanted = m_document.get(certification, "P").integer(-1);
        if (wanted == 0 && m_options.certify != Certify::None)
            return forbidden("an ordinary signature, no certification");
        if (wanted >= 1 && wanted <= 3 && wanted != static_cast<std::int64_t>(m_options.certify))
            return forbidden("a certification");
        if (m_options.certify != Certify::None && demands(LegalAttestation))
            return forbidden("a legal attestation");
        const pdf::Dict stamp = m_document.get(m_dict, "TimeStamp").dict();
        if (m_document.get(stamp, "Ff").integer() != 0 && m_options.level < Level::BT)
            return forbidden("a timestamp (level B-T)");
        return checkCertificate(signer);
    }

    Done checkCertificate(const CertificateFacts& signer) const
    {
        const pdf::Dict wanted = m_document.get(m_dict, "Cert").dict();
        const std::int64_t demanded = m_document.get(wanted, "Ff").integer();
        constexpr std::int64_t subject = 1;
        if ((demanded & ~subject) != 0)
            return forbidden("certificates of a certain kind");
        if ((demanded & subject) == 0)
            return {};
        for (const pdf::Value& item : m_document.get(wanted, "Subject").array()) {
            const pdf::Value der = m_document.resolve(item);
            if (der.text() && Sha256::of(der.text()->bytes) == signer.fingerprint)
                return {};
        }
        return forbidden("another certificate");
    }

    const pdf::Document& m_document;
    pdf::Dict m_dict;
    std::int64_t m_demands;
    DigestAlgorithm m_digest;
    const SignOptions& m_options;
};

} // namespace

Done checkSeedValue(const pdf::Document& document, const pdf::Field& field, const CertificateFacts& signer,
                    DigestAlgorithm digest, const SignOptions& options)
{
    const pdf::Dict dict = document.get(field.dict, "SV").dict();
    return dict.isEmpty() ? Done() : SeedValue(document, dict, digest, options).check(signer);
}

pdf::Value lockReference(const pdf::Document& document, const pdf::Field& field)
{
    const pdf::Dict lock = document.get(field.dict, "Lock").dict();
    if (!lock.contains("Action"))
        return {};
    pdf::Dict parameters{{"Type", pdf::Name{"TransformParams"}}, {"V", pdf::Name{"1.2"}}};
    for (const char* key : {"Action", "Fields", "P"})
        if (lock.contains(key))
            parameters.set(key, document.get(lock, key));
    return pdf::Dict{
        {"Type", pdf::Name{"SigRef"}}, {"TransformMethod", pdf::Name{"FieldMDP"}}, {"TransformParams", parameters}};
}

} // namespace diakinisi::signing
