#include "ui/register/register_page.h"

#include "ui/document/document_pages.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/offer_bar.h"
#include "ui/parts/page_view.h"
#include "ui/register/batch_grid.h"
#include "ui/register/batch_page.h"
#include "ui/register/copier_watch.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/number_panel.h"
#include "ui/scan/pile_work.h"

#include <QSplitter>
#include <QStackedWidget>

// Several documents on the table: offered as a grid, and back.
namespace diakinisi::ui {

void RegisterPage::connectBatch()
{
    connect(m_batch, &BatchPage::opened, this, &RegisterPage::opened);
    connect(m_batch, &BatchPage::left, this, [this] {
        const auto typed = m_batch->typedInFirst();
        closeBatch();
        m_batch->forgetFiles();
        goOn();
        if (typed)
            m_form->fill(*typed);
    });
    connect(m_files, &FilesPanel::changed, m_batch, &BatchPage::sync);
    connect(m_files, &FilesPanel::filesCame, this, [this](int files) {
        m_cameTogether = files;
        if (std::exchange(m_eachItsOwn, false) && !showsBatch()) {
            m_files->work().splitDropped();
            showBatch();
        }
        offerBatch();
    });
    connect(&m_files->work(), &PileWork::changed, this, &RegisterPage::offerBatch);
}

bool RegisterPage::showsBatch() const
{
    return m_pages->currentWidget() == m_batch;
}

void RegisterPage::openBatch()
{
    if (showsBatch() || m_mode != RegisterMode::Incoming || m_registering.running())
        return;
    if (!m_files->work().pages().documents().empty() || !m_files->files().empty())
        showBatch();
}

void RegisterPage::showBatch()
{
    const bool form = m_stack->currentWidget() != m_done;
    const desk::RegistrationForm typed = form ? m_form->typedForm() : desk::RegistrationForm();
    m_keepSoon.stop();
    m_checkSoon.stop();
    forgetKept(m_draftId); // each row keeps its own
    m_offer->clear();
    m_pages->setCurrentWidget(m_batch);
    m_batch->open(typed);
}

void RegisterPage::closeBatch()
{
    m_batch->close();
    m_pages->setCurrentWidget(m_splitter);
}

void RegisterPage::offerBatch()
{
    if (m_mode != RegisterMode::Incoming || showsBatch())
        return;
    const auto documents = static_cast<int>(m_files->work().pages().documents().size());
    if (documents > 1)
        m_offer->offer([documents] { return tr("%n document(s) lie here.", nullptr, documents); },
                       {{[] { return tr("Register them together"); }, [this] { openBatch(); }}});
    else if (m_cameTogether > 1)
        m_offer->offer([files = m_cameTogether] { return tr("%n file(s) came together.", nullptr, files); },
                       {{[] { return tr("Each a document of its own"); },
                         [this] {
                             m_files->work().splitDropped();
                             openBatch();
                         }}});
    else
        m_offer->clear();
}

void RegisterPage::connectCopier()
{
    connect(m_copier, &CopierWatch::arrived, this, &RegisterPage::offerArrived);
    connect(m_copier, &CopierWatch::failed, m_bar, &MessageBar::showError);
    connect(m_files, &FilesPanel::tookIn, this, [this](const QStringList& paths) {
        if (!showsBatch() && m_stack->currentWidget() != m_done)
            m_keepSoon.start();
        keepNow(); // first: what came from the copier is then forgotten
        m_copier->forget(paths);
    });
}

void RegisterPage::offerArrived()
{
    QStringList files = m_copier->files();
    for (const QString& file : m_later + m_takenUp)
        files.removeOne(file);
    if (files.isEmpty() || m_mode == RegisterMode::Draft) {
        m_arrived->clear();
        return;
    }
    std::vector<OfferBar::Way> ways{
        {[] { return tr("Onto this form"); }, [this, files] { takeArrived(files, false); }}};
    if (files.size() > 1 && m_mode == RegisterMode::Incoming)
        ways.push_back({[] { return tr("Each a document of its own"); }, [this, files] { takeArrived(files, true); }});
    ways.push_back({[] { return tr("Later"); },
                    [this, files] {
                        m_later << files;
                        offerArrived();
                    }});
    const auto count = static_cast<int>(files.size());
    m_arrived->offer([count] { return tr("%n file(s) came from the copier.", nullptr, count); }, std::move(ways));
}

void RegisterPage::takeArrived(const QStringList& files, bool eachItsOwn)
{
    m_takenUp << files;
    m_eachItsOwn = eachItsOwn;
    offerArrived();
    m_files->add(files);
}

std::vector<QWidget*> RegisterPage::panes()
{
    if (showsBatch())
        return {&m_batch->grid(), &m_batch->preview().view()};
    return {m_files, &m_form->focusTarget()};
}

} // namespace diakinisi::ui
