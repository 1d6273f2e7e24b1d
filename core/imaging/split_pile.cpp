#include "imaging/split_pile.h"

#include <algorithm>

namespace diakinisi::imaging {

namespace {

bool isSeparatorSheet(const PilePage& page)
{
    return std::any_of(page.codes.begin(), page.codes.end(),
                       [](const PageCode& code) { return code.text == separatorSheet; });
}

} // namespace

PileVerdict PileSplitter::next(const PilePage& page)
{
    const bool empty = page.blank && page.codes.empty();
    if (isSeparatorSheet(page) || (m_separator == Separator::Blank && empty)) {
        m_begins = true;
        return {true};
    }
    if (empty && m_dropBlank)
        return {true};
    PileVerdict verdict;
    if (m_separator == Separator::Barcode && !page.codes.empty()) {
        m_begins = true;
        verdict.code = page.codes.front().text;
    }
    verdict.beginsDocument = std::exchange(m_begins, false);
    return verdict;
}

} // namespace diakinisi::imaging
