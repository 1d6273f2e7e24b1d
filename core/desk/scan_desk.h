#pragma once
#include "base/progress.h"
#include "base/result.h"
#include "desk/pile_pages.h"
#include "desk/scan_profiles.h"
#include "domain/files.h"
#include "domain/ids.h"
#include "recognition/letter_reading.h"

#include <functional>
#include <stop_token>
#include <vector>

namespace diakinisi::desk {

struct ScannerChoice {
    QString id;
    QString name;
};

/// One turn at the scanner. A feeder of one side scans both in two turns: all fronts, then, the pile turned over, all
/// backs, which so come last sheet first and are put between the fronts.
enum class ScanTurn { Pages, Fronts, Backs };

/// What of some files could be put onto a pile.
struct TakenImages {
    std::vector<ScannedPage> pages;
    QStringList documents;                          ///< PDF and e-mail, which stay as they are: for DeskFiles::import
    std::vector<std::pair<QString, Error>> refused; ///< the others lie on the pile all the same
};

/// Scanning at the desk: each page is on disk the moment it exists; after a crash the pages are found again, as they
/// were arranged. Thread-safe; a pile is worked on by one window.
class ScanDesk
{
public:
    /// From the thread that scans, for each page as soon as it is safe.
    using PageCame = std::function<void(const ScannedPage&)>;

    virtual ~ScanDesk() = default;
    virtual Result<std::vector<ScannerChoice>> scanners(std::stop_token stop) = 0;
    /// As scanning::Scanner::capabilities.
    virtual Result<scanning::ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) = 0;
    virtual ScanProfiles profiles() = 0;
    virtual Done keepProfiles(const std::vector<scanning::ScanProfile>& profiles, const QString& chosen) = 0;

    /// Scans into `pile`, a folder of the desk's profile: one page from the glass, or what lies in the feeder. How many
    /// pages came. Errors as scanning::Scanner; the pages that came before it stay, and another call goes on behind
    /// them. FieldMissing (fronts): backs before any front.
    virtual Result<int> scan(const scanning::ScanProfile& profile, ScanTurn turn, const QUuid& pile,
                             const PageCame& pageCame, Progress progress, std::stop_token stop) = 0;
    /// Image files onto the pile, each frame a page: copied and flushed, so the originals may go. DiskFull,
    /// FileUnwritable, Cancelled; the fault of one file is told and the others are taken.
    virtual Result<TakenImages> take(const QUuid& pile, const QStringList& paths, std::stop_token stop) = 0;
    /// A picture from the clipboard. ImageUnreadable (none), LimitExceeded, DiskFull.
    virtual Result<ScannedPage> take(const QUuid& pile, const QImage& image) = 0;

    /// A page as a small picture, at once; as large as fits.
    virtual Result<QImage> picture(const ScannedPage& page, QSize fit, std::stop_token stop) = 0;
    /// Cleans the page up, so that assembling need not, and tells what is on it.
    virtual Result<PageLook> look(const QUuid& pile, const ScannedPage& page, std::stop_token stop) = 0;
    /// The document whose label this is: NotFound for another office's, or one not on this desk.
    virtual Result<domain::DocumentId> labelled(const imaging::LabelCode& label) = 0;
    /// Keeps the pages' order, turns and splits, so that they are found so after a crash. Pages that are on disk and
    /// not named come last.
    virtual Done arrange(const QUuid& pile, const std::vector<ScannedPage>& pages) = 0;
    /// Piles that were never finished, oldest first.
    virtual Result<std::vector<ScanPile>> unfinished() = 0;

    /// Recognises what the pages say, several at once; takes seconds a page, so run it beside everything else: nothing
    /// waits for it. A page that was done before, even before a crash, costs nothing. Progress counts pages.
    /// RecognitionDataMissing, Cancelled, and those of reading a page; pages done before stay done.
    virtual Done recognise(const QUuid& pile, const std::vector<ScannedPage>& pages, Progress progress,
                           std::stop_token stop) = 0;
    /// The quarter turns clockwise that bring the writing of a recognised page upright: 0 where it stands so, or where
    /// that is not certain. Costs nothing but for a page whose words make no sense as it lies. Errors as recognise.
    virtual Result<int> turnsToUpright(const QUuid& pile, const ScannedPage& page, std::stop_token stop) = 0;
    /// What the letter on these pages says of itself, from what of it is recognised by now; its pages are places in
    /// `pages`.
    virtual Result<recognition::LetterReading> read(const QUuid& pile, const std::vector<ScannedPage>& pages) = 0;
    /// Makes one PDF/A of the pages, in this order, brought level, and puts it into the store; what was recognised by
    /// then lies unseen under the pages.
    virtual Result<domain::FileRef> assemble(const QUuid& pile, const std::vector<ScannedPage>& pages,
                                             std::stop_token stop) = 0;
    /// These pages are registered (none named: the whole pile is, or is thrown away). Their originals are kept until
    /// the day closes, and found by takeBack().
    virtual Done finish(const QUuid& pile, const std::vector<ScannedPage>& pages = {}) = 0;
    /// What was finished today is unfinished again, arranged as it was, under the same name. NotFound.
    virtual Done takeBack(const QUuid& pile) = 0;
};

} // namespace diakinisi::desk
