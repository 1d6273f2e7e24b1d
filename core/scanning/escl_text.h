#pragma once
#include "base/result.h"
#include "scanning/scanner.h"

#include <QSize>

#include <optional>

/// What eSCL (Mopria Alliance, "eSCL Technical Specification") says in XML, to and from values. Text from a device is
/// read with bounds on depth, elements and lengths, and never with a DTD: ScannerFailed for what is no such text.
namespace diakinisi::scanning::escl {

/// One place where paper can lie.
struct Input {
    QSize most;                   ///< of the area, in 1/300 inch
    QSize least;                  ///< the same
    std::vector<int> resolutions; ///< single ones, rising, or ...
    int fromDpi = 0;              ///< ... a range
    int toDpi = 0;
    bool gray = false;
    bool colour = false;

    bool takes(int dpi) const;
};

struct Range {
    int least = 0;
    int normal = 0;
    int most = 0;
};

struct Capabilities {
    QString version; ///< of eSCL that the device speaks
    QString model;
    std::optional<Input> platen;
    std::optional<Input> feeder;
    std::optional<Input> duplex;
    std::optional<Range> brightness;

    const std::optional<Input>& of(ScanSource source) const;
};
Result<Capabilities> capabilitiesFrom(const QByteArray& xml);
/// Line art is made here of what the device gives, so that every device has it.
ScannerCapabilities capabilitiesOf(const Capabilities& device);

struct Status {
    QString state;       ///< Idle, Processing, Testing, Stopped, Down
    QString feederState; ///< ScannerAdfLoaded, ScannerAdfEmpty, ScannerAdfJam ...
    struct Job {
        QString path;
        QString state; ///< Pending, Processing, Completed, Canceled, Aborted
        QString reason;
    };
    std::vector<Job> jobs;

    /// The job whose path ends like this; nothing where the device does not tell.
    const Job* job(const QString& path) const;
};
Result<Status> statusFrom(const QByteArray& xml);
/// The error that the feeder's state stands for, if one; an empty feeder is ScannerNoPaper.
std::optional<ErrorCode> feederError(const Status& status);

/// What is asked of the device. NotSupported names what it has not.
Result<QByteArray> settingsFor(const ScanOptions& options, const Capabilities& device);

} // namespace diakinisi::scanning::escl
