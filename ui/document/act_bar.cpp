#include "ui/document/act_bar.h"

#include "ui/parts/icons.h"
#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"
#include "ui/texts/words.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

namespace diakinisi::ui {

namespace {

using domain::Act;

/// What people come for, first; what is rare goes under 'More'.
constexpr std::array order{
    Act::Sign,   Act::Approve,        Act::SendBack, Act::TakeOver,     Act::Charge,
    Act::Submit, Act::CompleteCharge, Act::Reply,    Act::ReturnCharge, Act::ApproveWithObjection};
constexpr std::array rare{Act::AddNote,         Act::AddFile,      Act::Withdraw,
                          Act::CorrectIdentity, Act::CancelNumber, Act::SetAccess};
constexpr int mostButtons = 4;

} // namespace

QString actIcon(Act act)
{
    switch (act) {
    case Act::Charge:
        return QStringLiteral("charge");
    case Act::TakeOver:
        return QStringLiteral("person");
    case Act::ReturnCharge:
    case Act::SendBack:
        return QStringLiteral("send-back");
    case Act::CompleteCharge:
        return QStringLiteral("complete");
    case Act::Submit:
        return QStringLiteral("next");
    case Act::Approve:
        return QStringLiteral("approve");
    case Act::ApproveWithObjection:
        return QStringLiteral("objection");
    case Act::Sign:
        return QStringLiteral("sign");
    case Act::Withdraw:
        return QStringLiteral("undo");
    case Act::AddNote:
        return QStringLiteral("note");
    case Act::AddFile:
        return QStringLiteral("attach");
    case Act::CorrectIdentity:
        return QStringLiteral("draft");
    case Act::CancelNumber:
        return QStringLiteral("remove");
    case Act::SetAccess:
        return QStringLiteral("restricted");
    case Act::Reply:
        return QStringLiteral("reply");
    }
    return {};
}

ActBar::ActBar(QWidget* parent)
    : QWidget(parent),
      m_row(new QHBoxLayout(this)),
      m_more(new QToolButton(this)),
      m_menu(new QMenu(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(gap(this));
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_more->setMenu(m_menu);
    m_more->setFocusPolicy(Qt::StrongFocus);
    m_row->addWidget(m_more);
    m_row->addStretch(1);
    translated(this, [this] {
        setAccessibleName(tr("Acts possible now"));
        m_more->setText(tr("More"));
        m_more->setAccessibleName(tr("More acts"));
        rebuild();
    });
}

void ActBar::show(const std::vector<Act>& acts)
{
    if (acts == m_acts)
        return;
    m_acts = acts;
    rebuild();
}

QPushButton* ActBar::button(Act act) const
{
    const auto found = m_buttons.find(act);
    return found == m_buttons.end() ? nullptr : found->second;
}

void ActBar::rebuild()
{
    for (const auto& [act, button] : m_buttons)
        delete button;
    m_buttons.clear();
    m_menu->clear();
    const auto possible = [this](Act act) { return std::find(m_acts.begin(), m_acts.end(), act) != m_acts.end(); };
    const auto toMenu = [this](Act act) {
        QAction* action =
            m_menu->addAction(icon(actIcon(act)), actWord(act), this, [this, act] { Q_EMIT wanted(act); });
        action->setToolTip(actHint(act));
    };
    QWidget* before = nullptr;
    for (const Act act : order) {
        if (!possible(act))
            continue;
        const int place = static_cast<int>(m_buttons.size());
        if (place >= mostButtons) {
            toMenu(act);
            continue;
        }
        auto* button = new QPushButton(icon(actIcon(act)), actWord(act), this);
        button->setToolTip(actHint(act));
        button->setAccessibleName(actWord(act));
        button->setAccessibleDescription(actHint(act));
        connect(button, &QPushButton::clicked, this, [this, act] { Q_EMIT wanted(act); });
        m_row->insertWidget(place, button);
        if (before)
            setTabOrder(before, button);
        before = button;
        m_buttons[act] = button;
    }
    for (const Act act : rare)
        if (possible(act))
            toMenu(act);
    if (before)
        setTabOrder(before, m_more);
    m_more->setVisible(!m_menu->isEmpty());
}

} // namespace diakinisi::ui
