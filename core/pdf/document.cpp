#include "pdf/document.h"

#include "pdf/document_state.h"
#include "pdf/repair.h"

#include <QIODevice>

#include <algorithm>

namespace diakinisi::pdf {

namespace {

tl::unexpected<Error> broken(const char* why)
{
    return fail(ErrorCode::PdfBroken, {}, QString::fromLatin1(why));
}

} // namespace

Document::Document(std::unique_ptr<State> state) : m_state(std::move(state)) {}
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

void Document::State::mergeEntries()
{
    entries.clear();
    for (const XrefSection& section : chain.sections)
        entries.insert(entries.end(), section.entries.begin(), section.entries.end());
    std::stable_sort(entries.begin(), entries.end(),
                     [](const XrefEntry& a, const XrefEntry& b) { return a.number < b.number; });
    const auto same = [](const XrefEntry& a, const XrefEntry& b) { return a.number == b.number; };
    entries.erase(std::unique(entries.begin(), entries.end(), same), entries.end());
    entries.shrink_to_fit();
}

Result<Document> Document::open(QIODevice& device, std::int64_t length, Damaged damaged)
{
    const std::int64_t size = length < 0 ? device.size() : std::min<std::int64_t>(length, device.size());
    const ByteSource source(device, size);
    const Result<QByteArray> head = source.read(0, 1024);
    if (!head)
        return fail(head.error());
    const std::int64_t shift = head->indexOf("%PDF-");
    if (shift < 0)
        return fail(ErrorCode::NotPdf);
    const QString version = QString::fromLatin1(head->mid(shift + 5, 3));
    // Some makers count from the file's first byte in spite of what stands before the header.
    std::optional<Error> first;
    for (const std::int64_t each : {shift, std::int64_t{0}}) {
        Result<XrefChain> chain = readXrefChain(source, each);
        Result<Document> document = chain ? fromChain(source, each, version, std::move(*chain)) : fail(chain.error());
        if (document)
            return document;
        first = first.value_or(document.error());
        if (shift == 0)
            break;
    }
    if (damaged == Damaged::Refuse || first->code != ErrorCode::PdfBroken)
        return fail(*first);
    return fromScan(source, shift, version);
}

Result<Document> Document::fromChain(const ByteSource& source, std::int64_t shift, const QString& version,
                                     XrefChain chain)
{
    auto state = std::make_unique<State>(source);
    state->shift = shift;
    state->version = version;
    state->chain = std::move(chain);
    state->mergeEntries();
    Document document(std::move(state));
    document.openSecurity();
    if (const Done good = document.checkCatalog(); !good)
        return fail(good.error());
    return document;
}

Result<Document> Document::fromScan(const ByteSource& source, std::int64_t shift, const QString& version)
{
    Result<FoundObjects> found = findObjects(source, shift);
    if (!found)
        return fail(found.error());
    auto state = std::make_unique<State>(source);
    state->shift = shift;
    state->version = version;
    state->repaired = true;
    state->chain = std::move(found->chain);
    state->mergeEntries();
    Document document(std::move(state));
    document.openSecurity();
    if (document.readable())
        document.addFromObjectStreams(found->objectStreams);
    if (const Done good = document.checkCatalog(); !good)
        return fail(good.error());
    return document;
}

/// Of an object that stands in two places the one counts whose bytes come later in the file.
void Document::addFromObjectStreams(const std::vector<Ref>& streams)
{
    std::vector<XrefEntry> added;
    for (const Ref& ref : streams) {
        const std::optional<XrefEntry> own = entry(ref.number);
        if (!own || own->kind != XrefEntry::Kind::InFile || m_state->isExhausted())
            continue;
        const auto stream = m_state->objectStream(*this, ref.number);
        for (std::size_t i = 0; stream && i < (*stream)->objects.size(); ++i) {
            const std::int32_t number = (*stream)->objects[i].first;
            const std::optional<XrefEntry> other = entry(number);
            if (!other || other->where < own->where)
                added.push_back({number, XrefEntry::Kind::InStream, ref.number, static_cast<std::int32_t>(i)});
        }
        if (added.size() > 2'000'000)
            break;
    }
    std::reverse(added.begin(), added.end());
    auto& entries = m_state->chain.sections.front().entries;
    entries.insert(entries.begin(), added.begin(), added.end());
    m_state->mergeEntries();
    m_state->objects.clear();
}

void Document::openSecurity()
{
    const Value slot = trailer()["Encrypt"];
    if (slot.isNull())
        return;
    if (slot.ref())
        m_state->securityObject = slot.ref()->number;
    const Array id = get(trailer(), "ID").array();
    const Text* first = id.empty() ? nullptr : id.front().text();
    Result<Security> security = Security::open(resolve(slot).dict(), first ? first->bytes : QByteArray());
    if (security)
        m_state->security = std::move(*security);
    else
        m_state->locked = security.error();
    m_state->objects.clear();
    m_state->streams.clear();
}

Done Document::checkCatalog()
{
    if (!trailer()["Root"].ref())
        return broken("the trailer names no catalog");
    if (!readable())
        return {};
    const Dict catalog = this->catalog();
    if (catalog.isEmpty())
        return broken("the catalog is not there");
    if (get(catalog, "Pages").dict().isEmpty())
        return broken("the page tree is not there");
    const QByteArray newer = catalog["Version"].name();
    if (newer.size() == 3 && QString::fromLatin1(newer) > m_state->version)
        m_state->version = QString::fromLatin1(newer);
    return {};
}

Done Document::readable() const
{
    if (m_state->locked)
        return fail(*m_state->locked);
    return {};
}

const Security* Document::security() const
{
    return m_state->security ? &*m_state->security : nullptr;
}

bool Document::isRepaired() const
{
    return m_state->repaired;
}

std::int64_t Document::length() const
{
    return m_state->source.size();
}
const ByteSource& Document::source() const
{
    return m_state->source;
}
QString Document::version() const
{
    return m_state->version;
}
bool Document::isEncrypted() const
{
    return !trailer()["Encrypt"].isNull();
}
const Dict& Document::trailer() const
{
    return m_state->chain.sections.front().trailer;
}
const std::vector<XrefSection>& Document::sections() const
{
    return m_state->chain.sections;
}
std::int64_t Document::startXref() const
{
    return m_state->chain.startXref;
}
std::int64_t Document::headerShift() const
{
    return m_state->shift;
}

std::int32_t Document::nextNumber() const
{
    std::int64_t next = m_state->entries.empty() ? 1 : m_state->entries.back().number + std::int64_t{1};
    for (const XrefSection& section : m_state->chain.sections)
        next = std::max(next, std::min<std::int64_t>(section.trailer["Size"].integer(), 0x7f000000));
    return static_cast<std::int32_t>(std::min<std::int64_t>(next, 0x7fffff00));
}

const std::vector<XrefEntry>& Document::entries() const
{
    return m_state->entries;
}

std::optional<XrefEntry> Document::entry(std::int32_t number) const
{
    const auto& entries = m_state->entries;
    const auto found = std::lower_bound(entries.begin(), entries.end(), number,
                                        [](const XrefEntry& e, std::int32_t n) { return e.number < n; });
    if (found == entries.end() || found->number != number)
        return std::nullopt;
    return *found;
}

} // namespace diakinisi::pdf
