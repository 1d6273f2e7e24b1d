#pragma once
#include "imaging/codes.h"

#include <QString>

namespace diakinisi::imaging {

/// What ends one document and begins the next in a pile of pages.
enum class Separator {
    None,
    Blank,   ///< an empty sheet: left out itself
    Barcode, ///< any barcode or QR code: its page begins the next document
};

/// The text on our own separator sheets: such a sheet separates whatever else does, and is left out.
inline const QString separatorSheet = QStringLiteral("diakinisi:next");

/// What splitting needs to know of a page.
struct PilePage {
    bool blank = false;
    std::vector<PageCode> codes{};
};

/// What becomes of a page.
struct PileVerdict {
    bool leftOut = false;
    bool beginsDocument = false; ///< never of a page that is left out, always of the first that is not
    QString code{};              ///< of a page that begins a document: the code that said so, else empty

    friend bool operator==(const PileVerdict&, const PileVerdict&) = default;
};

/// Splits a pile into documents, page by page as they come.
class PileSplitter
{
public:
    /// `dropBlank`: blank pages within a document are left out, too.
    PileSplitter(Separator separator, bool dropBlank) : m_separator(separator), m_dropBlank(dropBlank) {}

    PileVerdict next(const PilePage& page);

private:
    Separator m_separator;
    bool m_dropBlank;
    bool m_begins = true; ///< the next page that is not left out begins a document
};

} // namespace diakinisi::imaging
