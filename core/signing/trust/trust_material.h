#pragma once
#include "base/result.h"
#include "base/time.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <vector>

namespace diakinisi::signing {

/// A trust service of a trusted list (ETSI TS 119 612), with how its status went over time.
struct TrustService {
    struct Period {
        Instant since;
        QString status;             ///< last part of the URI: "granted", "withdrawn", "undersupervision" ...
        bool forSignatures = false; ///< additionalServiceInformation ForeSignatures
        bool forSeals = false;      ///< ... ForeSeals
        bool forWebsites = false;   ///< ... ForWebSiteAuthentication
    };

    enum class Type { QualifiedCa, QualifiedTimestamping, Other };

    Type type = Type::Other;
    QString name;
    QString territory;                    ///< "EL"
    std::vector<QByteArray> certificates; ///< DER
    std::vector<Period> periods;          ///< newest first
};

/// What a verdict of trust rests on. A value: read once, used for many files, on any thread.
struct TrustMaterial {
    QList<QByteArray> anchors; ///< DER certificates, trusted whatever they are
    QList<QByteArray> crls;    ///< DER, beside the anchors; believed only with their issuer's signature
    std::vector<TrustService>
        services; ///< of trusted lists whose own signature held; their certificates are anchors too

    bool isEmpty() const { return anchors.isEmpty() && services.empty(); }
    void add(const TrustMaterial& other);
};

/// The certificates (PEM or DER, also several in a file) and CRLs in a folder, not deeper; other files are passed over.
/// FileUnreadable when there is no such folder.
Result<TrustMaterial> readTrustFolder(const QString& folder);
/// The same from one file; FileUnreadable, FileTooLarge.
Result<TrustMaterial> readTrustFile(const QString& path);
/// The certificates (PEM or DER) in a folder, not deeper. FileUnreadable when there is no such folder.
Result<QList<QByteArray>> readAnchors(const QString& folder);
/// The authorities that this machine's system trusts. FileUnreadable where it has no such store.
Result<TrustMaterial> readSystemTrust();

} // namespace diakinisi::signing
