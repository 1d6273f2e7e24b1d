#pragma once
#include "base/result.h"

#include <QStringList>

#include <functional>

namespace diakinisi::scanning::escl {

/// An element without children, on its way from the root.
struct Leaf {
    QStringList path; ///< local names from the root down, this one last
    QString name;
    QString text; ///< trimmed

    bool isBelow(QStringView element) const { return path.contains(element); }
};

/// Reads a device's XML (UTF-8 or as it says, no DTD) and reports its leaves in order; the root must have this name.
/// ScannerFailed for anything else, or beyond 32 levels, 20 000 elements or 1 000 characters of one text.
Done readLeaves(const QByteArray& xml, QStringView root, const std::function<void(const Leaf&)>& leaf);

} // namespace diakinisi::scanning::escl
