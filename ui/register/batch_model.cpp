#include "ui/register/batch_model.h"

#include "desk/directory.h"
#include "ui/parts/icons.h"
#include "ui/parts/theme.h"
#include "ui/register/concern_bar.h"
#include "ui/register/reading_marks.h"
#include "ui/register/suggestion_bar.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QGuiApplication>
#include <QPalette>

namespace diakinisi::ui {

namespace {

using desk::BatchCell;
using desk::BatchField;
using desk::BatchRow;
using Concern = desk::RegistrationConcern;

/// Why it stands there, where that is not the clerk's own doing.
QString originWords(const BatchCell& cell)
{
    if (cell.read)
        return surenessWords(*cell.read);
    if (cell.reason)
        return reasonWords(*cell.reason);
    return cell.from == BatchCell::From::Common ? BatchModel::tr("Common to all") : QString();
}

bool isConcerned(const BatchRow& row, BatchField field)
{
    return std::ranges::any_of(row.result.concerns, [&](const Concern& each) {
        return each.blocks() && each.field == desk::fieldName(field);
    });
}

QString stateIcon(const BatchRow& row)
{
    if (row.isDone())
        return row.result.outcome && !row.result.outcome->number ? QStringLiteral("waiting") : QStringLiteral("ok");
    return row.result.problem || !batchStateWords(row).isEmpty() ? QStringLiteral("warning") : QString();
}

} // namespace

QString batchStateWords(const BatchRow& row)
{
    if (row.underWay)
        return BatchModel::tr("being registered");
    if (const auto& outcome = row.result.outcome)
        return outcome->number ? display(*outcome->number) : BatchModel::tr("waiting for its number");
    if (row.result.addedTo)
        return BatchModel::tr("added to %1").arg(row.belongsTo ? row.belongsTo->second : QString());
    if (!row.chosen)
        return BatchModel::tr("left out");
    if (row.result.problem)
        return sentenceOf(*row.result.problem);
    if (row.belongsTo)
        return BatchModel::tr("bears the label of %1, and is added to it").arg(row.belongsTo->second);
    QStringList sentences;
    for (const Concern& each : row.result.concerns)
        if (each.blocks() || each.kind == Concern::Kind::LooksLikeDuplicate)
            sentences << concernWords(each);
    if (row.twinSeen())
        sentences << BatchModel::tr("Leave it out, or register once more all the same.");
    return sentences.join(u' ');
}

BatchModel::BatchModel(const Context& context, desk::RegistrationBatch& batch, Picture picture, QObject* parent)
    : QAbstractTableModel(parent),
      m_context(context),
      m_batch(batch),
      m_picture(std::move(picture))
{
    refresh();
}

/// Row by row, so that the view keeps where it stands and what is being typed.
void BatchModel::refresh()
{
    for (std::size_t i = m_rows.size(); i-- > 0;)
        if (!m_batch.row(m_rows[i])) {
            beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
            m_rows.erase(m_rows.begin() + static_cast<std::ptrdiff_t>(i));
            endRemoveRows();
        }
    const auto& now = m_batch.rows();
    for (std::size_t i = 0; i < now.size(); ++i)
        if (i >= m_rows.size() || m_rows[i] != now[i].id) {
            beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
            m_rows.insert(m_rows.begin() + static_cast<std::ptrdiff_t>(i), now[i].id);
            endInsertRows();
        }
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

const BatchRow* BatchModel::rowAt(const QModelIndex& index) const
{
    return index.isValid() && index.row() < rowCount() ? m_batch.row(m_rows[static_cast<std::size_t>(index.row())])
                                                       : nullptr;
}

QModelIndex BatchModel::indexOf(const QUuid& row, int column) const
{
    const auto found = std::ranges::find(m_rows, row);
    return found == m_rows.end() ? QModelIndex() : index(static_cast<int>(found - m_rows.begin()), column);
}

std::optional<BatchField> BatchModel::fieldOf(int column)
{
    if (column < Subject || column > Charge)
        return std::nullopt;
    return desk::allBatchFields[static_cast<std::size_t>(column - Subject)];
}

void BatchModel::type(const QModelIndex& index, const desk::BatchValue& value)
{
    const BatchRow* row = rowAt(index);
    const auto field = fieldOf(index.column());
    if (!row || !field)
        return;
    const QUuid id = row->id;
    m_batch.type(id, *field, value);
    refresh();
    Q_EMIT edited(id);
}

QModelIndex BatchModel::copyDown(const QModelIndex& index)
{
    const BatchRow* row = rowAt(index);
    const auto field = fieldOf(index.column());
    if (!row || !field)
        return {};
    const QUuid to = m_batch.copyDown(row->id, *field);
    refresh();
    if (!to.isNull())
        Q_EMIT edited(to);
    return indexOf(to, index.column());
}

void BatchModel::undo()
{
    if (!m_batch.undo())
        return;
    refresh();
    Q_EMIT edited({});
}

int BatchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int BatchModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QString BatchModel::words(const desk::BatchValue& value, BatchField field) const
{
    if (field == BatchField::TheirDate) {
        const QString date = shortDate(value.text);
        return date.isEmpty() ? value.text : date;
    }
    const auto organisation = m_context.desk.directory().organisation();
    if (!value.charge || !organisation)
        return value.text;
    if (const domain::Unit* unit = value.charge->unit ? organisation->unit(*value.charge->unit) : nullptr)
        return unit->code + u' ' + unit->name;
    const domain::Person* person = value.charge->person ? organisation->person(*value.charge->person) : nullptr;
    return person ? person->name : QString();
}

QVariant BatchModel::documentData(const BatchRow& row, int at, int role) const
{
    const QString extent =
        row.file ? row.file->file.name : tr("%n page(s)", nullptr, static_cast<int>(row.pages.size()));
    switch (role) {
    case Qt::DisplayRole:
        return extent;
    case Qt::DecorationRole:
        return m_picture(row);
    case Qt::CheckStateRole:
        return row.isDone() ? QVariant() : QVariant(row.chosen ? Qt::Checked : Qt::Unchecked);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return tr("Document %1: %2").arg(at + 1).arg(extent);
    default:
        return {};
    }
}

QVariant BatchModel::fieldData(const BatchRow& row, BatchField field, int role) const
{
    const BatchCell cell = m_batch.cell(row, field);
    const bool sure = !cell.read || cell.read->confidence >= recognition::sureFrom;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::EditRole:
        return words(cell.value, field);
    case Qt::DecorationRole:
        return cell.read || cell.reason ? QVariant(icon(sure ? QStringLiteral("ok") : QStringLiteral("help")))
                                        : QVariant();
    case Qt::BackgroundRole:
        return isConcerned(row, field) ? QVariant(Theme::tinted(QGuiApplication::palette())) : QVariant();
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return originWords(cell);
    default:
        return {};
    }
}

QVariant BatchModel::stateData(const BatchRow& row, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return batchStateWords(row);
    case Qt::DecorationRole:
        return stateIcon(row).isEmpty() ? QVariant() : QVariant(icon(stateIcon(row)));
    case Qt::ForegroundRole:
        return row.result.problem ? QVariant(Theme::alarm(QGuiApplication::palette())) : QVariant();
    default:
        return {};
    }
}

