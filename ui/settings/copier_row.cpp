#include "ui/settings/copier_row.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"

#include <QFileDialog>
#include <QPushButton>

namespace diakinisi::ui {

CopierRow::CopierRow(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_folder(new QLineEdit(context.preferences.copierFolder(), this)),
      m_choose(new QPushButton(icon(QStringLiteral("folder")), QString(), this))
{
    m_choose->setAutoDefault(false);
    m_folder->setClearButtonEnabled(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    connect(m_folder, &QLineEdit::editingFinished, this, &CopierRow::keep);
    connect(m_folder, &QLineEdit::textChanged, this, [this] {
        if (m_folder->text().isEmpty())
            keep();
    });
    connect(m_choose, &QPushButton::clicked, this, &CopierRow::choose);
    translated(this, [this] { retranslate(); });
}

void CopierRow::keep()
{
    m_context.preferences.setCopierFolder(m_folder->text().trimmed());
}

void CopierRow::choose()
{
    auto* dialog = new QFileDialog(this, tr("The copier's folder"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& folder) {
        m_folder->setText(folder);
        keep();
    });
    dialog->open();
}

void CopierRow::retranslate()
{
    m_folder->setAccessibleName(tr("The copier's folder"));
    m_folder->setPlaceholderText(tr("none; files that arrive there would be offered for registration"));
    m_choose->setText(tr("Choose ..."));
    m_choose->setAccessibleName(tr("Choose the copier's folder"));
}

} // namespace diakinisi::ui
