#pragma once
#include "desk/paper_label.h"
#include "domain/ids.h"
#include "ui/parts/context.h"

#include <QWidget>

#include <optional>

class QLabel;
class QPrinter;
class QPushButton;

namespace diakinisi::ui {

/// The label of the document just registered, seen as it will be printed; printed by itself where this desk has a label
/// printer, else with a key.
class PaperBox : public QWidget
{
    Q_OBJECT

public:
    explicit PaperBox(const Context& context, QWidget* parent = nullptr);

    /// The label of a document that has its number.
    void show(const domain::DocumentId& document);
    void clear();
    const std::optional<desk::PaperLabel>& label() const { return m_label; }

    void print();
    void printReceipt();

private:
    void came(const desk::PaperLabel& label);
    /// On the printer chosen before; asks for one where there is none.
    void on(const QString& printer, bool receipt);
    void ask(bool receipt);
    void retranslate();

    Context m_context;
    QLabel* m_picture;
    QPushButton* m_print;
    QPushButton* m_receipt;
    std::optional<desk::PaperLabel> m_label;
    Task<Result<desk::PaperLabel>> m_asking;
};

} // namespace diakinisi::ui
