#include "ctl/scan_targets.h"

#include <QFileInfo>
#include <QStorageInfo>

#include <cerrno>

namespace diakinisi::ctl {

Result<QIODevice*> PdfFiles::begin(int number, const QString&)
{
    QString path = m_out;
    if (m_several) {
        const QFileInfo info(m_out);
        const QString suffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
        path = QStringLiteral("%1-%2%3").arg(m_out.chopped(suffix.size()), QString::number(number), suffix);
    }
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, path, m_file->errorString());
    return m_file.get();
}

Done PdfFiles::finish()
{
    if (!m_file->commit())
        return fail(ErrorCode::FileUnwritable, m_file->fileName(), m_file->errorString());
    m_written.append(m_file->fileName());
    return {};
}

Error PdfFiles::explained(Error error) const
{
    if (error.code != ErrorCode::FileUnwritable)
        return error;
    error.subject = m_file ? m_file->fileName() : m_out;
    const QStorageInfo disk(QFileInfo(error.subject).absolutePath());
    constexpr qint64 nextToNothing = 64 * 1024;
    const bool full = error.cause == qt_error_string(ENOSPC) || error.cause == qt_error_string(EDQUOT);
    if (full || (disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < nextToNothing))
        error.code = ErrorCode::DiskFull;
    return error;
}

} // namespace diakinisi::ctl
