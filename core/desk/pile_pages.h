#pragma once
#include "base/time.h"
#include "imaging/label_code.h"
#include "imaging/page_likeness.h"
#include "imaging/split_pile.h"

#include <QImage>
#include <QStringList>
#include <QUuid>

#include <optional>

namespace diakinisi::desk {

/// What becomes of a page of a pile.
enum class PageFate {
    Kept,
    LeftOut, ///< blank, a separator sheet, or left out by the clerk: shown as such, and one click brings it back
    Removed  ///< deleted; only undo brings it back
};

/// A page of a pile, safe on disk, and what the clerk has made of it.
struct ScannedPage {
    QString file;
    int number = 0;       ///< in the order in which it came
    int frame = 0;        ///< of the file
    int quarterTurns = 0; ///< clockwise
    PageFate fate = PageFate::Kept;
    bool begins = false;  ///< a document begins here
    bool looked = false;  ///< what was seen on it has been taken into account
    bool upright = false; ///< how it stands was decided, by its writing or by the clerk: it is not turned by itself

    bool isSameAs(const ScannedPage& other) const { return file == other.file && frame == other.frame; }
    friend bool operator==(const ScannedPage&, const ScannedPage&) = default;
};

/// Pages scanned for one document or more, which nobody has registered yet.
struct ScanPile {
    QUuid id;
    Instant scannedAt; ///< of the last page
    std::vector<ScannedPage> pages;
};

/// What was seen on a page.
struct PageLook {
    bool blank = false;
    std::vector<imaging::PageCode> codes{};
    std::optional<imaging::LabelCode> label{}; ///< our own label: the document whose paper this is
    imaging::PageMark mark{};                  ///< to find it again among those registered
};

/// The pages of a pile on the clerk's table: put in order, turned, left out, split into documents. Each change can be
/// undone; pages that came meanwhile stay. Values only.
class PilePages
{
public:
    PilePages() = default;
    explicit PilePages(std::vector<ScannedPage> pages) : m_pages(std::move(pages)) {}

    /// Where a pile is split by itself, besides at our separator sheets and labels; for pages still to be looked at.
    void splitAt(imaging::Separator separator, bool dropBlank);

    /// All but those removed, in their order.
    std::vector<ScannedPage> pages() const;
    /// All, for keeping them on disk.
    const std::vector<ScannedPage>& everything() const { return m_pages; }
    std::size_t size() const { return pages().size(); }
    bool isEmpty() const { return size() == 0; }

    /// A page that has come: behind the others, or where its number belongs (backs come after all fronts). No step of
    /// its own for undo.
    void append(const ScannedPage& page);
    /// What was seen on a page: left out when it is blank or a separator, beginning a document when it says so. Once a
    /// page; in the order in which the pages came. False when that changed nothing.
    bool take(const ScannedPage& page, const PageLook& look);
    /// As taken; nothing for a page not looked at in this run.
    const PageLook* look(const ScannedPage& page) const;

    // Rows are of pages(). Each is one step of undo; nothing happens, and false is told, where it would change nothing.
    bool move(std::vector<int> rows, int before);
    bool turn(const std::vector<int>& rows, int quarterTurns);
    /// By its own writing; once a page, and never one that the clerk has turned.
    bool turnUpright(const ScannedPage& page, int quarterTurns);
    bool leaveOut(const std::vector<int>& rows);
    bool bringBack(const std::vector<int>& rows);
    bool remove(const std::vector<int>& rows);
    /// A document begins at this row.
    bool split(int row);
    /// The document that begins at this row, or in which it lies, goes on the one before.
    bool merge(int row);
    bool canUndo() const { return !m_earlier.empty(); }
    bool undo();

    /// The kept pages of each document; none is empty.
    std::vector<std::vector<ScannedPage>> documents() const;
    /// Which document a row belongs to, from 0; -1 for a row left out.
    int documentOf(int row) const;
    /// They are registered and gone from the table, and what is left out with the kept page that follows it.
    void forget(const std::vector<ScannedPage>& registered);

private:
    ScannedPage* find(const ScannedPage& page);
    /// Places in m_pages of these rows, rising; rows that are none are left out.
    std::vector<std::size_t> places(const std::vector<int>& rows) const;
    /// Runs `change` as a step of undo; forgets the step where nothing has changed.
    template <class Change>
    bool step(Change&& change);
    bool setFate(const std::vector<int>& rows, PageFate fate);
    bool apply(ScannedPage& page, const PageLook& look);

    struct Seen {
        ScannedPage page;
        PageLook look;
        bool leftOut = false;
        bool begins = false;
    };
    Seen* seen(const ScannedPage& page);

    std::vector<ScannedPage> m_pages;
    std::vector<std::vector<ScannedPage>> m_earlier;
    std::vector<Seen> m_seen;
    imaging::Separator m_separator = imaging::Separator::None;
    bool m_dropBlank = true;
    imaging::PileSplitter m_splitter{imaging::Separator::None, true};
    bool m_fresh = true; ///< the splitter has seen no page yet
};

} // namespace diakinisi::desk
