#pragma once
class QTreeView;

namespace diakinisi::ui {

/// Gives the rows of a table a little air above and below, and as many lines as their words need in the columns' width
/// where the view wraps words.
void setAiryRows(QTreeView* view);

} // namespace diakinisi::ui
