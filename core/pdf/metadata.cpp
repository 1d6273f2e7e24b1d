#include "pdf/metadata.h"

#include <QDateTime>

namespace diakinisi::pdf {

namespace {

const QString maker = QStringLiteral("Diakinisi");

/// What XML 1.0 can hold of it, escaped.
QByteArray escaped(const QString& text)
{
    QString held;
    for (const QChar c : text)
        if (c >= u' ' && c != u'\xFFFE' && c != u'\xFFFF')
            held += c;
    return held.toHtmlEscaped().toUtf8();
}

QByteArray element(const QByteArray& name, const QString& text)
{
    return text.isEmpty() ? QByteArray() : '<' + name + '>' + escaped(text) + "</" + name + ">\n";
}

} // namespace

Dict informationOf(const Metadata& metadata)
{
    Dict info;
    if (!metadata.title.isEmpty())
        info.set("Title", textString(metadata.title));
    if (!metadata.author.isEmpty())
        info.set("Author", textString(metadata.author));
    info.set("Creator", textString(maker));
    info.set("Producer", textString(maker));
    const QString date = toUtcDateTime(metadata.created).toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
    info.set("CreationDate", textString(date));
    info.set("ModDate", textString(date));
    return info;
}

QByteArray xmpOf(const Metadata& metadata)
{
    const QString date = toUtcDateTime(metadata.created).toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ"));
    QByteArray xmp("<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
                   "xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" "
                   "xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n");
    if (metadata.claimsPdfA)
        xmp += "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>B</pdfaid:conformance>\n";
    xmp += "<dc:format>application/pdf</dc:format>\n";
    if (!metadata.title.isEmpty())
        xmp += "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">" + escaped(metadata.title) +
               "</rdf:li></rdf:Alt></dc:title>\n";
    if (!metadata.author.isEmpty())
        xmp += "<dc:creator><rdf:Seq><rdf:li>" + escaped(metadata.author) + "</rdf:li></rdf:Seq></dc:creator>\n";
    xmp += element("dc:identifier", metadata.identifier);
    if (!metadata.language.isEmpty())
        xmp += "<dc:language><rdf:Bag><rdf:li>" + escaped(metadata.language) + "</rdf:li></rdf:Bag></dc:language>\n";
    xmp += element("xmp:CreatorTool", maker) + element("xmp:CreateDate", date) + element("xmp:ModifyDate", date) +
           element("pdf:Producer", maker);
    return xmp + "</rdf:Description></rdf:RDF></x:xmpmeta>\n" + QByteArray(2048, ' ') + "\n<?xpacket end=\"w\"?>";
}

} // namespace diakinisi::pdf
