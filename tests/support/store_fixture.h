#pragma once
#include "storage/desk_store.h"
#include "tests/fakes/fake_random.h"
#include "tests/fakes/manual_clock.h"
#include "tests/support/domain_fixture.h"

#include <QTemporaryDir>

#include <map>
#include <set>

namespace diakinisi::test {

/// The value; the test ends with the error when there is none.
template <class T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s: %s: %s", qPrintable(errorWord(result.error().code)), qPrintable(result.error().subject),
               qPrintable(result.error().cause));
    return std::move(*result);
}

/// The server's side as far as a store can tell: decides with authority, gives numbers, seals records, answers as the
/// wire does. Speaks for the same Office.
class SmallServer
{
public:
    explicit SmallServer(Office& office) : m_office(office) {}

    /// Every command by itself, groups all or nothing; one that was answered before is repeated.
    std::vector<wire::CommandResult> answer(const std::vector<domain::Command>& commands, const domain::PersonId& by);
    wire::CommandResult answer(const domain::Command& command, const domain::PersonId& by);
    /// An act that must succeed; gives its records.
    std::vector<ledger::Record> act(const domain::DocumentId& document, const domain::PersonId& by,
                                    domain::CommandBody body);

    static wire::FeedItem event(const ledger::Record& record);
    /// The document as it is now; stands at the newest event.
    wire::FeedItem appeared(const domain::DocumentId& document) const;
    wire::FeedItem withdrawn(const domain::DocumentId& document) const;
    wire::FeedPage page(std::vector<wire::FeedItem> items, bool more = false);

    domain::Document& document(const domain::DocumentId& id) { return m_documents[id]; }
    bool has(const domain::DocumentId& id) const { return m_documents.contains(id); }
    std::map<domain::DocumentId, domain::Document>& documents() { return m_documents; }
    qint64 epoch = 1;
    qint64 seq = 0;

private:
    wire::CommandResult decideOne(const domain::Command& command, const domain::PersonId& by);
    ledger::Record recordOf(const domain::Command& command, const domain::PersonId& by, const domain::Decided& decided);

    Office& m_office;
    tests::SeededRandom m_random{1};
    domain::LedgerId m_ledger{QUuid(u"0d1a6b1e-0000-4000-8000-00000000000a")};
    std::map<domain::DocumentId, domain::Document> m_documents;
    std::map<domain::CommandId, wire::CommandResult> m_answers;
    Sha256 m_head;
    int m_pages = 0;
};

/// A desk's store in a folder of its own, bound to a person of the Office, with its directory.
class StoreFixture
{
public:
    /// In a temporary folder, or in one that may have been used before.
    explicit StoreFixture(domain::PersonId Office::*who = &Office::registry, const QString& folder = {});

    storage::DeskStore& operator*() const { return *m_store; }
    storage::DeskStore* operator->() const { return m_store.get(); }
    const domain::PersonId& person() const { return m_person; }
    QString folder() const { return m_given.isEmpty() ? m_folder.filePath(QStringLiteral("profile")) : m_given; }
    storage::StoreSettings settings();

    void close() { m_store.reset(); }
    void reopen();
    /// The organisation as the Office has it now.
    void bringDirectory();

    Done enqueue(const std::vector<domain::Command>& commands, Instant notBefore = {});
    /// Sends what is ready to the server and takes its answers, until nothing is ready.
    void synchronise();
    void take(std::vector<wire::FeedItem> items);
    domain::Command command(const domain::DocumentId& document, domain::CommandBody body);
    /// A group of register, charge to the staff unit and note, as a registry clerk makes it.
    std::vector<domain::Command> registration(const domain::DocumentId& document, const QString& subject);

    /// `count` documents by snapshot, as at a first synchronisation: three years of a registry, every sixteenth with an
    /// open charge, the rest done. Subjects are made of Greek words; each word of `words` below occurs.
    Done fill(int count);
    static QString subjectOf(int index);

    Office office;
    SmallServer server{office};
    tests::ManualClock clock;
    tests::SeededRandom random{42};
    storage::StoreNews lastNews;

private:
    QTemporaryDir m_folder;
    QString m_given;
    domain::PersonId m_person;
    qint64 m_directoryPosition = 0;
    std::unique_ptr<storage::DeskStore> m_store;
};

} // namespace diakinisi::test
