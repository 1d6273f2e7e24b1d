#pragma once
#include "desk/parts.h"
#include "desk/suggestions.h"

namespace diakinisi::desk {

/// Over the documents that the store has, by suggestFrom().
class DeskSuggestions final : public Suggestions
{
public:
    explicit DeskSuggestions(Parts& parts) : m_parts(parts) {}
    Result<SuggestionSet> suggest(const SuggestionQuery& query) override;

private:
    Parts& m_parts;
};

} // namespace diakinisi::desk
