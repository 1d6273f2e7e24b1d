#include "ui/register/register_page.h"

#include "desk/document_reader.h"
#include "ui/document/document_pages.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/page_view.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/label_bar.h"
#include "ui/register/number_panel.h"
#include "ui/scan/page_strip.h"
#include "ui/scan/pile_work.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMimeData>
#include <QStackedWidget>

// A pile beside the form: the letter fills it, our label leads to a document, and the next document comes up by itself.
namespace diakinisi::ui {

void RegisterPage::connectPile()
{
    PageView& pages = m_files->pages().view();
    connect(m_files, &FilesPanel::wasRead, this, [this](const recognition::LetterReading& reading) {
        if (m_stack->currentWidget() != m_done) // that is of the next document; it is told again then
            m_form->fillFrom(reading);
    });
    connect(m_form, &FormView::spotsChanged, this, [this, &pages] { pages.setSpots(m_form->spots()); });
    connect(m_form, &FormView::fieldEntered, &pages, &PageView::showSpot);
    connect(&pages, &PageView::spotChosen, this, [this](const QString& field) { m_form->focusOn(field); });
    connect(&m_files->work(), &PileWork::changed, this, &RegisterPage::findLabelled);
    m_form->focusTarget().installEventFilter(this);
    m_files->strip().installEventFilter(this);
    pages.installEventFilter(this);
    connect(m_label, &LabelBar::newWanted, this, [this] {
        m_asNew = true;
        m_label->show({});
    });
}

/// A picture on the clipboard is a page of the letter, wherever the focus happens to be.
bool RegisterPage::eventFilter(QObject*, QEvent* event)
{
    if (event->type() != QEvent::KeyPress || !static_cast<QKeyEvent*>(event)->matches(QKeySequence::Paste))
        return false;
    const QMimeData* mime = QGuiApplication::clipboard()->mimeData();
    return mime && mime->hasImage() && !mime->hasText() && m_files->paste();
}

/// An empty form for the next document of the pile, or for the next letter.
void RegisterPage::goOn()
{
    startEmpty(!m_files->work().pages().isEmpty() || !m_files->files().empty());
    m_files->work().readAgain();
    offerBatch();
}

void RegisterPage::findLabelled()
{
    const auto document = m_asNew || m_mode == RegisterMode::Draft ? std::nullopt : m_files->work().labelled();
    if (document == m_labelled)
        return;
    m_labelled = document;
    m_label->show({});
    if (!document)
        return;
    m_reading.start(
        m_context.desk.lanes().read,
        [&reader = m_context.desk.reader(), id = *document](std::stop_token) { return reader.read(id); },
        [this](const Result<desk::DocumentView>& view) {
            if (view && view->document.registration.number)
                m_label->show(display(*view->document.registration.number));
        });
}

/// The scan of a paper that has its number: days later, too.
void RegisterPage::attach()
{
    const domain::DocumentId document = *m_labelled;
    const std::vector<desk::FormFile> files = m_files->files();
    m_attaching.start(
        m_context.desk.lanes().store,
        [&registrar = m_context.desk.registrar(), document, files](std::stop_token) {
            for (desk::FormFile file : files) {
                file.role = domain::ItemRole::Attachment;
                if (const Done added = registrar.addFile(document, {}, file); !added)
                    return added;
            }
            return Done();
        },
        [this](const Done& added) {
            if (!added) {
                m_bar->showError(added.error());
                return;
            }
            forgetKept(m_draftId);
            m_files->finishPile();
            goOn();
            m_bar->showRemark([] { return tr("The scan was added to its document."); });
        });
}

} // namespace diakinisi::ui
