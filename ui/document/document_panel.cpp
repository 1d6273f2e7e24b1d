#include "ui/document/document_panel.h"

#include "desk/document_reader.h"
#include "ui/document/act_bar.h"
#include "ui/document/act_form.h"
#include "ui/document/act_runner.h"
#include "ui/document/document_pages.h"
#include "ui/document/history_list.h"
#include "ui/document/identity_card.h"
#include "ui/document/signature_list.h"
#include "ui/parts/busy_line.h"
#include "ui/parts/identity_strip.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QFileDialog>
#include <QSplitter>
#include <QTabWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

using domain::Act;

DocumentPanel::DocumentPanel(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_splitter(new QSplitter(Qt::Vertical, this)),
      m_pages(new DocumentPages(context, this))
{
    m_splitter->addWidget(m_pages);
    m_splitter->addWidget(makeDetails());
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 2);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({lines(this, 26), lines(this, 22)});
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    connect(&m_context.desk, &desk::Desk::documentsChanged, this, [this](const QVector<domain::DocumentId>& ids) {
        if (m_id && ids.contains(*m_id))
            read();
    });
    connect(m_signatures, &SignatureList::counted, this, [this](int count) {
        m_signatureCount = count;
        retranslate();
    });
    connect(m_signatures, &SignatureList::judged, this, [this] { m_card->showJudged(m_signatures->verdict()); });
    connect(m_actBar, &ActBar::wanted, this, [this](Act act) {
        if (m_id)
            begin(act, {*m_id});
    });
    translated(this, [this] { retranslate(); });
    clear();
}

QWidget* DocumentPanel::makeDetails()
{
    auto* details = new QWidget(this);
    m_busy = new BusyLine(details);
    m_strip = new IdentityStrip(details);
    m_bar = new MessageBar(details);
    m_actBar = new ActBar(details);
    m_formPlace = new QVBoxLayout;
    m_tabs = new QTabWidget(details);
    m_tabs->setDocumentMode(true);
    m_card = new IdentityCard(m_context, details);
    m_history = new HistoryList(details);
    m_signatures = new SignatureList(m_context, details);
    m_tabs->addTab(m_card, QString());
    m_tabs->addTab(m_history, QString());
    m_tabs->addTab(m_signatures, QString());
    auto* column = new QVBoxLayout(details);
    const int wide = gap(this) * 2;
    column->setContentsMargins(wide, 0, wide, wide);
    column->setSpacing(gap(this));
    column->addWidget(m_busy);
    column->addWidget(m_strip);
    column->addWidget(m_bar);
    column->addWidget(m_actBar);
    column->addLayout(m_formPlace);
    column->addWidget(m_tabs, 1);
    return details;
}

void DocumentPanel::show(const domain::DocumentId& document)
{
    if (m_id == document)
        return;
    closeForm();
    m_id = document;
    m_bar->clear();
    read();
}

void DocumentPanel::clear()
{
    m_task.cancel();
    closeForm();
    m_id.reset();
    m_view.reset();
    m_pages->clear();
    m_strip->clear();
    m_bar->clear();
    m_busy->end();
    m_actBar->show({});
    m_card->show({});
    m_history->show({});
    m_signatures->show(std::nullopt);
    m_tabs->setVisible(false);
}

void DocumentPanel::read()
{
    m_busy->begin();
    m_task.start(
        m_context.desk.lanes().read,
        [&reader = m_context.desk.reader(), id = *m_id](std::stop_token) { return reader.read(id); },
        [this](Result<desk::DocumentView> view) { take(std::move(view)); });
}

void DocumentPanel::take(Result<desk::DocumentView> view)
{
    m_busy->end();
    if (!view) {
        const Error error = view.error();
        clear();
        m_bar->showError(error);
        if (error.code == ErrorCode::NotFound)
            Q_EMIT gone();
        return;
    }
    m_view = std::move(*view);
    m_tabs->setVisible(true);
    m_strip->show(m_view->row);
    m_actBar->show(m_view->acts);
    m_card->show(*m_view);
    m_history->show(m_view->history);
    m_pages->show(m_view->document);
    const domain::Item* main = m_view->document.mainItem();
    m_signatures->show(main ? std::optional(main->newest().newest().file) : std::nullopt);
    if (!m_view->historyComplete)
        fetchHistory();
    Q_EMIT shown(*m_id);
}

/// Older events come from the server in silence: without it the desk shows what it has.
void DocumentPanel::fetchHistory()
{
    if (m_older.running())
        return;
    m_older.start(
        m_context.desk.lanes().network,
        [&reader = m_context.desk.reader(), id = *m_id](std::stop_token stop) { return reader.fetchHistory(id, stop); },
        [](const Done&) {});
}

bool DocumentPanel::beginAtOnce(Act act, const QVector<domain::DocumentId>& documents)
{
    switch (act) {
    case Act::Approve:
        m_context.acts.approve(documents);
        return true;
    case Act::TakeOver:
        m_context.acts.takeOver(documents);
        return true;
    case Act::Withdraw:
        m_context.acts.withdraw(documents);
        return true;
    case Act::Sign:
        Q_EMIT signingWanted(documents);
        return true;
    default:
        return false;
    }
}

