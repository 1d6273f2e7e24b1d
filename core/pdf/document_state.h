#pragma once
#include "pdf/document.h"
#include "pdf/security.h"

#include <QHash>

namespace diakinisi::pdf {

/// What an object stream holds: bytes, and each object's number and place in them.
struct ObjectStream {
    QByteArray data;
    std::vector<std::pair<std::int32_t, std::int64_t>> objects;
};

/// Inside of Document; for document*.cpp only.
struct Document::State {
    explicit State(ByteSource bytes) : source(std::move(bytes)) {}

    ByteSource source;
    std::int64_t shift = 0;
    XrefChain chain;
    std::vector<XrefEntry> entries; ///< by number, the newest of each
    QString version;
    bool repaired = false;
    std::optional<Security> security;
    std::optional<Error> locked; ///< why an encrypted file cannot be read
    std::int32_t securityObject = -1;
    mutable QHash<std::int32_t, Object> objects;
    mutable QHash<std::int32_t, std::shared_ptr<const ObjectStream>> streams;
    mutable std::int64_t streamBytes = 0;
    mutable std::int64_t work = 0;

    bool isExhausted() const;
    Result<Object> readAt(std::int64_t at, Ref expected, std::int64_t* size = nullptr) const;
    Result<std::shared_ptr<const ObjectStream>> objectStream(const Document& document, std::int32_t number) const;
    void unlock(Object& object) const;
    void mergeEntries();
};

} // namespace diakinisi::pdf
