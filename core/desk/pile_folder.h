#pragma once
#include "desk/pile_pages.h"

#include "base/result.h"

#include <QDate>

namespace diakinisi::desk {

/// The folders in which piles lie, one a pile: the page files, whose names alone say what is a page and in which order
/// it came, and "pages.json", how the clerk has arranged them. A folder is whole at every moment, whatever is killed.
class PileFolders
{
public:
    /// `folder` is made when it is first needed.
    explicit PileFolders(QString folder) : m_folder(std::move(folder)) {}

    QString of(const QUuid& pile) const;
    /// Makes the pile's folder. FileUnwritable.
    Done make(const QUuid& pile) const;
    /// As arranged, then what came since; empty where there is no such pile.
    std::vector<ScannedPage> pages(const QUuid& pile) const;
    /// Every pile that has a folder, with pages or without.
    std::vector<QUuid> begun() const;
    /// Those with pages, oldest first.
    std::vector<ScanPile> all() const;
    Done arrange(const QUuid& pile, const std::vector<ScannedPage>& pages) const;
    /// NotFound for a page that is not of this pile.
    Done check(const QUuid& pile, const std::vector<ScannedPage>& pages) const;

    /// The number of the next page.
    int nextNumber(const QUuid& pile) const;
    /// Such a page's path, without a file there yet; `frames` of one file are pages that follow each other.
    QString pathFor(const QUuid& pile, int number, const QString& suffix, int frames = 1) const;

    /// The name of the scan of fronts and backs that goes on (ScanOptions::name); empty where there is none.
    QString lastDuplex(const QUuid& pile) const;
    /// How the files of a scan from here on are named.
    static QString scanName(int number);
    static QString duplexName(int number);
    static std::optional<ScannedPage> pageOf(const QString& path);

    /// Out of the way, but kept: all of the pile, or these pages with what lies beside them.
    Done finish(const QUuid& pile, const std::vector<ScannedPage>& pages, QDate today) const;
    Done takeBack(const QUuid& pile) const;
    /// Removes what was finished before this day.
    void closeDaysBefore(QDate today) const;

private:
    QString finishedFolder(const QUuid& pile, QDate day) const;
    std::vector<ScannedPage> filed(const QString& folder) const;

    QString m_folder;
};

} // namespace diakinisi::desk
