#pragma once
#include "desk/scan_desk.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <set>

namespace diakinisi::ui {

/// The pile on the table of one window, and all that happens to it: pages come from the scanner or as images, are
/// pictured, looked at, put together into a file and read, each in the background and none waiting for a later one.
/// What is shown of it is somebody else's.
class PileWork : public QObject
{
    Q_OBJECT

public:
    static constexpr QSize pictureSize{220, 220};

    explicit PileWork(const Context& context, QObject* parent = nullptr);

    QUuid pile() const { return m_pile; }
    const desk::PilePages& pages() const { return m_pages; }
    /// Null until it is there; asked for then, and pictured() follows.
    QImage picture(const desk::ScannedPage& page);
    bool isScanning() const { return m_scanning.running(); }
    /// Nothing that the file of the first document must wait for is under way.
    bool isSettled() const;
    /// The first document's kept pages.
    std::vector<desk::ScannedPage> document() const;
    /// Where its paper bears our label: the document that it belongs to.
    std::optional<domain::DocumentId> labelled() const { return m_labelled; }
    /// Of its first page, once looked at.
    imaging::PageMark mark() const;

    /// Pages that lie on disk already.
    void take(const desk::ScanPile& pile);
    /// An empty table; what lay on it stays on disk.
    void clear();
    void scan(const scanning::ScanProfile& profile, desk::ScanTurn turn);
    void stopScanning() { m_scanning.cancelSoftly(); }
    void add(const QStringList& paths);
    void paste(const QImage& image);
    void splitAt(imaging::Separator separator, bool dropBlank) { m_pages.splitAt(separator, dropBlank); }
    /// Runs a verb of PilePages and keeps what came of it.
    void edit(const std::function<bool(desk::PilePages&)>& verb);
    /// Each file of the last add() begins a document.
    void splitDropped();
    /// The first document is registered: the next one comes up.
    void finishDocument() { finish(document()); }
    /// These pages are registered, wherever they lie.
    void finish(const std::vector<desk::ScannedPage>& pages);
    /// Tells once more what the first document says, as far as it is recognised.
    void readAgain();
    /// The same of every document, as documentRead().
    void readAll();
    /// While held, no file is made of the first document: somebody else makes the files.
    void hold(bool held);

Q_SIGNALS:
    void changed();                                                     ///< pages, their order or what becomes of them
    void pictured(const diakinisi::desk::ScannedPage& page);            ///< its picture has come
    void assembled(const diakinisi::domain::FileRef& file);             ///< of the first document as it lies there now
    void renewed(const diakinisi::domain::FileRef& file);               ///< the same pages, now with their words
    void emptied();                                                     ///< there is no document any more
    void wasRead(const diakinisi::recognition::LetterReading& reading); ///< what the first document says of itself
    /// What one of the documents says of itself.
    void documentRead(const std::vector<diakinisi::desk::ScannedPage>& pages,
                      const diakinisi::recognition::LetterReading& reading);
    void tookIn(const QStringList& paths);        ///< images that lie on the pile by now
    void filesCame(int files);                    ///< how many of those added together could be taken
    void documentsCame(const QStringList& paths); ///< those that are no images: PDF and e-mail
    void turned(int pages);                       ///< they lay on their side or head, and stand upright now
    void failed(const diakinisi::Error& error);
    void scanEnded(int pages, bool good); ///< how many came in this turn
    void progressed(qint64 done, qint64 total);
    void settled();

private:
    /// A run that may be told to stop and still delivers what became of it.
    class ScanRun
    {
    public:
        bool running() const { return m_task.running(); }
        void cancelSoftly() { m_stop.request_stop(); }
        void cancel()
        {
            m_stop.request_stop();
            m_task.cancel();
        }
        void start(Lane& lane, std::function<Result<int>(std::stop_token)> work,
                   std::function<void(Result<int>)> deliver);

    private:
        std::stop_source m_stop;
        Task<Result<int>> m_task;
    };
    /// What was found out about some pages.
    struct Recognised {
        recognition::LetterReading reading;
        std::vector<std::pair<desk::ScannedPage, int>> turned; ///< by so many quarter turns they would stand upright
    };
    using Key = std::tuple<QString, int, int>; ///< file, frame, turns

    static Key keyOf(const desk::ScannedPage& page) { return {page.file, page.frame, page.quarterTurns}; }
    void begin();
    void came(const desk::ScannedPage& page);
    void keep();
    void touched();
    void taken(const QStringList& paths, const desk::TakenImages& images);
    void lookOn();
    void looked(const desk::ScannedPage& page, const Result<desk::PageLook>& look);
    void assemble();
    void makeFile(const std::vector<desk::ScannedPage>& pages, bool again);
    std::vector<desk::ScannedPage> unread(const std::vector<desk::ScannedPage>& document) const;
    void recogniseOn();
    void recognise(const std::vector<desk::ScannedPage>& pages, const std::vector<desk::ScannedPage>& document);
    void recognised(const std::vector<desk::ScannedPage>& pages, const std::vector<desk::ScannedPage>& document,
                    const Result<Recognised>& what);
    void findLabel();
    void tellSettled();

    Context m_context;
    QUuid m_pile;
    desk::PilePages m_pages;
    std::deque<desk::ScannedPage> m_toLook;
    std::map<Key, QImage> m_pictures;
    std::set<Key> m_picturing;
    std::vector<desk::ScannedPage> m_made;    ///< the pages of the file that was assembled last
    std::set<Key> m_recognised;               ///< or given up
    std::vector<desk::ScannedPage> m_dropped; ///< the first page of each file that came last
    std::optional<domain::DocumentId> m_labelled;
    QStringList m_toTake; ///< files that came while others are being taken
    int m_cameNow = 0;    ///< in this turn at the scanner
    bool m_told = true;
    bool m_held = false;
    bool m_withWords = false; ///< the file that was made last has all that was recognised
    bool m_saidMissing = false;
    QTimer m_keepSoon;
    ScanRun m_scanning;
    Jobs m_jobs;
    Task<Result<desk::TakenImages>> m_taking;
    Task<Result<desk::PageLook>> m_looking;
    Task<Result<domain::FileRef>> m_assembling;
    Task<Result<Recognised>> m_reading;
    Task<Result<domain::DocumentId>> m_finding;
    Task<Result<recognition::LetterReading>> m_readingAgain;
    Task<Done> m_keeping;
};

} // namespace diakinisi::ui
