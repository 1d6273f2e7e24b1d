#include "ui/register/concern_bar.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/parts/translated.h"
#include "ui/texts/format.h"
#include "ui/texts/words.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace diakinisi::ui {

using Kind = desk::RegistrationConcern::Kind;

ConcernBar::ConcernBar(QWidget* parent)
    : QFrame(parent),
      m_text(textLabel(this)),
      m_open(new QPushButton(icon(QStringLiteral("file")), QString(), this))
{
    auto* row = new QHBoxLayout(this);
    margins(row, this, 2);
    row->setSpacing(gap(this) * 2);
    row->addWidget(m_text, 1);
    row->addWidget(m_open, 0, Qt::AlignTop);
    connect(m_open, &QPushButton::clicked, this, [this] {
        for (const auto& concern : m_concerns)
            if (concern.other)
                Q_EMIT opened(concern.other->id);
    });
    translated(this, [this] { rebuild(); });
}

void ConcernBar::show(const std::vector<desk::RegistrationConcern>& concerns, bool tried)
{
    m_concerns = concerns;
    m_tried = tried;
    rebuild();
}

void ConcernBar::clear()
{
    show({}, false);
}

QString concernWords(const desk::RegistrationConcern& concern)
{
    switch (concern.kind) {
    case Kind::MissingField:
        return ConcernBar::tr("Missing: %1.").arg(fieldWord(concern.field));
    case Kind::InvalidField:
        return ConcernBar::tr("Not acceptable: %1.").arg(fieldWord(concern.field));
    case Kind::LooksLikeDuplicate:
        return concern.other ? ConcernBar::tr("It looks registered already: %1").arg(identityLine(*concern.other))
                             : ConcernBar::tr("It looks registered already.");
    case Kind::NoFile:
        return ConcernBar::tr("There is no file: only the number will be given.");
    case Kind::UnitHasNoHead:
        return ConcernBar::tr("The unit has no head who could sign.");
    }
    return {};
}

void ConcernBar::rebuild()
{
    QStringList sentences;
    bool twin = false;
    for (const auto& concern : m_concerns) {
        const bool always = concern.kind == Kind::LooksLikeDuplicate || concern.kind == Kind::UnitHasNoHead;
        if (!always && !m_tried)
            continue;
        if (concern.kind == Kind::NoFile)
            continue; // a number may always be given first
        sentences << concernWords(concern);
        twin = twin || concern.other;
    }
    m_text->setText(sentences.join(u'\n'));
    m_open->setText(tr("Open it"));
    m_open->setAccessibleName(tr("Open the document registered already"));
    m_open->setVisible(twin);
    setAccessibleName(m_text->text());
    setVisible(!sentences.isEmpty());
}

void ConcernBar::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::ToolTipBase));
    painter.fillRect(QRect(0, 0, qMax(3, gap(this) / 2), height()), Theme::alarm(palette()));
}

} // namespace diakinisi::ui
