#pragma once
#include "desk/owed_timestamps.h"
#include "desk/parts.h"
#include "desk/signer.h"

namespace diakinisi::desk {

class DeskSigner final : public Signer
{
public:
    DeskSigner(Parts& parts, OwedTimestamps& owed) : m_parts(parts), m_owed(owed) {}
    Result<std::vector<KeyChoice>> keys() override;
    Result<KeyChoice> addKeyFile(const QString& path, const Secret& pin) override;
    Result<SigningPlan> plan(const QVector<domain::DocumentId>& documents) override;
    Result<MarkPreview> previewMark(const domain::DocumentId& document, const QString& signerName,
                                    const MarkWishes& wishes, QSize fit, std::stop_token stop) override;
    Result<std::vector<SigningOutcome>> sign(const QVector<domain::DocumentId>& documents, const KeyChoice& key,
                                             const Secret& pin, const SigningWishes& wishes, Progress& progress,
                                             std::stop_token stop) override;
    Result<std::vector<OwedSignature>> owed() override;
    void tryOwed(std::stop_token stop) override { m_owed.tryNow(stop); }

private:
    SigningItem itemOf(const domain::DocumentId& document, const domain::PersonId& person);
    bool isRegistered(const Sha256& certificate) const;
    Done checkCertificate(const signing::CertificateFacts& facts);
    struct Unlocked {
        std::unique_ptr<signing::SigningKey> key;
        signing::CertificateFacts facts;
    };
    Result<Unlocked> unlock(const QString& uri, const Secret& pin, const Secret& signaturePin);

    Parts& m_parts;
    OwedTimestamps& m_owed;
};

} // namespace diakinisi::desk
