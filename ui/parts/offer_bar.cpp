#include "ui/parts/offer_bar.h"

#include "ui/parts/metrics.h"
#include "ui/parts/translated.h"

#include <QPushButton>

namespace diakinisi::ui {

OfferBar::OfferBar(QWidget* parent) : QFrame(parent), m_row(new QHBoxLayout(this)), m_text(textLabel(this))
{
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    margins(m_row, this, 2);
    m_row->setSpacing(gap(this) * 2);
    m_row->addWidget(m_text, 1);
    translated(this, [this] { retranslate(); });
}

void OfferBar::offer(std::function<QString()> words, std::vector<Way> ways)
{
    m_words = std::move(words);
    m_ways = std::move(ways);
    while (m_buttons.size() < m_ways.size()) {
        auto* button = new QPushButton(this);
        connect(button, &QPushButton::clicked, this, [this, at = m_buttons.size()] {
            const auto act = m_ways[at].act; // which may offer something else
            act();
        });
        m_row->addWidget(button, 0, Qt::AlignTop);
        m_buttons.push_back(button);
    }
    retranslate();
}

void OfferBar::retranslate()
{
    setVisible(isOffering());
    m_text->setText(m_words ? m_words() : QString());
    setAccessibleName(m_text->text());
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const bool used = i < m_ways.size();
        m_buttons[i]->setVisible(used);
        m_buttons[i]->setText(used ? m_ways[i].words() : QString());
        m_buttons[i]->setAccessibleName(used ? m_buttons[i]->text() : m_text->text());
    }
}

} // namespace diakinisi::ui
