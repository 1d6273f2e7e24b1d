#pragma once
class QAbstractItemView;

namespace diakinisi::ui {

/// Gives the rows of a table a little air above and below, as much as grows with the font: rows set solid are hard to
/// tell apart.
void setAiryRows(QAbstractItemView* view);

} // namespace diakinisi::ui
