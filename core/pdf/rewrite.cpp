#include "pdf/rewrite.h"

#include "pdf/form.h"
#include "pdf/security.h"

#include <QCryptographicHash>
#include <QIODevice>

#include <map>

namespace diakinisi::pdf {

namespace {

constexpr std::int64_t furthest = 9'999'999'999;

class Writer
{
public:
    Writer(const Document& document, QIODevice& to) : m_document(document), m_to(to) {}

    Done write(std::stop_token stop)
    {
        if (const Done head = put("%PDF-" + m_document.version().toLatin1() + "\n%\xe2\xe3\xcf\xd3\n"); !head)
            return head;
        for (const XrefEntry& entry : m_document.entries()) {
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            if (entry.kind == XrefEntry::Kind::Free)
                continue;
            const bool inFile = entry.kind == XrefEntry::Kind::InFile;
            const Result<Object> object = m_document.object({entry.number, inFile ? entry.generation : 0});
            if (!object) {
                ++lost;
                continue;
            }
            if (const Done written = put(*object); !written)
                return written;
        }
        return finish();
    }

    int lost = 0;

private:
    Done put(const QByteArray& bytes)
    {
        m_at += bytes.size();
        return writeBytes(m_to, bytes);
    }

    Done put(const Object& object)
    {
        const Dict& dict = object.value.dict();
        const bool structure = dict["Type"].isName("XRef") || dict["Type"].isName("ObjStm");
        if (object.value.isNull() || (object.isStream() && structure))
            return {};
        if (dict.contains("ByteRange") && dict.contains("Contents"))
            return fail(ErrorCode::PdfForbids, {}, QStringLiteral("a signed file cannot be written anew"));
        if (m_at > furthest)
            return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("the file is too long"));
        Result<std::int64_t> length = object.isStream() ? m_document.streamLength(object) : Result<std::int64_t>(0);
        if (!length) {
            ++lost;
            return {};
        }
        m_places[object.ref] = m_at;
        Value value = object.value;
        if (object.isStream()) {
            Dict direct = dict;
            direct.set("Length", *length);
            value = direct;
        }
        if (const Security* security = m_document.security(); security && !isSecurityItself(object.ref))
            value = security->lockStrings(value, object.ref);
        QByteArray text =
            QByteArray::number(object.ref.number) + ' ' + QByteArray::number(object.ref.generation) + " obj\n";
        value.write(text);
        if (!object.isStream())
            return put(text + "\nendobj\n");
        if (const Done head = put(text + "\nstream\n"); !head)
            return head;
        if (const Done data = copyBytes(m_document.source(), object.dataAt, *length, m_to); !data)
            return data;
        m_at += *length;
        return put("\nendstream\nendobj\n");
    }

    bool isSecurityItself(Ref ref) const
    {
        const Ref* own = m_document.trailer()["Encrypt"].ref();
        return own && *own == ref;
    }

    Done finish()
    {
        const std::int64_t at = m_at;
        QByteArray table("xref\n0 1\n0000000000 65535 f\r\n");
        for (auto place = m_places.begin(); place != m_places.end();) {
            const std::int32_t first = place->first.number;
            QByteArray rows;
            std::int32_t count = 0;
            for (; place != m_places.end() && place->first.number == first + count; ++place, ++count)
                rows += QByteArray::number(static_cast<qlonglong>(place->second)).rightJustified(10, '0') + ' ' +
                        QByteArray::number(place->first.generation).rightJustified(5, '0') + " n\r\n";
            table += QByteArray::number(first) + ' ' + QByteArray::number(count) + '\n' + rows;
            if (const Done written = put(table); !written)
                return written;
            table.clear();
        }
        Dict trailer;
        for (const char* key : {"Root", "Info", "Encrypt", "ID"})
            if (m_document.trailer().contains(key))
                trailer.set(key, m_document.trailer()[key]);
        trailer.set("Size", m_places.empty() ? 1 : m_places.rbegin()->first.number + 1);
        table += "trailer\n";
        trailer.write(table);
        return put(table + "\nstartxref\n" + QByteArray::number(static_cast<qlonglong>(at)) + "\n%%EOF\n");
    }

    const Document& m_document;
    QIODevice& m_to;
    std::int64_t m_at = 0;
    std::map<Ref, std::int64_t> m_places;
};

} // namespace

Result<Rewritten> rewritePdf(QIODevice& from, QIODevice& to, std::stop_token stop)
{
    const Result<Document> document = Document::open(from, -1, Damaged::Repair);
    if (!document)
        return fail(document.error());
    if (const Done open = document->readable(); !open)
        return fail(open.error());
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    for (const Field& field : readFields(*document))
        if (field.type == "Sig" && !document->resolve(field.value).dict().isEmpty())
            return fail(ErrorCode::PdfForbids, {}, QStringLiteral("a signed file cannot be written anew"));
    Writer writer(*document, to);
    if (const Done written = writer.write(std::move(stop)); !written)
        return fail(written.error());
    return Rewritten{static_cast<int>(pages->size()), writer.lost};
}

} // namespace diakinisi::pdf
