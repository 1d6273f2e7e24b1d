#include "ui/document/signature_list.h"

#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QVBoxLayout>

namespace diakinisi::ui {

SignatureList::SignatureList(const Context& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_context.desk, &desk::Desk::fileArrived, this, [this](const Sha256& file) {
        if (file == m_file)
            read();
    });
    translated(this, [this] {
        setAccessibleName(tr("Signatures"));
        rebuild();
    });
}

void SignatureList::show(std::optional<Sha256> file)
{
    if (file == m_file && m_known)
        return;
    m_file = file;
    m_rows.clear();
    m_problem.reset();
    m_known = false;
    rebuild();
    Q_EMIT counted(0);
    if (m_file)
        read();
}

void SignatureList::read()
{
    m_task.start(
        m_context.desk.lanes().images,
        [&files = m_context.desk.files(), file = *m_file](std::stop_token stop) {
            return files.signatures(file, stop);
        },
        [this](Result<Rows> rows) {
            m_known = true;
            m_problem.reset();
            if (rows)
                m_rows = std::move(*rows);
            else if (rows.error().code != ErrorCode::NotPdf && rows.error().code != ErrorCode::NotFound)
                m_problem = rows.error();
            rebuild();
            Q_EMIT counted(static_cast<int>(m_rows.size()));
        });
}

void SignatureList::rebuild()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    margins(column, this, 2);
    column->setSpacing(gap(this) * 2);
    if (m_problem) {
        auto* bar = new MessageBar(page);
        bar->showError(*m_problem);
        column->addWidget(bar);
    }
    for (const auto& row : m_rows)
        add(column, row);
    if (m_rows.empty() && !m_problem && m_known) {
        auto* none = textLabel(page);
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setText(tr("The file carries no digital signature."));
        column->addWidget(none);
    }
    column->addStretch(1);
    setWidget(page);
}

void SignatureList::add(QVBoxLayout* column, const desk::DeskFiles::SignatureRow& row)
{
    const bool broken = !row.intact || row.changedAfter || row.indication == u"TOTAL-FAILED";
    auto* card = new QWidget(column->parentWidget());
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(gap(this) * 2);
    grid->setVerticalSpacing(1);
    auto* picture = new QLabel(card);
    picture->setPixmap(icon(broken ? QStringLiteral("error") : QStringLiteral("sign"))
                           .pixmap(QSize(1, 1) * lines(this, 1.4), devicePixelRatioF(), QIcon::Normal));
    auto* signer = textLabel(card);
    scaleFont(signer, 1.0, true);
    signer->setText(row.at ? QStringLiteral("%1 · %2").arg(row.signer, dateAndTime(*row.at)) : row.signer);
    auto* verdict = textLabel(card);
    verdict->setText(signatureVerdict(row));
    QPalette own;
    if (broken || row.indication == u"TOTAL-PASSED")
        own.setColor(QPalette::WindowText, broken ? Theme::alarm(palette()) : Theme::good(palette()));
    verdict->setPalette(own);
    auto* issuer = textLabel(card);
    issuer->setForegroundRole(QPalette::PlaceholderText);
    issuer->setText(tr("Certificate of: %1").arg(row.issuer));
    card->setAccessibleName(signer->text() + u' ' + verdict->text());
    grid->addWidget(picture, 0, 0, 3, 1, Qt::AlignTop);
    grid->addWidget(signer, 0, 1);
    grid->addWidget(verdict, 1, 1);
    grid->addWidget(issuer, 2, 1);
    grid->setColumnStretch(1, 1);
    column->addWidget(card);
}

} // namespace diakinisi::ui
