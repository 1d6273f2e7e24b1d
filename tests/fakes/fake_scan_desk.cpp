#include "tests/fakes/fake_scan_desk.h"

#include "tests/fakes/fake_pages.h"

#include <QFile>

namespace diakinisi::fakes {

using namespace domain;
using scanning::ScanSource;

Result<std::vector<desk::ScannerChoice>> FakeScanDesk::scanners(std::stop_token)
{
    return std::vector<desk::ScannerChoice>{{QStringLiteral("flatbed"), QStringLiteral("Epson V39 (Γραφείο 2)")}};
}

Result<scanning::ScannerCapabilities> FakeScanDesk::capabilities(const QString&, std::stop_token)
{
    return scanning::ScannerCapabilities{{scanning::allScanSources.begin(), scanning::allScanSources.end()},
                                         {scanning::allScanColours.begin(), scanning::allScanColours.end()},
                                         {150, 200, 300, 600},
                                         {210, 297},
                                         true};
}

desk::ScanProfiles FakeScanDesk::profiles()
{
    const std::lock_guard lock(m_office.mutex());
    return m_profiles;
}

Done FakeScanDesk::keepProfiles(const std::vector<scanning::ScanProfile>& profiles, const QString& chosen)
{
    const std::lock_guard lock(m_office.mutex());
    m_profiles = {profiles, chosen, {}};
    return {};
}

void FakeScanDesk::load(QStringList pages)
{
    const std::lock_guard lock(m_office.mutex());
    m_feeder = std::move(pages);
}

desk::ScannedPage FakeScanDesk::add(const QUuid& pile, const QString& html, int number)
{
    const std::lock_guard lock(m_office.mutex());
    auto known = std::ranges::find(m_piles, pile, &desk::ScanPile::id);
    if (known == m_piles.end())
        known = m_piles.insert(known, {pile, {}, {}});
    known->scannedAt = m_office.now();
    if (number == 0)
        for (const desk::ScannedPage& page : known->pages)
            number = std::max(number, page.number);
    const int mine = number + 1;
    const QString file = QStringLiteral("%1-%2").arg(pile.toString()).arg(m_pages.size() + 1);
    m_pages[file] = html;
    known->pages.push_back({file, mine});
    return known->pages.back();
}

desk::ScannedPage FakeScanDesk::put(const QUuid& pile, const QString& html)
{
    return add(pile, html.isNull() ? nextPage : html, 0);
}

Result<int> FakeScanDesk::scan(const scanning::ScanProfile& profile, desk::ScanTurn turn, const QUuid& pile,
                               const PageCame& pageCame, Progress progress, std::stop_token stop)
{
    const auto broken = std::exchange(trouble, std::nullopt);
    QStringList sheets;
    {
        const std::lock_guard lock(m_office.mutex());
        sheets = profile.source == ScanSource::Flatbed ? QStringList{nextPage} : std::exchange(m_feeder, {});
    }
    if (broken && troubleAfter == 0)
        return fail(*broken);
    if (sheets.isEmpty())
        return fail(ErrorCode::ScannerNoPaper);
    int count = 0;
    for (const QString& sheet : sheets) {
        if (stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        if (broken && count == troubleAfter) {
            load(sheets.mid(count));
            return fail(*broken);
        }
        // Fronts are 1, 3, 5; backs, the last sheet first, 6, 4, 2.
        const auto sides = static_cast<int>(2 * sheets.size());
        const int number = turn == desk::ScanTurn::Pages    ? 0
                           : turn == desk::ScanTurn::Fronts ? 2 * count + 1
                                                            : sides - 2 * count;
        pageCame(add(pile, sheet, number == 0 ? 0 : number - 1));
        progress.report(++count, sheets.size());
    }
    return count;
}

Result<desk::TakenImages> FakeScanDesk::take(const QUuid& pile, const QStringList& paths, std::stop_token)
{
    desk::TakenImages taken;
    for (const QString& path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly)) {
            taken.refused.emplace_back(path, Error{ErrorCode::FileUnreadable, path, {}});
            continue;
        }
        const QByteArray bytes = file.readAll();
        if (bytes.startsWith("MZ"))
            taken.refused.emplace_back(path, Error{ErrorCode::NotPdf, path, {}});
        else if (path.endsWith(u".pdf") || path.endsWith(u".eml"))
            taken.documents << path;
        else
            taken.pages.push_back(add(pile, QString::fromUtf8(bytes), 0));
    }
    return taken;
}

