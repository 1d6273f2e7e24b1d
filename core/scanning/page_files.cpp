#include "scanning/page_files.h"

#include "imaging/encode.h"
#include "scanning/received_pages.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <map>

namespace diakinisi::scanning {

namespace {

constexpr int mostPages = 9'999;
constexpr qsizetype longestName = 100;

bool mayBeInName(QChar c)
{
    return c == u'-' || c == u'_' || (c.unicode() < 128 && c.isLetterOrNumber());
}

} // namespace

Result<PageFiles> PageFiles::in(const QString& folder, const QString& name, PageNumbers numbers)
{
    if (name.isEmpty() || name.size() > longestName || !std::all_of(name.begin(), name.end(), mayBeInName))
        return fail(ErrorCode::FieldInvalid, QStringLiteral("name"));
    if (numbers.first < 1 || numbers.first > mostPages || numbers.step == 0 || std::abs(numbers.step) > mostPages)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("numbers"));
    if (!QFileInfo(folder).isDir())
        return fail(ErrorCode::FileUnwritable, folder, QStringLiteral("no such folder"));
    return PageFiles(QDir(folder).absolutePath(), name, numbers);
}

Result<QString> PageFiles::next()
{
    for (; m_next >= 1 && m_next <= mostPages; m_next += m_numbers.step) {
        QString path = QStringLiteral("%1/%2-%3.png").arg(m_folder, m_name).arg(m_next, 3, 10, QLatin1Char('0'));
        if (!QFileInfo::exists(path))
            return path;
    }
    if (m_numbers.step > 0)
        return fail(ErrorCode::LimitExceeded, m_folder, QStringLiteral("too many pages of this name"));
    m_next = m_numbers.first + 1;
    m_numbers.step = 1;
    return next();
}

Result<ScannedPage> PageFiles::write(const QImage& image, int dpi)
{
    const auto path = next();
    if (!path)
        return fail(path.error());
    QImage marked = image;
    marked.setDotsPerMeterX(qRound(dpi / 0.0254));
    marked.setDotsPerMeterY(qRound(dpi / 0.0254));
    const auto bytes = imaging::encodePng(marked);
    if (!bytes)
        return fail(bytes.error());
    if (const Done written = imaging::writeWhole(*path, *bytes); !written)
        return fail(written.error());
    return ScannedPage{*path, image.size(), dpi};
}

QStringList PageFiles::existing(const QString& folder, const QString& name)
{
    static const QRegularExpression numbered(QStringLiteral("^-(\\d{3,4})\\.png$"));
    std::map<int, QString> pages;
    const QDir all(folder);
    for (const QString& file : all.entryList({name + QStringLiteral("-*.png")}, QDir::Files))
        if (const auto match = numbered.match(file.mid(name.size())); match.hasMatch())
            pages.emplace(match.captured(1).toInt(), all.absoluteFilePath(file));
    QStringList paths;
    for (const auto& [number, path] : pages)
        paths.append(path);
    return paths;
}

void PageFiles::dropUnfinished(const QString& folder, const QString& name)
{
    if (!in(folder, name))
        return;
    // QSaveFile writes "<path>.<six characters>" and renames it to <path>.
    QDir pages(folder);
    const QString pattern = name + QStringLiteral("-*.png.??????");
    for (const QString& begun : pages.entryList({pattern}, QDir::Files | QDir::Hidden))
        pages.remove(begun);
    for (const QString& page : received::left(folder, name))
        QFile::remove(page);
}

} // namespace diakinisi::scanning
