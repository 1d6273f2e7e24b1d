#pragma once
#include "desk/registration_batch.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"

#include <QTimer>
#include <QWidget>

#include <set>

class QLabel;
class QPushButton;
class QSplitter;

namespace diakinisi::ui {

class BatchCommon;
class BatchGrid;
class BatchModel;
class BatchRun;
class DocumentPages;
class FilesPanel;
class MessageBar;

/// Documents that came together, a row each, and registered in one act: the grid above, the pages of the chosen
/// document below.
class BatchPage : public QWidget
{
    Q_OBJECT

public:
    BatchPage(const Context& context, FilesPanel& files, QWidget* parent = nullptr);
    ~BatchPage() override;

    /// Takes over the documents on the table; `typed`: what the clerk has typed for the first already.
    void open(const desk::RegistrationForm& typed);
    /// Nothing typed is lost; the documents that are not registered stay on the table.
    void close();
    bool isOpen() const { return m_open; }
    /// The table has changed.
    void sync();
    /// The main act: register all that are chosen; once nothing is left to do, back to the form.
    void act();
    void keepNow(); ///< and what is being typed
    /// The form has the files that are not registered; the grid keeps them no more.
    void forgetFiles();
    /// What was typed for the document that now lies first.
    std::optional<desk::RegistrationForm> typedInFirst() const;

    const desk::RegistrationBatch& batch() const { return m_batch; }
    BatchGrid& grid() { return *m_grid; }
    BatchModel& model() { return *m_model; }
    DocumentPages& preview() { return *m_preview; }

Q_SIGNALS:
    void left(); ///< back to the form
    void opened(const diakinisi::domain::DocumentId& document);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void arrange();
    void connectParts();
    void restore();
    void keep();
    void check(const QUuid& row);
    void wasRead(const QUuid& row, const recognition::LetterReading& reading);
    void suggestFor(const QUuid& row);
    void findLabels();
    void edited(const QUuid& row);
    void chosen(const QModelIndex& cell);
    void showPages(const desk::BatchRow& row);
    void showSpots(const desk::BatchRow& row);
    void ended();
    void printLabels();
    void followNumbers(const QVector<domain::DocumentId>& changed);
    QImage picture(const desk::BatchRow& row);
    void retranslate();
    QString heading() const;

    Context m_context;
    FilesPanel& m_files;
    desk::RegistrationBatch m_batch;
    BatchModel* m_model;
    BatchRun* m_run;
    BatchCommon* m_common;
    BatchGrid* m_grid;
    DocumentPages* m_preview;
    MessageBar* m_bar;
    QSplitter* m_splitter;
    QLabel* m_heading;
    QPushButton* m_go = nullptr;
    QPushButton* m_stop = nullptr;
    QPushButton* m_back = nullptr;
    bool m_open = false;
    bool m_whenSettled = false; ///< act() as soon as all pages are there
    QUuid m_shown;              ///< the row whose pages are seen
    std::map<QUuid, QImage> m_pictures;
    std::map<QUuid, std::pair<std::vector<desk::ScannedPage>, domain::FileRef>> m_seen;
    std::set<QUuid> m_picturing;
    std::set<QUuid> m_labelled; ///< whose label was looked up
    std::set<QUuid> m_printed;  ///< whose label was printed
    std::map<QUuid, std::map<desk::BatchField, desk::BatchValue>> m_kept;
    QTimer m_keepSoon;
    Jobs m_jobs;
    Task<Result<domain::FileRef>> m_making;
    Task<Result<std::vector<desk::FormDraft>>> m_restoring;
};

} // namespace diakinisi::ui
