#include "ui/register/register_page.h"

#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/offer_bar.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/translated.h"
#include "ui/register/batch_page.h"
#include "ui/register/concern_bar.h"
#include "ui/register/copier_watch.h"
#include "ui/register/drafts_bar.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/label_bar.h"
#include "ui/register/number_panel.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace diakinisi::ui {

namespace {

constexpr int checkMs = 200;
constexpr int keepMs = 700;

} // namespace

RegisterPage::RegisterPage(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_pages(new QStackedWidget(this)),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_files(new FilesPanel(context, this)),
      m_batch(new BatchPage(context, *m_files, this)),
      m_copier(new CopierWatch(context, this)),
      m_done(new NumberPanel(context, this))
{
    m_stack = new QStackedWidget(this);
    m_stack->addWidget(makeForm());
    m_stack->addWidget(m_done);
    m_splitter->addWidget(m_files);
    m_splitter->addWidget(m_stack);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_pages->addWidget(m_splitter);
    m_pages->addWidget(m_batch);
    column->addWidget(m_pages);
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkMs);
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepMs);
    connectParts();
    translated(this, [this] { retranslate(); });
}

RegisterPage::~RegisterPage() = default;

QWidget* RegisterPage::makeForm()
{
    auto* side = new QWidget(this);
    m_heading = new QLabel(side);
    scaleFont(m_heading, 1.25, true);
    m_kept = new QLabel(side);
    m_kept->setForegroundRole(QPalette::PlaceholderText);
    m_drafts = new DraftsBar(side);
    m_offer = new OfferBar(side);
    m_arrived = new OfferBar(side);
    m_bar = new MessageBar(side);
    m_concerns = new ConcernBar(side);
    m_label = new LabelBar(side);
    m_form = new FormView(m_context, side);
    m_go = new PrimaryButton(side);
    m_number = new QPushButton(icon(QStringLiteral("stamp")), QString(), side);
    m_same = new QPushButton(icon(QStringLiteral("copy")), QString(), side);
    auto* top = new QHBoxLayout;
    margins(top, this, 2);
    top->addWidget(m_heading, 1);
    top->addWidget(m_kept);
    auto* buttons = new QHBoxLayout;
    margins(buttons, this, 2);
    buttons->setSpacing(gap(this) * 2);
    buttons->addWidget(m_go);
    buttons->addWidget(m_number);
    buttons->addStretch(1);
    buttons->addWidget(m_same);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    for (QWidget* part : std::initializer_list<QWidget*>{m_drafts, m_arrived, m_offer, m_bar, m_label, m_concerns})
        column->addWidget(part);
    column->addWidget(m_form, 1);
    column->addLayout(buttons);
    return side;
}

void RegisterPage::connectParts()
{
    connect(m_form, &FormView::changed, this, &RegisterPage::touched);
    connect(m_files, &FilesPanel::changed, this, [this] {
        m_form->setSheetsFromPages(m_files->pageCount());
        touched();
    });
    connect(&m_checkSoon, &QTimer::timeout, this, &RegisterPage::check);
    connect(&m_keepSoon, &QTimer::timeout, this, &RegisterPage::keepNow);
    connect(m_go, &QPushButton::clicked, this, &RegisterPage::act);
    connect(m_number, &QPushButton::clicked, this, [this] { commit(true); });
    connect(m_same, &QPushButton::clicked, this, &RegisterPage::sameAsBefore);
    connect(m_done, &NumberPanel::next, this, &RegisterPage::goOn);
    connect(m_done, &NumberPanel::pagesWanted, this, &RegisterPage::takePagesBack);
    connect(m_done, &NumberPanel::opened, this, &RegisterPage::opened);
    connect(m_concerns, &ConcernBar::opened, this, &RegisterPage::opened);
    connect(m_drafts, &DraftsBar::resumed, this, &RegisterPage::resume);
    connect(m_drafts, &DraftsBar::thrownAway, this, &RegisterPage::throwAway);
    connect(m_drafts, &DraftsBar::pileTaken, this, &RegisterPage::takePile);
    connect(m_drafts, &DraftsBar::pileThrownAway, this, [this](const desk::ScanPile& pile) { finishPile(pile.id); });
    connect(m_files, &FilesPanel::settled, this, &RegisterPage::filesSettled);
    connectPile();
    connectBatch();
    connectCopier();
    connect(&m_context.desk, &desk::Desk::documentsChanged, this, &RegisterPage::followNumber);
}

