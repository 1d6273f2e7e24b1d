#pragma once
#include "scanning/watched_folder.h"

namespace diakinisi::scanning {

/// The single steps by which WatchedFolder makes a file its own. Each leaves the folders so that recover() can go on.
class TakenFiles
{
public:
    TakenFiles(const WatchedFolderSettings& settings, const Clock& clock) : m_settings(settings), m_clock(clock) {}

    /// A copy of ours that is not yet an arrival.
    struct Copy {
        QString claim; ///< 32 hexadecimal digits, of this taking alone
        QString file;
        ArrivalKind kind = ArrivalKind::Pdf;
        Sha256 digest;
    };
    /// Nothing when the file is locked, gone, changed meanwhile, or has no end and must have one. NotPdf (no kind that
    /// is known), FileTooLarge, ImageUnreadable (empty): the file's own fault. FileUnwritable, DiskFull, Cancelled:
    /// not.
    Result<std::optional<Copy>> copy(const QString& name, bool endDemanded, const std::stop_token& stop) const;
    static void drop(const Copy& copy);

    /// Moves the file to "taken"; from here on it is ours. False when it is gone: another desk was faster.
    Result<bool> claim(const QString& name, const Copy& copy) const;
    /// Writes it down, and gives our copy the name under which it stays.
    Result<Arrival> publish(const QString& name, const Copy& copy) const;
    /// Moves the file to "refused" and writes down why.
    Done refuse(const QString& name, const Error& reason) const;

    /// Ends what a killed program had begun. What cannot be told for certain counts as arrived: twice is better than
    /// lost.
    Result<std::vector<Arrival>> recover() const;

private:
    Result<std::optional<Arrival>> recoverOne(const QString& file, const QStringList& taken) const;
    bool isRecorded(const QString& claim) const;
    bool stillThere(qint64 size, const Sha256& digest) const;
    Done record(const QString& folder, const QJsonObject& line) const;
    QString below(const QString& name) const { return m_settings.folder + u'/' + name; }

    const WatchedFolderSettings& m_settings;
    const Clock& m_clock;
};

} // namespace diakinisi::scanning
