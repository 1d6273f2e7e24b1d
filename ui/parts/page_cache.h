#pragma once
#include "base/lane.h"
#include "desk/desk_files.h"

#include <QObject>

#include <array>
#include <list>

namespace diakinisi::ui {

/// Pages as pictures, kept by use within a bound of memory, and rendered on the images lane: what was asked for last
/// comes first, what nobody waits for any more is forgotten. Lives in the main thread.
class PageCache : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostBytes = 192 * 1024 * 1024;
    static constexpr std::size_t mostWaiting = 24;

    PageCache(desk::DeskFiles& files, Lane& lane, QObject* parent = nullptr);

    /// How many pages, how large; null until known: then asked for, and `pagesKnown` follows.
    const desk::DeskFiles::Pages* pages(const Sha256& file);
    /// The page `width` pixels wide; a null picture until it is there: then asked for, and `pageReady` follows.
    QImage page(const Sha256& file, int index, int width);
    /// Any picture of that page, whatever its width, to show until the right one is there.
    QImage otherWidth(const Sha256& file, int index) const;
    /// Gets ready what will be wanted soon, after all that is wanted now.
    void prefetch(const Sha256& file, int index, int width);
    /// Errors are remembered, so a broken page is not tried again and again; this forgets them.
    void forget(const Sha256& file);
    const Error* problem(const Sha256& file) const;

Q_SIGNALS:
    void pagesKnown(const diakinisi::Sha256& file);
    void pageReady(const diakinisi::Sha256& file, int index);
    void failed(const diakinisi::Sha256& file, const diakinisi::Error& error);

private:
    struct Want {
        Sha256 file;
        int index = -1; ///< -1: only the count and sizes
        int width = 0;
        friend auto operator<=>(const Want&, const Want&) = default;
    };
    struct Answer {
        Result<QImage> image;
        Result<desk::DeskFiles::Pages> pages;
    };
    using Kept = std::list<std::pair<Want, QImage>>;

    void want(Want want, bool soon);
    void startNext();
    void deliver(const Want& want, Answer answer);
    void keep(const Want& want, const QImage& image);

    desk::DeskFiles& m_files;
    Lane& m_lane;
    std::map<Sha256, desk::DeskFiles::Pages> m_pages;
    std::map<Sha256, Error> m_problems;
    Kept m_kept; ///< most recently used first
    std::map<Want, Kept::iterator> m_index;
    qsizetype m_bytes = 0;
    std::deque<Want> m_waiting;
    std::array<std::optional<Want>, 2> m_running;
    std::array<Task<Answer>, 2> m_tasks;
};

} // namespace diakinisi::ui
