#pragma once
#include "scanning/scanner.h"

#include <QStringList>

namespace diakinisi::scanning {

/// Both sides of a pile on a feeder of one side: first all fronts, then the clerk turns the pile over as it lies in the
/// tray, then all backs, which so come last sheet first. One thread; blocking as Scanner is.
///
/// Fronts get the odd numbers rising, backs the even ones falling: the files' names are in reading order at every
/// moment, whatever comes between.
class ManualDuplex
{
public:
    /// `options.source` is Feeder; its numbers are chosen here. `scanner` must outlive this.
    ManualDuplex(Scanner& scanner, ScanOptions options);

    /// Takes up the pages of this name that an interrupted run has left in the folder, by their numbers.
    void takeUp();

    /// How many pages this call brought. After a jam or a cancel call it again: it goes on behind the pages so far.
    Result<int> scanFronts(const Scanner::PageReady& pageReady, Progress progress, std::stop_token stop);
    /// FieldMissing (fronts) before any front is there.
    Result<int> scanBacks(const Scanner::PageReady& pageReady, Progress progress, std::stop_token stop);

    const QStringList& fronts() const { return m_fronts; } ///< in the order in which they came
    const QStringList& backs() const { return m_backs; }
    /// The pages in reading order. MalformedInput where the counts differ: a sheet was taken double, or is missing; all
    /// pages are there, in fronts() and backs().
    Result<QStringList> inOrder() const;

private:
    Result<int> scan(PageNumbers numbers, QStringList& pages, const Scanner::PageReady& pageReady, Progress progress,
                     std::stop_token stop);

    Scanner& m_scanner;
    ScanOptions m_options;
    QStringList m_fronts;
    QStringList m_backs;
};

} // namespace diakinisi::scanning