Result<desk::ScannedPage> FakeScanDesk::take(const QUuid& pile, const QImage& image)
{
    if (image.isNull())
        return fail(ErrorCode::ImageUnreadable);
    return add(pile, QStringLiteral("<p>pasted</p>"), 0);
}

QString FakeScanDesk::htmlOf(const desk::ScannedPage& page) const
{
    const std::lock_guard lock(m_office.mutex());
    const auto known = m_pages.find(page.file);
    return known == m_pages.end() ? QString() : known->second;
}

Result<QImage> FakeScanDesk::picture(const desk::ScannedPage& page, QSize fit, std::stop_token)
{
    return drawPage(htmlOf(page), 600)
        .transformed(QTransform().rotate(90.0 * page.quarterTurns))
        .scaled(fit, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

Result<desk::PageLook> FakeScanDesk::look(const QUuid&, const desk::ScannedPage& page, std::stop_token)
{
    const auto known = looks.find(htmlOf(page));
    return known == looks.end() ? desk::PageLook{} : known->second;
}

Result<DocumentId> FakeScanDesk::labelled(const imaging::LabelCode& label)
{
    for (const DocumentId& id : m_office.all()) {
        const auto document = m_office.document(id);
        if (document->registration.number && document->registration.number->number == label.number)
            return id;
    }
    return fail(ErrorCode::NotFound);
}

Done FakeScanDesk::arrange(const QUuid& pile, const std::vector<desk::ScannedPage>& pages)
{
    const std::lock_guard lock(m_office.mutex());
    const auto known = std::ranges::find(m_piles, pile, &desk::ScanPile::id);
    if (known == m_piles.end())
        return fail(ErrorCode::NotFound);
    desk::PilePages all(pages);
    for (const desk::ScannedPage& page : known->pages)
        all.append(page);
    known->pages = all.everything();
    return {};
}

Result<std::vector<desk::ScanPile>> FakeScanDesk::unfinished()
{
    const std::lock_guard lock(m_office.mutex());
    return m_piles;
}

Done FakeScanDesk::recognise(const QUuid&, const std::vector<desk::ScannedPage>& pages, Progress progress,
                             std::stop_token)
{
    whileRecognising();
    const std::lock_guard lock(m_office.mutex());
    for (const desk::ScannedPage& page : pages)
        m_recognised.insert(page.file);
    progress.report(static_cast<std::int64_t>(pages.size()), static_cast<std::int64_t>(pages.size()));
    return {};
}

Result<recognition::LetterReading> FakeScanDesk::read(const QUuid&, const std::vector<desk::ScannedPage>& pages)
{
    const std::lock_guard lock(m_office.mutex());
    if (pages.empty() || !m_recognised.contains(pages.front().file))
        return recognition::LetterReading{};
    const auto own = readings.find(m_pages.at(pages.front().file));
    return own == readings.end() ? reading : own->second;
}

Result<int> FakeScanDesk::turnsToUpright(const QUuid&, const desk::ScannedPage& page, std::stop_token)
{
    const auto known = turned.find(htmlOf(page));
    return known == turned.end() || page.quarterTurns == known->second ? 0 : known->second;
}

Result<FileRef> FakeScanDesk::assemble(const QUuid& pile, const std::vector<desk::ScannedPage>& pages, std::stop_token)
{
    const std::lock_guard lock(m_office.mutex());
    FakeFile made;
    made.name = QStringLiteral("scan-%1-%2.pdf").arg(pile.toString(QUuid::Id128).left(4)).arg(pages.size());
    for (const desk::ScannedPage& page : pages)
        made.pages << m_pages.at(page.file);
    return m_office.addFile(std::move(made));
}

Done FakeScanDesk::finish(const QUuid& pile, const std::vector<desk::ScannedPage>& pages)
{
    const std::lock_guard lock(m_office.mutex());
    ++finished;
    const auto known = std::ranges::find(m_piles, pile, &desk::ScanPile::id);
    if (known == m_piles.end())
        return {};
    m_finished.push_back(*known);
    std::erase_if(known->pages, [&](const desk::ScannedPage& page) {
        return pages.empty() || std::ranges::any_of(pages, [&](const auto& each) { return each.isSameAs(page); });
    });
    if (known->pages.empty())
        m_piles.erase(known);
    return {};
}

Done FakeScanDesk::takeBack(const QUuid& pile)
{
    const std::lock_guard lock(m_office.mutex());
    const auto known = std::ranges::find(m_finished, pile, &desk::ScanPile::id);
    if (known == m_finished.end())
        return fail(ErrorCode::NotFound);
    m_piles.push_back(*known);
    m_finished.erase(known);
    return {};
}

} // namespace diakinisi::fakes
