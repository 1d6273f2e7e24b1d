#include "ui/scan/pile_work.h"

#include <QPointer>

#include <algorithm>

// What happens to pages in the background is in pile_work_pages.cpp.
namespace diakinisi::ui {

namespace {

constexpr int keepMs = 150;

} // namespace

void PileWork::ScanRun::start(Lane& lane, std::function<Result<int>(std::stop_token)> work,
                              std::function<void(Result<int>)> deliver)
{
    m_stop = std::stop_source();
    m_task.start(
        lane,
        [work = std::move(work), mine = m_stop.get_token()](std::stop_token stop) {
            std::stop_source either;
            const std::stop_callback onLane(stop, [&either] { either.request_stop(); });
            const std::stop_callback onClerk(mine, [&either] { either.request_stop(); });
            return work(either.get_token());
        },
        std::move(deliver));
}

PileWork::PileWork(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepMs);
    connect(&m_keepSoon, &QTimer::timeout, this, &PileWork::keep);
}

void PileWork::begin()
{
    if (m_pile.isNull())
        m_pile = QUuid::createUuid();
    m_told = false;
}

void PileWork::clear()
{
    if (m_keepSoon.isActive())
        keep();
    m_scanning.cancel();
    m_taking.cancel();
    m_looking.cancel();
    m_assembling.cancel();
    m_reading.cancel();
    m_finding.cancel();
    m_readingAgain.cancel();
    m_keepSoon.stop();
    m_pile = QUuid();
    m_pages = desk::PilePages();
    m_toLook.clear();
    m_pictures.clear();
    m_picturing.clear();
    m_made.clear();
    m_recognised.clear();
    m_dropped.clear();
    m_toTake.clear();
    m_labelled.reset();
    m_told = true;
    Q_EMIT changed();
}

void PileWork::take(const desk::ScanPile& pile)
{
    clear();
    m_pile = pile.id;
    m_pages = desk::PilePages(pile.pages);
    for (const desk::ScannedPage& page : m_pages.everything())
        if (page.fate != desk::PageFate::Removed)
            m_toLook.push_back(page);
    m_told = false;
    touched();
}

void PileWork::scan(const scanning::ScanProfile& profile, desk::ScanTurn turn)
{
    if (m_scanning.running())
        return;
    begin();
    m_cameNow = 0;
    // Both come from the scanner's lane, in their order, to a window that may be gone or have gone on.
    const auto told = [alive = QPointer<PileWork>(this), pile = m_pile](auto&& tell) {
        postToMainThread([alive, pile, tell] {
            if (alive && alive->m_pile == pile)
                tell(*alive);
        });
    };
    const auto pageCame = [told](const desk::ScannedPage& page) { told([page](PileWork& work) { work.came(page); }); };
    const Progress progress([told](std::int64_t done, std::int64_t total) {
        told([done, total](PileWork& work) { Q_EMIT work.progressed(done, total); });
    });
    m_scanning.start(
        m_context.desk.lanes().scanner,
        [&scanning = m_context.desk.scanning(), profile, turn, pile = m_pile, pageCame,
         progress](std::stop_token stop) { return scanning.scan(profile, turn, pile, pageCame, progress, stop); },
        [this](const Result<int>& count) {
            if (!count && count.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(count.error());
            Q_EMIT scanEnded(m_cameNow, count.has_value());
            tellSettled();
        });
    Q_EMIT changed();
}

void PileWork::came(const desk::ScannedPage& page)
{
    ++m_cameNow;
    m_pages.append(page);
    m_toLook.push_back(page);
    touched();
}

void PileWork::add(const QStringList& paths)
{
    begin();
    if (m_taking.running()) { // each is told of: the newest must not take the place of the one before
        m_toTake << paths;
        return;
    }
    m_taking.start(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_pile, paths](std::stop_token stop) {
            return scanning.take(pile, paths, stop);
        },
        [this, paths](const Result<desk::TakenImages>& taken) {
            if (!m_toTake.isEmpty())
                add(std::exchange(m_toTake, {}));
            if (taken)
                return this->taken(paths, *taken);
            Q_EMIT failed(taken.error());
            tellSettled();
        });
}

void PileWork::taken(const QStringList& paths, const desk::TakenImages& images)
{
    m_dropped.clear();
    QStringList good = paths;
    for (const QString& path : images.documents)
        good.removeOne(path);
    for (const auto& [path, error] : images.refused) {
        good.removeOne(path);
        Q_EMIT failed(error);
    }
    for (const desk::ScannedPage& page : images.pages) {
        if (page.frame == 0)
            m_dropped.push_back(page);
        came(page);
    }
    if (!good.isEmpty())
        Q_EMIT tookIn(good);
    if (!images.documents.isEmpty())
        Q_EMIT documentsCame(images.documents);
    Q_EMIT filesCame(static_cast<int>(m_dropped.size()) + static_cast<int>(images.documents.size()));
    tellSettled();
}

void PileWork::splitDropped()
{
    for (const desk::ScannedPage& first : std::exchange(m_dropped, {})) {
        const auto pages = m_pages.pages();
        const auto at = std::ranges::find_if(pages, [&](const auto& each) { return each.isSameAs(first); });
        if (at != pages.end())
            edit([row = static_cast<int>(at - pages.begin())](desk::PilePages& all) { return all.split(row); });
    }
}

void PileWork::paste(const QImage& image)
{
    begin();
    m_jobs.run<Result<desk::ScannedPage>>(
        m_context.desk.lanes().images,
        [&scanning = m_context.desk.scanning(), pile = m_pile, image](std::stop_token) {
            return scanning.take(pile, image);
        },
        [this, pile = m_pile](const Result<desk::ScannedPage>& page) {
            if (!page)
                Q_EMIT failed(page.error());
            else if (pile == m_pile)
                came(*page);
            tellSettled();
        });
}

void PileWork::edit(const std::function<bool(desk::PilePages&)>& verb)
{
    if (verb(m_pages))
        touched();
}

void PileWork::finish(const std::vector<desk::ScannedPage>& done)
{
    if (m_pile.isNull())
        return;
    m_pages.forget(done);
    const bool all = m_pages.documents().empty();
    m_jobs.run<Done>(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages = all ? std::vector<desk::ScannedPage>() : done](
            std::stop_token) { return scanning.finish(pile, pages); },
        [this](const Done& finished) {
            if (!finished)
                Q_EMIT failed(finished.error());
        });
    m_keepSoon.stop();
    if (all)
        clear();
    else
        touched();
}

std::vector<desk::ScannedPage> PileWork::document() const
{
    const auto documents = m_pages.documents();
    return documents.empty() ? std::vector<desk::ScannedPage>() : documents.front();
}

imaging::PageMark PileWork::mark() const
{
    const auto pages = document();
    const desk::PageLook* look = pages.empty() ? nullptr : m_pages.look(pages.front());
    return look ? look->mark : imaging::PageMark();
}

void PileWork::keep()
{
    m_keepSoon.stop();
    if (m_pile.isNull() || m_pages.everything().empty())
        return;
    m_keeping.start(
        m_context.desk.lanes().store,
        [&scanning = m_context.desk.scanning(), pile = m_pile, pages = m_pages.everything()](std::stop_token) {
            return scanning.arrange(pile, pages);
        },
        [this](const Done& kept) {
            if (!kept)
                Q_EMIT failed(kept.error());
        });
}

} // namespace diakinisi::ui
