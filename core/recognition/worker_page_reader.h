#pragma once
#include "base/worker_pool.h"
#include "recognition/page_reader.h"

namespace diakinisi::recognition {

/// What a pool of workers for pages is started with: Tesseract with threads of its own is slower than one page a core.
WorkerSettings forPages(WorkerSettings settings);

/// Reads pages in a pool of workers: what a broken or hostile picture does, it does there.
class WorkerPageReader final : public PageReader
{
public:
    /// `pool` must outlive this. `patience`: the longest that one page may take.
    explicit WorkerPageReader(WorkerPool& pool, std::chrono::milliseconds patience = std::chrono::minutes(3));

    Result<PageRead> read(const PageRequest& request, std::stop_token stop) override;
    Result<TextPage> words(const QString& path, int page, const RecognitionData& data, std::stop_token stop) override;

private:
    WorkerPool& m_pool;
    std::chrono::milliseconds m_patience;
};

} // namespace diakinisi::recognition
