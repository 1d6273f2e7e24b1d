#pragma once
#include "base/result.h"

#include <QStringView>

namespace diakinisi::wire {

/// How readily a value is taken.
struct ReadRules {
    qsizetype characters;  ///< of one text, UTF-16 units
    qsizetype entries;     ///< of one list
    bool missingIsDefault; ///< a missing field keeps the default; else it is refused

    /// What desks send: the house's limits, every field there.
    static ReadRules strict();
    /// What the server says, whose size is bounded already: every field there.
    static ReadRules wide();
    /// Snapshots, which other versions may have written with fewer fields.
    static ReadRules lenient();
};

/// Where in a message a value stands; a chain on the stack, spelt out ("items[0].file.size") only when needed.
struct Place {
    const Place* outer = nullptr;
    QStringView name;
    qsizetype index = -1;
    QString toString() const;
};

/// One reading: the rules, and what was wrong first.
struct Reading {
    ReadRules rules;
    Error error{};
    /// Notes the error and gives false.
    bool refuse(const Place& place, const char* cause);
};

} // namespace diakinisi::wire
