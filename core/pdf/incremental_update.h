#pragma once
#include "pdf/document.h"

#include <map>

namespace diakinisi::pdf {

/// Collects changed and new objects and gives the bytes to append to the file (ISO 32000-1, 7.5.6). The former bytes
/// are never touched; the cross-reference is a table or a stream as the last one was; nothing is written that was not
/// asked for. In an encrypted file strings and streams are locked with the file's key.
class IncrementalUpdate
{
public:
    explicit IncrementalUpdate(const Document& document) : m_document(document), m_next(document.nextNumber()) {}

    const Document& document() const { return m_document; }
    Ref reserve() { return {m_next++, 0}; }
    Ref add(Value value);
    /// Compressed with Flate; /Length and /Filter are set here.
    Ref addStream(Dict dict, const QByteArray& data);
    /// As it is: /Filter is the caller's.
    Ref addPackedStream(Dict dict, const QByteArray& packed);
    void set(Ref ref, Value value);
    /// As it will be: what was set here, else what the file has.
    Value current(const Value& value) const;
    Value current(const Dict& dict, QByteArrayView key) const { return current(dict[key]); }
    bool isEmpty() const { return m_objects.empty(); }

    struct Section {
        QByteArray bytes;                      ///< to be appended at the file's end
        std::map<Ref, std::int64_t> objectsAt; ///< offset of each object within `bytes`
    };
    Section section() const;

private:
    struct Pending {
        Value value;
        QByteArray data;
        bool isStream = false;
    };
    static void writeLocked(Ref ref, const Pending& pending, const Security& security, QByteArray& to);
    void writeTable(Section& section, std::int64_t base) const;
    void writeStream(Section& section, std::int64_t base) const;
    Dict trailerBase(const QByteArray& bytes) const;

    const Document& m_document;
    std::int32_t m_next;
    std::map<Ref, Pending> m_objects;
};

/// The whole former file and then the section, to `to`.
Done writeUpdated(const Document& document, const IncrementalUpdate::Section& section, QIODevice& to);

} // namespace diakinisi::pdf
