#pragma once
#include <QFrame>

#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace diakinisi::ui {

/// Something that can be taken up: a sentence, and a button for each way of doing so. Never a question that must be
/// answered. Hidden while there is nothing to offer.
class OfferBar : public QFrame
{
    Q_OBJECT

public:
    /// `words` are made anew when the language changes.
    struct Way {
        std::function<QString()> words;
        std::function<void()> act;
    };

    explicit OfferBar(QWidget* parent = nullptr);
    void offer(std::function<QString()> words, std::vector<Way> ways);
    void clear() { offer({}, {}); }
    bool isOffering() const { return static_cast<bool>(m_words); }

private:
    void retranslate();

    QHBoxLayout* m_row;
    QLabel* m_text;
    std::vector<QPushButton*> m_buttons;
    std::function<QString()> m_words;
    std::vector<Way> m_ways;
};

} // namespace diakinisi::ui
