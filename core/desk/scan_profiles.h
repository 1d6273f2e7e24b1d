#pragma once
#include "scanning/scan_profile.h"

namespace diakinisi::desk {

/// The scan profiles of one desk, as they were found.
struct ScanProfiles {
    std::vector<scanning::ScanProfile> profiles; ///< in the clerk's order; each name once
    QString chosen;                              ///< the name of the one last used; may name none
    /// The file, or an entry of it, could not be read: those that could are here. FileUnreadable, MalformedInput,
    /// LimitExceeded, FieldInvalid.
    std::optional<Error> trouble;
};

/// Reads "scan-profiles.json" in the profile's folder; none where there is no such file. Blocking, small.
ScanProfiles readScanProfiles(const QString& folder);

/// Writes them all; what is there but could not be read is kept as "scan-profiles.json.unread". At most 100 profiles.
/// AlreadyExists for a name given twice, FieldInvalid for what could not be read again, FileUnwritable, DiskFull.
Done writeScanProfiles(const QString& folder, const std::vector<scanning::ScanProfile>& profiles,
                       const QString& chosen);

} // namespace diakinisi::desk
