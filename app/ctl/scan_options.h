#pragma once
#include "ctl/arguments.h"
#include "scanning/scanner.h"

#include <QJsonObject>

namespace diakinisi::ctl {

/// The options of scan run that say how to scan, for Arguments::parse.
QStringList scanOptionNames();
QStringList scanFlagNames();

struct ScanRequest {
    scanning::ScanOptions options; ///< the folder is still to be filled in
    bool manualDuplex = false;
};
/// FieldInvalid (subject: the option) for what makes no sense.
Result<ScanRequest> scanRequestFrom(const Arguments& arguments);

/// A scanner as scan list prints it; its words are those that scan run takes.
QJsonObject toJson(const scanning::ScannerInfo& scanner, const scanning::ScannerCapabilities& can);

} // namespace diakinisi::ctl
