#include "desk/scan_piles.h"

#include "base/limits.h"
#include "base/ordered_work.h"
#include "desk/assemble_pages.h"
#include "imaging/encode.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QTemporaryFile>

namespace diakinisi::desk {

namespace {

constexpr int resolution = 300;

/// The same for recognising and for assembling: the words must fall on the page as it will be.
imaging::PrepareOptions preparation()
{
    imaging::PrepareOptions options;
    options.cleanUp.deskew = true;
    return options;
}

QString textFileOf(const QString& page)
{
    return page + QStringLiteral(".text");
}

std::optional<TextPage> recognisedBefore(const QString& page)
{
    QFile file(textFileOf(page));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    return TextPage::fromBytes(file.readAll());
}

/// The assembled file lies beside its pages until the store has it.
class PileFile final : public DocumentTarget
{
public:
    explicit PileFile(const QString& folder) : m_file(folder + QStringLiteral("/assembled-XXXXXX.pdf")) {}

    Result<QIODevice*> begin(int, const QString&) override
    {
        if (!m_file.open())
            return fail(ErrorCode::FileUnwritable, m_file.fileTemplate(), m_file.errorString());
        return &m_file;
    }
    Done finish() override
    {
        if (!m_file.flush() || !m_file.seek(0))
            return fail(ErrorCode::FileUnwritable, m_file.fileName(), m_file.errorString());
        return {};
    }
    QIODevice& file() { return m_file; }

private:
    QTemporaryFile m_file;
};

} // namespace

QString ScanPiles::folderOf(const QUuid& pile) const
{
    return m_parts.profile.folder() + QStringLiteral("/piles/") + pile.toString(QUuid::WithoutBraces);
}

Result<std::vector<ScannerChoice>> ScanPiles::scanners(std::stop_token stop)
{
    return m_parts.scanner.list(std::move(stop)).map([](const std::vector<scanning::ScannerInfo>& found) {
        std::vector<ScannerChoice> choices;
        for (const scanning::ScannerInfo& each : found)
            choices.push_back({each.id, (each.vendor + u' ' + each.model).trimmed()});
        return choices;
    });
}

std::vector<ScannedPage> ScanPiles::pagesIn(const QString& folder) const
{
    static const QRegularExpression numbered(QStringLiteral("^page(\\d+)-\\d+\\.png$"));
    std::vector<ScannedPage> pages;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("page*.png")}, QDir::Files, QDir::Name))
        if (const auto match = numbered.match(name); match.hasMatch())
            pages.push_back({folder + u'/' + name, match.captured(1).toInt()});
    std::ranges::stable_sort(pages, {}, &ScannedPage::number);
    return pages;
}

Result<ScannedPage> ScanPiles::scan(const QString& scanner, const QUuid& pile, std::stop_token stop)
{
    const QString folder = folderOf(pile);
    if (!QDir().mkpath(folder))
        return fail(ErrorCode::FileUnwritable, folder);
    const std::vector<ScannedPage> before = pagesIn(folder);
    ScannedPage page{{}, before.empty() ? 1 : before.back().number + 1};
    scanning::ScanOptions options;
    options.scanner = scanner;
    options.colour = scanning::ScanColour::Gray;
    options.dpi = resolution;
    options.folder = folder;
    options.name = QStringLiteral("page%1").arg(page.number, 4, 10, QChar(u'0'));
    const auto ready = [&page](const scanning::ScannedPage& scanned) { page.file = scanned.file; };
    const auto count = m_parts.scanner.scan(options, ready, Progress(), std::move(stop));
    if (!count)
        return fail(count.error());
    if (page.file.isEmpty())
        return fail(ErrorCode::ScannerNoPaper, scanner);
    return page;
}

Result<std::vector<ScanPile>> ScanPiles::unfinished()
{
    std::vector<ScanPile> piles;
    const QDir all(m_parts.profile.folder() + QStringLiteral("/piles"));
    for (const QString& name : all.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name)) {
        const QUuid pile = QUuid::fromString(name);
        std::vector<ScannedPage> pages = pagesIn(all.filePath(name));
        if (pile.isNull() || pages.empty())
            continue;
        const QDateTime written = QFileInfo(pages.back().file).lastModified();
        piles.push_back({pile, Instant{written.toMSecsSinceEpoch()}, std::move(pages)});
    }
    std::ranges::stable_sort(piles, {}, &ScanPile::scannedAt);
    return piles;
}

Done ScanPiles::checkPages(const QUuid& pile, const std::vector<ScannedPage>& pages) const
{
    const QString folder = folderOf(pile) + u'/';
    for (const ScannedPage& page : pages)
        if (!page.file.startsWith(folder))
            return fail(ErrorCode::NotFound, page.file);
    return {};
}

Done ScanPiles::recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                          std::stop_token stop)
{
    if (const Done checked = checkPages(pile, pages); !checked)
        return checked;
    const auto read = [&](std::size_t index, std::stop_token stopOne) -> Result<TextPage> {
        const QString file = pages[index].file;
        if (auto before = recognisedBefore(file))
            return std::move(*before);
        recognition::PageRequest request{file};
        request.prepare = preparation();
        request.words = recognition::RecognitionData{.folder = m_parts.settings.recognitionFolder};
        auto page = m_parts.pageReader.read(request, std::move(stopOne));
        if (!page || page->withoutText)
            return fail(page ? *page->withoutText : page.error());
        if (const Done kept = imaging::writeWhole(textFileOf(file), page->text->toBytes()); !kept)
            return fail(kept.error());
        return std::move(*page->text);
    };
    const auto count = [&](std::size_t index, Result<TextPage> text) -> Done {
        if (!text)
            return fail(text.error());
        progress.report(static_cast<std::int64_t>(index) + 1, static_cast<std::int64_t>(pages.size()));
        return {};
    };
    return inOrder<TextPage>(pages.size(), m_parts.pageWorkers.size(), read, count, std::move(stop));
}

Result<domain::FileRef> ScanPiles::assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                            std::stop_token stop)
{
    if (const Done checked = checkPages(pile, pages); !checked)
        return fail(checked.error());
    std::vector<PageSourceFile> sources;
    for (const ScannedPage& page : pages)
        sources.push_back({page.file});
    AssembleOptions options;
    options.prepare = preparation();
    options.compose.created = m_parts.clock.now();
    options.pagesAtOnce = m_parts.pageWorkers.size();
    options.knownWords = [](const PageSourceFile& page) { return recognisedBefore(page.path); };
    PileFile target(folderOf(pile));
    const auto made = assemblePages(sources, options, m_parts.pageReader, target, {}, stop);
    if (!made)
        return fail(made.error());
    if (target.file().size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge);
    return m_parts.store->files().put(target.file(), QStringLiteral("application/pdf"), QStringLiteral("scan.pdf"),
                                      std::move(stop));
}

Done ScanPiles::finish(const QUuid& pile)
{
    const QString folder = folderOf(pile);
    if (QDir(folder).exists() && !QDir(folder).removeRecursively())
        return fail(ErrorCode::FileUnwritable, folder);
    return {};
}

} // namespace diakinisi::desk
