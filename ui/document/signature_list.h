#pragma once
#include "desk/desk_files.h"
#include "ui/parts/context.h"

#include <QScrollArea>

#include <set>

class QVBoxLayout;

namespace diakinisi::ui {

/// The signatures in a document's main file, in plain words: who, when, and valid or why not; what each covers can be
/// opened as a file of its own, and the whole saved as a report.
class SignatureList : public QScrollArea
{
    Q_OBJECT

public:
    explicit SignatureList(const Context& context, QWidget* parent = nullptr);
    /// Nothing: there is no file to look at.
    void show(const std::optional<domain::FileRef>& file);
    const std::optional<signing::PdfVerdict>& verdict() const { return m_verdict; }
    /// Judges anew.
    void checkAgain();
    void saveReport();

Q_SIGNALS:
    void counted(int signatures);
    void judged(); ///< verdict() is there, or has gone

private:
    void read();
    void take(Result<signing::PdfVerdict> verdict);
    void rebuild();
    void addCards(QVBoxLayout* column);
    void addTools(QVBoxLayout* column);
    QString capacityOf(const signing::SignatureVerdict& verdict) const;
    void openVersion(qint64 signedLength);
    Q_INVOKABLE void writeReport(const QString& path);

    Context m_context;
    std::optional<domain::FileRef> m_file;
    std::optional<signing::PdfVerdict> m_verdict;
    std::optional<Error> m_problem;
    QString m_saved;              ///< where the report lies now
    std::set<QString> m_unfolded; ///< by signature field
    bool m_known = false;
    Task<Result<signing::PdfVerdict>> m_task;
    Task<Result<domain::FileRef>> m_version;
    Task<Done> m_report;
};

} // namespace diakinisi::ui
