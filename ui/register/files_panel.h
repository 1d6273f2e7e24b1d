#pragma once
#include "desk/registrar.h"
#include "desk/scan_desk.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"

#include <QWidget>

class QListWidget;
class QMimeData;
class QPushButton;
class QStackedWidget;

namespace diakinisi::ui {

class BusyLine;
class DocumentPages;
class EmptyState;
class MessageBar;
class PageStrip;
class PileWork;
class ScanBar;
class SignatureNote;

/// The files of a form: pages scanned, dropped, pasted or chosen, as small pictures at the left and large beside them.
/// The pages make one file; PDF files and e-mail messages stay as they are. The first file is the main document.
class FilesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit FilesPanel(const Context& context, QWidget* parent = nullptr);

    std::vector<desk::FormFile> files() const { return m_files; }
    void setFiles(std::vector<desk::FormFile> files);
    /// Pages scanned earlier: shown as one PDF again, in place of the one that they made then; scanning goes on in
    /// them.
    void takePile(const desk::ScanPile& pile);
    /// The document is registered: its scanned pages are not needed any more. The next document of the pile stays.
    void finishPile();
    /// The pile that pages are scanned into; null before the first page.
    QUuid pile() const;
    PileWork& work() { return *m_work; }
    PageStrip& strip() { return *m_strip; }
    DocumentPages& pages() { return *m_pages; }
    /// What was made of the pile's pages is no part of the form any more; the pages stay.
    void dropScanned();
    /// This file is no part of the form any more.
    void release(const Sha256& digest);
    /// What the files say of themselves, as far as it is known.
    const std::map<Sha256, recognition::LetterReading>& readings() const { return m_readings; }
    /// Forgets files and pages; pages that were scanned and not registered stay on disk.
    void clear();
    int pageCount() const;
    bool busy() const;

    void choose();
    void scan();
    void add(const QStringList& paths);
    /// An image or files from the clipboard; false where there is none.
    bool paste();
    /// Unfolds how is scanned.
    void showScanOptions(bool shown);

Q_SIGNALS:
    void changed();
    /// Nothing is being taken in any more; `good`: and all of it was.
    void settled(bool good);
    void wasRead(const diakinisi::recognition::LetterReading& reading); ///< what the main document says of itself
    void fileRead(const diakinisi::Sha256& file, const diakinisi::recognition::LetterReading& reading);
    void tookIn(const QStringList& paths); ///< these lie on the pile or in the store by now
    void filesCame(int files);             ///< so many were added together

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeTools();
    void connectParts();
    void take(const QMimeData& mime);
    void import(const QStringList& paths);
    void imported(const std::vector<domain::FileRef>& files, const QStringList& paths);
    void read(const Sha256& file, const QString& path);
    void assembled(const domain::FileRef& file, bool samePages);
    std::vector<desk::FormFile>::iterator scanned();
    void removeCurrent();
    void showCurrent();
    void rebuild();
    void showStrip();
    void begin();
    void end(bool good);
    void trouble(const Error& error);
    void tellSettled();
    void retranslate();

    Context m_context;
    PileWork* m_work;
    ScanBar* m_scanBar;
    QPushButton* m_choose = nullptr;
    QPushButton* m_remove = nullptr;
    QListWidget* m_list;
    BusyLine* m_busy;
    MessageBar* m_bar;
    SignatureNote* m_signatures;
    PageStrip* m_strip;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    DocumentPages* m_pages;
    std::vector<desk::FormFile> m_files;
    std::map<Sha256, recognition::LetterReading> m_readings;
    int m_pending = 0;
    bool m_scanBusy = false;
    bool m_allGood = true; ///< of what is pending and what ended since nothing was
    Jobs m_jobs;
};

} // namespace diakinisi::ui
