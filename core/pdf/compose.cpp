#include "pdf/compose.h"

#include "pdf/byte_source.h"
#include "pdf/image_file.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QIODevice>

namespace diakinisi::pdf {

namespace {

/// Writes a file from nothing, object by object, straight to the device.
class FileWriter
{
public:
    explicit FileWriter(QIODevice& to) : m_to(to) {}

    int reserve()
    {
        m_at.push_back(0);
        return static_cast<int>(m_at.size());
    }
    Done head() { return put("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"); }
    Done object(int number, const Dict& dict, const QByteArray* data = nullptr)
    {
        m_at[static_cast<std::size_t>(number) - 1] = m_length;
        QByteArray bytes = QByteArray::number(number) + " 0 obj\n";
        Dict whole = dict;
        if (data)
            whole.set("Length", static_cast<std::int64_t>(data->size()));
        whole.write(bytes);
        if (data)
            bytes += "\nstream\n" + *data + "\nendstream";
        return put(bytes + "\nendobj\n");
    }
    Done finish(int catalog, int info)
    {
        const std::int64_t at = m_length;
        QByteArray bytes = "xref\n0 " + QByteArray::number(m_at.size() + 1) + "\n0000000000 65535 f\r\n";
        for (const std::int64_t offset : m_at)
            bytes += QByteArray::number(static_cast<qlonglong>(offset)).rightJustified(10, '0') + " 00000 n\r\n";
        const QByteArray id = m_digest.result().left(16);
        Dict trailer{{"Size", static_cast<int>(m_at.size()) + 1}, {"Root", Ref{catalog, 0}}, {"Info", Ref{info, 0}}};
        trailer.set("ID", Array{Text{id, true}, Text{id, true}});
        bytes += "trailer\n";
        trailer.write(bytes);
        return put(bytes + "\nstartxref\n" + QByteArray::number(static_cast<qlonglong>(at)) + "\n%%EOF\n");
    }

private:
    Done put(const QByteArray& bytes)
    {
        m_length += bytes.size();
        m_digest.addData(bytes);
        return writeBytes(m_to, bytes);
    }

    QIODevice& m_to;
    std::int64_t m_length = 0;
    std::vector<std::int64_t> m_at;
    QCryptographicHash m_digest{QCryptographicHash::Sha256};
};

QByteArray metadata(const ComposeOptions& options)
{
    const QString date = toUtcDateTime(options.created).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    QByteArray xmp(
        "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
        "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\"><rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
        "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
        "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\">\n<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">");
    xmp += options.title.toHtmlEscaped().toUtf8() + "</rdf:li></rdf:Alt></dc:title>\n<xmp:CreateDate>" + date.toUtf8();
    return xmp +
           "</xmp:CreateDate><xmp:CreatorTool>Diakinisi</xmp:CreatorTool>\n</rdf:Description></rdf:RDF></x:xmpmeta>\n"
           "<?xpacket end=\"w\"?>";
}

Result<Ref> writePage(FileWriter& writer, const PageImage& page, std::size_t place, Ref tree)
{
    const QString subject = QString::number(place);
    if (!(page.dpi >= 30 && page.dpi <= 4800) || page.rotation % 90 != 0)
        return fail(ErrorCode::FieldInvalid, subject, QStringLiteral("resolution or rotation"));
    const Result<ImageObject> image = readImage(page.file);
    if (!image)
        return fail(ErrorCode::ImageUnreadable, subject, image.error().cause);
    const double width = image->width * 72.0 / page.dpi;
    const double height = image->height * 72.0 / page.dpi;
    const Ref imageRef{writer.reserve(), 0};
    const Ref contents{writer.reserve(), 0};
    const Ref own{writer.reserve(), 0};
    QByteArray drawn("q ");
    for (const Value& n : Array{width, 0, 0, height, 0, 0}) {
        n.write(drawn);
        drawn += ' ';
    }
    drawn += "cm /Im Do Q\n";
    Dict dict{
        {"Type", Name{"Page"}}, {"Parent", tree}, {"MediaBox", Array{0, 0, width, height}}, {"Contents", contents}};
    dict.set("Resources", Dict{{"XObject", Dict{{"Im", imageRef}}}});
    if (page.rotation % 360 != 0)
        dict.set("Rotate", (page.rotation % 360 + 360) % 360);
    Done done = writer.object(imageRef.number, image->dict, &image->data);
    if (done)
        done = writer.object(contents.number, {}, &drawn);
    if (done)
        done = writer.object(own.number, dict);
    if (!done)
        return fail(done.error());
    return own;
}

} // namespace

Done composePages(const std::vector<PageImage>& images, QIODevice& to, const ComposeOptions& options)
{
    if (images.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("images"));
    FileWriter writer(to);
    Done done = writer.head();
    const int catalog = writer.reserve();
    const Ref tree{writer.reserve(), 0};
    const int info = writer.reserve();
    const int xmp = writer.reserve();
    Array kids;
    for (std::size_t i = 0; done && i < images.size(); ++i) {
        const Result<Ref> page = writePage(writer, images[i], i + 1, tree);
        if (!page)
            return fail(page.error());
        kids.emplace_back(*page);
    }
    if (done)
        done = writer.object(tree.number,
                             {{"Type", Name{"Pages"}}, {"Kids", kids}, {"Count", static_cast<int>(kids.size())}});
    const QByteArray packet = metadata(options);
    if (done)
        done = writer.object(xmp, {{"Type", Name{"Metadata"}}, {"Subtype", Name{"XML"}}}, &packet);
    const QString date = toUtcDateTime(options.created).toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
    if (done)
        done = writer.object(info, {{"Title", textString(options.title)},
                                    {"Creator", textString(QStringLiteral("Diakinisi"))},
                                    {"CreationDate", textString(date)}});
    if (done)
        done = writer.object(catalog, {{"Type", Name{"Catalog"}},
                                       {"Pages", tree},
                                       {"Metadata", Ref{xmp, 0}},
                                       {"Lang", textString(options.language)},
                                       {"ViewerPreferences", Dict{{"DisplayDocTitle", true}}}});
    return done ? writer.finish(catalog, info) : done;
}

} // namespace diakinisi::pdf
