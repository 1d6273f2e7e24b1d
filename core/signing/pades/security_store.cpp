#include "signing/pades/security_store.h"

#include <QCryptographicHash>

#include <array>
#include <map>

namespace diakinisi::signing {

namespace {

constexpr std::size_t mostStreams = 1000;
constexpr std::int64_t mostBytes = 64 << 20;

/// One of the store's lists: what is in it, and where it stands.
struct Kept {
    pdf::Array list;
    std::map<QByteArray, pdf::Ref> byContent;
};

Kept readList(const pdf::Document& document, const pdf::Dict& store, const char* key)
{
    Kept kept{document.get(store, key).array(), {}};
    std::int64_t left = mostBytes;
    for (std::size_t i = 0; i < kept.list.size() && i < mostStreams; ++i) {
        const pdf::Ref* ref = kept.list[i].ref();
        const Result<pdf::Object> object = ref ? document.object(*ref) : Result<pdf::Object>(pdf::Object{});
        if (!object || !object->isStream())
            continue;
        const Result<QByteArray> bytes = document.streamBytes(*object, left);
        if (!bytes)
            continue;
        left -= bytes->size();
        kept.byContent.emplace(*bytes, *ref);
    }
    return kept;
}

class StoreWriter
{
public:
    explicit StoreWriter(pdf::IncrementalUpdate& update) : m_update(update), m_document(update.document())
    {
        m_slot = m_document.catalog()["DSS"];
        m_store = m_document.resolve(m_slot).dict();
        m_related = m_document.get(m_store, "VRI").dict();
        for (std::size_t i = 0; i < keys.size(); ++i)
            m_kept[i] = readList(m_document, m_store, keys[i].inStore);
    }

    void add(const ValidationRelatedData& entry)
    {
        const QByteArray name = QCryptographicHash::hash(entry.contents, QCryptographicHash::Sha1).toHex().toUpper();
        pdf::Dict related = m_document.get(m_related, name).dict();
        const std::array lists{&entry.data.certificates, &entry.data.ocsps, &entry.data.crls};
        bool changed = false;
        for (std::size_t i = 0; i < keys.size(); ++i) {
            pdf::Array named = m_document.get(related, keys[i].inEntry).array();
            const std::size_t before = named.size();
            for (const QByteArray& item : *lists[i]) {
                const pdf::Value ref = stream(m_kept[i], item);
                if (std::find(named.begin(), named.end(), ref) == named.end())
                    named.push_back(ref);
            }
            if (named.size() == before)
                continue;
            related.set(keys[i].inEntry, std::move(named));
            changed = true;
        }
        if (!changed)
            return;
        m_related.set(name, std::move(related));
        m_changed = true;
    }

    bool write()
    {
        if (!m_changed)
            return false;
        m_store.set("Type", pdf::Name{"DSS"});
        m_store.set("VRI", m_related);
        for (std::size_t i = 0; i < keys.size(); ++i)
            if (!m_kept[i].list.empty())
                m_store.set(keys[i].inStore, m_kept[i].list);
        if (m_slot.ref() && m_document.resolve(m_slot).isDict()) {
            m_update.set(*m_slot.ref(), m_store);
            return true;
        }
        const pdf::Ref root = *m_document.trailer()["Root"].ref();
        pdf::Dict catalog = m_update.current(root).dict();
        catalog.set("DSS", m_update.add(m_store));
        m_update.set(root, catalog);
        return true;
    }

private:
    struct Keys {
        const char* inStore;
        const char* inEntry;
    };
    static constexpr std::array keys{Keys{"Certs", "Cert"}, Keys{"OCSPs", "OCSP"}, Keys{"CRLs", "CRL"}};

    pdf::Value stream(Kept& kept, const QByteArray& bytes)
    {
        if (const auto known = kept.byContent.find(bytes); known != kept.byContent.end())
            return known->second;
        const pdf::Ref ref = m_update.addStream({}, bytes);
        kept.byContent.emplace(bytes, ref);
        kept.list.emplace_back(ref);
        m_changed = true;
        return ref;
    }

    pdf::IncrementalUpdate& m_update;
    const pdf::Document& m_document;
    pdf::Value m_slot;
    pdf::Dict m_store;
    pdf::Dict m_related;
    std::array<Kept, keys.size()> m_kept;
    bool m_changed = false;
};

} // namespace

LongTermData readSecurityStore(const pdf::Document& document)
{
    const pdf::Dict store = document.get(document.catalog(), "DSS").dict();
    LongTermData data;
    for (const auto& [bytes, ref] : readList(document, store, "Certs").byContent)
        data.certificates += bytes;
    for (const auto& [bytes, ref] : readList(document, store, "OCSPs").byContent)
        data.ocsps += bytes;
    for (const auto& [bytes, ref] : readList(document, store, "CRLs").byContent)
        data.crls += bytes;
    return data;
}

bool addToSecurityStore(pdf::IncrementalUpdate& update, const std::vector<ValidationRelatedData>& entries)
{
    StoreWriter writer(update);
    for (const ValidationRelatedData& entry : entries)
        writer.add(entry);
    return writer.write();
}

} // namespace diakinisi::signing
