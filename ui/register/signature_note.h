#pragma once
#include "desk/desk_files.h"
#include "ui/parts/context.h"

#include <QWidget>

class QLabel;

namespace diakinisi::ui {

/// Beside a file of the form: whether it is signed and what the check says. The check runs by itself and holds up
/// nothing; hidden while there is nothing to say.
class SignatureNote : public QWidget
{
    Q_OBJECT

public:
    explicit SignatureNote(const Context& context, QWidget* parent = nullptr);
    void show(const std::optional<domain::FileRef>& file);

private:
    void retranslate();

    Context m_context;
    QLabel* m_picture;
    QLabel* m_heading;
    QLabel* m_text;
    QLabel* m_remark;
    std::optional<Sha256> m_file;
    std::optional<signing::PdfVerdict> m_verdict;
    Task<Result<signing::PdfVerdict>> m_task;
};

} // namespace diakinisi::ui
