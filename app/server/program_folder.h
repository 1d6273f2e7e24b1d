#pragma once
#include <QString>

namespace diakinisi::server {

/// Where this program itself lies.
QString programFolder();

} // namespace diakinisi::server
