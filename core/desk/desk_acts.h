#pragma once
#include "desk/approver.h"
#include "desk/finding_keeper.h"
#include "desk/handler.h"
#include "desk/page_marks.h"
#include "desk/parts.h"
#include "desk/registrar.h"

// The acting tasks: each makes commands and puts them into the outbox, which decides them at once.
namespace diakinisi::desk {

class DeskRegistrar final : public Registrar
{
public:
    DeskRegistrar(Parts& parts, FindingKeeper& findings)
        : m_parts(parts),
          m_findings(findings),
          m_marks(parts.profile.folder() + QStringLiteral("/page-marks"))
    {
    }
    Result<std::vector<RegistrationConcern>> check(const RegistrationForm& form) override;
    Result<RegistrationOutcome> registerDocument(const RegistrationForm& form) override;
    Result<domain::DocumentId> startDraft(const RegistrationForm& form) override;
    Done correct(const domain::DocumentId& document, const QString& field, const QString& value,
                 const QString& reason) override;
    Done cancelNumber(const domain::DocumentId& document, const QString& reason) override;
    Done addFile(const domain::DocumentId& document, std::optional<domain::ItemId> item, const FormFile& file) override;
    Result<PaperLabel> label(const domain::DocumentId& document) override;
    Result<RegistrationOutcome> outcome(const domain::DocumentId& document) override;

private:
    std::vector<domain::NewItem> itemsOf(const RegistrationForm& form);
    Result<domain::CommandBody> submissionOf(const RegistrationForm& form, const domain::NewItem& main);
    /// What looks registered already: number and date, the very same file, or the same paper.
    Result<std::optional<DocumentRow>> twinOf(const RegistrationForm& form);
    void noteMarks(const domain::DocumentId& document, const RegistrationForm& form);
    /// What is known about the items' signatures, as commands; whether some are still to be checked.
    std::pair<std::vector<domain::Command>, bool> findingsOf(const domain::DocumentId& document,
                                                             const std::vector<domain::NewItem>& items);

    Parts& m_parts;
    FindingKeeper& m_findings;
    PageMarks m_marks;
};

class DeskHandler final : public Handler
{
public:
    explicit DeskHandler(Parts& parts) : m_parts(parts) {}
    Result<domain::CommandId> charge(const domain::DocumentId& document, const FormCharge& charge) override;
    Result<domain::CommandId> takeOver(const domain::DocumentId& document, const domain::ChargeId& charge) override;
    Result<domain::CommandId> returnCharge(const domain::DocumentId& document, const domain::ChargeId& charge,
                                           const QString& reason) override;
    Result<domain::CommandId> complete(const domain::DocumentId& document, const domain::ChargeId& charge,
                                       const QString& reason, std::optional<domain::DocumentId> answer) override;
    Result<domain::CommandId> addNote(const domain::DocumentId& document, const QString& text) override;
    Result<domain::CommandId> setAccess(const domain::DocumentId& document, const domain::Access& access) override;
    Done undo(const domain::CommandId& command) override;

private:
    Parts& m_parts;
};

class DeskApprover final : public Approver
{
public:
    explicit DeskApprover(Parts& parts) : m_parts(parts) {}
    Done submit(const domain::DocumentId& document, const std::vector<ChainStep>& chain) override;
    Result<domain::CommandId> approve(const domain::DocumentId& document) override;
    Result<domain::CommandId> approveWithObjection(const domain::DocumentId& document, const QString& reason) override;
    Result<domain::CommandId> sendBack(const domain::DocumentId& document, const QString& reason) override;
    Done withdraw(const domain::DocumentId& document) override;

private:
    struct Turn {
        domain::StepId step;
        domain::VersionId version;
    };
    Result<Turn> turn(const domain::DocumentId& document);
    /// The main item with the number field in it; nothing when it has one already or cannot have one.
    Result<std::optional<domain::AddRendition>> prepared(const domain::Document& document);

    Parts& m_parts;
};

domain::ChargeTo chargeOf(const FormCharge& charge, IdSource& ids);

} // namespace diakinisi::desk
