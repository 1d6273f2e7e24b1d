#include "ui/document/signature_card.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/theme.h"
#include "ui/texts/verdict_texts.h"

#include <QFormLayout>
#include <QKeyEvent>
#include <QPushButton>
#include <QStyleOptionFocusRect>
#include <QStylePainter>
#include <QToolButton>
#include <QVBoxLayout>

namespace diakinisi::ui {

namespace {

void quiet(QWidget* widget)
{
    widget->setForegroundRole(QPalette::PlaceholderText);
}

QLabel* words(QWidget* parent, const QString& text)
{
    QLabel* label = textLabel(parent);
    label->setText(text);
    parent->layout()->addWidget(label);
    return label;
}

} // namespace

SignatureCard::SignatureCard(const signing::SignatureVerdict& verdict, const QString& capacity, const QString& place,
                             QWidget* parent)
    : QFrame(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    const VerdictGrade grade = gradeOf(verdict);
    auto* picture = new QLabel(this);
    picture->setPixmap(
        icon(gradeIcon(grade)).pixmap(QSize(1, 1) * lines(this, 1.4), devicePixelRatioF(), QIcon::Normal));
    auto* side = new QWidget(this);
    auto* column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    addWords(verdict, capacity, side);
    addButtons(verdict, side);
    m_evidence = makeEvidence(verdict);
    column->addWidget(m_evidence);
    auto* row = new QHBoxLayout(this);
    const int small = gap(this);
    row->setContentsMargins(small, small, small, small);
    row->setSpacing(small * 2);
    row->addWidget(picture, 0, Qt::AlignTop);
    row->addWidget(side, 1);
    const VerdictText text = verdictText(verdict);
    setAccessibleName(QStringList{place, verdict.signer ? verdict.signer->commonName : QString(), capacity,
                                  text.sentence, text.advice}
                          .join(u' ')
                          .simplified());
    setAccessibleDescription(signatureTime(verdict));
    setUnfolded(false);
}

void SignatureCard::addWords(const signing::SignatureVerdict& verdict, const QString& capacity, QWidget* side)
{
    const QString name = verdict.signer ? verdict.signer->commonName : tr("Unknown signer");
    scaleFont(words(side, name), 1.0, true);
    if (!capacity.isEmpty())
        words(side, capacity);
    quiet(words(side, QStringLiteral("%1 · %2").arg(signatureKindWords(verdict), signatureTime(verdict))));
    const VerdictText text = verdictText(verdict);
    QLabel* sentence = words(side, text.sentence);
    QPalette own;
    const VerdictGrade grade = gradeOf(verdict);
    if (grade != VerdictGrade::Attention)
        own.setColor(QPalette::WindowText,
                     grade == VerdictGrade::Broken ? Theme::alarm(palette()) : Theme::good(palette()));
    sentence->setPalette(own);
    sentence->setForegroundRole(QPalette::WindowText); // on the base it would be Text
    if (!text.advice.isEmpty())
        words(side, text.advice);
}

void SignatureCard::addButtons(const signing::SignatureVerdict& verdict, QWidget* side)
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(0, gap(this) / 2, 0, 0);
    row->setSpacing(gap(this));
    m_fold = new QToolButton(side);
    m_fold->setAutoRaise(true);
    m_fold->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_fold->setText(tr("Evidence"));
    row->addWidget(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] { setUnfolded(!isUnfolded()); });
    if (!verdict.coversWholeFile && verdict.signedLength > 0) {
        m_version = new QPushButton(icon(QStringLiteral("file")), tr("The signed version"), side);
        m_version->setToolTip(tr("Opens what this signature covers, as a file of its own"));
        m_version->setAccessibleName(m_version->text());
        row->addWidget(m_version);
        connect(m_version, &QPushButton::clicked, this,
                [this, length = qint64(verdict.signedLength)] { Q_EMIT signedVersionWanted(length); });
    }
    row->addStretch(1);
    static_cast<QVBoxLayout*>(side->layout())->addLayout(row);
}

QWidget* SignatureCard::makeEvidence(const signing::SignatureVerdict& verdict)
{
    auto* box = new QWidget(this);
    auto* form = new QFormLayout(box);
    form->setContentsMargins(gap(this), gap(this), 0, gap(this));
    form->setHorizontalSpacing(gap(this) * 3);
    form->setVerticalSpacing(gap(this) / 2 + 1);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    for (const EvidenceLine& line : evidenceOf(verdict)) {
        auto* name = new QLabel(line.name, box);
        quiet(name);
        name->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        QLabel* value = textLabel(box);
        value->setText(line.value);
        value->setAccessibleName(QStringLiteral("%1: %2").arg(line.name, line.value));
        form->addRow(name, value);
    }
    return box;
}

bool SignatureCard::isUnfolded() const
{
    return !m_evidence->isHidden();
}

void SignatureCard::setUnfolded(bool unfolded)
{
    m_evidence->setVisible(unfolded);
    m_fold->setArrowType(unfolded ? Qt::DownArrow : Qt::RightArrow);
    m_fold->setAccessibleName(unfolded ? tr("Hide the evidence") : tr("Show the evidence"));
    Q_EMIT folded(unfolded);
}

void SignatureCard::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        setUnfolded(!isUnfolded());
        return;
    case Qt::Key_Down:
        focusNextChild();
        return;
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        QFrame::keyPressEvent(event);
    }
}

void SignatureCard::paintEvent(QPaintEvent* event)
{
    QFrame::paintEvent(event);
    if (!hasFocus())
        return;
    QStylePainter painter(this);
    QStyleOptionFocusRect option;
    option.initFrom(this);
    option.backgroundColor = palette().color(backgroundRole());
    painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

void SignatureCard::focusInEvent(QFocusEvent* event)
{
    QFrame::focusInEvent(event);
    update();
}

void SignatureCard::focusOutEvent(QFocusEvent* event)
{
    QFrame::focusOutEvent(event);
    update();
}

} // namespace diakinisi::ui
