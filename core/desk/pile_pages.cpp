#include "desk/pile_pages.h"

#include <algorithm>

namespace diakinisi::desk {

namespace {

constexpr std::size_t mostSteps = 100;

bool isThere(const ScannedPage& page)
{
    return page.fate != PageFate::Removed;
}

void turnPage(ScannedPage& page, int quarterTurns)
{
    page.quarterTurns = (((page.quarterTurns + quarterTurns) % 4) + 4) % 4;
    page.upright = true;
}

} // namespace

void PilePages::splitAt(imaging::Separator separator, bool dropBlank)
{
    if (separator == m_separator && dropBlank == m_dropBlank)
        return;
    m_separator = separator;
    m_dropBlank = dropBlank;
    m_splitter = imaging::PileSplitter(separator, dropBlank);
    m_fresh = true;
}

std::vector<ScannedPage> PilePages::pages() const
{
    std::vector<ScannedPage> there;
    std::ranges::copy_if(m_pages, std::back_inserter(there), isThere);
    return there;
}

void PilePages::append(const ScannedPage& page)
{
    if (find(page))
        return;
    auto before = m_pages.end();
    int nearest = 0;
    if (std::ranges::any_of(m_pages, [&](const ScannedPage& each) { return each.number > page.number; })) {
        before = m_pages.begin();
        for (auto each = m_pages.begin(); each != m_pages.end(); ++each)
            if (each->number < page.number && each->number > nearest) {
                nearest = each->number;
                before = each + 1;
            }
    }
    m_pages.insert(before, page);
}

ScannedPage* PilePages::find(const ScannedPage& page)
{
    const auto found = std::ranges::find_if(m_pages, [&](const ScannedPage& each) { return each.isSameAs(page); });
    return found == m_pages.end() ? nullptr : &*found;
}

PilePages::Seen* PilePages::seen(const ScannedPage& page)
{
    const auto found = std::ranges::find_if(m_seen, [&](const Seen& each) { return each.page.isSameAs(page); });
    return found == m_seen.end() ? nullptr : &*found;
}

const PageLook* PilePages::look(const ScannedPage& page) const
{
    const auto found = std::ranges::find_if(m_seen, [&](const Seen& each) { return each.page.isSameAs(page); });
    return found == m_seen.end() ? nullptr : &found->look;
}

bool PilePages::take(const ScannedPage& page, const PageLook& look)
{
    if (seen(page))
        return false;
    const imaging::PileVerdict verdict = m_splitter.next({look.blank, look.codes});
    // What a splitter sees first is a beginning to it: here it goes on what lies there.
    const bool begins = verdict.beginsDocument && !m_fresh;
    const bool parts = verdict.leftOut && (!look.blank || m_separator == imaging::Separator::Blank);
    m_fresh = m_fresh && verdict.leftOut && !parts;
    m_seen.push_back({page, look, verdict.leftOut, begins || look.label.has_value()});
    ScannedPage* known = find(page);
    return known && apply(*known, look);
}

/// Once a page: what the clerk makes of it later counts more.
bool PilePages::apply(ScannedPage& page, const PageLook&)
{
    const Seen* found = seen(page);
    if (page.looked || !found)
        return false;
    page.looked = true;
    if (found->leftOut && page.fate == PageFate::Kept)
        page.fate = PageFate::LeftOut;
    page.begins = page.begins || found->begins;
    return found->leftOut || found->begins;
}

std::vector<std::size_t> PilePages::places(const std::vector<int>& rows) const
{
    std::vector<std::size_t> found;
    int row = 0;
    for (std::size_t at = 0; at < m_pages.size(); ++at)
        if (isThere(m_pages[at]) && std::ranges::count(rows, row++) > 0)
            found.push_back(at);
    return found;
}

template <class Change>
bool PilePages::step(Change&& change)
{
    const std::vector<ScannedPage> before = m_pages;
    change();
    if (m_pages == before)
        return false;
    m_earlier.push_back(before);
    if (m_earlier.size() > mostSteps)
        m_earlier.erase(m_earlier.begin());
    return true;
}

bool PilePages::move(std::vector<int> rows, int before)
{
    return step([&] {
        const std::vector<std::size_t> from = places(rows);
        const std::vector<std::size_t> to = places({before});
        const std::size_t target = to.empty() ? m_pages.size() : to.front();
        std::vector<ScannedPage> moved;
        std::vector<ScannedPage> result;
        for (const std::size_t at : from)
            moved.push_back(m_pages[at]);
        for (std::size_t at = 0; at <= m_pages.size(); ++at) {
            if (at == target)
                std::ranges::copy(moved, std::back_inserter(result));
            if (at < m_pages.size() && std::ranges::find(from, at) == from.end())
                result.push_back(m_pages[at]);
        }
        m_pages = std::move(result);
    });
}

bool PilePages::turn(const std::vector<int>& rows, int quarterTurns)
{
    return step([&] {
        for (const std::size_t at : places(rows))
            turnPage(m_pages[at], quarterTurns);
    });
}

bool PilePages::turnUpright(const ScannedPage& page, int quarterTurns)
{
    ScannedPage* known = find(page);
    if (!known || known->upright || known->quarterTurns != page.quarterTurns)
        return false;
    return step([&] { turnPage(*known, quarterTurns); });
}

bool PilePages::setFate(const std::vector<int>& rows, PageFate fate)
{
    return step([&] {
        for (const std::size_t at : places(rows))
            m_pages[at].fate = fate;
    });
}

bool PilePages::leaveOut(const std::vector<int>& rows)
{
    return setFate(rows, PageFate::LeftOut);
}

bool PilePages::bringBack(const std::vector<int>& rows)
{
    return setFate(rows, PageFate::Kept);
}

/// The document that began at a removed page begins at the next.
bool PilePages::remove(const std::vector<int>& rows)
{
    return step([&] {
        for (const std::size_t at : places(rows)) {
            m_pages[at].fate = PageFate::Removed;
            if (!std::exchange(m_pages[at].begins, false))
                continue;
            const auto next = std::find_if(m_pages.begin() + static_cast<std::ptrdiff_t>(at), m_pages.end(), isThere);
            if (next != m_pages.end())
                next->begins = true;
        }
    });
}

bool PilePages::split(int row)
{
    return step([&] {
        if (const auto at = places({row}); !at.empty() && row > 0)
            m_pages[at.front()].begins = true;
    });
}

bool PilePages::merge(int row)
{
    return step([&] {
        const auto found = places({row});
        if (found.empty())
            return;
        for (std::size_t at = found.front() + 1; at-- > 0;)
            if (isThere(m_pages[at]) && std::exchange(m_pages[at].begins, false))
                return;
    });
}

bool PilePages::undo()
{
    if (m_earlier.empty())
        return false;
    std::vector<ScannedPage> back = std::move(m_earlier.back());
    m_earlier.pop_back();
    for (const ScannedPage& page : m_pages) {
        const auto known = std::ranges::find_if(back, [&](const ScannedPage& each) { return each.isSameAs(page); });
        if (known == back.end())
            back.push_back(page); // it came since
        else
            known->upright = page.upright; // turned back, it stays so
    }
    m_pages = std::move(back);
    for (ScannedPage& page : m_pages)
        if (const Seen* found = seen(page))
            apply(page, found->look);
    return true;
}

int PilePages::documentOf(int row) const
{
    const std::vector<ScannedPage> there = pages();
    if (row < 0 || row >= static_cast<int>(there.size()) || there[static_cast<std::size_t>(row)].fate != PageFate::Kept)
        return -1;
    int document = -1;
    bool begins = true;
    for (int i = 0; i <= row; ++i) {
        const ScannedPage& page = there[static_cast<std::size_t>(i)];
        begins = begins || page.begins;
        if (page.fate == PageFate::Kept && std::exchange(begins, false))
            ++document;
    }
    return document;
}

std::vector<std::vector<ScannedPage>> PilePages::documents() const
{
    std::vector<std::vector<ScannedPage>> documents;
    bool begins = true;
    for (const ScannedPage& page : pages()) {
        begins = begins || page.begins;
        if (page.fate != PageFate::Kept)
            continue;
        if (std::exchange(begins, false))
            documents.emplace_back();
        documents.back().push_back(page);
    }
    return documents;
}

void PilePages::forget(const std::vector<ScannedPage>& registered)
{
    const auto isOne = [&](const ScannedPage& page) {
        return std::ranges::any_of(registered, [&](const ScannedPage& each) { return each.isSameAs(page); });
    };
    std::vector<ScannedPage> left;
    bool nextGoes = false; // the kept page that follows
    for (auto page = m_pages.rbegin(); page != m_pages.rend(); ++page) {
        if (page->fate == PageFate::Kept)
            nextGoes = isOne(*page);
        if (!nextGoes)
            left.push_back(*page);
    }
    std::ranges::reverse(left);
    m_pages = std::move(left);
    m_earlier.clear();
}

} // namespace diakinisi::desk
