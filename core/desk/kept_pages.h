#pragma once
#include "recognition/page_reader.h"

namespace diakinisi::desk {

/// How pages that come to the desk are made ready, scanned or brought as images: the same for recognising and for
/// assembling, since the words must fall on the page as it will be.
imaging::PrepareOptions deskPreparation(int quarterTurns = 0);

/// Reads pages of files in folders of our own, and keeps what it made of them beside them: a page is prepared once,
/// however often its document is put together. Words are not kept here. Thread-safe as the reader behind it.
class KeptPages final : public recognition::PageReader
{
public:
    /// `reader` must outlive this.
    explicit KeptPages(PageReader& reader) : m_reader(reader) {}

    Result<recognition::PageRead> read(const recognition::PageRequest& request, std::stop_token stop) override;
    Result<TextPage> words(const QString& path, int page, const recognition::RecognitionData& data,
                           std::stop_token stop) override;

private:
    PageReader& m_reader;
};

} // namespace diakinisi::desk