void DocumentPanel::begin(Act act, const QVector<domain::DocumentId>& documents)
{
    if (documents.isEmpty() || beginAtOnce(act, documents))
        return;
    switch (act) {
    case Act::Charge:
        askCharge(documents);
        return;
    case Act::ApproveWithObjection:
    case Act::SendBack:
    case Act::ReturnCharge:
    case Act::CompleteCharge:
    case Act::AddNote:
    case Act::CancelNumber:
        askReason(act, documents);
        return;
    default:
        break;
    }
    if (!m_view || documents.front() != m_id)
        return;
    switch (act) {
    case Act::Reply:
        Q_EMIT replyWanted(*m_view);
        return;
    case Act::Submit:
        askChain();
        return;
    case Act::CorrectIdentity:
        askCorrection();
        return;
    case Act::SetAccess:
        askAccess();
        return;
    case Act::AddFile:
        chooseFile();
        return;
    default:
        return;
    }
}

void DocumentPanel::openForm(ActForm* form)
{
    closeForm();
    m_form = form;
    m_formPlace->addWidget(form);
    connect(form, &ActForm::cancelled, this, [this] {
        closeForm();
        Q_EMIT formClosed();
    });
    form->show();
    form->focusFirst();
}

void DocumentPanel::closeForm()
{
    if (!m_form)
        return;
    m_form->hide();
    m_form->deleteLater();
    m_form = nullptr;
}

void DocumentPanel::askReason(Act act, const QVector<domain::DocumentId>& documents)
{
    const auto key = std::pair(act, documents.front());
    auto* form = new ReasonForm(act, act != Act::CompleteCharge, m_kept[key], this);
    openForm(form);
    connect(form, &ActForm::cancelled, this, [this, form, key] { m_kept[key] = form->text(); });
    connect(form, &ActForm::accepted, this, [this, form, act, documents, key] {
        m_kept.erase(key);
        doReasoned(act, documents, form->text());
        closeForm();
        Q_EMIT formClosed();
    });
}

void DocumentPanel::doReasoned(Act act, const QVector<domain::DocumentId>& documents, const QString& text)
{
    ActRunner& acts = m_context.acts;
    switch (act) {
    case Act::ApproveWithObjection:
        return acts.approveWithObjection(documents, text);
    case Act::SendBack:
        return acts.sendBack(documents, text);
    case Act::ReturnCharge:
        return acts.returnCharge(documents, text);
    case Act::CompleteCharge:
        return acts.complete(documents, text);
    case Act::AddNote:
        return acts.addNote(documents, text);
    case Act::CancelNumber:
        return acts.cancelNumber(documents.front(), text);
    default:
        return;
    }
}

void DocumentPanel::askCharge(const QVector<domain::DocumentId>& documents)
{
    auto* form = new ChargeForm(m_context, this);
    openForm(form);
    connect(form, &ActForm::accepted, this, [this, form, documents] {
        form->noteChosen();
        m_context.acts.charge(documents, form->charge());
        closeForm();
        Q_EMIT formClosed();
    });
}

void DocumentPanel::askCorrection()
{
    auto* form = new CorrectForm(m_view->document, this);
    openForm(form);
    connect(form, &ActForm::accepted, this, [this, form, id = *m_id] {
        m_context.acts.correct(id, form->field(), form->value(), form->reason());
        closeForm();
        Q_EMIT formClosed();
    });
}

void DocumentPanel::askChain()
{
    auto* form = new ChainForm(m_context, m_view->document, this);
    openForm(form);
    connect(form, &ActForm::accepted, this, [this, form, id = *m_id] {
        m_context.acts.submit(id, form->chain());
        closeForm();
        Q_EMIT formClosed();
    });
}

void DocumentPanel::askAccess()
{
    auto* form = new AccessForm(m_context, m_view->document.access, this);
    openForm(form);
    connect(form, &ActForm::accepted, this, [this, form, id = *m_id] {
        m_context.acts.setAccess(id, form->access());
        closeForm();
        Q_EMIT formClosed();
    });
}

void DocumentPanel::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Add files"), {},
                                   tr("Documents and images (*.pdf *.jpg *.jpeg *.png *.tif *.tiff);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this,
            [this, id = *m_id](const QStringList& paths) { m_context.acts.addFile(id, std::nullopt, paths); });
    dialog->open();
}

void DocumentPanel::copyIdentity()
{
    m_strip->copy();
}

QWidget* DocumentPanel::actBar()
{
    return m_actBar;
}

void DocumentPanel::retranslate()
{
    m_tabs->setAccessibleName(tr("About the document"));
    m_tabs->setTabText(0, tr("Particulars"));
    m_tabs->setTabText(1, tr("History"));
    m_tabs->setTabText(2, m_signatureCount > 0 ? tr("Signatures (%1)").arg(m_signatureCount) : tr("Signatures"));
}

} // namespace diakinisi::ui
