#pragma once
#include "base/progress.h"
#include "imaging/split_pile.h"
#include "pdf/compose.h"
#include "recognition/page_reader.h"
#include "rendering/page_renderer.h"

class QIODevice;

namespace diakinisi::desk {

/// One page of one file.
struct PageSourceFile {
    QString path;
    int frame = 0;
    int quarterTurns = 0; ///< clockwise, by the clerk
};

/// How image files become documents.
struct AssembleOptions {
    imaging::PrepareOptions prepare{};
    bool upright = false;
    bool dropBlank = false;
    imaging::Separator separator = imaging::Separator::None;
    std::optional<recognition::RecognitionData> words{}; ///< recognise them too
    /// Words that were recognised before, of a page prepared in the same way.
    std::function<std::optional<TextPage>(const PageSourceFile&)> knownWords{};
    pdf::ComposeOptions compose{};
    unsigned pagesAtOnce = 1;
};

/// What became of a page.
struct AssembledPage {
    PageSourceFile source;
    int document = 0; ///< from 1; 0 for a page that was left out
    bool original = false;
    imaging::PageFindings findings{};
    std::optional<TextPage> text{};
    std::optional<Error> withoutText{};
};

/// Where the documents are written, one after the other.
class DocumentTarget
{
public:
    virtual ~DocumentTarget() = default;
    /// Begins document `number` (from 1); `code` is what a page said that begins it. The device lives until finish().
    virtual Result<QIODevice*> begin(int number, const QString& code) = 0;
    /// The document is whole.
    virtual Done finish() = 0;
};

/// Every page of these files in order: the frames of a TIFF file are pages. Errors as PageRenderer::inspect;
/// NotSupported for a PDF.
Result<std::vector<PageSourceFile>> pagesOf(const QStringList& paths, rendering::PageRenderer& renderer,
                                            std::stop_token stop);

/// Makes one PDF of the pages, or one each where the pile is split. Several pages are read at once, but never many more
/// than that are held: memory stays flat. Each page is told to `done` as soon as it is written. FieldMissing (every
/// page was left out), the errors of PageReader and PageComposer with the file as subject; documents finished before
/// stay.
Result<int> assemblePages(const std::vector<PageSourceFile>& pages, const AssembleOptions& options,
                          recognition::PageReader& reader, DocumentTarget& target,
                          const std::function<void(const AssembledPage&)>& done, std::stop_token stop);

} // namespace diakinisi::desk
