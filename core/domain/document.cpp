#include "domain/document.h"

#include <algorithm>

namespace diakinisi::domain {

namespace {

template <class Rows, class IdType>
auto* withId(const Rows& rows, const IdType& id)
{
    const auto found = std::find_if(rows.begin(), rows.end(), [&id](const auto& row) { return row.id == id; });
    return found == rows.end() ? nullptr : &*found;
}

} // namespace

const Rendition* Version::rendition(const Sha256& digest) const
{
    const auto found = std::find_if(renditions.begin(), renditions.end(),
                                    [&digest](const Rendition& r) { return r.file.digest == digest; });
    return found == renditions.end() ? nullptr : &*found;
}

const Version* Item::version(const VersionId& id_) const
{
    return withId(versions, id_);
}

const Item* Document::mainItem() const
{
    const auto found = std::find_if(items.begin(), items.end(),
                                    [](const Item& candidate) { return candidate.role == ItemRole::Main; });
    return found == items.end() ? nullptr : &*found;
}

const Item* Document::item(const ItemId& item) const
{
    return withId(items, item);
}

const Charge* Document::charge(const ChargeId& charge) const
{
    return withId(charges, charge);
}

const Step* Document::step(const StepId& step) const
{
    return withId(route.steps, step);
}

bool Document::filesArrived() const
{
    for (const Item& each : items)
        for (const Version& version : each.versions)
            for (const Rendition& rendition : version.renditions)
                if (!rendition.arrived)
                    return false;
    return true;
}

} // namespace diakinisi::domain
