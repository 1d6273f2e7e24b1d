#pragma once
#include "signing/trust/trust_material.h"

#include <QStringList>

#include <memory>
#include <mutex>

namespace diakinisi::signing {

/// A folder that whoever looks after the machine fills with what is trusted: certificates and CRLs as readTrustFolder()
/// takes them, and trusted lists (*.xml, ETSI TS 119 612), each signed by one of the certificates in the subfolder
/// `list-signers`. Thread-safe.
class TrustFolder
{
public:
    struct Reading {
        TrustMaterial material;
        QStringList
            remarks; ///< in English: a list that could not be believed, or is older than it said it would become
    };

    /// Without a folder nobody is trusted.
    explicit TrustFolder(QString folder) : m_folder(std::move(folder)) {}

    /// Reads what is there; again only when a file came, went or changed. FileUnreadable when there is no such folder.
    Result<std::shared_ptr<const Reading>> read(Instant now);

private:
    QString m_folder;
    std::mutex m_mutex;
    QStringList m_stamp;
    std::shared_ptr<const Reading> m_reading;
};

} // namespace diakinisi::signing
