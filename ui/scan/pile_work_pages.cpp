#include "ui/scan/pile_work.h"

#include <algorithm>

// What happens to pages that have come: pictured, looked at, put together, read.
namespace diakinisi::ui {

namespace {

constexpr std::size_t mostAtOnce = 16; ///< pages recognised in one go: what was read is told after each

} // namespace

void PileWork::touched()
{
    m_told = false;
    m_keepSoon.start();
    Q_EMIT changed();
    lookOn();
    assemble();
    recogniseOn();
}

QImage PileWork::picture(const desk::ScannedPage& page)
{
    const Key key = keyOf(page);
    const auto known = m_pictures.find(key);
    if (known != m_pictures.end())
        return known->second;
    if (!m_picturing.insert(key).second)
        return {};
    m_jobs.run<Result<QImage>>(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), page](std::stop_token stop) {
            return scanning.picture(page, pictureSize, stop);
        },
        [this, page, key](const Result<QImage>& picture) {
            if (m_picturing.erase(key) == 0)
                return; // the table was cleared
            // What cannot be pictured stays a sheet; putting it together says why.
            m_pictures[key] = picture.value_or(QImage());
            Q_EMIT pictured(page);
        });
    return {};
}

/// One after the other, in the order in which they came: whether a page begins a document depends on those before it.
void PileWork::lookOn()
{
    if (m_looking.running() || m_toLook.empty())
        return;
    const desk::ScannedPage page = m_toLook.front();
    m_looking.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_pile, page](std::stop_token stop) {
            return scanning.look(pile, page, stop);
        },
        [this, page](const Result<desk::PageLook>& look) { looked(page, look); });
}

void PileWork::looked(const desk::ScannedPage& page, const Result<desk::PageLook>& look)
{
    m_toLook.pop_front();
    const bool changes = m_pages.take(page, look.value_or(desk::PageLook()));
    if (changes)
        touched();
    findLabel();
    lookOn();
    assemble();
    recogniseOn();
    tellSettled();
}

void PileWork::findLabel()
{
    const auto pages = document();
    const desk::PageLook* look = pages.empty() ? nullptr : m_pages.look(pages.front());
    if (!look || !look->label) {
        if (m_labelled) {
            m_labelled.reset();
            Q_EMIT changed();
        }
        return;
    }
    m_finding.start(
        m_context.desk.lanes().read,
        [&scanning = m_context.desk.scanning(), label = *look->label](std::stop_token) {
            return scanning.labelled(label);
        },
        [this](const Result<domain::DocumentId>& found) {
            m_labelled = found ? std::optional(*found) : std::nullopt;
            Q_EMIT changed();
        });
}

bool PileWork::isSettled() const
{
    return !m_scanning.running() && !m_taking.running() && m_toLook.empty() && !m_finding.running() &&
           (m_held || m_made == document());
}

void PileWork::hold(bool held)
{
    m_held = held;
    if (held) {
        m_assembling.cancel();
        m_made.clear();
    } else if (!m_pile.isNull()) {
        touched();
    }
}

void PileWork::tellSettled()
{
    if (!isSettled() || std::exchange(m_told, true))
        return;
    Q_EMIT settled();
}

/// The first document as a file, as far as it has come. Looking at its pages has prepared them, so it waits for that.
void PileWork::assemble()
{
    const auto pages = document();
    if (m_held || m_assembling.running() || !m_toLook.empty() || pages == m_made)
        return;
    if (!pages.empty())
        return makeFile(pages, false);
    m_made.clear();
    Q_EMIT emptied();
}

void PileWork::makeFile(const std::vector<desk::ScannedPage>& pages, bool again)
{
    m_withWords = again;
    m_assembling.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages](std::stop_token stop) {
            return scanning.assemble(pile, pages, stop);
        },
        [this, pages, again](const Result<domain::FileRef>& file) {
            m_made = pages; // a page that is no good is not tried again and again
            if (!file)
                Q_EMIT failed(file.error());
            else if (again)
                Q_EMIT renewed(*file);
            else
                Q_EMIT assembled(*file);
            assemble();
            tellSettled();
            recogniseOn();
        });
}

