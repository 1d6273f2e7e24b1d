#include "desk/owed_timestamps.h"

#include "signing/pades/raise_pdf.h"
#include "wire/json_reader.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace diakinisi::desk {

using namespace domain;

namespace {

const QString storedUnder = QStringLiteral("owed-timestamps");

/// No later try can mend it.
bool isFinal(ErrorCode code)
{
    return code == ErrorCode::SignatureBroken || code == ErrorCode::CertificateRevoked || code == ErrorCode::NotPdf ||
           code == ErrorCode::PdfBroken || code == ErrorCode::PdfEncrypted;
}

} // namespace

/// With the mutex held.
std::vector<OwedTimestamps::Owed> OwedTimestamps::read() const
{
    const auto stored = m_parts.store->memory().value(storedUnder);
    const auto json = stored && *stored ? wire::readJsonObject(**stored) : fail(ErrorCode::NotFound);
    std::vector<Owed> list;
    if (!json)
        return list;
    for (const QJsonValue& each : json->value(u"owed").toArray()) {
        const auto document = DocumentId::fromString(each[u"document"].toString());
        const auto rendition = Sha256::fromHex(each[u"rendition"].toString());
        if (document && rendition)
            list.push_back({*document, *rendition, Instant{each[u"since"].toInteger()}});
    }
    return list;
}

/// With the mutex held.
void OwedTimestamps::write(const std::vector<Owed>& list)
{
    QJsonArray array;
    for (const Owed& owed : list)
        array += QJsonObject{{QStringLiteral("document"), owed.document.toString()},
                             {QStringLiteral("rendition"), owed.rendition.hex()},
                             {QStringLiteral("since"), static_cast<qint64>(owed.since.milliseconds)}};
    const QByteArray bytes = QJsonDocument(QJsonObject{{QStringLiteral("owed"), array}}).toJson(QJsonDocument::Compact);
    static_cast<void>(m_parts.store->memory().setValue(storedUnder, bytes)); // the document itself shows its level
}

std::vector<OwedTimestamps::Owed> OwedTimestamps::all() const
{
    const std::lock_guard lock(m_mutex);
    return read();
}

std::optional<Error> OwedTimestamps::problemOf(const Sha256& rendition) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_problems.find(rendition);
    return found == m_problems.end() ? std::nullopt : found->second;
}

void OwedTimestamps::begin()
{
    const std::lock_guard lock(m_mutex);
    if (!read().empty())
        start();
}

void OwedTimestamps::end()
{
    std::jthread last;
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        last = std::move(m_thread);
    }
}

Done OwedTimestamps::add(const DocumentId& document, const Sha256& rendition, const std::function<Done()>& act)
{
    const Owed owed{document, rendition, m_parts.officialNow()};
    {
        const std::lock_guard lock(m_mutex);
        std::vector<Owed> list = read();
        list.push_back(owed);
        write(list);
        m_underWay.insert(rendition);
    }
    const Done done = act();
    const std::lock_guard lock(m_mutex);
    m_underWay.erase(rendition);
    if (done)
        start();
    else
        drop(owed);
    m_parts.owedChanged();
    return done;
}

/// With the mutex held.
void OwedTimestamps::drop(const Owed& owed)
{
    std::vector<Owed> now = read();
    std::erase(now, owed);
    m_problems.erase(owed.rendition);
    write(now);
}

void OwedTimestamps::tryNow(const std::stop_token& stop)
{
    m_parts.authorities.forPolicy(m_parts.organisation()->policy)->timestamps.forgive();
    tryAll(stop);
}

/// With the mutex held.
void OwedTimestamps::start()
{
    if (m_running || m_ended)
        return;
    m_running = true;
    m_thread = std::jthread([this](const std::stop_token& stop) { loop(stop); });
}

void OwedTimestamps::loop(const std::stop_token& stop)
{
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_wake.wait_for(lock, stop, m_parts.settings.owedPause, [] { return false; });
        if (stop.stop_requested() || read().empty()) {
            m_running = false;
            return;
        }
        lock.unlock();
        tryAll(stop);
    }
}

void OwedTimestamps::tryAll(const std::stop_token& stop)
{
    const std::lock_guard one(m_trying);
    for (const Owed& owed : all()) {
        if (stop.stop_requested() || !settled(owed, stop))
            continue;
        const std::lock_guard lock(m_mutex);
        drop(owed);
        m_parts.owedChanged();
    }
}

void OwedTimestamps::noteProblem(const Sha256& rendition, const Error& problem)
{
    const std::lock_guard lock(m_mutex);
    std::optional<Error>& known = m_problems[rendition];
    const bool another = !known || known->code != problem.code || known->subject != problem.subject;
    known = problem;
    if (another)
        m_parts.owedChanged();
}

bool OwedTimestamps::settled(const Owed& owed, const std::stop_token& stop)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_underWay.contains(owed.rendition))
            return false;
    }
    const auto state = m_parts.store->views().document(owed.document);
    const auto waiting = m_parts.store->views().waiting(owed.document);
    if (!state || !waiting || !waiting->empty())
        return false; // the signature itself is still on its way
    const Item* main = state->document.mainItem();
    if (!main || main->newest().newest().file.digest != owed.rendition)
        return true; // somebody signed over it, or it was not accepted
    if (state->document.route.state == RouteState::Open)
        return false; // others may still sign: theirs comes first
    const FileRef former = main->newest().newest().file;
    auto bytes = raised(owed.rendition, stop);
    if (!bytes) {
        noteProblem(owed.rendition, bytes.error());
        return isFinal(bytes.error().code);
    }
    if (!*bytes)
        return true;
    QBuffer buffer(&**bytes);
    buffer.open(QIODevice::ReadOnly);
    auto file = m_parts.store->files().put(buffer, former.mediaType, former.name);
    if (!file)
        return false;
    const NewRendition rendition{std::move(*file), RenditionRole::Timestamped, owed.rendition};
    return m_parts.act(owed.document, AddRendition{main->id, rendition}).has_value();
}

Result<std::optional<QByteArray>> OwedTimestamps::raised(const Sha256& rendition, const std::stop_token& stop)
{
    const auto set = m_parts.authorities.forPolicy(m_parts.organisation()->policy);
    if (set->level == signing::Level::BB)
        return std::nullopt; // policy wants it no more
    const auto from = m_parts.store->files().open(rendition);
    if (!from)
        return fail(from.error());
    QBuffer to;
    to.open(QIODevice::ReadWrite);
    Progress quiet;
    const auto done = signing::raisePdf(**from, to, {set->level, set->all(), m_parts.officialNow()}, stop, quiet);
    if (!done)
        return fail(done.error());
    if (done->timestamps == 0 && !done->longTermData)
        return std::nullopt;
    return to.data();
}

} // namespace diakinisi::desk
