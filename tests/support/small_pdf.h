#pragma once
#include <QByteArray>

#include <vector>

namespace diakinisi::test {

struct SmallPage {
    QByteArray content;                          ///< page operators; /F1 is Helvetica
    QByteArray more = "/MediaBox [0 0 595 842]"; ///< the page's own entries
};

/// A correct, uncompressed PDF 1.4 with these pages.
inline QByteArray smallPdf(const std::vector<SmallPage>& pages)
{
    QByteArray pdf = "%PDF-1.4\n";
    std::vector<qsizetype> offsets;
    const auto object = [&](const QByteArray& body) {
        offsets.push_back(pdf.size());
        pdf += QByteArray::number(static_cast<qlonglong>(offsets.size())) + " 0 obj\n" + body + "\nendobj\n";
    };
    QByteArray kids;
    for (std::size_t i = 0; i < pages.size(); ++i)
        kids += QByteArray::number(static_cast<qlonglong>(4 + 2 * i)) + " 0 R ";
    object("<< /Type /Catalog /Pages 2 0 R >>");
    object("<< /Type /Pages /Kids [" + kids + "] /Count " + QByteArray::number(static_cast<qlonglong>(pages.size())) +
           " >>");
    object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
    for (const SmallPage& page : pages) {
        const QByteArray contents = QByteArray::number(static_cast<qlonglong>(offsets.size() + 2));
        object("<< /Type /Page /Parent 2 0 R " + page.more + " /Resources << /Font << /F1 3 0 R >> >> /Contents " +
               contents + " 0 R >>");
        object("<< /Length " + QByteArray::number(page.content.size()) + " >>\nstream\n" + page.content +
               "\nendstream");
    }
    const qsizetype table = pdf.size();
    const QByteArray count = QByteArray::number(static_cast<qlonglong>(offsets.size() + 1));
    pdf += "xref\n0 " + count + "\n0000000000 65535 f \n";
    for (const qsizetype offset : offsets)
        pdf += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
    return pdf + "trailer\n<< /Size " + count + " /Root 1 0 R >>\nstartxref\n" + QByteArray::number(table) +
           "\n%%EOF\n";
}

/// One line of text in Helvetica 12 at (x, y) from the lower left corner.
inline QByteArray textAt(int x, int y, const QByteArray& text)
{
    return "BT /F1 12 Tf " + QByteArray::number(x) + " " + QByteArray::number(y) + " Td (" + text + ") Tj ET\n";
}

/// A page that keeps a renderer busy for many seconds: curves across the whole page, drawn over and over.
inline SmallPage slowPage(int curves = 40'000)
{
    QByteArray content = "30 w 0.5 g\n";
    for (int i = 0; i < curves; ++i)
        content += QByteArray::number(i % 595) + " 0 m 0 842 595 0 " + QByteArray::number(595 - i % 595) + " 842 c S\n";
    return {content};
}

} // namespace diakinisi::test
