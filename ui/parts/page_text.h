#pragma once
#include "base/lane.h"
#include "desk/desk_files.h"

#include <QObject>

#include <map>

namespace diakinisi::ui {

/// The words of one file's pages, for selecting, copying and finding. Pages are read when they are asked for.
class PageText : public QObject
{
    Q_OBJECT

public:
    /// A word of the file: page and place on it, in reading order.
    struct Place {
        int page = 0;
        int word = 0;
        friend auto operator<=>(const Place&, const Place&) = default;
    };
    struct Range {
        Place first;
        Place last;
    };

    PageText(desk::DeskFiles& files, Lane& lane, QObject* parent = nullptr);

    void open(const Sha256& file, int pages);
    void close();
    /// Reads the page's words unless known; `changed` follows.
    void want(int page);
    const std::vector<desk::DeskFiles::Word>* words(int page) const;

    /// The word at the point (in points), or the nearest before it; nothing where the page has no words (yet).
    std::optional<Place> at(int page, QPointF point) const;
    /// The text of the range, with line breaks where the lines of the page break.
    QString text(const Range& range) const;
    /// Where the words stand that the range has on this page.
    std::vector<QRectF> boxes(const Range& range, int page) const;

    /// Looks for the letters in the whole file (accents and case do not matter); `found` follows.
    void find(const QString& letters);
    const std::vector<Range>& finds() const { return m_finds; }

Q_SIGNALS:
    void changed();
    void found();

private:
    using Words = std::vector<desk::DeskFiles::Word>;

    void search();

    desk::DeskFiles& m_files;
    Lane& m_lane;
    Sha256 m_file;
    int m_count = 0;
    std::map<int, Words> m_words;
    std::vector<int> m_wanted;
    QString m_letters;
    std::vector<Range> m_finds;
    Task<Result<Words>> m_reading;
    int m_readingPage = -1;
    void readNext();
};

/// Folded for comparing: without accents, lower case, final sigma as sigma.
QString folded(const QString& text);

} // namespace diakinisi::ui
