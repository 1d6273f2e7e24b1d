#pragma once
#include "base/result.h"
#include "desk/rows.h"

#include <stop_token>

namespace diakinisi::desk {

/// One document with everything about it.
class DocumentReader
{
public:
    virtual ~DocumentReader() = default;
    /// NotFound when it is not (or no longer) on this desk.
    virtual Result<DocumentView> read(const domain::DocumentId& document) = 0;
    /// By "123", "123/2026"; NotFound.
    virtual Result<domain::DocumentId> byNumber(const QString& text) = 0;
    /// Brings the older events from the server into the store.
    virtual Done fetchHistory(const domain::DocumentId& document, std::stop_token stop) = 0;
};

} // namespace diakinisi::desk
