#pragma once
#include "base/result.h"
#include "pdf/value.h"

#include <QByteArray>
#include <QString>

#include <map>
#include <memory>
#include <set>

class QIODevice;

namespace diakinisi::pdf {

class IncrementalUpdate;

/// A TrueType font file (DejaVu Sans in our packages) from which the letters that a text needs are embedded. Where the
/// file lies, the composition root knows. Immutable: any thread.
class Font
{
public:
    /// FileUnreadable, or MalformedInput for what is no TrueType font with Unicode mapping.
    static Result<Font> load(const QString& path);
    static Result<Font> fromBytes(QByteArray bytes);

    /// The glyph of a character, 0 when the font has none.
    std::uint16_t glyph(char32_t character) const;
    /// Width in points at `size` points.
    double width(const QString& text, double size) const;

    struct Metrics {
        int unitsPerEm = 1000;
        int ascent = 0;
        int descent = 0;
        int box[4] = {0, 0, 0, 0};
    };
    const Metrics& metrics() const;
    /// In 1/1000 of the size.
    int advance(std::uint16_t glyph) const;
    /// A font file with these glyphs only, renumbered 0.. in the order of the set (0 is always in it).
    QByteArray subset(const std::set<std::uint16_t>& glyphs) const;
    /// The whole font as a file.
    QByteArray file() const;

private:
    struct Data;
    explicit Font(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}
    std::shared_ptr<const Data> m_data;
};

} // namespace diakinisi::pdf