QVariant BatchModel::data(const QModelIndex& index, int role) const
{
    const BatchRow* row = rowAt(index);
    if (!row)
        return {};
    if (index.column() == Document)
        return documentData(*row, index.row(), role);
    if (index.column() == State)
        return stateData(*row, role);
    return fieldData(*row, *fieldOf(index.column()), role);
}

bool BatchModel::setData(const QModelIndex& index, const QVariant& value, int role)
{
    const BatchRow* row = rowAt(index);
    if (!row || index.column() != Document || role != Qt::CheckStateRole)
        return false; // fields are typed through type()
    const QUuid id = row->id;
    m_batch.choose(id, value.toInt() == Qt::Checked);
    refresh();
    Q_EMIT edited(id);
    return true;
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Vertical)
        return section + 1;
    const QStringList names{tr("Document"), tr("Subject"), tr("Sender"),    tr("Number"),
                            tr("Date"),     tr("Kind"),    tr("Charge to"), tr("State")};
    return names.value(section);
}

Qt::ItemFlags BatchModel::flags(const QModelIndex& index) const
{
    const BatchRow* row = rowAt(index);
    if (!row)
        return Qt::NoItemFlags;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    if (row->isDone() || row->underWay)
        return flags;
    if (index.column() == Document)
        flags |= Qt::ItemIsUserCheckable;
    else if (index.column() != State && !row->belongsTo)
        flags |= Qt::ItemIsEditable;
    return flags;
}

} // namespace diakinisi::ui
