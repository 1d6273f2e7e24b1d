#include "signing/validation/evidence.h"

#include <QSet>

#include <algorithm>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostItems = 500;
constexpr std::int64_t largestItem = 32 << 20;

class StoreReader
{
public:
    StoreReader(const pdf::Document& document, Instant existed) : m_document(document), m_existed(existed) {}

    Evidence read()
    {
        const pdf::Dict store = m_document.get(m_document.catalog(), "DSS").dict();
        readLists(store, "Certs", "OCSPs", "CRLs");
        const pdf::Dict related = m_document.get(store, "VRI").dict();
        std::size_t count = 0;
        for (const auto& [name, value] : related.entries()) {
            if (++count > mostItems)
                break;
            readLists(m_document.resolve(value).dict(), "Cert", "OCSP", "CRL");
        }
        return std::move(m_found);
    }

private:
    void readLists(const pdf::Dict& dict, QByteArrayView certificates, QByteArrayView ocsps, QByteArrayView crls)
    {
        each(dict, certificates, [&](const QByteArray& der, std::int64_t) { m_found.certificates += der; });
        each(dict, ocsps, [&](const QByteArray& der, std::int64_t end) {
            m_found.ocsps.push_back({der, EvidenceOrigin::Dss, m_existed, end});
        });
        each(dict, crls, [&](const QByteArray& der, std::int64_t end) {
            m_found.crls.push_back({der, EvidenceOrigin::Dss, m_existed, end});
        });
    }

    template <class Take>
    void each(const pdf::Dict& dict, QByteArrayView key, Take take)
    {
        for (const pdf::Value& item : m_document.get(dict, key).array()) {
            const pdf::Ref* ref = item.ref();
            if (!ref || m_seen.size() >= static_cast<qsizetype>(3 * mostItems) || m_seen.contains(ref->number))
                continue;
            m_seen.insert(ref->number);
            const Result<pdf::Object> object = m_document.object(*ref);
            if (!object || !object->isStream())
                continue;
            const Result<std::int64_t> length = m_document.streamLength(*object);
            if (const Result<QByteArray> bytes = m_document.streamBytes(*object, largestItem); bytes && length)
                take(*bytes, object->dataAt + *length);
        }
    }

    const pdf::Document& m_document;
    Instant m_existed;
    Evidence m_found;
    QSet<std::int32_t> m_seen;
};

void proveItems(std::vector<EvidenceItem>& items, std::int64_t length, Instant existed)
{
    for (EvidenceItem& item : items)
        if (item.end >= 0 && item.end <= length)
            item.existed = std::min(item.existed, existed);
}

} // namespace

void Evidence::add(const Evidence& other)
{
    certificates += other.certificates;
    ocsps.insert(ocsps.end(), other.ocsps.begin(), other.ocsps.end());
    crls.insert(crls.end(), other.crls.begin(), other.crls.end());
}

Evidence readSecurityStore(const pdf::Document& document, Instant existed)
{
    return StoreReader(document, existed).read();
}

void prove(Evidence& evidence, std::int64_t length, Instant existed)
{
    proveItems(evidence.ocsps, length, existed);
    proveItems(evidence.crls, length, existed);
}

} // namespace diakinisi::signing