void RegisterPage::begin(RegisterMode mode)
{
    keepNow();
    if (showsBatch())
        closeBatch();
    m_mode = mode;
    m_form->setMode(mode);
    startEmpty();
    retranslate();
}

void RegisterPage::startEmpty(bool keepPages)
{
    m_looking.cancel();
    m_registering.cancel();
    m_following.cancel();
    m_draftId = QUuid::createUuid();
    m_tried = false;
    m_whenIn.reset();
    if (!keepPages)
        m_files->clear();
    m_asNew = false;
    m_cameTogether = 0;
    m_offer->clear();
    m_later.clear();
    offerArrived();
    m_labelled.reset();
    m_label->show({});
    m_form->reset();
    m_keepSoon.stop();
    m_checkSoon.stop();
    m_bar->clear();
    m_concerns->clear();
    m_kept->clear();
    m_stack->setCurrentIndex(0);
    m_form->focusFirst();
    m_same->setEnabled(m_last.has_value());
    offerKept();
}

void RegisterPage::beginReply(const desk::DocumentView& document)
{
    begin(RegisterMode::Draft);
    desk::RegistrationForm form;
    const domain::Document& asked = document.document;
    form.identity.direction = asked.identity.direction == domain::Direction::Incoming ? domain::Direction::Outgoing
                                                                                      : domain::Direction::Internal;
    form.identity.itemCount = 1;
    form.particulars.parties = asked.particulars.parties;
    form.particulars.subject = tr("Reply: %1").arg(asked.particulars.subject);
    form.particulars.relations = {{domain::RelationKind::AnswerTo, asked.id}};
    m_form->fill(form);
    m_form->focusFirst();
}

desk::RegistrationForm RegisterPage::wholeForm() const
{
    desk::RegistrationForm form = m_form->form();
    form.files = m_files->files();
    return form;
}

void RegisterPage::touched()
{
    if (m_stack->currentWidget() == m_done || showsBatch())
        return; // what lies there belongs to the one registered, or to the grid
    m_checkSoon.start();
    m_keepSoon.start();
}

void RegisterPage::check()
{
    m_checking.start(
        m_context.desk.lanes().read,
        [&registrar = m_context.desk.registrar(), form = wholeForm()](std::stop_token) {
            return registrar.check(form);
        },
        [this](const Result<std::vector<desk::RegistrationConcern>>& concerns) {
            if (concerns)
                showConcerns(*concerns);
        });
}

void RegisterPage::showConcerns(std::vector<desk::RegistrationConcern> concerns)
{
    std::ranges::copy(m_form->unreadable(), std::back_inserter(concerns));
    m_form->mark(m_tried ? concerns : std::vector<desk::RegistrationConcern>{});
    m_concerns->show(concerns, m_tried);
}

void RegisterPage::act()
{
    if (showsBatch())
        m_batch->act();
    else if (m_stack->currentWidget() == m_done)
        goOn();
    else
        commit(m_mode != RegisterMode::Draft);
}

/// Looks first: a form with a gap is never sent, the clerk is led to the gap.
void RegisterPage::commit(bool numberNow)
{
    if (m_looking.running() || m_registering.running() || m_attaching.running())
        return;
    if (m_files->busy()) {
        m_whenIn = numberNow;
        m_bar->showRemark([] { return tr("A file is still being taken in; then it goes on by itself."); });
        return;
    }
    if (m_labelled)
        return attach();
    m_tried = true;
    m_sent = wholeForm();
    m_bar->clear();
    m_looking.start(
        m_context.desk.lanes().read,
        [&registrar = m_context.desk.registrar(), form = m_sent](std::stop_token) { return registrar.check(form); },
        [this, numberNow](const Result<std::vector<desk::RegistrationConcern>>& concerns) {
            if (concerns)
                looked(*concerns, numberNow);
            else
                m_bar->showError(concerns.error());
        });
}

