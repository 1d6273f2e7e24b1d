#include "server/check.h"

#include "domain/apply.h"
#include "ledger/chain.h"
#include "server/office/stored_json.h"
#include "server/server_core.h"
#include "wire/document_json.h"
#include "wire/event_json.h"
#include "wire/organisation_json.h"

namespace diakinisi::server {
namespace {

constexpr qint64 pageSize = 1'000;

QJsonObject parsed(const QByteArray& bytes)
{
    return storedObject(bytes).value_or(QJsonObject());
}

/// The check of one store; each step adds what it finds.
class Inspection
{
public:
    Inspection(LedgerView& view, CheckReport& report) : m_view(view), m_report(report) {}

    Done chain();
    Done documents();
    Done organisation();
    Done books();
    Done files(const FileStore& files);

private:
    void found(const QString& what) { m_report.findings << what; }
    void checkState(const domain::DocumentId& id, const StoredDocument& stored);
    Result<domain::Document> folded(const StoredDocument& stored);
    Done checkBook(const BookState& book);

    LedgerView& m_view;
    CheckReport& m_report;
};

Done Inspection::chain()
{
    const auto head = m_view.head();
    if (!head)
        return fail(head.error());
    ledger::ChainVerifier verifier({head->ledger, 1, 0, {}});
    for (;;) {
        const auto records = m_view.records(verifier.position().seq + 1, pageSize);
        if (!records)
            return fail(records.error());
        if (records->empty())
            return {};
        for (const StoredRecord& stored : *records) {
            const auto record = ledger::recordFromJson(parsed(stored.bytes));
            const Done fits = record ? verifier.next(record->envelope) : Done(fail(record.error()));
            if (!fits) {
                found(QStringLiteral("event %1: %2 %3")
                          .arg(QString::number(stored.position), errorWord(fits.error().code), fits.error().cause));
                return {}; // what follows hangs on it
            }
            ++m_report.events;
        }
    }
}

Result<domain::Document> Inspection::folded(const StoredDocument& stored)
{
    domain::Document document;
    qint64 after = 0;
    for (;;) {
        const auto records = m_view.history(stored.key, after, pageSize);
        if (!records)
            return fail(records.error());
        if (records->empty())
            return document;
        for (const StoredRecord& each : *records) {
            const auto record = ledger::recordFromJson(parsed(each.bytes));
            if (!record)
                return fail(record.error());
            domain::apply(document, wire::eventOf(*record));
            after = each.position;
        }
    }
}

void Inspection::checkState(const domain::DocumentId& id, const StoredDocument& stored)
{
    const QString name = QStringLiteral("document ") + id.toString();
    const auto fresh = folded(stored);
    if (!fresh)
        return found(name + QStringLiteral(": its events cannot be read"));
    if (wire::toJson(*fresh) != parsed(stored.state))
        found(name + QStringLiteral(": its state is not what its events say"));
    const auto grants = m_view.openGrants(stored.key);
    if (!grants || *grants != domain::grantsOf(*fresh))
        found(name + QStringLiteral(": its grants are not what its events say"));
    ++m_report.documents;
}

Done Inspection::documents()
{
    qint64 after = 0;
    for (;;) {
        const auto page = m_view.documentsAfter(after, pageSize);
        if (!page)
            return fail(page.error());
        if (page->empty())
            return {};
        for (const auto& [id, stored] : *page) {
            if (id != domain::organisationDocument())
                checkState(id, stored);
            after = stored.key;
        }
    }
}

Done Inspection::organisation()
{
    const auto stored = m_view.organisation();
    if (!stored)
        return fail(stored.error());
    const auto row = m_view.document(domain::organisationDocument());
    if (!row)
        return fail(row.error());
    if (!*row) {
        found(QStringLiteral("there is no organisation"));
        return {};
    }
    domain::Organisation organisation;
    qint64 after = 0;
    for (;;) {
        const auto records = m_view.history((*row)->key, after, pageSize);
        if (!records)
            return fail(records.error());
        if (records->empty())
            break;
        for (const StoredRecord& each : *records) {
            if (const auto record = ledger::recordFromJson(parsed(each.bytes)))
                domain::apply(organisation, wire::eventOf(*record));
            after = each.position;
        }
    }
    if (wire::toJson(organisation) != parsed(stored->second))
        found(QStringLiteral("the organisation is not what its events say"));
    return {};
}

Done Inspection::checkBook(const BookState& book)
{
    const QString name = QStringLiteral("book %1/%2").arg(book.series, QString::number(book.year));
    qint64 number = 0;
    Instant before;
    for (;;) {
        const auto page = m_view.bookDocuments(book, number, pageSize);
        if (!page)
            return fail(page.error());
        if (page->empty())
            break;
        for (const domain::DocumentId& id : *page) {
            ++number;
            const auto row = m_view.document(id);
            const auto document = row && *row ? wire::documentFromJson(parsed((*row)->state))
                                              : Result<domain::Document>(fail(ErrorCode::NotFound));
            const domain::RegisterNumber due{book.series, book.year, number};
            if (!document || document->registration.number != due || !document->registration.legalTime) {
                found(name + QStringLiteral(": number %1 is not accounted for").arg(number));
                return {};
            }
            const Instant at = document->registration.legalTime->at;
            if (at < before)
                found(name + QStringLiteral(": number %1 is earlier than the one before").arg(number));
            before = at;
        }
    }
    m_report.numbers += number;
    if (number != book.last)
        found(name + QStringLiteral(": %1 rows, but %2 numbers given").arg(number).arg(book.last));
    return {};
}

Done Inspection::books()
{
    const auto books = m_view.books();
    if (!books)
        return fail(books.error());
    for (const BookState& book : *books)
        if (const Done done = checkBook(book); !done)
            return done;
    return {};
}

Done Inspection::files(const FileStore& files)
{
    Sha256 after;
    for (;;) {
        const auto page = m_view.filesAfter(after, pageSize);
        if (!page)
            return fail(page.error());
        if (page->empty())
            return {};
        for (const StoredFile& each : *page) {
            QFile file(files.path(each.digest));
            const bool readable = file.open(QIODevice::ReadOnly);
            const auto digest = readable ? digestOf(file) : Result<Sha256>(fail(ErrorCode::FileUnreadable));
            if (!digest || *digest != each.digest || file.size() != each.size)
                found(QStringLiteral("file %1 is missing or changed").arg(each.digest.hex()));
            ++m_report.files;
            after = each.digest;
        }
    }
}

Done inspect(ServerCore& core, const CheckOptions& options, CheckReport& report)
{
    for (const Done& sound :
         {core.store().checkIntegrity(), core.accounts().checkIntegrity(), core.accessLog().checkIntegrity()})
        if (!sound)
            report.findings << sound.error().cause;
    const auto view = core.store().view();
    if (!view)
        return fail(view.error());
    Inspection inspection(**view, report);
    for (auto step : {&Inspection::chain, &Inspection::documents, &Inspection::organisation, &Inspection::books})
        if (const Done done = (inspection.*step)(); !done)
            return done;
    return options.files ? inspection.files(core.files()) : Done();
}

} // namespace

Result<CheckReport> checkServer(const Settings& settings, const CheckOptions& options, Log& log)
{
    auto core = ServerCore::open(settings, log);
    if (!core)
        return fail(core.error());
    CheckReport report;
    if (const Done done = inspect(**core, options, report); !done)
        return fail(done.error());
    return report;
}

} // namespace diakinisi::server
