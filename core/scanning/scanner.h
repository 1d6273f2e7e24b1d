#pragma once
#include "base/progress.h"
#include "base/result.h"

#include <QSize>
#include <QSizeF>
#include <QString>

#include <array>
#include <functional>
#include <stop_token>
#include <vector>

namespace diakinisi::scanning {

struct ScannerInfo {
    /// What `capabilities` and `scan` take: SANE's own name of the device, "escl:http://host:port/eSCL" for one that
    /// needs no driver.
    QString id;
    QString vendor;
    QString model;

    friend bool operator==(const ScannerInfo&, const ScannerInfo&) = default;
};

/// Where the paper lies, and whether both sides are wanted.
enum class ScanSource { Flatbed, Feeder, FeederDuplex };
inline constexpr std::array allScanSources{ScanSource::Flatbed, ScanSource::Feeder, ScanSource::FeederDuplex};

enum class ScanColour { Gray, Colour, LineArt };
inline constexpr std::array allScanColours{ScanColour::Gray, ScanColour::Colour, ScanColour::LineArt};

/// What one scanner can do of what we can ask for.
struct ScannerCapabilities {
    std::vector<ScanSource> sources;
    std::vector<ScanColour> colours;
    std::vector<int> resolutions; ///< dots an inch, rising; of 75 .. 1200 those that it takes
    QSizeF area;                  ///< the glass, millimetres; empty where the driver does not say
    bool brightness = false;      ///< it can be told to scan brighter or darker

    friend bool operator==(const ScannerCapabilities&, const ScannerCapabilities&) = default;
};

/// How the pages of a scan are numbered: `first`, then every `step`th that no file has yet. What finds no room downward
/// goes on above `first`, so that no page is lost.
struct PageNumbers {
    int first = 1; ///< 1 .. 9999
    int step = 1;  ///< not 0; negative counts down

    friend bool operator==(const PageNumbers&, const PageNumbers&) = default;
};

struct ScanOptions {
    QString scanner; ///< ScannerInfo::id
    ScanSource source = ScanSource::Flatbed;
    ScanColour colour = ScanColour::Gray;
    int dpi = 300;
    int brightness = 0;    ///< percent, -100 (dark) .. 100; 0 leaves it as the driver has it
    int mostPages = 0;     ///< from a feeder; 0: all that lie there
    QSizeF area{210, 297}; ///< millimetres from the upper left corner; cut to the glass
    QString folder;        ///< where the pages are written; must exist
    QString name;          ///< how the files' names begin: "<name>-001.png"; letters, digits, '-' and '_' only
    PageNumbers numbers;
};

/// A page that is safe on disk.
struct ScannedPage {
    QString file; ///< PNG: written, flushed, then renamed to this path
    QSize pixels;
    int dpi = 0;

    friend bool operator==(const ScannedPage&, const ScannedPage&) = default;
};

/// Scanners behind three verbs. All calls block; run them on the scanner's lane.
///
/// Errors: ScannerMissing (no such scanner, or none), ScannerBusy, ScannerOffline, ScannerJammed, ScannerCoverOpen,
/// ScannerNoPaper (the feeder is empty from the start), ScannerFailed (anything else, the driver's words as cause),
/// NotSupported (an option that it has not), FieldInvalid (an option that makes no sense), FileUnwritable, DiskFull,
/// Cancelled, WorkerDied.
class Scanner
{
public:
    /// Called for each page as soon as it is safe on disk, from the thread that scans.
    using PageReady = std::function<void(const ScannedPage&)>;

    virtual ~Scanner() = default;
    virtual Result<std::vector<ScannerInfo>> list(std::stop_token stop) = 0;
    virtual Result<ScannerCapabilities> capabilities(const QString& scanner, std::stop_token stop) = 0;
    /// Scans what lies there (a flatbed: one page; a feeder: until it is empty, a sheet's two sides one after the
    /// other); the count of pages. Progress counts lines of the page under way. After an error or a cancel the pages
    /// already reported stay where they are, and nothing half-written is left: another scan of the same name goes on
    /// with the next number.
    virtual Result<int> scan(const ScanOptions& options, const PageReady& pageReady, Progress progress,
                             std::stop_token stop) = 0;
};

} // namespace diakinisi::scanning
