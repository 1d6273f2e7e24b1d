#include "pdf/stamp.h"

#include "base/limits.h"
#include "pdf/podofo_calls.h"

#include <QIODevice>

#include <algorithm>
#include <memory>
#include <set>

namespace diakinisi::pdf {

namespace {

using namespace PoDoFo;

constexpr double margin = 20;
constexpr double padding = 3;
constexpr double leading = 1.25;

/// PoDoFo unpacks every object stream without a bound: what our own reader refuses must not reach it.
Done unpackAll(const Document& document)
{
    std::set<std::int64_t> seen;
    for (const XrefSection& section : document.sections())
        for (const XrefEntry& entry : section.entries)
            if (entry.kind == XrefEntry::Kind::InStream && document.entry(entry.number) == entry &&
                seen.insert(entry.where).second)
                if (const auto object = document.object({entry.number, 0}); !object)
                    return fail(object.error());
    return {};
}

/// The stamp in its natural size, once for all pages.
class Stamp
{
public:
    Stamp(PdfMemDocument& document, const Font& font, const StampOptions& options)
        : m_place(options.place),
          m_file(font.file()),
          m_library(document.GetFontLibrary()),
          m_form(areaOf(font, options), &document, "DiakinisiStamp")
    {
        auto* const metrics = new PdfFontMetricsFreetype(&m_library, m_file.constData(),
                                                         static_cast<unsigned>(m_file.size()), false, "DIAKIN+");
        m_font.reset(PdfFontFactory::CreateFontObject(metrics, ePdfFont_Embedded | ePdfFont_Subsetting,
                                                      new PdfIdentityEncoding(0, 0xffff, true),
                                                      &document.GetObjects()));
        if (!m_font)
            PODOFO_RAISE_ERROR(ePdfError_UnsupportedFontFormat);
        m_font->SetFontSize(static_cast<float>(options.fontSize));
        PdfPainter painter;
        painter.SetPage(&m_form);
        painter.SetStrokingColor(0.2, 0.2, 0.4);
        painter.SetStrokeWidth(0.5);
        painter.Rectangle(0.25, 0.25, width() - 0.5, height() - 0.5);
        painter.Stroke();
        painter.SetFont(m_font.get());
        double y = height() - padding / 2 - options.fontSize;
        for (const QString& line : options.lines) {
            if (!line.isEmpty())
                painter.DrawText(padding, y, podofoText(line));
            y -= options.fontSize * leading;
        }
        painter.FinishPage();
        m_font->EmbedSubsetFont();
    }

    void drawOn(PdfPage& sheet, const Page& page)
    {
        const std::string name = addTo(sheet);
        PdfDictionary& dict = sheet.GetObject()->GetDictionary();
        PdfArray streams;
        streams.push_back(stream(sheet, "q\n"));
        const PdfObject* const contents = sheet.GetObject()->GetIndirectKey("Contents");
        if (contents && contents->IsArray())
            for (const PdfObject& part : contents->GetArray())
                streams.push_back(part);
        else if (contents)
            streams.push_back(*dict.GetKey("Contents"));
        streams.push_back(stream(sheet, "\nQ\nq " + matrix(page) + "cm /" + name + " Do Q\n"));
        dict.AddKey("Contents", streams);
    }

private:
    static PdfRect areaOf(const Font& font, const StampOptions& options)
    {
        double width = 40;
        for (const QString& line : options.lines)
            width = std::max(width, font.width(line, options.fontSize) + 10);
        return {0, 0, width, static_cast<double>(options.lines.size()) * options.fontSize * leading + 2 * padding};
    }
    double width() const { return m_form.GetPageSize().GetWidth(); }
    double height() const { return m_form.GetPageSize().GetHeight(); }

    static PdfReference stream(PdfPage& sheet, const std::string& operators)
    {
        PdfObject* const object = sheet.GetObject()->GetOwner()->CreateObject();
        object->GetStream()->Set(operators.data(), static_cast<pdf_long>(operators.size()));
        return object->Reference();
    }

    static PdfObject& child(PdfObject& parent, PdfObject* found, const char* key)
    {
        if (found)
            return *found;
        parent.GetDictionary().AddKey(key, PdfObject(PdfDictionary()));
        return *parent.GetDictionary().GetKey(key);
    }

