#pragma once
#include <functional>

class QWidget;

namespace diakinisi::ui {

/// Runs `words` now and again whenever the language changes, as long as `widget` lives: every text that a widget shows
/// is set in there and nowhere else.
void translated(QWidget* widget, std::function<void()> words);

} // namespace diakinisi::ui
