#pragma once
#include "desk/desk_files.h"
#include "ui/parts/context.h"

#include <QScrollArea>

class QVBoxLayout;

namespace diakinisi::ui {

class MessageBar;

/// The signatures in a document's main file, in plain words: who, when, and valid or why not.
class SignatureList : public QScrollArea
{
    Q_OBJECT

public:
    explicit SignatureList(const Context& context, QWidget* parent = nullptr);
    /// Nothing: there is no file to look at.
    void show(std::optional<Sha256> file);

Q_SIGNALS:
    void counted(int signatures);

private:
    using Rows = std::vector<desk::DeskFiles::SignatureRow>;

    void read();
    void rebuild();
    void add(QVBoxLayout* column, const desk::DeskFiles::SignatureRow& row);

    Context m_context;
    std::optional<Sha256> m_file;
    Rows m_rows;
    std::optional<Error> m_problem;
    bool m_known = false;
    Task<Result<Rows>> m_task;
};

} // namespace diakinisi::ui
