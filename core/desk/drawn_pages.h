#pragma once
#include "desk/assemble_pages.h"

#include <QTemporaryDir>

#include <map>

namespace diakinisi::desk {

/// PDFs that are to become pages of one new document together with images: each of their pages is drawn at 300 dpi and
/// lies as a picture in a folder that is removed with this. Their own words are kept.
class DrawnPages
{
public:
    explicit DrawnPages(rendering::PageRenderer& renderer) : m_renderer(renderer) {}

    /// The files with the pages of each PDF in its place. NotSupported for a signed PDF, whose signatures would be
    /// lost; FileUnreadable, FileUnwritable, DiskFull and the errors of the renderer.
    Result<QStringList> draw(const QStringList& files);
    /// The file and page that a picture of ours was drawn from; any other as it is.
    PageSourceFile drawnFrom(const PageSourceFile& page) const;
    /// What the PDF itself says stands on the page; nothing for an image.
    std::optional<TextPage> words(const PageSourceFile& page) const;
    QStringList pdfs() const { return m_pdfs; }

private:
    Done drawOne(const QString& pdf, QStringList& files);

    rendering::PageRenderer& m_renderer;
    QTemporaryDir m_folder;
    QStringList m_pdfs;
    std::map<QString, PageSourceFile> m_from;
};

} // namespace diakinisi::desk
