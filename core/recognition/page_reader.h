#pragma once
#include "imaging/prepare.h"
#include "recognition/recogniser.h"

namespace diakinisi::recognition {

/// A page of an image file, and what is to be made of it.
struct PageRequest {
    QString path;
    int frame = 0;
    imaging::PrepareOptions prepare{};
    bool upright = false;                   ///< turn it so that its writing stands upright
    std::optional<RecognitionData> words{}; ///< recognise it too; without, only preparing is done, which is quick
};

struct PageRead {
    imaging::PreparedPage page;
    std::optional<TextPage> text;     ///< of the page as shown; empty for a blank page
    std::optional<Error> withoutText; ///< why there is none although it was asked for: the page stands without
};

/// Pages from outside, ready to be composed, and their words. All calls block and may come from several threads at
/// once; a page's errors are its own. Errors: those of imaging::decodeImage with the path as subject, FileUnreadable,
/// Cancelled, WorkerDied.
class PageReader
{
public:
    virtual ~PageReader() = default;
    virtual Result<PageRead> read(const PageRequest& request, std::stop_token stop) = 0;
    /// The words of page `page` (from 0) of a document of any kind that the renderer reads: its own where it has some,
    /// else recognised. Also NotPdf, PdfBroken, PdfEncrypted, RecognitionDataMissing.
    virtual Result<TextPage> words(const QString& path, int page, const RecognitionData& data,
                                   std::stop_token stop) = 0;
};

} // namespace diakinisi::recognition
