#pragma once
#include <QIcon>

namespace diakinisi::ui {

/// An icon of resources/icons by name ("scan", "approve", ...), drawn in the palette's text colour of the moment, so
/// that it follows light, dark and disabled by itself. An empty icon when there is none of that name.
QIcon icon(const QString& name);

} // namespace diakinisi::ui
