#include "ui/signing/signing_dialog.h"

#include "ui/parts/busy_line.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/primary_button.h"
#include "ui/parts/translated.h"
#include "ui/signing/key_row.h"
#include "ui/signing/mark_box.h"
#include "ui/signing/outcome_page.h"
#include "ui/signing/plan_view.h"
#include "ui/texts/key_texts.h"

#include <QPointer>
#include <QScreen>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

SigningDialog::SigningDialog(const Context& context, const QVector<domain::DocumentId>& documents, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_documents(documents),
      m_stack(new QStackedWidget(this)),
      m_outcomes(new OutcomePage(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_stack->addWidget(makePlanPage());
    m_stack->addWidget(m_outcomes);
    auto* column = new QVBoxLayout(this);
    margins(column, this, 3);
    column->addWidget(m_stack);
    connectParts();
    translated(this, [this] { retranslate(); });
    resize(QSize(characters(this, 190), lines(this, 48)).boundedTo(screen()->availableSize() * 0.95));
    checkReady();
    readPlan();
    m_keys->read(m_context.preferences.keyUri());
}

SigningDialog::~SigningDialog()
{
    m_stopSigning.request_stop(); // cleanly, after the running document
}

QWidget* SigningDialog::makePlanPage()
{
    auto* page = new QWidget(this);
    m_busy = new BusyLine(page);
    m_bar = new MessageBar(page);
    m_plan = new PlanView(page);
    m_mark = new MarkBox(m_context, page);
    m_keys = new KeyRow(m_context, page);
    m_terms = textLabel(page);
    m_terms->setForegroundRole(QPalette::PlaceholderText);
    auto* upper = new QSplitter(Qt::Horizontal, page);
    upper->addWidget(m_plan);
    upper->addWidget(m_mark);
    upper->setChildrenCollapsible(false);
    upper->setSizes({characters(this, 114), characters(this, 76)});
    upper->setStretchFactor(0, 3);
    upper->setStretchFactor(1, 2);
    upper->setHandleWidth(gap(this) * 4);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this) * 2);
    column->addWidget(m_busy);
    column->addWidget(upper, 1);
    column->addWidget(m_bar);
    column->addWidget(m_keys);
    column->addWidget(m_terms);
    column->addWidget(makeButtons());
    return page;
}

QWidget* SigningDialog::makeButtons()
{
    auto* box = new QWidget(this);
    m_sign = new PrimaryButton(box);
    m_sign->setDefault(true);
    m_close = new QPushButton(box);
    m_close->setAutoDefault(false);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_sign);
    row->addStretch(1);
    row->addWidget(m_close);
    return box;
}

void SigningDialog::connectParts()
{
    connect(m_plan, &PlanView::changed, this, &SigningDialog::checkReady);
    connect(m_plan, &PlanView::currentChanged, this, [this] { m_mark->show(m_plan->current()); });
    connect(m_keys, &KeyRow::changed, this, [this] {
        const auto key = m_keys->key();
        m_mark->setSigner(key ? key->name : QString());
        checkReady();
    });
    connect(m_keys, &KeyRow::failed, m_bar, &MessageBar::showError);
    connect(m_keys, &KeyRow::pinWantedFirst, this,
            [this] { m_bar->showRemark([] { return tr("Type the PIN of the key first, then choose its file."); }); });
    connect(m_sign, &QPushButton::clicked, this, &SigningDialog::start);
    connect(m_close, &QPushButton::clicked, this, &SigningDialog::reject);
    connect(m_outcomes, &OutcomePage::stopWanted, this, &SigningDialog::reject);
    connect(m_outcomes, &OutcomePage::againWanted, this, &SigningDialog::againTheRest);
    connect(m_outcomes, &OutcomePage::done, this, &QDialog::accept);
}

void SigningDialog::readPlan()
{
    m_busy->begin();
    m_planning.start(
        m_context.desk.lanes().read,
        [&signer = m_context.desk.signer(), documents = m_documents](std::stop_token) {
            return signer.plan(documents);
        },
        [this](const Result<desk::SigningPlan>& plan) {
            m_busy->end();
            if (!plan) {
                m_bar->showError(plan.error());
                return;
            }
            m_plan->show(*plan);
            retranslate();
        });
}

void SigningDialog::checkReady()
{
    m_sign->setEnabled(!m_signing.running() && !m_plan->chosen().isEmpty() && m_keys->isReady());
}

void SigningDialog::start()
{
    const auto key = m_keys->key();
    if (!m_sign->isEnabled() || !key)
        return;
    m_context.preferences.setKeyUri(key->uri);
    desk::SigningWishes wishes = m_mark->wishes();
    wishes.signaturePin = m_keys->takeSignaturePin();
    run(m_plan->chosen(), *key, m_keys->takePin(), std::move(wishes));
}

void SigningDialog::run(const QVector<domain::DocumentId>& documents, const desk::KeyChoice& key,
                        std::shared_ptr<Secret> pin, desk::SigningWishes wishes)
{
    m_stopSigning = std::stop_source();
    m_bar->clear();
    m_outcomes->begin(documents, m_plan->plan());
    m_stack->setCurrentWidget(m_outcomes);
    wishes.told = [self = QPointer(this)](const desk::SigningOutcome& outcome) {
        postToMainThread([self, outcome] {
            if (self)
                self->m_outcomes->tell(outcome);
        });
    };
    m_signing.start(
        m_context.desk.lanes().token,
        [&signer = m_context.desk.signer(), documents, key, pin = std::move(pin), wishes = std::move(wishes),
         stop = m_stopSigning.get_token()](std::stop_token) {
            Progress quiet;
            return signer.sign(documents, key, *pin, wishes, quiet, stop);
        },
        [this](const Result<std::vector<desk::SigningOutcome>>& outcomes) { ended(outcomes); });
}

void SigningDialog::ended(const Result<std::vector<desk::SigningOutcome>>& outcomes)
{
    if (!outcomes) { // nothing was signed: wrong PIN, no server for the numbers, ...
        m_stack->setCurrentIndex(0);
        m_bar->showError(outcomes.error());
        m_keys->read(m_context.preferences.keyUri()); // how many tries are left now
        m_keys->focus();
        checkReady();
        return;
    }
    m_outcomes->end(*outcomes);
    Q_EMIT finishedSigning();
}

void SigningDialog::againTheRest()
{
    m_documents = m_outcomes->rest();
    m_stack->setCurrentIndex(0);
    readPlan();
    m_keys->read(m_context.preferences.keyUri());
    m_keys->focus();
}

void SigningDialog::reject()
{
    if (m_signing.running()) {
        m_stopSigning.request_stop();
        m_outcomes->stopping();
        return; // the table of outcomes comes first
    }
    QDialog::reject();
}

void SigningDialog::retranslate()
{
    setWindowTitle(tr("Signature"));
    setAccessibleName(windowTitle());
    m_terms->setText(termsWords(m_plan->plan().terms));
    m_terms->setVisible(!m_terms->text().isEmpty());
    m_sign->setText(tr("Sign"));
    m_sign->setAccessibleName(m_sign->text());
    m_close->setText(tr("Close"));
    m_close->setAccessibleName(m_close->text());
}

} // namespace diakinisi::ui
