#include "pdf/drawn_text.h"
#include "pdf/image_file.h"
#include "pdf/mark.h"
#include "pdf/qr_code.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr double largestSize = 9.5;
constexpr double smallestSize = 0.2;
constexpr double smallestUnbroken = 6.5;
constexpr double wideEnough = 1e6;
constexpr double leading = 1.22;
constexpr double quietZone = 2; // modules; the mark's own white does the rest

QByteArray points(double d)
{
    QByteArray text;
    Value(d).write(text);
    return text;
}

QByteArray box(const Rect& r)
{
    return points(r.x) + ' ' + points(r.y) + ' ' + points(r.width) + ' ' + points(r.height) + " re ";
}

/// Cuts a strip for a picture of these proportions off the room: at the left or right where the room is wide, else at
/// the top or bottom. Gives the picture's place in it.
Rect cut(Rect& room, double aspect, double share, bool front)
{
    const bool wide = room.width >= room.height;
    const double gap = std::max(0.04 * std::min(room.width, room.height), std::min(4.0, 0.05 * room.width));
    double width = wide ? std::min(room.width * share, room.height * aspect) : room.width;
    double height = wide ? room.height : std::min(room.height * share, room.width / aspect);
    Rect strip{room.x, room.y, width, height};
    if (wide) {
        strip.x = front ? room.x : room.x + room.width - width;
        room.x += front ? width + gap : 0;
        room.width -= width + gap;
    } else {
        strip.y = front ? room.y + room.height - height : room.y;
        room.y += front ? 0 : height + gap;
        room.height -= height + gap;
    }
    width = std::min(strip.width, strip.height * aspect);
    height = width / aspect;
    return {strip.x + (strip.width - width) / 2, strip.y + (strip.height - height) / 2, width, height};
}

struct Line {
    QString text;
    double scale = 1;
    bool strong = false;
};

/// Heading a little smaller, the name stronger, all broken at spaces for this size.
std::vector<Line> layOut(const Font& font, const QStringList& lines, double size, double width)
{
    std::vector<Line> result;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool name = i == 1;
        const double scale = name ? 1.12 : 0.88;
        for (const QString& part : wrapped(font, {lines[i]}, size * scale, width))
            result.push_back({part, scale, name});
    }
    return result;
}

/// The pixels as they stood in the file.
Ref addImage(IncrementalUpdate& update, const ImageFile& image)
{
    static constexpr const char* spaces[] = {"DeviceGray", "DeviceRGB", "DeviceCMYK"};
    Dict dict{{"Type", Name{"XObject"}}, {"Subtype", Name{"Image"}}};
    dict.set("Width", image.width);
    dict.set("Height", image.height);
    dict.set("BitsPerComponent", image.bits);
    if (image.palette.isEmpty())
        dict.set("ColorSpace", Name{spaces[image.colours / 2]});
    else
        dict.set("ColorSpace",
                 Array{Name{"Indexed"}, Name{"DeviceRGB"}, static_cast<std::int64_t>(image.palette.size() / 3 - 1),
                       Text{image.palette, true}});
    if (image.inverted)
        dict.set("Decode", Array{1, 0, 1, 0, 1, 0, 1, 0});
    if (image.pngRows)
        dict.set("DecodeParms", Dict{{"Predictor", 15},
                                     {"Colors", image.palette.isEmpty() ? image.colours : 1},
                                     {"BitsPerComponent", image.bits},
                                     {"Columns", image.width}});
    dict.set("Filter", Name{image.isJpeg ? "DCTDecode" : "FlateDecode"});
    return update.addPackedStream(std::move(dict), image.data);
}

class Drawing
{
public:
    Drawing(IncrementalUpdate& update, const Font& font, double width, double height)
        : m_update(update),
          m_font(font),
          m_box{0, 0, width, height}
    {
        m_drawn = "q 1 g 0.35 G 0.5 w " + box({0.25, 0.25, width - 0.5, height - 0.5}) + "B Q\n";
        const double padding = std::min(4.0, 0.07 * std::min(width, height));
        m_room = {padding, padding, width - 2 * padding, height - 2 * padding};
    }

