#include "ui/shell/key_hints.h"

#include "ui/parts/airy_rows.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/shell/actions.h"

#include <QCoreApplication>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

KeyHints::KeyHints(Place place, QWidget* parent) : QDialog(parent), m_place(place), m_list(new QTreeWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_list->setRootIsDecorated(false);
    setAiryRows(m_list);
    m_list->setColumnCount(2);
    m_list->setAlternatingRowColors(true);
    m_list->header()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 2);
    column->addWidget(m_list);
    translated(this, [this] { retranslate(); });
    resize(characters(this, 90), lines(this, 46));
}

void KeyHints::add(const QString& keys, const QString& what)
{
    new QTreeWidgetItem(m_list, {keys, what});
}

void KeyHints::addPlace()
{
    switch (m_place) {
    case Place::List:
        add(QStringLiteral("Ε / E"), tr("Approve"));
        add(QStringLiteral("Υ / Y"), tr("Sign"));
        add(QStringLiteral("Π / P"), tr("Send back, or return the charge"));
        add(QStringLiteral("Τ / T"), tr("Approve with objection"));
        add(QStringLiteral("Χ / X"), tr("Charge; then the letters of a unit or a person"));
        add(tr("Space"), tr("Read on; at the end the next document"));
        add(tr("Arrows"), tr("Next and previous document"));
        add(tr("Shift+Arrows, Ctrl+A"), tr("Select several"));
        add(tr("Enter"), tr("Open in a window of its own"));
        break;
    case Place::Register:
        add(tr("Tab"), tr("Next field; takes what type-ahead offers"));
        add(tr("Esc"), tr("Back to the list; the form is kept"));
        addPages();
        break;
    case Place::Together:
        add(tr("Enter, Tab"), tr("The cell below, the next cell"));
        add(tr("Ctrl+Down"), tr("Copy the cell down"));
        add(tr("Delete"), tr("Empty the cell"));
        add(tr("Space"), tr("In the first column: leave the document out, or take it in again"));
        add(tr("Ctrl+Z"), tr("Undo in the grid"));
        add(tr("Esc"), tr("Back to the list; the form is kept"));
        break;
    case Place::Attention:
        add(tr("Enter"), tr("Open the document"));
        break;
    }
}

/// What the strip of small pages takes.
void KeyHints::addPages()
{
    add(tr("Space"), tr("Among the pages: scan the next"));
    add(QStringLiteral("Ρ / R"), tr("Turn the page; with Shift the other way"));
    add(QStringLiteral("Λ / L"), tr("Leave the page out, or take it in again"));
    add(QStringLiteral("Σ / S"), tr("A document begins at this page, or does not"));
    add(tr("Delete"), tr("Delete the page"));
    add(tr("Ctrl+Up, Ctrl+Down"), tr("Move the page"));
    add(tr("Ctrl+Z"), tr("Undo among the pages"));
}

void KeyHints::retranslate()
{
    setWindowTitle(tr("Keys valid here"));
    setAccessibleName(windowTitle());
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels({tr("Key"), tr("What it does")});
    m_list->clear();
    addPlace();
    for (const DeedRow& row : deedTable()) {
        const bool formOnly = row.deed == Deed::MainAct || row.deed == Deed::SameAsBefore ||
                              row.deed == Deed::ScanPage || row.deed == Deed::ChooseFile || row.deed == Deed::Together;
        if (row.keys.isEmpty() || (formOnly && m_place != Place::Register && m_place != Place::Together))
            continue;
        add(row.keys.toString(QKeySequence::NativeText), QCoreApplication::translate("Actions", row.text));
    }
}

} // namespace diakinisi::ui
