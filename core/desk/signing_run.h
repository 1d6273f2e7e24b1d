#pragma once
#include "base/progress.h"
#include "desk/parts.h"
#include "desk/signer.h"
#include "signing/sign_pdf.h"

namespace diakinisi::desk {

/// One batch of signatures with an open key. Each step leaves something that survives a crash: a reservation is the
/// server's, a signed file and its command lie in the store before the next document is begun.
class SigningRun
{
public:
    /// The key goes, and with it a token's login, as soon as the last document is signed.
    SigningRun(Parts& parts, std::unique_ptr<signing::SigningKey> key, signing::CertificateFacts facts,
               const pdf::Font& font, const SigningWishes& wishes, Progress& progress, std::stop_token stop);
    std::vector<SigningOutcome> run(const SigningPlan& plan);

private:
    struct Act {
        SigningOutcome outcome;
        std::optional<domain::CommandId> command; ///< reserve, later sign or confirm
        bool takesNumber = false;
        bool open() const { return !outcome.problem && !outcome.isSigned; }
    };
    /// A file on its way to becoming the newest rendition.
    struct Made {
        domain::NewRendition rendition;
        QByteArray bytes;
    };

    void reserve(std::vector<Act>& acts);
    void askForNumber(Act& act);
    bool numberCame(Act& act);
    void sign(Act& act);
    Done signNow(Act& act);
    Result<QByteArray> read(const Sha256& digest);
    Result<std::optional<Made>> numbered(const domain::Document& document, const QByteArray& former,
                                         const Sha256& formerDigest);
    Result<Made> signedFrom(const domain::Document& document, const QByteArray& former, const Sha256& formerDigest,
                            domain::RenditionRole role);
    MarkWishes markOf(const domain::Document& document) const;
    Result<Made> keep(QByteArray bytes, const Sha256& derivedFrom, domain::RenditionRole role, const QString& name);
    void settle(std::vector<Act>& acts);
    bool settled(Act& act);
    std::optional<Error> refusalOf(const domain::CommandId& command);

    Parts& m_parts;
    std::unique_ptr<signing::SigningKey> m_key;
    signing::CertificateFacts m_facts;
    const pdf::Font& m_font;
    const SigningWishes& m_wishes;
    Progress& m_progress;
    std::stop_token m_stop;
    QString m_name; ///< of the file now being made
};

} // namespace diakinisi::desk
