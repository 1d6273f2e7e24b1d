#pragma once
#include "desk/assemble_pages.h"

#include <QSaveFile>
#include <QStringList>

namespace diakinisi::ctl {

/// OUT.pdf, or OUT-1.pdf, OUT-2.pdf ... where a pile is split. A file is there whole or not at all.
class PdfFiles final : public desk::DocumentTarget
{
public:
    PdfFiles(QString out, bool several) : m_out(std::move(out)), m_several(several) {}

    Result<QIODevice*> begin(int number, const QString& code) override;
    Done finish() override;

    const QStringList& written() const { return m_written; }
    /// An error of writing with the file's name, and DiskFull where that is why.
    Error explained(Error error) const;

private:
    QString m_out;
    bool m_several;
    std::unique_ptr<QSaveFile> m_file;
    QStringList m_written;
};

} // namespace diakinisi::ctl
