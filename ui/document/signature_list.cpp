#include "ui/document/signature_list.h"

#include "desk/directory.h"
#include "ui/document/file_window.h"
#include "ui/document/signature_card.h"
#include "ui/document/signature_report.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/verdict_texts.h"

#include <QFileDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

SignatureList::SignatureList(const Context& context, QWidget* parent) : QScrollArea(parent), m_context(context)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    connect(&m_context.desk, &desk::Desk::fileArrived, this, [this](const Sha256& file) {
        if (m_file && file == m_file->digest)
            read();
    });
    translated(this, [this] {
        setAccessibleName(tr("Signatures"));
        rebuild();
    });
}

void SignatureList::show(const std::optional<domain::FileRef>& file)
{
    if (file == m_file && m_known)
        return;
    m_file = file;
    m_verdict.reset();
    m_problem.reset();
    m_saved.clear();
    m_unfolded.clear();
    m_known = false;
    m_task.cancel();
    rebuild();
    Q_EMIT counted(0);
    Q_EMIT judged();
    if (m_file)
        read();
}

void SignatureList::checkAgain()
{
    if (m_file)
        read();
}

void SignatureList::read()
{
    m_task.start(
        m_context.desk.lanes().network,
        [&files = m_context.desk.files(), file = m_file->digest](std::stop_token stop) {
            return files.signatures(file, stop);
        },
        [this](Result<signing::PdfVerdict> verdict) { take(std::move(verdict)); });
}

void SignatureList::take(Result<signing::PdfVerdict> verdict)
{
    m_known = true;
    m_problem.reset();
    m_verdict.reset();
    if (verdict)
        m_verdict = std::move(*verdict);
    else if (verdict.error().code != ErrorCode::NotPdf && verdict.error().code != ErrorCode::NotFound)
        m_problem = verdict.error();
    rebuild();
    Q_EMIT counted(m_verdict ? static_cast<int>(m_verdict->signatures.size()) : 0);
    Q_EMIT judged();
}

void SignatureList::rebuild()
{
    auto* page = new QWidget(this);
    page->setBackgroundRole(QPalette::Base);
    page->setAutoFillBackground(true);
    auto* column = new QVBoxLayout(page);
    margins(column, this, 1);
    column->setSpacing(gap(this));
    if (m_problem) {
        auto* bar = new MessageBar(page);
        bar->showError(*m_problem);
        column->addWidget(bar);
    }
    if (m_verdict && !m_verdict->signatures.empty()) {
        addCards(column);
        addTools(column);
    } else if (m_known && !m_problem) {
        auto* none = textLabel(page);
        none->setForegroundRole(QPalette::PlaceholderText);
        none->setText(tr("The file carries no digital signature."));
        column->addWidget(none);
    }
    column->addStretch(1);
    setWidget(page);
}

void SignatureList::addCards(QVBoxLayout* column)
{
    const auto count = m_verdict->signatures.size();
    for (std::size_t i = 0; i < count; ++i) {
        const signing::SignatureVerdict& verdict = m_verdict->signatures[i];
        const QString place = count > 1 ? tr("%1 of %2:").arg(i + 1).arg(count) : QString();
        auto* card = new SignatureCard(verdict, capacityOf(verdict), place, column->parentWidget());
        card->setUnfolded(m_unfolded.contains(verdict.field));
        column->addWidget(card);
        connect(card, &SignatureCard::signedVersionWanted, this, &SignatureList::openVersion);
        connect(card, &SignatureCard::folded, this, [this, field = verdict.field](bool unfolded) {
            if (unfolded)
                m_unfolded.insert(field);
            else
                m_unfolded.erase(field);
        });
    }
}

void SignatureList::addTools(QVBoxLayout* column)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(gap(this), gap(this), gap(this), gap(this));
    row->setSpacing(gap(this));
    auto* report = new QPushButton(icon(QStringLiteral("report")), tr("Report"), column->parentWidget());
    report->setToolTip(tr("Saves verdict and evidence as a PDF, to print or to keep"));
    report->setAccessibleName(tr("Save a report of the check"));
    auto* again = new QPushButton(icon(QStringLiteral("refresh")), tr("Check again"), column->parentWidget());
    again->setAccessibleName(tr("Check the signatures again"));
    row->addWidget(report);
    row->addWidget(again);
    row->addStretch(1);
    column->addLayout(row);
    connect(report, &QPushButton::clicked, this, &SignatureList::saveReport);
    connect(again, &QPushButton::clicked, this, &SignatureList::checkAgain);
    if (m_saved.isEmpty())
        return;
    auto* bar = new MessageBar(column->parentWidget());
    bar->showRemark([path = m_saved] { return tr("Saved: %1").arg(path); });
    column->addWidget(bar);
}

/// As what the signer acts in this office, where the certificate is registered to somebody of it.
QString SignatureList::capacityOf(const signing::SignatureVerdict& verdict) const
{
    const auto organisation = m_context.desk.directory().organisation();
    if (!organisation || !verdict.signer)
        return {};
    const auto id = organisation->personWithCertificate(verdict.signer->fingerprint);
    const domain::Person* person = id ? organisation->person(*id) : nullptr;
    return person ? person->title : verdict.signer->organisation;
}

void SignatureList::openVersion(qint64 signedLength)
{
    m_version.start(
        m_context.desk.lanes().images,
        [&files = m_context.desk.files(), file = *m_file, signedLength](std::stop_token stop) {
            return files.signedVersion(file, signedLength, stop);
        },
        [this](const Result<domain::FileRef>& file) {
            if (file) {
                auto* window = new FileWindow(m_context, *file, this);
                window->show();
            } else {
                m_problem = file.error();
                rebuild();
            }
        });
}

void SignatureList::saveReport()
{
    if (!m_verdict || !m_file)
        return;
    auto* dialog = new QFileDialog(this, tr("Save the report"), {}, tr("PDF documents (*.pdf);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(tr("signature check of %1").arg(m_file->name));
    connect(dialog, &QFileDialog::fileSelected, this, &SignatureList::writeReport);
    dialog->open();
}

void SignatureList::writeReport(const QString& path)
{
    ReportFacts facts{m_file->name, m_file->digest, m_context.clock.now(), *m_verdict, {}};
    for (const signing::SignatureVerdict& verdict : m_verdict->signatures)
        facts.capacities << capacityOf(verdict);
    m_report.start(
        m_context.desk.lanes().images,
        [facts = std::move(facts), path](std::stop_token) { return writeSignatureReport(facts, path); },
        [this, path](const Done& done) {
            m_saved = done ? path : QString();
            m_problem = done ? std::nullopt : std::optional(done.error());
            rebuild();
        });
}

} // namespace diakinisi::ui
