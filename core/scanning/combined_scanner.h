#pragma once
#include "scanning/scanner.h"

namespace diakinisi::scanning {

/// Several kinds of scanners as one: all are listed, and an id goes to the kind that it belongs to.
class CombinedScanner final : public Scanner
{
public:
    struct Kind {
        QString prefix;             ///< of its ids; the kind without one takes every other id
        Scanner* scanner = nullptr; ///< outlives this
    };

    /// The first kind that fits an id has it.
    explicit CombinedScanner(std::vector<Kind> kinds);

    /// In the order of the kinds. What a kind lists that would go to another kind is left out: it is there twice, as
    /// SANE's driver for eSCL would have it. A kind that cannot list leaves the others theirs; an error only when none
    /// has anything and one failed.
    Result<std::vector<ScannerInfo>> list(std::stop_token stop) override;
    Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) override;
    Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override;

private:
    /// Nothing where no kind takes such an id.
    Scanner* kindOf(const QString& id) const;

    std::vector<Kind> m_kinds;
};

} // namespace diakinisi::scanning
