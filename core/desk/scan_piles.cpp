#include "desk/scan_piles.h"

#include "base/limits.h"
#include "base/ordered_work.h"
#include "desk/assemble_pages.h"
#include "imaging/encode.h"
#include "recognition/turned_page.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryFile>

// Pages coming in and going out are in scan_piles_pages.cpp.
namespace diakinisi::desk {

namespace {

constexpr QSize markSize(900, 900); ///< enough to know a page again

QString textFileOf(const ScannedPage& page)
{
    return QStringLiteral("%1.%2-%3.text")
        .arg(page.file, QString::number(page.frame), QString::number(page.quarterTurns));
}

std::optional<TextPage> recognisedBefore(const ScannedPage& page)
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

Result<PageLook> ScanPiles::look(const QUuid& pile, const ScannedPage& page, std::stop_token stop)
{
    if (const Done checked = m_folders.check(pile, {page}); !checked)
        return fail(checked.error());
    const auto read =
        m_kept.read({page.file, page.frame, deskPreparation(page.quarterTurns), false, std::nullopt}, stop);
    if (!read)
        return fail(read.error());
    PageLook look;
    look.blank = read->page.findings.blank;
    look.codes = read->page.findings.codes;
    for (const imaging::PageCode& code : look.codes)
        if (const auto label = imaging::readLabel(code.text); label && !look.label)
            look.label = label;
    if (!look.blank)
        if (const auto small = picture(page, markSize, std::move(stop)))
            look.mark = imaging::markOf(*small);
    return look;
}

Result<domain::DocumentId> ScanPiles::labelled(const imaging::LabelCode& label)
{
    if (label.organisation != m_parts.organisation()->name)
        return fail(ErrorCode::NotFound, label.organisation);
    return m_parts.store->views().byNumber(label.number, label.year);
}

Done ScanPiles::arrange(const QUuid& pile, const std::vector<ScannedPage>& pages)
{
    const Done checked = m_folders.check(pile, pages);
    return checked ? m_folders.arrange(pile, pages) : checked;
}

Result<std::vector<ScanPile>> ScanPiles::unfinished()
{
    takeUpReceived();
    m_folders.closeDaysBefore(toUtcDateTime(m_parts.clock.now()).toLocalTime().date());
    return m_folders.all();
}

Done ScanPiles::recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                          std::stop_token stop)
{
    if (const Done checked = m_folders.check(pile, pages); !checked)
        return checked;
    const auto read = [&](std::size_t index, std::stop_token stopOne) -> Result<TextPage> {
        const ScannedPage& page = pages[index];
        if (auto before = recognisedBefore(page))
            return std::move(*before);
        recognition::PageRequest request{page.file, page.frame, deskPreparation(page.quarterTurns), false, {}};
        request.words = recognition::RecognitionData{.folder = m_parts.settings.recognitionFolder};
        auto known = m_parts.pageReader.read(request, std::move(stopOne));
        if (!known || known->withoutText)
            return fail(known ? *known->withoutText : known.error());
        if (const Done kept = imaging::writeWhole(textFileOf(page), known->text->toBytes()); !kept)
            return fail(kept.error());
        return std::move(*known->text);
    };
    const auto count = [&](std::size_t index, Result<TextPage> text) -> Done {
        if (!text)
            return fail(text.error());
        progress.report(static_cast<std::int64_t>(index) + 1, static_cast<std::int64_t>(pages.size()));
        return {};
    };
    return inOrder<TextPage>(pages.size(), m_parts.pageWorkers.size(), read, count, std::move(stop));
}

/// Certain is what two have found: the shapes of the letters, and that words come of them once the page is turned.
Result<int> ScanPiles::turnsToUpright(const QUuid& pile, const ScannedPage& page, std::stop_token stop)
{
    const auto lying = recognisedBefore(page);
    if (!lying || !recognition::looksTurned(*lying))
        return 0;
    const recognition::PageRequest request{page.file, page.frame, deskPreparation(page.quarterTurns), true, {}};
    const auto seen = m_parts.pageReader.read(request, stop);
    if (!seen)
        return fail(seen.error());
    const int turns = (seen->page.findings.quarterTurns - page.quarterTurns + 4) % 4;
    if (turns == 0)
        return 0;
    ScannedPage turned = page;
    turned.quarterTurns = seen->page.findings.quarterTurns;
    if (const Done done = recognise(pile, {turned}, {}, std::move(stop)); !done)
        return fail(done.error());
    const auto upright = recognisedBefore(turned);
    return upright && !upright->words.empty() && !recognition::looksTurned(*upright) ? turns : 0;
}

Result<recognition::LetterReading> ScanPiles::read(const QUuid& pile, const std::vector<ScannedPage>& pages)
{
    if (const Done checked = m_folders.check(pile, pages); !checked)
        return fail(checked.error());
    std::vector<TextPage> texts;
    for (const ScannedPage& page : pages)
        texts.push_back(recognisedBefore(page).value_or(TextPage()));
    return recognition::readLetter(texts);
}

Result<domain::FileRef> ScanPiles::assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                            std::stop_token stop)
{
    if (const Done checked = m_folders.check(pile, pages); !checked)
        return fail(checked.error());
    std::vector<PageSourceFile> sources;
    for (const ScannedPage& page : pages)
        sources.push_back({page.file, page.frame, page.quarterTurns});
    AssembleOptions options;
    options.prepare = deskPreparation();
    options.compose.created = m_parts.clock.now();
    options.pagesAtOnce = m_parts.pageWorkers.size();
    options.knownWords = [](const PageSourceFile& page) {
        return recognisedBefore({page.path, 0, page.frame, page.quarterTurns});
    };
    PileFile target(m_folders.of(pile));
    const auto made = assemblePages(sources, options, m_kept, target, {}, stop);
    if (!made)
        return fail(made.error());
    if (target.file().size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge);
    return m_parts.store->files().put(target.file(), QStringLiteral("application/pdf"), QStringLiteral("scan.pdf"),
                                      std::move(stop));
}

Done ScanPiles::finish(const QUuid& pile, const std::vector<ScannedPage>& pages)
{
    return m_folders.finish(pile, pages, toUtcDateTime(m_parts.clock.now()).toLocalTime().date());
}

Done ScanPiles::takeBack(const QUuid& pile)
{
    return m_folders.takeBack(pile);
}

} // namespace diakinisi::desk
