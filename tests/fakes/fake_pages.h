#pragma once
#include "desk/desk_files.h"

namespace diakinisi::fakes {

/// Draws a page of HTML on A4 as a letter would look, `width` pixels wide.
QImage drawPage(const QString& html, int width);
/// The words of the same page where they stand.
std::vector<desk::DeskFiles::Word> wordsOf(const QString& html);

} // namespace diakinisi::fakes
