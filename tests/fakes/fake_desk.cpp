#include "tests/fakes/fake_desk_parts.h"

#include "desk/suggestion_rule.h"

#include <QPointer>

namespace diakinisi::fakes {

using namespace domain;

FakeDesk::FakeDesk(std::shared_ptr<FakeOffice> office)
    : m_office(std::move(office)),
      m_session(*m_office),
      m_lists(*m_office),
      m_reader(*m_office),
      m_directory(*m_office),
      m_registrar(*m_office),
      m_handler(*m_office),
      m_signer(*m_office),
      m_signingDoctor(*m_office),
      m_drafts(*m_office),
      m_files(*m_office),
      m_suggestions(*m_office),
      m_scanning(*m_office)
{
    m_status.state = desk::SyncStatus::State::Synced;
    m_status.lastSynced = m_office->now();
    m_office->changed = [self = QPointer(this)](const DocumentId& id) {
        postToMainThread([self, id] {
            if (!self)
                return;
            Q_EMIT self->documentsChanged({id});
            Q_EMIT self->listsChanged();
        });
    };
}

FakeDesk::~FakeDesk()
{
    m_office->changed = nullptr;
}

Result<desk::SuggestionSet> FakeSuggestions::suggest(const desk::SuggestionQuery& query)
{
    std::vector<desk::PastDocument> past;
    for (const DocumentId& id : m_office.all())
        if (const auto document = m_office.document(id); document && document->registration.number)
            past.push_back(desk::pastOf(*document));
    return desk::suggestFrom(query, past);
}

void FakeDesk::setStatus(const desk::SyncStatus& status)
{
    m_status = status;
    Q_EMIT syncStatusChanged();
}

Result<desk::ServerIdentity> FakeSession::lookAtServer(std::stop_token)
{
    if (!reachable)
        return fail(ErrorCode::ServerUnreachable, {}, QStringLiteral("connection refused"));
    desk::ServerIdentity server;
    server.organisation = m_office.organisation.name;
    server.trusted = trusted;
    server.version = QStringLiteral("0.1.0");
    QStringList pairs;
    for (const char byte : Sha256::of("a certificate authority").raw())
        pairs << QStringLiteral("%1").arg(static_cast<uchar>(byte), 2, 16, QLatin1Char('0')).toUpper();
    server.caFingerprint = pairs.join(u':');
    return server;
}

Done FakeSession::trustServer(const desk::ServerIdentity&)
{
    trusted = true;
    return {};
}

Done FakeSession::signIn(const QString& login, const Secret& typed, std::stop_token)
{
    if (!reachable)
        return fail(ErrorCode::ServerUnreachable);
    const Person* person = m_office.organisation.personByLogin(login);
    if (!person || typed.view() != password.toUtf8())
        return fail(ErrorCode::SignInFailed);
    m_office.me = person->id;
    isSignedIn = true;
    return {};
}

Done FakeSession::resume()
{
    if (!isSignedIn)
        return fail(ErrorCode::SessionExpired);
    return {};
}

Done FakeSession::signOut(std::stop_token)
{
    isSignedIn = false;
    return {};
}

QString FakeSession::login() const
{
    const Person* person = m_office.organisation.person(m_office.me);
    return person ? person->login : QString();
}

Result<desk::ListCounts> FakeLists::counts()
{
    using desk::ListKind;
    desk::ListCounts counts;
    for (const auto kind : {ListKind::ForAction, ListKind::ForApproval, ListKind::ForInformation, ListKind::Unassigned,
                            ListKind::Book, ListKind::Drafts, ListKind::Outgoing}) {
        desk::ListQuery query;
        query.kind = kind;
        query.limit = 100'000;
        for (const desk::DocumentRow& row : m_office.rows(query)) {
            ++counts.of[kind].all;
            counts.of[kind].unread += row.unread && kind != ListKind::Book && kind != ListKind::Outgoing ? 1 : 0;
        }
    }
    counts.of[ListKind::NeedsYou].all = static_cast<int>(m_office.attention.size());
    return counts;
}

Result<std::vector<desk::DocumentRow>> FakeLists::rows(const QVector<DocumentId>& ids)
{
    std::vector<desk::DocumentRow> rows;
    for (const DocumentId& id : ids)
        if (const auto view = m_office.view(id))
            rows.push_back(view->row);
    return rows;
}

Done FakeLists::markRead(const DocumentId& document, bool read)
{
    {
        const std::lock_guard lock(m_office.mutex());
        const bool same = m_office.read.contains(document) == read;
        if (same)
            return {};
        if (read)
            m_office.read.insert(document);
        else
            m_office.read.erase(document);
    }
    if (m_office.changed)
        m_office.changed(document);
    return {};
}

Result<std::vector<desk::AttentionRow>> FakeLists::attention()
{
    const std::lock_guard lock(m_office.mutex());
    return m_office.attention;
}

Done FakeLists::dismiss(const CommandId& command)
{
    const std::lock_guard lock(m_office.mutex());
    std::erase_if(m_office.attention, [&](const auto& row) { return row.command == command; });
    return {};
}

Result<DocumentId> FakeReader::byNumber(const QString& text)
{
    for (const DocumentId& id : m_office.all()) {
        const auto document = m_office.document(id);
        const auto& number = document->registration.number;
        if (number && (display(*number) == text || QString::number(number->number) == text))
            return id;
    }
    return fail(ErrorCode::NotFound, text);
}

Result<std::vector<desk::DocumentRow>> FakeReader::find(const QString& text, int limit, std::stop_token)
{
    desk::ListQuery query;
    query.kind = desk::ListKind::Book;
    query.text = text;
    query.limit = limit;
    return m_office.rows(query);
}

std::shared_ptr<const Organisation> FakeDirectory::organisation() const
{
    return std::make_shared<const Organisation>(m_office.organisation);
}

std::vector<desk::ChargeTarget> FakeDirectory::suggest(const QString& letters, int limit) const
{
    const QString begun = plain(letters);
    std::vector<desk::ChargeTarget> targets;
    const auto fits = [&](const QString& text) {
        const QString folded = plain(text);
        return folded.startsWith(begun) || folded.contains(u' ' + begun);
    };
    for (const Unit& unit : m_office.organisation.units)
        if (fits(unit.code + u' ' + unit.name))
            targets.push_back({unit.id, {}, unit.code + u' ' + unit.name, {}});
    for (const Person& person : m_office.organisation.persons)
        if (fits(person.name))
            targets.push_back({{}, person.id, person.name + QStringLiteral(", ") + person.title, {}});
    std::stable_partition(targets.begin(), targets.end(),
                          [this](const auto& target) { return chosen.contains(target.label); });
    targets.resize(std::min(targets.size(), static_cast<std::size_t>(limit)));
    return targets;
}

Result<std::vector<QString>> FakeDirectory::suggestParties(const QString& letters, int limit) const
{
    std::map<QString, int> names;
    for (const DocumentId& id : m_office.all()) {
        const auto document = m_office.document(id);
        for (const Party& party : document->particulars.parties)
            if (plain(party.name).contains(plain(letters)))
                ++names[party.name];
    }
    std::vector<QString> offered;
    for (const auto& [name, count] : names)
        if (static_cast<int>(offered.size()) < limit)
            offered.push_back(name);
    return offered;
}

} // namespace diakinisi::fakes
