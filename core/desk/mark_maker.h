#pragma once
#include "desk/mark_place.h"
#include "desk/parts.h"
#include "pdf/mark.h"

namespace diakinisi::desk {

/// A mark with the place that was found for it in one file.
struct MadeMark {
    pdf::Mark mark;
    MarkRoom room;
};

/// Puts together what a person's visible mark says and finds its place: in an empty signature field, else beside the
/// marks that are there, else below the end of the last page's text (read by the worker).
class MarkMaker
{
public:
    explicit MarkMaker(Parts& parts) : m_parts(parts) {}

    /// NotPdf, PdfBroken, PdfEncrypted, PdfForbids (a mark's room is taken by others), FieldInvalid (a drawn place).
    Result<MadeMark> make(const QByteArray& file, const QString& signerName, const MarkWishes& wishes,
                          std::stop_token stop);
    /// The page with the mark drawn on it.
    Result<MarkPreview> preview(const QByteArray& file, const QString& signerName, const MarkWishes& wishes, QSize fit,
                                std::stop_token stop);

private:
    QStringList lines(const QString& signerName, const MarkWishes& wishes);
    std::vector<pdf::Rect> textOn(const QByteArray& file, int page, double height, std::stop_token stop);

    Parts& m_parts;
};

/// What the code on a document's mark says: organisation, number and time as far as they are known, and the document.
QString markCode(const domain::Document& document, const domain::Organisation& organisation);

} // namespace diakinisi::desk
