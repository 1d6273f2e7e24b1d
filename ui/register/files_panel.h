#pragma once
#include "desk/registrar.h"
#include "desk/scan_desk.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"

#include <QWidget>

class QComboBox;
class QListWidget;
class QPushButton;
class QStackedWidget;

namespace diakinisi::ui {

class BusyLine;
class DocumentPages;
class EmptyState;
class MessageBar;
class SignatureNote;

/// The files of a form: dropped, chosen or scanned, shown as pages as they come. The first is the main document.
class FilesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPanel(const Context& context, QWidget* parent = nullptr);

    std::vector<desk::FormFile> files() const;
    void setFiles(std::vector<desk::FormFile> files);
    /// Pages scanned earlier: shown as one PDF again, in place of the one that they made then; scanning goes on in
    /// them.
    void takePile(const desk::ScanPile& pile);
    /// The pile that pages are scanned into; null before the first page.
    QUuid pile() const { return m_pile; }
    /// The document is registered: its pile of scanned pages is not needed any more.
    void finishPile();
    /// Forgets files and pages; pages that were scanned and not registered stay on disk.
    void clear();
    int pageCount() const;
    bool busy() const { return m_pending > 0; }

    void choose();
    void scan();
    void add(const QStringList& paths);

Q_SIGNALS:
    void changed();
    /// Nothing is being taken in any more; `good`: and all of it was.
    void settled(bool good);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTools();
    void findScanners();
    void assemble();
    void assembled(const domain::FileRef& file);
    void removeCurrent();
    void showCurrent();
    void rebuild();
    void begin();
    void end(bool good);
    void retranslate();

    Context m_context;
    QPushButton* m_choose = nullptr;
    QPushButton* m_scan = nullptr;
    QPushButton* m_remove = nullptr;
    QComboBox* m_scanners = nullptr;
    QListWidget* m_list;
    BusyLine* m_busy;
    MessageBar* m_bar;
    SignatureNote* m_signatures;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    DocumentPages* m_pages;
    std::vector<desk::FormFile> m_files;
    std::optional<Sha256> m_scanFile; ///< the file among m_files that the scanned pages make
    QUuid m_pile;
    std::vector<desk::ScannedPage> m_scannedPages;
    bool m_scanWhenFound = false; ///< asked for before the scanners were known
    int m_pending = 0;
    bool m_allGood = true; ///< of what is pending and what ended since nothing was
    Jobs m_jobs;
    Task<Result<std::vector<desk::ScannerChoice>>> m_looking;
    Task<Result<desk::ScannedPage>> m_scanning;
    Task<Result<domain::FileRef>> m_assembling;
};

} // namespace diakinisi::ui
