#pragma once
#include "base/clock.h"
#include "base/ids.h"
#include "base/random.h"
#include "desk/desk_files.h"
#include "desk/form_drafts.h"
#include "desk/rows.h"
#include "desk/signer.h"
#include "desk/signing_doctor.h"
#include "domain/apply.h"
#include "domain/decide.h"

#include <QHash>

#include <deque>
#include <mutex>
#include <set>

namespace diakinisi::fakes {

/// A page as text with places: drawn by fake_pages, so pictures and words agree.
struct FakeFile {
    QStringList pages; ///< HTML, one a page
    QString name;
    bool here = true;
    std::vector<signing::SignatureVerdict> signatures{};
};

/// Desk, server and organisation in one, in memory: commands go through the real decide and apply, so what a window can
/// do here it can do on a real desk. Thread-safe; `changed` is called after each act, in the thread that acted.
class FakeOffice
{
public:
    explicit FakeOffice(const Clock& clock);

    domain::Organisation organisation;
    domain::PersonId me;
    bool serverAnswers = true; ///< else numbers wait
    std::function<void(const domain::DocumentId&)> changed;

    domain::UnitId addUnit(const QString& code, const QString& name, domain::UnitKind kind,
                           std::optional<domain::UnitId> parent = {});
    domain::PersonId addPerson(const QString& login, const QString& name, const QString& title,
                               std::vector<domain::RoleAssignment> roles);
    domain::FileRef addFile(FakeFile file);

    /// Carries out one act as somebody at some time; the ids of what came of it.
    Result<domain::CommandId> act(const domain::PersonId& who, const domain::DocumentId& document,
                                  domain::CommandBody body, std::optional<Instant> at = {});
    domain::DocumentId newDocument() { return m_ids.make<domain::DocumentId>(); }
    template <class IdType>
    IdType newId()
    {
        return m_ids.make<IdType>();
    }

    /// Takes the last act back to what the document was before; StateChanged once something else happened.
    Done undo(const domain::CommandId& command);
    /// Gives the numbers that wait.
    void connectServer();

    std::optional<domain::Document> document(const domain::DocumentId& id) const;
    Result<desk::DocumentView> view(const domain::DocumentId& id) const;
    desk::DocumentRow rowOf(const domain::Document& document) const;
    std::vector<desk::DocumentRow> rows(const desk::ListQuery& query) const;
    bool isIn(desk::ListKind list, const domain::Document& document) const;
    std::vector<domain::DocumentId> all() const;

    Instant now() const { return m_clock.now(); }
    std::mutex& mutex() const { return m_mutex; }

    std::map<Sha256, FakeFile> files;
    std::set<domain::DocumentId> read;
    std::set<Sha256> seen;
    std::vector<desk::AttentionRow> attention;
    std::vector<desk::FormDraft> drafts;
    std::vector<desk::KeyChoice> keys;
    std::vector<desk::Finding> findings; ///< of the signing doctor
    std::vector<desk::OwedSignature> owed;
    QString pin = QStringLiteral("1234");
    std::map<domain::DocumentId, Error> signingProblems;

private:
    struct Kept {
        domain::Document document;
        std::vector<desk::HistoryRow> history;
    };
    class Numbers;

    QString nameOf(const std::optional<domain::PersonId>& person) const;
    desk::HistoryRow historyOf(const domain::Event& event) const;
    domain::LegalTime legalTimeOf(Instant at) const;

    const Clock& m_clock;
    SystemRandom m_random;
    IdSource m_ids;
    qint64 m_lastNumber = 0;
    std::map<domain::DocumentId, Kept> m_documents;
    std::map<domain::CommandId, std::pair<domain::DocumentId, Kept>> m_undo;
    mutable std::mutex m_mutex;
};

/// A good signature of this person, over the whole file.
signing::SignatureVerdict fakeVerdict(const QString& signer, Instant at);

/// Words without accents in lower case, for the filters of lists.
QString plain(const QString& text);

} // namespace diakinisi::fakes
