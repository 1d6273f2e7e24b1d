#include "ui/register/paper_box.h"

#include "desk/registrar.h"
#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/register/paper_print.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QPushButton>
#include <QShortcut>

namespace diakinisi::ui {

PaperBox::PaperBox(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_picture(new QLabel(this)),
      m_print(new QPushButton(icon(QStringLiteral("label")), QString(), this)),
      m_receipt(new QPushButton(icon(QStringLiteral("print")), QString(), this))
{
    m_picture->setFrameShape(QFrame::StyledPanel);
    auto* row = new QHBoxLayout(this);
    row->setSpacing(gap(this) * 2);
    row->addStretch(1);
    row->addWidget(m_picture);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(m_print);
    buttons->addWidget(m_receipt);
    row->addLayout(buttons);
    row->addStretch(1);
    connect(m_print, &QPushButton::clicked, this, &PaperBox::print);
    connect(m_receipt, &QPushButton::clicked, this, &PaperBox::printReceipt);
    connect(new QShortcut(QKeySequence::Print, this), &QShortcut::activated, this, &PaperBox::print);
    translated(this, [this] { retranslate(); });
    clear();
}

void PaperBox::clear()
{
    m_asking.cancel();
    m_label.reset();
    setVisible(false);
}

void PaperBox::show(const domain::DocumentId& document)
{
    m_asking.start(
        m_context.desk.lanes().read,
        [&registrar = m_context.desk.registrar(), document](std::stop_token) { return registrar.label(document); },
        [this](const Result<desk::PaperLabel>& label) {
            if (label)
                came(*label);
        });
}

void PaperBox::came(const desk::PaperLabel& label)
{
    m_label = label;
    const QSize size(lines(this, 9), qRound(lines(this, 9) * labelMillimetres.height() / labelMillimetres.width()));
    QPixmap picture(size * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::white); // it is paper, whatever the theme
    QPainter painter(&picture);
    drawLabel(painter, QRectF(QPointF(), size).adjusted(4, 4, -4, -4), label);
    painter.end();
    m_picture->setPixmap(picture);
    retranslate();
    setVisible(true);
    if (const QString printer = m_context.preferences.labelPrinter(); !printer.isEmpty())
        on(printer, false);
}

void PaperBox::print()
{
    if (const QString printer = m_context.preferences.labelPrinter(); !printer.isEmpty())
        on(printer, false);
    else
        ask(false);
}

void PaperBox::printReceipt()
{
    ask(true);
}

void PaperBox::on(const QString& name, bool receipt)
{
    if (!m_label)
        return;
    QPrinter printer(QPrinter::HighResolution);
    usePrinter(printer, name);
    const bool done = receipt ? ui::printReceipt(printer, *m_label) : printLabel(printer, *m_label);
    if (!done) // the printer is gone: another is to be chosen next time
        m_context.preferences.setLabelPrinter({});
}

void PaperBox::ask(bool receipt)
{
    auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    auto* dialog = new QPrintDialog(printer.get(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QPrintDialog::finished, this, [this, printer, receipt](int result) {
        if (result != QDialog::Accepted || !m_label)
            return;
        if (receipt) {
            ui::printReceipt(*printer, *m_label);
            return;
        }
        if (printLabel(*printer, *m_label))
            m_context.preferences.setLabelPrinter(printer->outputFileName().isEmpty() ? printer->printerName()
                                                                                      : printer->outputFileName());
    });
    dialog->open();
}

void PaperBox::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    name(m_print, tr("Label"), tr("Print the label for the paper (Ctrl+P)"));
    name(m_receipt, tr("Receipt"), tr("Print a receipt for whoever brought it"));
    m_picture->setAccessibleName(m_label ? tr("Label of %1").arg(m_label->number) : QString());
}

} // namespace diakinisi::ui
