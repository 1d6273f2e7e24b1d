#include "desk/page_marks.h"

#include "imaging/encode.h"

#include <QFile>

namespace diakinisi::desk {

namespace {

constexpr qsizetype idBytes = 16;
constexpr qsizetype recordBytes = idBytes + imaging::PageMark::size;

} // namespace

void PageMarks::read()
{
    if (std::exchange(m_read, true))
        return;
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly))
        return;
    const qint64 records = file.size() / recordBytes; // a last one that was cut off is none
    file.seek(std::max(qint64{0}, records - qint64{most}) * recordBytes);
    for (QByteArray record = file.read(recordBytes); record.size() == recordBytes; record = file.read(recordBytes))
        m_entries.push_back(
            {domain::DocumentId(QUuid::fromRfc4122(QByteArrayView(record).first(idBytes))), {record.sliced(idBytes)}});
    file.close();
    if (records <= qint64{2 * most})
        return;
    QByteArray newest; // the file has grown to twice what is remembered
    for (const Entry& entry : m_entries)
        newest += entry.document.uuid().toRfc4122() + entry.mark.cells;
    (void)imaging::writeWhole(m_file, newest);
}

Done PageMarks::note(const domain::DocumentId& document, const imaging::PageMark& mark)
{
    if (mark.cells.size() != imaging::PageMark::size)
        return {};
    const std::lock_guard lock(m_mutex);
    read();
    QFile file(m_file);
    if (!file.open(QIODevice::ReadWrite) || !file.seek(file.size() / recordBytes * recordBytes))
        return fail(ErrorCode::FileUnwritable, m_file, file.errorString());
    const QByteArray record = document.uuid().toRfc4122() + mark.cells;
    if (file.write(record) != record.size() || !file.flush())
        return fail(ErrorCode::FileUnwritable, m_file, file.errorString());
    m_entries.push_back({document, mark});
    if (m_entries.size() > most)
        m_entries.pop_front();
    return {};
}

std::optional<domain::DocumentId> PageMarks::like(const imaging::PageMark& mark)
{
    const std::lock_guard lock(m_mutex);
    read();
    double best = imaging::samePaper;
    std::optional<domain::DocumentId> found;
    for (const Entry& entry : m_entries)
        if (const double like = imaging::likeness(entry.mark, mark); like > best) {
            best = like;
            found = entry.document;
        }
    return found;
}

} // namespace diakinisi::desk
