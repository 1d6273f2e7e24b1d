#include "pdf/compose.h"

#include "pdf/image_file.h"
#include "pdf/podofo_calls.h"

#include <QDateTime>
#include <QIODevice>

namespace diakinisi::pdf {

namespace {

using namespace PoDoFo;

/// Lets the catalog be reached.
class StreamedDocument : public PdfStreamedDocument
{
public:
    explicit StreamedDocument(PdfOutputDevice& to) : PdfStreamedDocument(&to, ePdfVersion_1_7) {}
    using PdfDocument::GetCatalog;
    using PdfDocument::GetObjects;
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

/// Everything must stand in the dictionary before the data: they leave for the device together.
void addData(PdfImage& picture, const ImageFile& image)
{
    constexpr EPdfColorSpace spaces[] = {ePdfColorSpace_DeviceGray, ePdfColorSpace_DeviceRGB,
                                         ePdfColorSpace_DeviceCMYK};
    picture.SetImageColorSpace(spaces[image.colours / 2]);
    PdfDictionary& dict = picture.GetObject()->GetDictionary();
    if (!image.palette.isEmpty()) {
        PdfArray indexed;
        indexed.push_back(PdfName("DeviceRGB"));
        indexed.push_back(static_cast<pdf_int64>(image.palette.size() / 3 - 1));
        indexed.push_back(PdfString(image.palette.constData(), image.palette.size(), true));
        picture.SetImageColorSpace(ePdfColorSpace_Indexed, &indexed);
    }
    if (image.inverted) {
        PdfArray decode;
        for (pdf_int64 i = 0; i < 8; ++i)
            decode.push_back((i + 1) % 2);
        dict.AddKey("Decode", decode);
    }
    if (image.pngRows) { // a PDF reader undoes PNG's own compression (ISO 32000-1, 7.4.4.4)
        PdfDictionary parameters;
        parameters.AddKey("Predictor", pdf_int64{15});
        parameters.AddKey("Colors", pdf_int64{image.colours});
        parameters.AddKey("BitsPerComponent", pdf_int64{image.bits});
        parameters.AddKey("Columns", pdf_int64{image.width});
        dict.AddKey("DecodeParms", parameters);
    }
    dict.AddKey(PdfName::KeyFilter, PdfName(image.isJpeg ? "DCTDecode" : "FlateDecode"));
    PdfMemoryInputStream data(image.data.constData(), image.data.size());
    picture.SetImageDataRaw(static_cast<unsigned>(image.width), static_cast<unsigned>(image.height),
                            static_cast<unsigned>(image.bits), &data);
}

Done addPage(StreamedDocument& document, const PageImage& page, std::size_t place)
{
    const QString subject = QString::number(place);
    if (!(page.dpi >= 30 && page.dpi <= 4800) || page.rotation % 90 != 0)
        return fail(ErrorCode::FieldInvalid, subject, QStringLiteral("resolution or rotation"));
    const Result<ImageFile> image = readImage(page.file);
    if (!image)
        return fail(ErrorCode::ImageUnreadable, subject, image.error().cause);
    const double scale = 72.0 / page.dpi;
    PdfImage picture(&document);
    addData(picture, *image);
    PdfPage* const sheet = document.CreatePage(PdfRect(0, 0, image->width * scale, image->height * scale));
    if (page.rotation % 360 != 0)
        sheet->SetRotation((page.rotation % 360 + 360) % 360);
    PdfPainter painter;
    painter.SetPrecision(5);
    painter.SetPage(sheet);
    painter.DrawImage(0, 0, &picture, scale, scale);
    painter.FinishPage();
    return {};
}

void describe(StreamedDocument& document, const ComposeOptions& options)
{
    const QString date = toUtcDateTime(options.created).toString(QStringLiteral("'D:'yyyyMMddHHmmss'Z'"));
    PdfInfo* const info = document.GetInfo();
    if (!options.title.isEmpty())
        info->SetTitle(podofoText(options.title));
    info->SetCreator(PdfString("Diakinisi"));
    info->GetObject()->GetDictionary().AddKey("CreationDate", PdfString(date.toStdString()));
    document.SetDisplayDocTitle();
    PdfObject* const xmp = document.GetObjects()->CreateObject("Metadata");
    xmp->GetDictionary().AddKey(PdfName::KeySubtype, PdfName("XML"));
    PdfDictionary& catalog = document.GetCatalog()->GetDictionary();
    catalog.AddKey("Metadata", xmp->Reference());
    catalog.AddKey("Lang", PdfString(options.language.toStdString())); // PoDoFo's own SetLanguage() leaks
    const QByteArray packet = metadata(options);
    PdfMemoryInputStream data(packet.constData(), packet.size());
    xmp->GetStream()->SetRawData(&data);
}

} // namespace

Done composePages(const std::vector<PageImage>& images, QIODevice& to, const ComposeOptions& options)
{
    if (images.empty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("images"));
    DeviceBuffer buffer(to);
    std::ostream stream(&buffer);
    const Done done = callPodofo(ErrorCode::FileUnwritable, [&]() -> Done {
        PdfOutputDevice device(&stream);
        StreamedDocument document(device);
        for (std::size_t i = 0; i < images.size(); ++i)
            if (const Done added = addPage(document, images[i], i + 1); !added || !stream)
                return added;
        describe(document, options);
        document.Close();
        return {};
    });
    if (done && !stream.flush())
        return fail(ErrorCode::FileUnwritable, {}, to.errorString());
    return done;
}

} // namespace diakinisi::pdf
