#pragma once
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>

#include <functional>
#include <optional>
#include <vector>

namespace diakinisi::ui {

/// One thing that type-ahead offers.
struct Offer {
    QString label;
    QString remark; ///< quieter, behind the label: a substitute, a count
};

/// A line that offers what begins with the letters typed; arrows and Enter choose, Tab takes the first and goes on, Esc
/// closes the list only. The list is a child of the window, so it never takes the focus away.
class TypeAhead : public QLineEdit
{
    Q_OBJECT

public:
    using Answer = std::function<void(std::vector<Offer>)>;
    using Ask = std::function<void(const QString& letters, Answer answer)>;

    /// `free`: what is typed counts as it is, the offers only help.
    TypeAhead(Ask ask, bool free, QWidget* parent = nullptr);
    ~TypeAhead() override;

    /// Shows what there is for the letters as they stand, also for none.
    void offerNow();
    /// The offer that was chosen last and whose text still stands; always nothing where `free`.
    std::optional<int> chosen() const { return m_chosen; }
    /// Sets text and choice from outside, without offering.
    void setChosen(const QString& text, std::optional<int> choice);
    bool offering() const;
    /// Takes the offer that is marked, if any, and closes the list.
    void takeOffered();

Q_SIGNALS:
    void taken(int offer);
    void dropped(); ///< the text was changed after a choice

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void typed();
    void show(std::vector<Offer> offers);
    void place();
    void take(int offer);
    void close();
    bool steer(QKeyEvent* event);

    Ask m_ask;
    bool m_free;
    QPointer<QListWidget> m_list; ///< the window owns it
    std::vector<Offer> m_offers;
    std::optional<int> m_chosen;
    quint64 m_run = 0;
    bool m_firstPress = false; ///< the click that brings the focus to a choice
};

} // namespace diakinisi::ui