/// What of a document is still to be recognised: its first page alone, since the letter begins there, then the rest.
std::vector<desk::ScannedPage> PileWork::unread(const std::vector<desk::ScannedPage>& document) const
{
    std::vector<desk::ScannedPage> pages;
    for (const desk::ScannedPage& page : document)
        if (!m_recognised.contains(keyOf(page)) && pages.size() < mostAtOnce) {
            pages.push_back(page);
            if (page == document.front())
                break;
        }
    return pages;
}

void PileWork::recogniseOn()
{
    if (m_reading.running() || !m_toLook.empty())
        return;
    const auto documents = m_pages.documents();
    for (const auto& each : documents)
        if (const auto pages = unread(each); !pages.empty())
            return recognise(pages, each);
    // All is read: once more, now with the words under the pages.
    if (!documents.empty() && !m_held && !m_withWords && !m_assembling.running() && m_made == documents.front())
        makeFile(m_made, true);
}

void PileWork::recognise(const std::vector<desk::ScannedPage>& pages, const std::vector<desk::ScannedPage>& document)
{
    m_reading.start(
        m_context.desk.lanes().reading,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages,
         document](std::stop_token stop) -> Result<Recognised> {
            if (const Done done = scanning.recognise(pile, pages, {}, stop); !done)
                return fail(done.error());
            Recognised found;
            for (const desk::ScannedPage& page : pages)
                if (const auto turns = page.upright ? 0 : scanning.turnsToUpright(pile, page, stop).value_or(0))
                    found.turned.emplace_back(page, turns);
            auto reading = scanning.read(pile, document);
            if (!reading)
                return fail(reading.error());
            found.reading = std::move(*reading);
            return found;
        },
        [this, pages, document](const Result<Recognised>& what) { recognised(pages, document, what); });
}

void PileWork::recognised(const std::vector<desk::ScannedPage>& pages, const std::vector<desk::ScannedPage>& document,
                          const Result<Recognised>& what)
{
    for (const desk::ScannedPage& page : pages)
        m_recognised.insert(keyOf(page));
    int count = 0;
    if (what)
        for (const auto& [page, turns] : what->turned)
            count += m_pages.turnUpright(page, turns) ? 1 : 0;
    if (count > 0) { // what was read as they lay makes no sense
        Q_EMIT turned(count);
        touched();
        return;
    }
    const auto documents = m_pages.documents();
    if (what && std::ranges::count(documents, document) == 0) { // split or put otherwise meanwhile
        readAgain();
        readAll();
    } else if (what) {
        if (document == documents.front())
            Q_EMIT wasRead(what->reading);
        Q_EMIT documentRead(document, what->reading);
    }
    const bool dataMissing = !what && what.error().code == ErrorCode::RecognitionDataMissing;
    if (dataMissing && !std::exchange(m_saidMissing, true))
        Q_EMIT failed(what.error());
    recogniseOn();
}

void PileWork::readAll()
{
    for (const auto& pages : m_pages.documents())
        if (m_recognised.contains(keyOf(pages.front()))) // the others are told when they have come
            m_jobs.run<Result<recognition::LetterReading>>(
                m_context.desk.lanes().read,
                [&scanning = m_context.desk.scanning(), pile = m_pile, pages](std::stop_token) {
                    return scanning.read(pile, pages);
                },
                [this, pages](const Result<recognition::LetterReading>& reading) {
                    if (reading)
                        Q_EMIT documentRead(pages, *reading);
                });
}

void PileWork::readAgain()
{
    const auto pages = document();
    if (pages.empty() || !m_recognised.contains(keyOf(pages.front())))
        return; // told when it has come
    m_readingAgain.start(
        m_context.desk.lanes().read,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages](std::stop_token) {
            return scanning.read(pile, pages);
        },
        [this, pages](const Result<recognition::LetterReading>& reading) {
            if (reading && document() == pages)
                Q_EMIT wasRead(*reading);
        });
}

} // namespace diakinisi::ui