void RegisterPage::filesSettled(bool good)
{
    if (!m_whenIn)
        return;
    const bool numberNow = *std::exchange(m_whenIn, std::nullopt);
    if (good)
        commit(numberNow);
    else
        m_bar->showRemark([] { return tr("Not sent, since a file could not be taken in: see beside the pages."); });
}

void RegisterPage::looked(std::vector<desk::RegistrationConcern> concerns, bool numberNow)
{
    m_checking.cancel(); // an older look
    showConcerns(concerns);
    std::ranges::copy(m_form->unreadable(), std::back_inserter(concerns));
    const auto gap = std::ranges::find_if(concerns, &desk::RegistrationConcern::blocks);
    if (gap == concerns.end())
        send(numberNow);
    else
        m_form->focusOn(gap->field);
}

void RegisterPage::send(bool numberNow)
{
    m_form->noteChosen();
    m_registering.start(
        m_context.desk.lanes().store,
        [&registrar = m_context.desk.registrar(), form = m_sent,
         numberNow](std::stop_token) -> Result<desk::RegistrationOutcome> {
            if (numberNow)
                return registrar.registerDocument(form);
            const auto draft = registrar.startDraft(form);
            if (!draft)
                return fail(draft.error());
            return desk::RegistrationOutcome{*draft, domain::NumberState::None, {}};
        },
        [this](const Result<desk::RegistrationOutcome>& outcome) { committed(outcome); });
}

void RegisterPage::committed(const Result<desk::RegistrationOutcome>& outcome)
{
    if (!outcome) {
        const bool field =
            outcome.error().code == ErrorCode::FieldMissing || outcome.error().code == ErrorCode::FieldInvalid;
        if (!field)
            m_bar->showError(outcome.error());
        check(); // says which
        return;
    }
    m_last = m_sent;
    const bool scanned = std::ranges::any_of(m_sent.files, [](const auto& each) { return !each.pile.isEmpty(); });
    m_lastPile = scanned ? m_files->pile() : QUuid();
    showDone(*outcome); // first: what the files tell from now on is of the next
    m_files->finishPile();
    m_keepSoon.stop();
    forgetKept(m_draftId);
    m_done->focusNext();
}

void RegisterPage::sameAsBefore()
{
    if (!m_last || m_stack->currentWidget() == m_done || showsBatch())
        return;
    desk::RegistrationForm form = *m_last;
    const desk::RegistrationForm typed = m_form->form();
    form.particulars.subject =
        typed.particulars.subject.isEmpty() ? form.particulars.subject : typed.particulars.subject;
    form.particulars.theirNumber = typed.particulars.theirNumber; // every letter has its own
    m_form->fill(form);
}

void RegisterPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() != Qt::Key_Escape) {
        QWidget::keyPressEvent(event);
        return;
    }
    keepNow();
    Q_EMIT left();
}

void RegisterPage::retranslate()
{
    const auto name = [](QPushButton* button, const QString& text, const QString& hint) {
        button->setText(text);
        button->setAccessibleName(text);
        button->setToolTip(hint);
    };
    const bool draft = m_mode == RegisterMode::Draft;
    m_heading->setText(draft                             ? tr("New draft")
                       : m_mode == RegisterMode::Citizen ? tr("Citizen's request")
                                                         : tr("Incoming document"));
    name(m_go, draft ? tr("Save draft") : tr("Register"),
         draft ? tr("Save the draft; it takes its number with the final signature (Ctrl+Enter)")
               : tr("Number, charge and note in one act (Ctrl+Enter)"));
    name(m_number, tr("Number now"), tr("Register at once, for a document that was signed on paper"));
    name(m_same, tr("As before"), tr("Sender, kind and charge of the last one (Ctrl+D)"));
    m_number->setVisible(draft);
}

} // namespace diakinisi::ui
