#include "ui/register/paper_print.h"

#include <QCoreApplication>
#include <QDate>
#include <QPainter>
#include <QPrinter>

namespace diakinisi::ui {

namespace {

QString words(const char* text)
{
    return QCoreApplication::translate("PaperPrint", text);
}

/// A font so high that its line fills `height` of the room.
QFont fontOf(const QPainter& painter, double height, bool bold = false)
{
    QFont font = painter.font();
    font.setPixelSize(qMax(1, qRound(height)));
    font.setBold(bold);
    return font;
}

void line(QPainter& painter, const QRectF& room, double height, const QString& text, bool bold = false)
{
    QFont font = fontOf(painter, height * 0.78, bold);
    // A long name is set smaller rather than cut.
    while (font.pixelSize() > 4 && QFontMetricsF(font).horizontalAdvance(text) > room.width())
        font.setPixelSize(font.pixelSize() - 1);
    painter.setFont(font);
    painter.drawText(room, Qt::AlignLeft | Qt::AlignVCenter, text);
}

} // namespace

void drawLabel(QPainter& painter, const QRectF& room, const desk::PaperLabel& label)
{
    painter.save();
    painter.setPen(Qt::black);
    const double side = qMin(room.height(), room.width() * 0.45);
    const QRectF code(room.right() - side, room.top() + (room.height() - side) / 2, side, side);
    painter.setRenderHint(QPainter::SmoothPixmapTransform, false);
    painter.drawImage(code, label.code);
    const QRectF left(room.left() + side * 0.06, room.top(), room.width() - side * 1.1, room.height());
    const double unit = room.height() / 10;
    const QDate date = QDate::fromString(label.date, Qt::ISODate);
    line(painter, QRectF(left.left(), left.top() + unit * 0.6, left.width(), unit * 1.8), unit * 1.8,
         label.organisation);
    line(painter, QRectF(left.left(), left.top() + unit * 2.8, left.width(), unit * 4), unit * 4, label.number, true);
    line(painter, QRectF(left.left(), left.top() + unit * 7.2, left.width(), unit * 2), unit * 2,
         QLocale().toString(date, QLocale::ShortFormat));
    painter.restore();
}

void drawReceipt(QPainter& painter, const QRectF& room, const desk::PaperLabel& label)
{
    painter.save();
    painter.setPen(Qt::black);
    const double unit = room.width() / 60;
    double y = room.top();
    const auto row = [&](const QString& text, double height, bool bold = false) {
        line(painter, QRectF(room.left(), y, room.width(), height * unit), height * unit, text, bold);
        y += height * unit * 1.3;
    };
    row(label.organisation, 2, true);
    row(words(QT_TRANSLATE_NOOP("PaperPrint", "Receipt of a document")), 2);
    y += unit;
    drawLabel(painter, QRectF(room.left(), y, unit * 30, unit * 14), label);
    y += unit * 16;
    row(words(QT_TRANSLATE_NOOP("PaperPrint", "Subject: %1")).arg(label.subject), 1.6);
    row(words(QT_TRANSLATE_NOOP("PaperPrint", "From: %1")).arg(label.parties), 1.6);
    painter.restore();
}

bool printLabel(QPrinter& printer, const desk::PaperLabel& label)
{
    printer.setPageSize(QPageSize(labelMillimetres, QPageSize::Millimeter));
    printer.setPageMargins(QMarginsF(1, 1, 1, 1), QPageLayout::Millimeter);
    QPainter painter(&printer);
    if (!painter.isActive())
        return false;
    drawLabel(painter, QRectF(QPointF(), printer.pageRect(QPrinter::DevicePixel).size()), label);
    return painter.end();
}

void usePrinter(QPrinter& printer, const QString& name)
{
    if (name.endsWith(QStringLiteral(".pdf")))
        printer.setOutputFileName(name);
    else
        printer.setPrinterName(name);
}

bool printReceipt(QPrinter& printer, const desk::PaperLabel& label)
{
    QPainter painter(&printer);
    if (!painter.isActive())
        return false;
    drawReceipt(painter, QRectF(QPointF(), printer.pageRect(QPrinter::DevicePixel).size()), label);
    return painter.end();
}

} // namespace diakinisi::ui