    void image(const ImageFile& image)
    {
        const Rect at = cut(m_room, static_cast<double>(image.width) / image.height, 0.34, true);
        m_resources.set("XObject", Dict{{"I", addImage(m_update, image)}});
        m_drawn += "q " + points(at.width) + " 0 0 " + points(at.height) + ' ' + points(at.x) + ' ' + points(at.y) +
                   " cm /I Do Q\n";
    }

    /// Each run of dark modules is one rectangle.
    void qr(const QrCode& code)
    {
        const Rect at = cut(m_room, 1, 0.4, false);
        const double module = at.width / (code.side + 2 * quietZone);
        m_drawn += "q 0 g " + points(module) + " 0 0 " + points(-module) + ' ' + points(at.x + quietZone * module) +
                   ' ' + points(at.y + at.height - quietZone * module) + " cm\n";
        for (int row = 0; row < code.side; ++row) {
            for (int column = 0; column < code.side;) {
                int end = column;
                while (end < code.side && code.at(end, row))
                    ++end;
                if (end > column)
                    m_drawn += QByteArray::number(column) + ' ' + QByteArray::number(row) + ' ' +
                               QByteArray::number(end - column) + " 1 re\n";
                column = std::max(end, column + 1);
            }
        }
        m_drawn += "f Q\n";
    }

    void text(const QStringList& lines)
    {
        const EmbeddedFont embedded(m_font, lines);
        m_resources.set("Font", Dict{{"F", embedded.addTo(m_update)}});
        // Rather a little smaller than a name broken in two; broken rather than too small to read.
        double size = largestSize;
        std::vector<Line> laid = layOut(m_font, lines, size, wideEnough);
        while (!fits(laid, size) && size > smallestUnbroken)
            size *= 0.97;
        if (!fits(laid, size))
            laid = layOut(m_font, lines, size = largestSize, m_room.width);
        while (!fits(laid, size) && size > smallestSize) {
            size *= 0.97;
            laid = layOut(m_font, lines, size, m_room.width);
        }
        double y = m_room.y + m_room.height - (m_room.height - heightOf(laid, size)) / 2;
        m_drawn += "q BT 0 g 0 G " + points(size * 0.035) + " w\n";
        for (const Line& line : laid) {
            const double own = size * line.scale;
            m_drawn += QByteArray(line.strong ? "2" : "0") + " Tr /F " + points(own) + " Tf 1 0 0 1 " +
                       points(m_room.x) + ' ' + points(y - own) + " Tm " + embedded.shown(line.text) + " Tj\n";
            y -= own * leading;
        }
        m_drawn += "ET Q\n";
    }

    Ref finish(int rotation)
    {
        Dict form{{"Type", Name{"XObject"}}, {"Subtype", Name{"Form"}}};
        form.set("BBox", Array{0, 0, m_box.width, m_box.height});
        form.set("Matrix", uprightOn(rotation));
        form.set("Resources", m_resources);
        return m_update.addStream(form, m_drawn);
    }

private:
    static double heightOf(const std::vector<Line>& lines, double size)
    {
        double height = 0;
        for (const Line& line : lines)
            height += size * line.scale * leading;
        return height;
    }
    bool fits(const std::vector<Line>& lines, double size) const
    {
        return heightOf(lines, size) <= m_room.height && std::all_of(lines.begin(), lines.end(), [&](const Line& l) {
                   return m_font.width(l.text, size * l.scale) <= m_room.width;
               });
    }

    IncrementalUpdate& m_update;
    const Font& m_font;
    Rect m_box;
    Rect m_room; ///< what is still free in it
    Dict m_resources;
    QByteArray m_drawn;
};

} // namespace

Ref addMark(IncrementalUpdate& update, const Font& font, const Mark& mark, double width, double height,
            int pageRotation)
{
    Drawing drawing(update, font, width, height);
    if (const Result<ImageFile> image = readImage(mark.image); image)
        drawing.image(*image);
    if (const Result<QrCode> code = makeQrCode(mark.qr); code)
        drawing.qr(*code);
    if (!mark.lines.isEmpty())
        drawing.text(mark.lines);
    return drawing.finish(pageRotation);
}

} // namespace diakinisi::pdf
