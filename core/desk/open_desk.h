#pragma once
#include "desk/desk.h"

namespace diakinisi {
class Clock;
class RandomSource;
} // namespace diakinisi

namespace diakinisi::desk {

/// Opens or creates the profile in settings.folder. StoreInUse when another process has it, StoreNewer when a newer
/// version wrote it, StoreBroken, FileUnwritable, KeyUnreadable (its key store does not answer), FieldInvalid (server),
/// FileUnreadable or MalformedInput (caFile). Signed out at first: see Session::resume().
Result<std::unique_ptr<Desk>> openDesk(const DeskSettings& settings);
/// The same with time and randomness from outside, which must outlive the desk.
Result<std::unique_ptr<Desk>> openDesk(const DeskSettings& settings, const Clock& clock, RandomSource& random);

} // namespace diakinisi::desk
