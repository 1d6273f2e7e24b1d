#include "edited_pdf.h"

#include <QBuffer>

namespace diakinisi::samples {

QByteArray edited(const QByteArray& file, const Edit& edit)
{
    QBuffer in;
    in.setData(file);
    in.open(QIODevice::ReadOnly);
    const Result<pdf::Document> document = pdf::Document::open(in);
    if (!document)
        qFatal("a sample cannot be read");
    pdf::IncrementalUpdate update(*document);
    edit(update);
    return file + update.section().bytes;
}

void setIn(pdf::IncrementalUpdate& update, pdf::Ref ref, const char* key, const pdf::Value& value)
{
    pdf::Dict dict = update.current(pdf::Value(ref)).dict();
    if (value.isNull())
        dict.remove(key);
    else
        dict.set(key, value);
    update.set(ref, dict);
}

void addAnnotation(pdf::IncrementalUpdate& update, pdf::Ref page, pdf::Dict annotation)
{
    pdf::Array list = update.current(update.current(pdf::Value(page)).dict(), "Annots").array();
    list.push_back(update.add(std::move(annotation)));
    setIn(update, page, "Annots", list);
}

qint64 lastXref(const QByteArray& file)
{
    return file.mid(file.lastIndexOf("startxref") + 10).trimmed().split('\n').first().trimmed().toLongLong();
}

qint64 objectAt(const QByteArray& file, const QByteArray& head)
{
    return file.lastIndexOf('\n' + head + " obj") + 1;
}

QByteArray withRawSaving(const QByteArray& file, const RawSaving& saving)
{
    const QByteArray body = '\n' + saving.objects + '\n';
    QByteArray table = "xref\n";
    for (const QByteArray& head : saving.listed) {
        const QList<QByteArray> parts = head.split(' ');
        const QByteArray at = QByteArray::number(file.size() + objectAt(body, head));
        table += parts[0] + " 1\n" + at.rightJustified(10, '0') + ' ' + parts[1].rightJustified(5, '0') + " n\r\n";
    }
    const qint64 at = file.size() + body.size();
    const qint64 previous = saving.previous < 0 ? lastXref(file) : saving.previous;
    return file + body + table + saving.rows + "trailer\n<</Size 999/Root " + saving.root + "/Info 4 0 R/Prev " +
           QByteArray::number(previous) + saving.trailer + ">>\nstartxref\n" +
           QByteArray::number(saving.startXref < 0 ? at : saving.startXref) + "\n%%EOF\n";
}

} // namespace diakinisi::samples
