#include "ui/parts/translated.h"

#include <QEvent>
#include <QWidget>

namespace diakinisi::ui {

namespace {

class Retranslator final : public QObject
{
public:
    Retranslator(QWidget* widget, std::function<void()> words) : QObject(widget), m_words(std::move(words))
    {
        widget->installEventFilter(this);
    }

private:
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() == QEvent::LanguageChange)
            m_words();
        return false;
    }

    std::function<void()> m_words;
};

} // namespace

void translated(QWidget* widget, std::function<void()> words)
{
    words();
    new Retranslator(widget, std::move(words));
}

} // namespace diakinisi::ui
