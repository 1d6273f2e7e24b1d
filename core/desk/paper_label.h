#pragma once
#include <QImage>
#include <QString>

namespace diakinisi::desk {

/// What is printed for the paper of a registered document: the label that is stuck on it, the receipt that its bearer
/// takes along.
struct PaperLabel {
    QString organisation;
    QString number; ///< "123/2026"
    QString date;   ///< ISO 8601, of registration
    QString subject;
    QString parties; ///< names, joined
    QImage code;     ///< QR of imaging::labelText: a scan of the paper finds its document by it
};

} // namespace diakinisi::desk
