#include "ui/signing/outcome_page.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/signing/document_table.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace diakinisi::ui {

namespace {

/// The PIN itself was looked at before any document was begun.
bool ofSignaturePin(const desk::SigningOutcome& outcome)
{
    return outcome.problem && outcome.problem->code == ErrorCode::PinWrong;
}

} // namespace

OutcomePage::OutcomePage(QWidget* parent)
    : QWidget(parent),
      m_heading(textLabel(this)),
      m_progress(new QProgressBar(this)),
      m_list(new DocumentTable(this)),
      m_stop(new QPushButton(icon(QStringLiteral("close")), QString(), this)),
      m_finish(new PrimaryButton(this)),
      m_again(new QPushButton(icon(QStringLiteral("refresh")), QString(), this))
{
    scaleFont(m_heading, 1.15, true);
    for (QPushButton* button : {m_stop, m_again})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(gap(this));
    for (QPushButton* button : {m_finish, m_again, m_stop})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_heading);
    column->addWidget(m_progress);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    connect(m_stop, &QPushButton::clicked, this, &OutcomePage::stopWanted);
    connect(m_again, &QPushButton::clicked, this, &OutcomePage::againWanted);
    connect(m_finish, &QPushButton::clicked, this, &OutcomePage::done);
    translated(this, [this] { rebuild(); });
}

void OutcomePage::begin(const QVector<domain::DocumentId>& documents, const desk::SigningPlan& plan)
{
    m_lines.clear();
    for (const domain::DocumentId& document : documents) {
        const auto item = std::ranges::find(plan.items, document, &desk::SigningItem::document);
        const bool known = item != plan.items.end();
        m_lines.push_back({document, known ? numberText(item->row) : QString(),
                           known ? subjectText(item->row) : QString(), std::nullopt});
    }
    m_running = true;
    m_stopping = false;
    m_done = 0;
    rebuild();
    m_stop->setFocus();
}

void OutcomePage::tell(const desk::SigningOutcome& outcome)
{
    const auto line = std::ranges::find(m_lines, outcome.document, &Line::document);
    if (line == m_lines.end())
        return;
    line->outcome = outcome;
    if (outcome.number)
        line->number = display(*outcome.number);
    showLine(static_cast<std::size_t>(line - m_lines.begin()));
    m_done =
        static_cast<int>(std::ranges::count_if(m_lines, [](const Line& each) { return each.outcome.has_value(); }));
    retranslate();
}

void OutcomePage::progress(int done)
{
    m_done = qMax(m_done, done);
    retranslate();
}

void OutcomePage::stopping()
{
    m_stopping = true;
    retranslate();
}

void OutcomePage::end(const std::vector<desk::SigningOutcome>& outcomes)
{
    m_running = false;
    for (const desk::SigningOutcome& outcome : outcomes)
        tell(outcome); // the last word: the server may have refused what was signed here
    retranslate();
    m_finish->setFocus();
}

QVector<domain::DocumentId> OutcomePage::rest() const
{
    QVector<domain::DocumentId> documents;
    for (const Line& line : m_lines)
        if (!line.outcome || !line.outcome->isSigned)
            documents << line.document;
    return documents;
}

int OutcomePage::count(bool isSigned) const
{
    return static_cast<int>(std::ranges::count_if(
        m_lines, [isSigned](const Line& line) { return line.outcome && line.outcome->isSigned == isSigned; }));
}

QString OutcomePage::wordsOf(const desk::SigningOutcome& outcome)
{
    if (outcome.owed)
        return tr("signed; its timestamp comes later by itself");
    if (outcome.isSigned)
        return tr("signed");
    if (ofSignaturePin(outcome))
        return tr("The device has a PIN of its own for signatures and did not accept this one. It was tried once only; "
                  "press «The rest again» and type the signature PIN.");
    return outcome.problem ? textOf(*outcome.problem).what + u' ' + textOf(*outcome.problem).advice : tr("not signed");
}

void OutcomePage::showLine(std::size_t index)
{
    const Line& line = m_lines[index];
    QTreeWidgetItem* row = m_list->topLevelItem(static_cast<int>(index));
    const auto& outcome = line.outcome;
    row->setText(0, line.number);
    if (!outcome) {
        row->setText(2, tr("waits"));
        row->setIcon(2, icon(QStringLiteral("waiting")));
        return;
    }
    const QString what = wordsOf(*outcome);
    row->setText(2, what);
    row->setIcon(2, icon(outcome->isSigned ? QStringLiteral("ok") : QStringLiteral("error")));
    row->setToolTip(2, outcome->problem && !ofSignaturePin(*outcome) ? sentenceOf(*outcome->problem) : what);
    row->setForeground(2, outcome->isSigned ? palette().brush(QPalette::Text) : QBrush(Theme::alarm(palette())));
    if (m_running)
        m_list->scrollToItem(row);
}

void OutcomePage::rebuild()
{
    m_list->clear();
    for (const Line& line : m_lines)
        new QTreeWidgetItem(m_list, {line.number, line.subject, QString()});
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        showLine(i);
    retranslate();
}

QString OutcomePage::heading() const
{
    const int total = static_cast<int>(m_lines.size());
    if (m_running && m_stopping)
        return tr("Stopping after the running document ...");
    if (m_running)
        return tr("Signing %1 of %2 ...").arg(qMin(m_done + 1, total)).arg(total);
    const int good = count(true);
    return good == total ? tr("%n signed", nullptr, good) : tr("%1 signed, %2 not").arg(good).arg(total - good);
}

void OutcomePage::retranslate()
{
    m_heading->setText(heading());
    m_heading->setAccessibleName(m_heading->text());
    m_progress->setRange(0, qMax<int>(1, static_cast<int>(m_lines.size())));
    m_progress->setValue(m_done);
    m_progress->setAccessibleName(m_heading->text());
    m_progress->setVisible(m_running);
    m_list->setHeaderLabels({tr("Number"), tr("Subject"), tr("State")});
    m_list->setAccessibleName(tr("What became of each"));
    m_stop->setText(tr("Stop"));
    m_stop->setAccessibleName(tr("Stop after the running document"));
    m_stop->setVisible(m_running);
    m_stop->setEnabled(!m_stopping);
    m_finish->setText(tr("Done"));
    m_finish->setAccessibleName(m_finish->text());
    m_finish->setVisible(!m_running);
    m_again->setText(tr("The rest again"));
    m_again->setAccessibleName(m_again->text());
    m_again->setVisible(!m_running && !rest().isEmpty());
}

} // namespace diakinisi::ui
