#pragma once
#include <QString>

namespace diakinisi::desk {

/// Words that go into documents themselves: the organisation's language, whatever the windows speak.
struct DocumentWords {
    QString numberLabel = QStringLiteral("Αριθ. πρωτ.:");
    QString dateLabel = QStringLiteral("Ημερομηνία:");
    QString reasonLabel = QStringLiteral("Λόγος:");
    QString placeLabel = QStringLiteral("Τόπος:");
    QString byOrder = QStringLiteral("Με εντολή Δημάρχου");
    QString signedBy = QStringLiteral("Υπογράφηκε ψηφιακά από:");
};

} // namespace diakinisi::desk