    /// Gives the name that the page knows the stamp by.
    std::string addTo(PdfPage& sheet)
    {
        PdfObject& resources = child(*sheet.GetObject(), sheet.GetResources(), "Resources");
        PdfObject& forms = child(resources, resources.GetIndirectKey("XObject"), "XObject");
        std::string name = m_form.GetIdentifier().GetName();
        while (forms.GetDictionary().HasKey(name)) // the copy of a copy
            name += '+';
        forms.GetDictionary().AddKey(name, m_form.GetObjectReference());
        return name;
    }

    /// Places the stamp upright on the page as shown, smaller where the page is too small for it.
    std::string matrix(const Page& page) const
    {
        const double room =
            std::min((page.shownWidth() - 2 * margin) / width(), (page.shownHeight() - 2 * margin) / height());
        const double scale = std::clamp(room, 0.05, 1.0);
        const bool right = m_place == StampPlace::TopRight || m_place == StampPlace::BottomRight;
        const bool top = m_place == StampPlace::TopRight || m_place == StampPlace::TopLeft;
        const Rect at = page.fromShown({right ? page.shownWidth() - margin - width() * scale : margin,
                                        top ? page.shownHeight() - margin - height() * scale : margin, width() * scale,
                                        height() * scale});
        const double cosine = page.rotation == 0 ? scale : page.rotation == 180 ? -scale : 0;
        const double sine = page.rotation == 90 ? scale : page.rotation == 270 ? -scale : 0;
        std::string text;
        for (const double n : {cosine, sine, -sine, cosine, at.x + (page.rotation % 270 ? at.width : 0),
                               at.y + (page.rotation >= 180 ? at.height : 0)})
            text += QByteArray::number(n, 'f', 4).toStdString() + ' ';
        return text;
    }

    StampPlace m_place;
    QByteArray m_file;    // the font reads from here
    FT_Library m_library; // the document's
    std::unique_ptr<PdfFont> m_font;
    PdfXObject m_form;
};

Done writeStamped(std::istream& from, std::ostream& to, const std::vector<Page>& pages, const Font& font,
                  const StampOptions& options)
{
    PdfMemDocument document;
    document.LoadFromDevice(PdfRefCountedInputDevice(new PdfInputDevice(&from)));
    if (document.GetPageCount() != static_cast<int>(pages.size()))
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("the page tree is not clear"));
    Stamp stamp(document, font, options);
    for (std::size_t i = 0; i < (options.allPages ? pages.size() : 1); ++i) {
        PdfPage* const sheet = document.GetPage(static_cast<int>(i));
        if (!sheet)
            return fail(ErrorCode::PdfBroken, {}, QStringLiteral("page %1 is not there").arg(i + 1));
        stamp.drawOn(*sheet, pages[i]);
    }
    PdfOutputDevice device(&to);
    document.Write(&device);
    return {};
}

} // namespace

Done stampPrintCopy(QIODevice& from, QIODevice& to, const Font& font, const StampOptions& options)
{
    if (options.lines.isEmpty())
        return fail(ErrorCode::FieldMissing, QStringLiteral("lines"));
    if (from.size() > limits::fileBytes)
        return fail(ErrorCode::FileTooLarge);
    const Result<Document> document = Document::open(from);
    if (!document)
        return fail(document.error());
    if (document->isEncrypted()) // PoDoFo would have to be trusted with it
        return fail(ErrorCode::PdfEncrypted, {}, QStringLiteral("no print copy is made of an encrypted file"));
    const Result<std::vector<Page>> pages = readPages(*document);
    if (!pages)
        return fail(pages.error());
    if (const Done small = unpackAll(*document); !small)
        return small;
    if (pages->empty() || !from.seek(document->headerShift()))
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("no page"));
    DeviceBuffer source(from, document->headerShift());
    std::istream read(&source);
    DeviceBuffer target(to);
    std::ostream written(&target);
    const Done done =
        callPodofo(ErrorCode::PdfBroken, [&] { return writeStamped(read, written, *pages, font, options); });
    if (done && !written.flush())
        return fail(ErrorCode::FileUnwritable, {}, to.errorString());
    return done;
}

} // namespace diakinisi::pdf
