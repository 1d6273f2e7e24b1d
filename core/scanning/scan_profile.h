#pragma once
#include "imaging/clean_up.h"
#include "scanning/scanner.h"

#include <QJsonObject>

namespace diakinisi::scanning {

/// How a clerk likes to scan, under a name: "letters, both sides, gray".
struct ScanProfile {
    QString name;    ///< 1 to 100 characters
    QString scanner; ///< ScannerInfo::id; empty: whichever is there
    ScanSource source = ScanSource::Flatbed;
    bool manualDuplex = false; ///< with Feeder: fronts, then backs (ManualDuplex)
    ScanColour colour = ScanColour::Gray;
    int dpi = 300;         ///< 50 .. 2400
    int brightness = 0;    ///< percent, -100 .. 100
    QSizeF area{210, 297}; ///< millimetres, in tenths; 10 .. 2000 each
    imaging::CleanUp cleanUp;
    bool upright = false; ///< turn pages so that their writing stands upright
    bool leaveOutBlank = false;

    friend bool operator==(const ScanProfile&, const ScanProfile&) = default;
};

QJsonObject toJson(const ScanProfile& profile);
/// What is not there is as ScanProfile has it. FieldInvalid, the subject naming the field.
Result<ScanProfile> scanProfileFrom(const QJsonObject& json);

/// What to ask the scanner for; folder and name are still to be filled in.
ScanOptions scanOptionsOf(const ScanProfile& profile);

} // namespace diakinisi::scanning
