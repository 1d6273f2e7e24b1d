#include "ui/shell/status_strip.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/words.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace diakinisi::ui {

namespace {

using State = desk::SyncStatus::State;
constexpr qint64 noticeableOffsetMs = 120'000;

QString pictureOf(State state)
{
    switch (state) {
    case State::Synced:
        return QStringLiteral("ok");
    case State::Connecting:
    case State::Syncing:
    case State::Rewinding:
        return QStringLiteral("sync");
    case State::SignedOut:
    case State::Offline:
        return QStringLiteral("offline");
    case State::SessionExpired:
    case State::ServerUntrusted:
        return QStringLiteral("warning");
    }
    return {};
}

} // namespace

StatusStrip::StatusStrip(const Context& context, QWidget* parent)
    : QWidget(parent),
      m_context(context),
      m_picture(new QLabel(this)),
      m_text(new QLabel(this)),
      m_act(new QPushButton(this))
{
    m_act->setFlat(true);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(gap(this) * 2, gap(this) / 2, gap(this) * 2, gap(this) / 2);
    row->setSpacing(gap(this));
    row->addWidget(m_picture);
    row->addWidget(m_text, 1);
    row->addWidget(m_act);
    connect(&m_context.desk, &desk::Desk::syncStatusChanged, this, &StatusStrip::showStatus);
    connect(m_act, &QPushButton::clicked, this, [this] {
        const State state = m_context.desk.syncStatus().state;
        if (state == State::SessionExpired || state == State::SignedOut || state == State::ServerUntrusted)
            Q_EMIT signInWanted();
        else
            m_context.desk.syncNow();
    });
    translated(this, [this] { showStatus(); });
}

void StatusStrip::addNotice(QWidget* notice)
{
    layout()->addWidget(notice);
}

void StatusStrip::showStatus()
{
    const desk::SyncStatus status = m_context.desk.syncStatus();
    QStringList facts{syncWords(status)};
    if (status.waiting > 0)
        facts << tr("%n waiting to be sent", nullptr, status.waiting);
    if (status.uploads > 0)
        facts << tr("%n file(s) on their way", nullptr, status.uploads);
    if (qAbs(status.clockOffsetMs) > noticeableOffsetMs)
        facts << tr("this computer's clock is off by %n minute(s)", nullptr,
                    static_cast<int>(qAbs(status.clockOffsetMs) / 60'000));
    m_text->setText(facts.join(QStringLiteral(" · ")));
    m_text->setToolTip(status.problem ? sentenceOf(*status.problem) : QString());
    m_text->setAccessibleName(m_text->text());
    m_picture->setPixmap(
        icon(pictureOf(status.state)).pixmap(QSize(1, 1) * lines(this), devicePixelRatioF(), QIcon::Normal));
    const bool again = status.state == State::SessionExpired || status.state == State::SignedOut ||
                       status.state == State::ServerUntrusted;
    m_act->setText(again ? tr("Sign in again") : tr("Update now"));
    m_act->setAccessibleName(m_act->text());
    m_act->setVisible(again || status.state == State::Offline);
}

} // namespace diakinisi::ui
