#include "ui/signing/signing_dialog.h"

#include "ui/parts/busy_line.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"

#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace diakinisi::ui {

SigningDialog::SigningDialog(const Context& context, const QVector<domain::DocumentId>& documents, QWidget* parent)
    : QDialog(parent),
      m_context(context),
      m_documents(documents),
      m_stack(new QStackedWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_stack->addWidget(makePlanPage());
    m_stack->addWidget(makeRunPage());
    m_stack->addWidget(makeResultPage());
    auto* column = new QVBoxLayout(this);
    margins(column, this, 3);
    column->addWidget(m_stack);
    translated(this, [this] { retranslate(); });
    resize(characters(this, 128), lines(this, 32));
    readPlan();
    readKeys(m_context.preferences.keyUri());
}

SigningDialog::~SigningDialog()
{
    m_stopSigning.request_stop(); // cleanly, after the running document
}

void SigningDialog::readPlan()
{
    m_busy->begin();
    m_planning.start(
        m_context.desk.lanes().read,
        [&signer = m_context.desk.signer(), documents = m_documents](std::stop_token) {
            return signer.plan(documents);
        },
        [this](Result<desk::SigningPlan> plan) {
            m_busy->end();
            if (!plan) {
                m_bar->showError(plan.error());
                return;
            }
            m_plan = std::move(*plan);
            m_onlySeen->setChecked(false);
            m_all->setChecked(true);
            showPlan();
        });
}

void SigningDialog::readKeys(const QString& choose)
{
    m_readingKeys.start(
        m_context.desk.lanes().token, [&signer = m_context.desk.signer()](std::stop_token) { return signer.keys(); },
        [this, choose](Result<std::vector<desk::KeyChoice>> keys) {
            if (!keys) {
                m_bar->showError(keys.error());
                return;
            }
            m_keys = std::move(*keys);
            retranslate();
            for (std::size_t i = 0; i < m_keys.size(); ++i)
                if (m_keys[i].uri == choose)
                    m_key->setCurrentIndex(static_cast<int>(i));
            if (m_pin->text().isEmpty()) // never away from a PIN that is being typed
                (m_keys.empty() ? static_cast<QWidget*>(m_addKey) : m_pin)->setFocus();
            checkReady();
        });
}

void SigningDialog::addKey()
{
    auto* dialog = new QFileDialog(this, tr("Choose your key file"), {}, tr("Keys (*.p12 *.pfx);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SigningDialog::addKeyFile);
    dialog->open();
}

/// The file is opened once with the PIN that stands in the field, to read its certificate.
void SigningDialog::addKeyFile(const QString& path)
{
    if (m_pin->text().isEmpty()) {
        m_bar->showRemark([] { return tr("Type the PIN of the key first, then choose its file."); });
        m_pin->setFocus();
        return;
    }
    m_busy->begin();
    auto pin = std::make_shared<Secret>(m_pin->text().toUtf8());
    m_adding.start(
        m_context.desk.lanes().token,
        [&signer = m_context.desk.signer(), path, pin](std::stop_token) { return signer.addKeyFile(path, *pin); },
        [this](const Result<desk::KeyChoice>& key) {
            m_busy->end();
            if (!key) {
                m_bar->showError(key.error());
                return;
            }
            m_bar->clear();
            readKeys(key->uri);
        });
}

QVector<domain::DocumentId> SigningDialog::chosen() const
{
    QVector<domain::DocumentId> documents;
    for (const desk::SigningItem& item : m_plan.items)
        if (!item.problem && (m_all->isChecked() || item.seen))
            documents << item.document;
    return documents;
}

void SigningDialog::checkReady()
{
    m_sign->setEnabled(!m_signing.running() && !chosen().isEmpty() && m_key->currentIndex() >= 0 && !m_keys.empty() &&
                       !m_pin->text().isEmpty());
}

void SigningDialog::start()
{
    if (!m_sign->isEnabled())
        return;
    const desk::KeyChoice key = m_keys.at(static_cast<std::size_t>(m_key->currentIndex()));
    m_context.preferences.setKeyUri(key.uri);
    auto pin = std::make_shared<Secret>(m_pin->text().toUtf8());
    m_pin->clear();
    run(chosen(), key, std::move(pin));
}

void SigningDialog::run(const QVector<domain::DocumentId>& documents, const desk::KeyChoice& key,
                        std::shared_ptr<Secret> pin)
{
    m_stopSigning = std::stop_source();
    m_doneCount = 0;
    m_total = static_cast<int>(documents.size());
    m_bar->clear();
    m_stack->setCurrentIndex(1);
    m_stop->setEnabled(true);
    retranslate();
    m_signing.start(
        m_context.desk.lanes().token,
        [&signer = m_context.desk.signer(), documents, key, pin = std::move(pin), self = QPointer(this),
         stop = m_stopSigning.get_token()](std::stop_token) {
            Progress progress([self](std::int64_t done, std::int64_t total) {
                postToMainThread([self, done, total] {
                    if (!self)
                        return;
                    self->m_doneCount = static_cast<int>(done);
                    self->m_total = static_cast<int>(total);
                    self->retranslate();
                });
            });
            return signer.sign(documents, key, *pin, progress, stop);
        },
        [this](const Result<std::vector<desk::SigningOutcome>>& outcomes) { ended(outcomes); });
}

void SigningDialog::ended(const Result<std::vector<desk::SigningOutcome>>& outcomes)
{
    if (!outcomes) { // nothing was signed: wrong PIN, no server for the numbers, ...
        m_stack->setCurrentIndex(0);
        m_bar->showError(outcomes.error());
        m_pin->setFocus();
        checkReady();
        return;
    }
    m_outcomes = *outcomes;
    m_stack->setCurrentIndex(2);
    showOutcomes();
    m_done->setFocus();
    Q_EMIT finishedSigning();
}

void SigningDialog::againTheRest()
{
    QVector<domain::DocumentId> rest;
    for (const desk::SigningOutcome& outcome : m_outcomes)
        if (!outcome.isSigned)
            rest << outcome.document;
    m_documents = rest;
    m_plan = {};
    m_stack->setCurrentIndex(0);
    readPlan();
    m_pin->setFocus();
}

void SigningDialog::reject()
{
    if (m_signing.running()) {
        m_stopSigning.request_stop();
        m_stop->setEnabled(false);
        retranslate();
        return; // the table of outcomes comes first
    }
    QDialog::reject();
}

QString SigningDialog::titleOf(const domain::DocumentId& document) const
{
    for (const desk::SigningItem& item : m_plan.items)
        if (item.document == document)
            return subjectText(item.row);
    return {};
}

} // namespace diakinisi::ui
