#pragma once
#include "base/clock.h"
#include "base/digest.h"
#include "base/limits.h"
#include "base/result.h"

#include <QHash>

#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

namespace diakinisi::scanning {

enum class ArrivalKind { Pdf, Jpeg, Png, Tiff };

/// A file of the copier's that is now ours.
struct Arrival {
    QString file; ///< our copy, whole and flushed
    QString name; ///< as it was called in the folder; empty where a crash has left that unknown
    ArrivalKind kind = ArrivalKind::Pdf;
    Sha256 digest;

    friend bool operator==(const Arrival&, const Arrival&) = default;
};

/// A file that is of no use; it lies in "refused" now.
struct Refusal {
    QString name;
    Error reason;
};

/// What one look at the folder came to.
struct FolderLook {
    std::vector<Arrival> arrived;
    std::vector<Refusal> refused;
    int waiting = 0;              ///< files still growing, locked, or for the next look
    std::optional<Error> trouble; ///< why the look ended early; what arrived before holds
};

struct WatchedFolderSettings {
    QString folder; ///< where the copier drops its files; often on a share
    QString into;   ///< an existing folder of this desk alone, for our copies
    /// A file that did not change for so long is complete; one whose end is missing (a copier writes page by page),
    /// only after ten times as long.
    std::chrono::milliseconds stable{5'000};
    std::int64_t largest = limits::fileBytes;
    int atOnce = 50; ///< files taken in one look
};

/// The folder that an office's copier drops its files into. Shares tell nobody what changes, so look() is called every
/// few seconds; one that finds nothing new costs one listing.
///
/// Taken are PDF, JPEG, PNG and TIFF by content, whatever the name. The way of a file: copied into `into` under a
/// hidden name and flushed; moved to "taken" below the folder, which is the moment from which it is ours, two desks at
/// one folder or not; written down in "taken/record.jsonl" ({"name","digest","at","became","file"}); our copy gets its
/// name. Killed between any two of these, the next look goes on with the rest: nothing is lost and nothing taken twice.
/// What cannot be used is moved to "refused" with its record. Hidden files, links and folders are left alone.
///
/// One thread at a time; blocking.
class WatchedFolder
{
public:
    /// A closer look at our copy, as whether its pages can be read (in a worker: it comes from outside). Its error is
    /// the reason of the refusal; Cancelled and DiskFull end the look instead.
    using Check = std::function<Done(const QString& file, ArrivalKind kind, std::stop_token stop)>;

    /// `clock` outlives this: its steady time measures how long a file did not change, its wall clock dates records.
    WatchedFolder(WatchedFolderSettings settings, const Clock& clock, Check check = {});

    /// Trouble: FileUnreadable (the folder is not there, or not readable now; goes on when it is back), FileUnwritable
    /// ("taken" or `into`), DiskFull, Cancelled.
    FolderLook look(const std::stop_token& stop);

private:
    struct Seen {
        qint64 size = -1;
        qint64 changed = 0;
        std::chrono::steady_clock::time_point since;
    };
    /// How long the file has been as it is.
    std::chrono::nanoseconds unchangedFor(const QString& name, qint64 size, qint64 changed);
    void takeOne(const QString& name, bool endDemanded, FolderLook& look, const std::stop_token& stop);

    WatchedFolderSettings m_settings;
    const Clock& m_clock;
    Check m_check;
    QHash<QString, Seen> m_seen;
};

} // namespace diakinisi::scanning
