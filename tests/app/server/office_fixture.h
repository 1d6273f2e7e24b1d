#pragma once
#include "server/office/office.h"
#include "signing/validation/worker_signature_judge.h"
#include "tests/fakes/fake_random.h"
#include "tests/fakes/manual_clock.h"
#include "tests/support/domain_fixture.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace diakinisi::server {

/// The real office over a real SQLite ledger in a folder of its own, with the fixture's organisation, a clock that the
/// test moves, and no network. Blocking calls.
class OfficeFixture
{
public:
    /// The store in `folder`, or in one of its own that goes when this goes. `worker`: the program in which signatures
    /// are judged, ours when empty.
    explicit OfficeFixture(const QString& folder = {}, const QString& worker = {});
    ~OfficeFixture();

    /// As a restart of the program: everything is read again.
    void reopen();

    std::vector<Outcome> submit(const domain::PersonId& by, std::vector<domain::Command> commands);
    Outcome submit(const domain::PersonId& by, const domain::Command& command);
    domain::Command command(const domain::DocumentId& document, domain::CommandBody body);
    /// Registers a document with this file; its number, or 0 when it was refused.
    qint64 registerOne(const domain::PersonId& by, const domain::DocumentId& document,
                       const QByteArray& file = "the letter");
    domain::Document document(const domain::DocumentId& id);
    qint64 numberOf(const domain::DocumentId& id);
    /// All bytes come from this person.
    Done upload(const domain::PersonId& person, const QByteArray& bytes);

    /// One page, at once.
    Result<QJsonObject> feed(const domain::PersonId& person, const QString& cursor = {}, qint64 limit = 500);
    /// The rest of the feed, page by page; `cursor` is moved to its end.
    QJsonArray allItems(const domain::PersonId& person, QString& cursor, qint64 limit = 500);
    std::unique_ptr<LedgerView> view();

    template <class IdType>
    IdType newId()
    {
        return ids.make<IdType>();
    }
    domain::DocumentId newDocument() { return newId<domain::DocumentId>(); }

    test::Office town;
    tests::ManualClock clock;
    tests::SeededRandom random{20'261'123};
    IdSource ids{clock, random};
    Metrics metrics;
    std::unique_ptr<LedgerStore> store;
    std::unique_ptr<FileStore> files;
    WorkerPool judges;
    signing::WorkerSignatureJudge signatures{judges};
    std::unique_ptr<Office> office;

private:
    void open();
    void found();
    Actor actorOf(const domain::PersonId& person);

    QTemporaryDir m_temporary;
    QString m_folder;
    std::FILE* m_logFile;
    Log m_log;
    std::unique_ptr<Lane> m_work;
};

} // namespace diakinisi::server
