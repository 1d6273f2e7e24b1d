#pragma once
#include "pdf/font.h"
#include "pdf/incremental_update.h"
#include "pdf/pages.h"

#include <QStringList>

namespace diakinisi::pdf {

/// A font embedded with just the letters of some texts (Type 0, Identity-H, with ToUnicode so that the text can be
/// copied).
class EmbeddedFont
{
public:
    EmbeddedFont(const Font& font, const QStringList& texts);
    /// Writes the font's objects; gives the font dictionary's reference.
    Ref addTo(IncrementalUpdate& update) const;
    /// The text as a string for Tj.
    QByteArray shown(const QString& text) const;

private:
    const Font& m_font;
    std::set<std::uint16_t> m_glyphs;
    std::map<char32_t, std::uint16_t> m_numbers; // within the subset
};

/// Text set in a box: shrunk until every line fits, lines from the top.
struct TextBox {
    double width = 0;
    double height = 0;
    QStringList lines;
    double largestSize = 10;
    bool frame = false;
};

/// The drawing operators; the font's resource name is /F.
QByteArray drawText(const Font& font, const EmbeddedFont& embedded, const TextBox& box);

/// A form XObject (for an appearance) that shows the text upright on a page so turned; size as shown.
Ref addAppearance(IncrementalUpdate& update, const Font& font, const TextBox& box, int pageRotation);

/// The /Matrix of a form XObject that stands upright on a page so turned.
Value uprightOn(int pageRotation);

/// Long lines broken at spaces so that none is wider than `width` at `size`.
QStringList wrapped(const Font& font, const QStringList& lines, double size, double width);

} // namespace diakinisi::pdf
