#include "desk/directory.h"
#include "desk/session.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_bar.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/signing/mark_box.h"
#include "ui/signing/mark_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFileInfo>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

// The fields of the mark's box, and their words.
namespace diakinisi::ui {

namespace {

constexpr int patienceMs = 250;

} // namespace

MarkBox::MarkBox(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_heading(new QLabel(this)),
      m_view(new MarkView(this)),
      m_bar(new MessageBar(this))
{
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(gap(this) * 2);
    form->setVerticalSpacing(gap(this));
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    addWishes(form);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gap(this));
    column->addWidget(m_heading);
    column->addWidget(m_view, 1);
    column->addWidget(m_bar);
    column->addWidget(makePlaceRow());
    column->addLayout(form);
    m_soon.setSingleShot(true);
    m_soon.setInterval(patienceMs);
    connect(&m_soon, &QTimer::timeout, this, &MarkBox::render);
    connect(m_view, &MarkView::areaChosen, this, &MarkBox::choosePlace);
    connect(m_view, &MarkView::automaticWanted, this, &MarkBox::placeByItself);
    translated(this, [this] { retranslate(); });
    restore();
    retranslate();
}

QWidget* MarkBox::makePlaceRow()
{
    auto* box = new QWidget(this);
    m_where = textLabel(box);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    m_page = new QSpinBox(box);
    m_page->setMinimum(1);
    m_automatic = new QPushButton(icon(QStringLiteral("fit")), QString(), box);
    m_automatic->setAutoDefault(false);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap(this));
    row->addWidget(m_where, 1);
    row->addWidget(m_page);
    row->addWidget(m_automatic);
    connect(m_page, &QSpinBox::valueChanged, this, &MarkBox::choosePage);
    connect(m_automatic, &QPushButton::clicked, this, &MarkBox::placeByItself);
    return box;
}

void MarkBox::addWishes(QFormLayout* form)
{
    const auto label = [this, form](QLabel*& made, auto* field) {
        made = new QLabel(this);
        if constexpr (std::is_base_of_v<QWidget, std::remove_pointer_t<decltype(field)>>)
            made->setBuddy(field);
        form->addRow(made, field);
    };
    m_capacity = new QComboBox(this);
    m_capacity->addItems({QString(), QString()});
    m_reason = new QLineEdit(this);
    m_place = new QLineEdit(this);
    m_image = new QPushButton(icon(QStringLiteral("attach")), QString(), this);
    m_noImage = new QPushButton(icon(QStringLiteral("remove")), QString(), this);
    m_code = new QCheckBox(this);
    auto* images = new QHBoxLayout;
    images->setSpacing(gap(this));
    images->addWidget(m_image);
    images->addWidget(m_noImage);
    images->addStretch(1);
    images->addWidget(m_code);
    label(m_capacityLabel, m_capacity);
    auto* texts = new QHBoxLayout;
    texts->setSpacing(gap(this) * 2);
    m_placeLabel = new QLabel(this);
    m_placeLabel->setBuddy(m_place);
    texts->addWidget(m_reason, 3);
    texts->addWidget(m_placeLabel);
    texts->addWidget(m_place, 2);
    label(m_reasonLabel, texts);
    m_reasonLabel->setBuddy(m_reason);
    label(m_imageLabel, images);
    for (QPushButton* button : {m_image, m_noImage})
        button->setAutoDefault(false);
    connect(m_capacity, &QComboBox::activated, this, &MarkBox::wishesChanged);
    connect(m_reason, &QLineEdit::textEdited, this, &MarkBox::wishesChanged);
    connect(m_place, &QLineEdit::textEdited, this, &MarkBox::wishesChanged);
    connect(m_code, &QCheckBox::clicked, this, &MarkBox::wishesChanged);
    connect(m_image, &QPushButton::clicked, this, &MarkBox::chooseImage);
    connect(m_noImage, &QPushButton::clicked, this, [this] {
        m_imageBytes.clear();
        m_imagePath.clear();
        wishesChanged();
    });
}

void MarkBox::retranslateCapacity()
{
    const auto organisation = m_context.desk.directory().organisation();
    const auto id = m_context.desk.session().person();
    const domain::Person* person = organisation && id ? organisation->person(*id) : nullptr;
    const QString title = person ? person->title : QString();
    m_capacity->setItemText(0, title.isEmpty() ? tr("none") : title);
    m_capacity->setItemText(1,
                            title.isEmpty() ? tr("By order of the Mayor") : tr("By order of the Mayor, %1").arg(title));
}

void MarkBox::retranslate()
{
    m_heading->setText(tr("The mark on the page"));
    const bool drawn = m_document && m_spots.contains(*m_document);
    m_where->setText(!m_preview            ? QString()
                     : drawn               ? tr("where you put it")
                     : m_preview->inField  ? tr("in the file's own signature field")
                     : m_preview->overText ? tr("no free spot was found: it covers text")
                                           : tr("placed by itself"));
    m_page->setPrefix(tr("page "));
    m_page->setAccessibleName(tr("Page of the mark"));
    m_page->setVisible(m_preview && m_preview->pages > 1);
    m_automatic->setText(tr("By itself"));
    m_automatic->setToolTip(tr("Let the place be found (Home)"));
    m_automatic->setAccessibleName(m_automatic->toolTip());
    m_automatic->setEnabled(drawn); // its room is kept, so the page does not jump
    m_capacityLabel->setText(tr("Capacity"));
    m_capacity->setAccessibleName(tr("Capacity"));
    retranslateCapacity();
    m_reasonLabel->setText(tr("Reason"));
    m_reason->setAccessibleName(tr("Reason on the mark"));
    m_placeLabel->setText(tr("Place"));
    m_place->setAccessibleName(tr("Place on the mark"));
    m_imageLabel->setText(tr("Image"));
    m_image->setText(m_imagePath.isEmpty() ? tr("Choose") : QFileInfo(m_imagePath).fileName());
    m_image->setToolTip(tr("Emblem or written signature, beside the text"));
    m_image->setAccessibleName(tr("Image on the mark: %1").arg(m_image->text()));
    m_noImage->setToolTip(tr("Without image"));
    m_noImage->setAccessibleName(m_noImage->toolTip());
    m_noImage->setVisible(!m_imagePath.isEmpty());
    m_code->setText(tr("QR code"));
    m_code->setToolTip(tr("With number, date and organisation, to be read by a telephone"));
    m_code->setAccessibleName(tr("QR code on the mark"));
    for (QLineEdit* field : {m_reason, m_place})
        field->setPlaceholderText(tr("optional"));
}

} // namespace diakinisi::ui
