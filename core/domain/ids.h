#pragma once
#include "base/ids.h"

namespace diakinisi::domain {

using LedgerId = Id<struct LedgerTag>;
using EventId = Id<struct EventTag>;
using CommandId = Id<struct CommandTag>;
using GroupId = Id<struct GroupTag>;
using DeviceId = Id<struct DeviceTag>;
using DocumentId = Id<struct DocumentTag>;
using ItemId = Id<struct ItemTag>;
using VersionId = Id<struct VersionTag>;
using ChargeId = Id<struct ChargeTag>;
using StepId = Id<struct StepTag>;
using UnitId = Id<struct UnitTag>;
using PersonId = Id<struct PersonTag>;

/// The document that stands for the organisation itself: units, persons, roles and policy are events on it.
inline DocumentId organisationDocument()
{
    return DocumentId(QUuid(u"0d1a6b1e-0000-8000-8000-000000000001"));
}

/// The actor of what happens by time alone or by arrival: deadlines, FileArrived, day seals.
inline PersonId systemActor()
{
    return PersonId(QUuid(u"0d1a6b1e-0000-8000-8000-0000000000ff"));
}

} // namespace diakinisi::domain
