#include "ui/signing/mark_box.h"

#include "base/limits.h"
#include "desk/session.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/preferences.h"
#include "ui/signing/mark_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QSpinBox>

namespace diakinisi::ui {

namespace {

constexpr qint64 mostImageBytes = 2 * limits::miB;

} // namespace

void MarkBox::show(const std::optional<domain::DocumentId>& document)
{
    if (document == m_document && m_preview)
        return;
    m_document = document;
    m_preview.reset();
    m_task.cancel();
    m_bar->clear();
    if (m_document)
        m_soon.start();
    else
        m_view->clear();
    retranslate();
}

void MarkBox::setSigner(const QString& name)
{
    if (name == m_signer)
        return;
    m_signer = name;
    m_soon.start();
}

desk::SigningWishes MarkBox::wishes() const
{
    desk::SigningWishes wishes;
    wishes.mark.reason = m_reason->text().trimmed();
    wishes.mark.place = m_place->text().trimmed();
    wishes.mark.image = m_imageBytes;
    wishes.mark.byOrder = m_capacity->currentIndex() == 1;
    wishes.mark.withCode = m_code->isChecked();
    wishes.spots = m_spots;
    return wishes;
}

void MarkBox::restore()
{
    const auto person = m_context.desk.session().person();
    const MarkHabits habits = m_context.preferences.markHabits(person ? person->toString() : QString());
    m_reason->setText(habits.reason);
    m_place->setText(habits.place);
    m_capacity->setCurrentIndex(habits.byOrder ? 1 : 0);
    m_code->setChecked(habits.withCode);
    if (!habits.image.isEmpty() && QFile::exists(habits.image))
        readImage(habits.image);
}

void MarkBox::remember()
{
    const auto person = m_context.desk.session().person();
    m_context.preferences.setMarkHabits(
        person ? person->toString() : QString(),
        {m_reason->text(), m_place->text(), m_imagePath, m_capacity->currentIndex() == 1, m_code->isChecked()});
}

void MarkBox::chooseImage()
{
    auto* dialog = new QFileDialog(this, tr("Choose emblem or written signature"), {},
                                   tr("Images (*.png *.jpg *.jpeg);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        readImage(path);
        wishesChanged();
    });
    dialog->open();
}

void MarkBox::readImage(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        m_bar->showError({ErrorCode::FileUnreadable, path, file.errorString()});
        return;
    }
    if (file.size() > mostImageBytes) {
        m_bar->showError({ErrorCode::FileTooLarge, path, {}});
        return;
    }
    m_imageBytes = file.readAll();
    m_imagePath = path;
}

void MarkBox::wishesChanged()
{
    remember();
    retranslate();
    m_soon.start();
}

void MarkBox::render()
{
    if (!m_document)
        return;
    desk::MarkWishes wanted = wishes().mark;
    if (const auto drawn = m_spots.find(*m_document); drawn != m_spots.end())
        wanted.spot = drawn->second;
    const QSize fit = m_view->size() * devicePixelRatioF();
    m_task.start(
        m_context.desk.lanes().images,
        [&signer = m_context.desk.signer(), document = *m_document, name = m_signer, wanted,
         fit](std::stop_token stop) { return signer.previewMark(document, name, wanted, fit, stop); },
        [this](const Result<desk::MarkPreview>& preview) { take(preview); });
}

void MarkBox::take(const Result<desk::MarkPreview>& preview)
{
    if (!preview) {
        m_bar->showError(preview.error());
        return;
    }
    m_bar->clear();
    m_preview = *preview;
    m_view->show(preview->picture, preview->size, preview->spot.area);
    const QSignalBlocker quiet(m_page);
    m_page->setMaximum(qMax(1, preview->pages));
    m_page->setValue(preview->spot.page);
    retranslate();
}

void MarkBox::choosePlace(const QRectF& area)
{
    if (!m_document || !m_preview)
        return;
    m_spots[*m_document] = {m_page->value(), area};
    retranslate();
    m_soon.start();
}

void MarkBox::choosePage(int page)
{
    if (!m_document || !m_preview)
        return;
    m_spots[*m_document] = {page, m_view->area()};
    retranslate();
    m_soon.start();
}

void MarkBox::placeByItself()
{
    if (!m_document)
        return;
    m_spots.erase(*m_document);
    retranslate();
    m_soon.start();
}

} // namespace diakinisi::ui
