#pragma once
#include "scanning/scanner.h"

#include <QImage>

namespace diakinisi::scanning {

/// Where the pages of one scan go: "<folder>/<name>-001.png" and on, never over a file that is already there.
class PageFiles
{
public:
    /// FieldInvalid for a name of other characters, FileUnwritable where there is no such folder.
    static Result<PageFiles> in(const QString& folder, const QString& name);

    /// Encodes and writes the next page; when it returns, the page is on disk. DiskFull, FileUnwritable.
    Result<ScannedPage> write(const QImage& image, int dpi);

    /// Removes what a scan of this name that died had begun to write; finished pages stay.
    static void dropUnfinished(const QString& folder, const QString& name);

private:
    PageFiles(QString folder, QString name) : m_folder(std::move(folder)), m_name(std::move(name)) {}
    Result<QString> freePath();

    QString m_folder;
    QString m_name;
    int m_number = 0;
};

} // namespace diakinisi::scanning
