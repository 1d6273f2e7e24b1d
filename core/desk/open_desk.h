#pragma once
#include "desk/desk.h"

namespace diakinisi::desk {

/// Opens or creates the profile in settings.folder. StoreInUse when another process has it, StoreNewer when a newer
/// version wrote it, StoreBroken, FileUnwritable.
Result<std::unique_ptr<Desk>> openDesk(const DeskSettings& settings);

} // namespace diakinisi::desk
