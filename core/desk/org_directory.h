#pragma once
#include "desk/directory.h"
#include "desk/parts.h"

#include <mutex>

namespace diakinisi::desk {

/// Type-ahead over the organisation: an index made anew when the snapshot changes, and how often each was chosen here.
class OrgDirectory final : public Directory
{
public:
    OrgDirectory(Parts& parts, Lane& store) : m_parts(parts), m_store(store) {}
    /// Reads how often what was chosen; once, before anybody asks.
    Done begin();

    std::shared_ptr<const domain::Organisation> organisation() const override;
    std::vector<ChargeTarget> suggest(const QString& letters, int limit) const override;
    void noteChosen(const ChargeTarget& target) override;
    Result<std::vector<QString>> suggestParties(const QString& letters, int limit) const override;

private:
    struct Entry {
        ChargeTarget target;
        QString key;                     ///< "unit:<id>", "person:<id>": as the store counts it
        std::vector<QString> beginnings; ///< folded: code or login, then each word
    };
    struct Index {
        std::shared_ptr<const domain::Organisation> of;
        std::vector<Entry> entries;
    };
    struct Chosen {
        qint64 count = 0;
        Instant last;
    };
    std::shared_ptr<const Index> index() const;
    static std::shared_ptr<const Index> makeIndex(std::shared_ptr<const domain::Organisation> organisation);
    QString remarkOn(const domain::Organisation& organisation, const ChargeTarget& target) const;

    Parts& m_parts;
    Lane& m_store;
    mutable std::mutex m_mutex;
    mutable std::shared_ptr<const Index> m_index;
    std::map<QString, Chosen> m_chosen;
};

} // namespace diakinisi::desk
