#pragma once
#include "desk/approver.h"
#include "desk/desk.h"
#include "desk/directory.h"
#include "desk/document_finder.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"
#include "desk/handler.h"
#include "desk/scan_desk.h"
#include "desk/session.h"
#include "tests/fakes/fake_office.h"

namespace diakinisi::fakes {

/// Signing in at a server that the test arranges: which password, trusted or not, reachable or not.
class FakeSession final : public desk::Session
{
public:
    explicit FakeSession(FakeOffice& office) : m_office(office) {}

    Result<desk::ServerIdentity> lookAtServer(std::stop_token stop) override;
    Done trustServer(const desk::ServerIdentity& server) override;
    Done signIn(const QString& login, const Secret& password, std::stop_token stop) override;
    Done resume() override;
    Done signOut(std::stop_token stop) override;
    bool signedIn() const override { return isSignedIn; }
    std::optional<domain::PersonId> person() const override { return m_office.me; }
    QString login() const override;
    QString organisationName() const override { return m_office.organisation.name; }

    bool isSignedIn = true;
    bool trusted = true;
    bool reachable = true;
    QString password = QStringLiteral("δήμος");

private:
    FakeOffice& m_office;
};

class FakeLists final : public desk::DocumentLists
{
public:
    explicit FakeLists(FakeOffice& office) : m_office(office) {}

    Result<std::vector<desk::DocumentRow>> list(const desk::ListQuery& query) override { return m_office.rows(query); }
    Result<desk::ListCounts> counts() override;
    Result<std::vector<desk::DocumentRow>> rows(const QVector<domain::DocumentId>& ids) override;
    Done markRead(const domain::DocumentId& document, bool read) override;
    Result<std::vector<desk::AttentionRow>> attention() override;
    Done tryAgain(const domain::CommandId& command) override { return dismiss(command); }
    Done dismiss(const domain::CommandId& command) override;

private:
    FakeOffice& m_office;
};

class FakeReader final : public desk::DocumentReader, public desk::DocumentFinder
{
public:
    explicit FakeReader(FakeOffice& office) : m_office(office) {}

    Result<desk::DocumentView> read(const domain::DocumentId& id) override { return m_office.view(id); }
    Result<domain::DocumentId> byNumber(const QString& text) override;
    Done fetchHistory(const domain::DocumentId&, std::stop_token) override { return {}; }
    Result<std::vector<desk::DocumentRow>> find(const QString& text, int limit, std::stop_token stop) override;

private:
    FakeOffice& m_office;
};

class FakeDirectory final : public desk::Directory
{
public:
    explicit FakeDirectory(FakeOffice& office) : m_office(office) {}

    std::shared_ptr<const domain::Organisation> organisation() const override;
    std::vector<desk::ChargeTarget> suggest(const QString& letters, int limit) const override;
    void noteChosen(const desk::ChargeTarget& target) override { chosen.push_back(target.label); }
    Result<std::vector<QString>> suggestParties(const QString& letters, int limit) const override;

    QStringList chosen;

private:
    FakeOffice& m_office;
};

class FakeRegistrar final : public desk::Registrar
{
public:
    explicit FakeRegistrar(FakeOffice& office) : m_office(office) {}

    Result<std::vector<desk::RegistrationConcern>> check(const desk::RegistrationForm& form) override;
    Result<desk::RegistrationOutcome> registerDocument(const desk::RegistrationForm& form) override;
    Result<domain::DocumentId> startDraft(const desk::RegistrationForm& form) override;
    Done correct(const domain::DocumentId& document, const QString& field, const QString& value,
                 const QString& reason) override;
    Done cancelNumber(const domain::DocumentId& document, const QString& reason) override;
    Done addFile(const domain::DocumentId& document, std::optional<domain::ItemId> item,
                 const desk::FormFile& file) override;
    Result<desk::PaperLabel> label(const domain::DocumentId& document) override;
    Result<desk::RegistrationOutcome> outcome(const domain::DocumentId& document) override;

private:
    std::vector<domain::NewItem> itemsOf(const desk::RegistrationForm& form);

    FakeOffice& m_office;
};

class FakeHandler final : public desk::Handler, public desk::Approver
{
public:
    explicit FakeHandler(FakeOffice& office) : m_office(office) {}

    Result<domain::CommandId> charge(const domain::DocumentId& id, const desk::FormCharge& charge) override;
    Result<domain::CommandId> takeOver(const domain::DocumentId& id, const domain::ChargeId& charge) override;
    Result<domain::CommandId> returnCharge(const domain::DocumentId& id, const domain::ChargeId& charge,
                                           const QString& reason) override;
    Result<domain::CommandId> complete(const domain::DocumentId& id, const domain::ChargeId& charge,
                                       const QString& reason, std::optional<domain::DocumentId> answer) override;
    Result<domain::CommandId> addNote(const domain::DocumentId& id, const QString& text) override;
    Result<domain::CommandId> setAccess(const domain::DocumentId& id, const domain::Access& access) override;
    Done undo(const domain::CommandId& command) override { return m_office.undo(command); }
    Done submit(const domain::DocumentId& id, const std::vector<desk::ChainStep>& chain) override;
    Result<domain::CommandId> approve(const domain::DocumentId& id) override;
    Result<domain::CommandId> approveWithObjection(const domain::DocumentId& id, const QString& reason) override;
    Result<domain::CommandId> sendBack(const domain::DocumentId& id, const QString& reason) override;
    Done withdraw(const domain::DocumentId& id) override;

private:
    Result<domain::StepId> stepOf(const domain::DocumentId& id) const;

    FakeOffice& m_office;
};

} // namespace diakinisi::fakes
