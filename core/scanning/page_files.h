#pragma once
#include "scanning/scanner.h"

#include <QImage>
#include <QStringList>

namespace diakinisi::scanning {

/// Where the pages of one scan go: "<folder>/<name>-001.png" and on as `numbers` say, never over a file that is already
/// there.
class PageFiles
{
public:
    /// FieldInvalid for a name of other characters or senseless numbers, FileUnwritable where there is no such folder.
    static Result<PageFiles> in(const QString& folder, const QString& name, PageNumbers numbers = {});

    /// The path that the next page will have. LimitExceeded.
    Result<QString> next();

    /// Encodes and writes the next page; when it returns, the page is on disk. DiskFull, FileUnwritable.
    Result<ScannedPage> write(const QImage& image, int dpi);

    /// The paths of the pages of this name that are there, in the order of their numbers.
    static QStringList existing(const QString& folder, const QString& name);

    /// Removes what a scan of this name that died had begun to write or received; finished pages stay.
    static void dropUnfinished(const QString& folder, const QString& name);

private:
    PageFiles(QString folder, QString name, PageNumbers numbers)
        : m_folder(std::move(folder)),
          m_name(std::move(name)),
          m_numbers(numbers),
          m_next(numbers.first)
    {
    }

    QString m_folder;
    QString m_name;
    PageNumbers m_numbers;
    int m_next;
};

} // namespace diakinisi::scanning
