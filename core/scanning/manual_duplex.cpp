#include "scanning/manual_duplex.h"

#include "scanning/interleave.h"
#include "scanning/page_files.h"

namespace diakinisi::scanning {

namespace {

/// The number that PageFiles gave: "<name>-007.png".
int numberOf(const QString& file)
{
    return file.section(u'-', -1).section(u'.', 0, 0).toInt();
}

} // namespace

ManualDuplex::ManualDuplex(Scanner& scanner, ScanOptions options) : m_scanner(scanner), m_options(std::move(options)) {}

void ManualDuplex::takeUp()
{
    m_fronts.clear();
    m_backs.clear();
    for (const QString& file : PageFiles::existing(m_options.folder, m_options.name))
        if (numberOf(file) % 2 == 1)
            m_fronts.append(file);
        else
            m_backs.prepend(file);
}

Result<int> ManualDuplex::scanFronts(const Scanner::PageReady& pageReady, Progress progress, std::stop_token stop)
{
    return scan({1, 2}, m_fronts, pageReady, std::move(progress), std::move(stop));
}

Result<int> ManualDuplex::scanBacks(const Scanner::PageReady& pageReady, Progress progress, std::stop_token stop)
{
    if (m_fronts.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("fronts"));
    return scan({numberOf(m_fronts.back()) + 1, -2}, m_backs, pageReady, std::move(progress), std::move(stop));
}

Result<QStringList> ManualDuplex::inOrder() const
{
    return interleaved(m_fronts, m_backs);
}

Result<int> ManualDuplex::scan(PageNumbers numbers, QStringList& pages, const Scanner::PageReady& pageReady,
                               Progress progress, std::stop_token stop)
{
    ScanOptions options = m_options;
    options.numbers = numbers;
    const auto ready = [&](const ScannedPage& page) {
        pages.append(page.file);
        if (pageReady)
            pageReady(page);
    };
    return m_scanner.scan(options, ready, std::move(progress), std::move(stop));
}

} // namespace diakinisi::scanning
