#pragma once
#include "base/progress.h"
#include "desk/parts.h"
#include "desk/signer.h"
#include "desk/signing_authorities.h"
#include "signing/pades/sign_batch.h"

namespace diakinisi::desk {

/// One batch of signatures with an open key; level and authorities as the organisation's policy says. Each step leaves
/// something that survives a crash: a reservation is the server's, a signed file and its command lie in the store as
/// soon as its timestamp has come.
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
        std::vector<domain::NewRendition> renditions{}; ///< made so far
        domain::StepId step{};
        QString name{};  ///< of the file
        Sha256 former{}; ///< what is signed
        bool confirms = false;
        bool last = false;
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
    void signAll(std::vector<Act>& acts);
    Result<signing::BatchFile> begin(Act& act);
    Done accept(Act& act, signing::BatchFile& file, const signing::SignedPdf& made);
    Result<QByteArray> read(const Sha256& digest);
    Result<std::optional<Made>> numbered(const domain::Document& document, const QByteArray& former,
                                         const Sha256& formerDigest, const QString& name);
    Result<signing::BatchFile> filesFor(const domain::Document& document, const QByteArray& former);
    MarkWishes markOf(const domain::Document& document) const;
    void told(const SigningOutcome& outcome) const;
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
    std::shared_ptr<SigningAuthorities::Set> m_authorities; ///< as policy said when the batch began
};

} // namespace diakinisi::desk
