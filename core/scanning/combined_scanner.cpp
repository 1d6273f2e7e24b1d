#include "scanning/combined_scanner.h"

namespace diakinisi::scanning {

CombinedScanner::CombinedScanner(std::vector<Kind> kinds) : m_kinds(std::move(kinds)) {}

Scanner* CombinedScanner::kindOf(const QString& id) const
{
    const auto fits = [&id](const Kind& kind) { return id.startsWith(kind.prefix); };
    const auto found = std::find_if(m_kinds.begin(), m_kinds.end(), fits);
    return found == m_kinds.end() ? nullptr : found->scanner;
}

Result<std::vector<ScannerInfo>> CombinedScanner::list(std::stop_token stop)
{
    std::vector<ScannerInfo> all;
    std::optional<Error> failed;
    for (const Kind& kind : m_kinds) {
        auto listed = kind.scanner->list(stop);
        if (!listed && listed.error().code == ErrorCode::Cancelled)
            return listed;
        if (!listed)
            failed = listed.error();
        else
            std::copy_if(listed->begin(), listed->end(), std::back_inserter(all),
                         [&](const ScannerInfo& each) { return kindOf(each.id) == kind.scanner; });
    }
    if (all.empty() && failed)
        return fail(*failed);
    return all;
}

Result<ScannerCapabilities> CombinedScanner::capabilities(const QString& scanner, std::stop_token stop)
{
    Scanner* const kind = kindOf(scanner);
    return kind ? kind->capabilities(scanner, std::move(stop)) : fail(ErrorCode::ScannerMissing, scanner);
}

Result<int> CombinedScanner::scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                                  std::stop_token stop)
{
    Scanner* const kind = kindOf(options.scanner);
    return kind ? kind->scan(options, pageReady, std::move(progress), std::move(stop))
                : fail(ErrorCode::ScannerMissing, options.scanner);
}

} // namespace diakinisi::scanning
