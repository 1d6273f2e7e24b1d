#include "desk/assemble_pages.h"

#include "base/ordered_work.h"
#include "imaging/decode.h"

#include <QFile>

namespace diakinisi::desk {

namespace {

using recognition::PageRead;

pdf::PageImage imageOf(imaging::PreparedPage& page)
{
    pdf::PageImage image;
    image.file = std::move(page.data);
    image.dpi = page.dpi;
    image.rotation = 90 * page.quarterTurns;
    if (page.coding == imaging::PageCoding::Group4)
        image.group4 = page.pixels;
    return image;
}

/// Takes the pages in order and writes them.
class Assembly
{
public:
    Assembly(const std::vector<PageSourceFile>& pages, const AssembleOptions& options, DocumentTarget& target,
             const std::function<void(const AssembledPage&)>& done)
        : m_pages(pages),
          m_options(options),
          m_target(target),
          m_done(done),
          m_splitter(options.separator, options.dropBlank)
    {
    }

    Done take(std::size_t index, Result<PageRead> read)
    {
        if (!read)
            return fail(read.error());
        AssembledPage told{m_pages[index]};
        told.findings = read->page.findings;
        told.original = read->page.original;
        told.withoutText = read->withoutText;
        const imaging::PileVerdict verdict = m_splitter.next({told.findings.blank, told.findings.codes});
        if (!verdict.leftOut) {
            if (const Done written = write(m_pages[index], *read, verdict); !written)
                return fail(written.error().code, m_pages[index].path, written.error().cause);
            told.document = m_documents;
        }
        told.text = std::move(read->text);
        if (m_done)
            m_done(told);
        return {};
    }

    Done finishDocument()
    {
        if (!m_composer)
            return {};
        const Done finished = m_composer->finish();
        m_composer.reset();
        return finished ? m_target.finish() : finished;
    }

    int documents() const { return m_documents; }

private:
    Done write(const PageSourceFile& source, PageRead& read, const imaging::PileVerdict& verdict)
    {
        if (verdict.beginsDocument)
            if (const Done begun = beginDocument(verdict.code); !begun)
                return begun;
        pdf::ComposedPage page;
        page.image = imageOf(read.page);
        if (read.text)
            page.text = *read.text;
        else if (m_options.knownWords)
            page.text = m_options.knownWords(source).value_or(TextPage());
        return m_composer->add(page);
    }

    Done beginDocument(const QString& code)
    {
        if (const Done finished = finishDocument(); !finished)
            return finished;
        const auto device = m_target.begin(m_documents + 1, code);
        if (!device)
            return fail(device.error());
        auto composer = pdf::PageComposer::begin(**device, m_options.compose);
        if (!composer)
            return fail(composer.error());
        m_composer = std::move(*composer);
        ++m_documents;
        return {};
    }

    const std::vector<PageSourceFile>& m_pages;
    const AssembleOptions& m_options;
    DocumentTarget& m_target;
    const std::function<void(const AssembledPage&)>& m_done;
    imaging::PileSplitter m_splitter;
    std::unique_ptr<pdf::PageComposer> m_composer;
    int m_documents = 0;
};

} // namespace

Result<std::vector<PageSourceFile>> pagesOf(const QStringList& paths, rendering::PageRenderer& renderer,
                                            std::stop_token stop)
{
    std::vector<PageSourceFile> pages;
    for (const QString& path : paths) {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path, file.errorString());
        const auto kind = imaging::imageKindOf(file.read(12));
        int frames = 1;
        if (!kind || kind == imaging::ImageKind::Tiff) {
            const auto info = renderer.inspect(rendering::PageSource::ofFile(path), stop);
            if (!info)
                return fail(info.error().code, path, info.error().cause);
            if (info->kind == rendering::FileKind::Pdf)
                return fail(ErrorCode::NotSupported, path, QStringLiteral("a PDF among images"));
            frames = static_cast<int>(info->pages.size());
        }
        for (int frame = 0; frame < frames; ++frame)
            pages.push_back({path, frame, 0});
    }
    return pages;
}

Result<int> assemblePages(const std::vector<PageSourceFile>& pages, const AssembleOptions& options,
                          recognition::PageReader& reader, DocumentTarget& target,
                          const std::function<void(const AssembledPage&)>& done, std::stop_token stop)
{
    Assembly assembly(pages, options, target, done);
    const auto make = [&](std::size_t index, std::stop_token stopOne) {
        recognition::PageRequest request;
        request.path = pages[index].path;
        request.frame = pages[index].frame;
        request.prepare = options.prepare;
        request.prepare.quarterTurns = pages[index].quarterTurns;
        request.upright = options.upright;
        request.words = options.words;
        return reader.read(request, std::move(stopOne));
    };
    const auto take = [&](std::size_t index, Result<PageRead> read) { return assembly.take(index, std::move(read)); };
    Done all = inOrder<PageRead>(pages.size(), options.pagesAtOnce, make, take, std::move(stop));
    if (all)
        all = assembly.finishDocument();
    if (!all)
        return fail(all.error());
    if (assembly.documents() == 0)
        return fail(ErrorCode::FieldMissing, QStringLiteral("pages"), QStringLiteral("every page was left out"));
    return assembly.documents();
}

} // namespace diakinisi::desk
