#pragma once
#include "base/result.h"
#include "desk/rows.h"

#include <stop_token>

namespace diakinisi::desk {

/// 'Where is it?': words without accents in any inflection, numbers, names.
class DocumentFinder
{
public:
    virtual ~DocumentFinder() = default;
    /// Newest first, at most `limit`; the last word matches as a prefix while it is being typed.
    virtual Result<std::vector<DocumentRow>> find(const QString& text, int limit, std::stop_token stop) = 0;
};

} // namespace diakinisi::desk
