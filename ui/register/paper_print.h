#pragma once
#include "desk/paper_label.h"

#include <QRectF>
#include <QSizeF>

class QPainter;
class QPrinter;

namespace diakinisi::ui {

/// The label that is stuck on the paper: number large, date, organisation, and the code that its scan is known by.
inline constexpr QSizeF labelMillimetres{62, 29};
void drawLabel(QPainter& painter, const QRectF& room, const desk::PaperLabel& label);

/// The receipt for the bearer, at the head of a page.
void drawReceipt(QPainter& painter, const QRectF& room, const desk::PaperLabel& label);

/// One label on a label printer, or one receipt on a page; false where the printer took nothing.
bool printLabel(QPrinter& printer, const desk::PaperLabel& label);
bool printReceipt(QPrinter& printer, const desk::PaperLabel& label);

/// The printer of this name, or a PDF file where the name ends so.
void usePrinter(QPrinter& printer, const QString& name);

} // namespace diakinisi::ui
