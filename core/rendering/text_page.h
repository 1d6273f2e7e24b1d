#pragma once
#include "base/text_page.h"

namespace diakinisi::rendering {

using diakinisi::TextPage;
using diakinisi::TextWord;

} // namespace diakinisi::rendering
