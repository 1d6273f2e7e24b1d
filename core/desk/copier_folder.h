#pragma once
#include "base/result.h"
#include "scanning/watched_folder.h"

#include <QStringList>

#include <mutex>
#include <stop_token>

namespace diakinisi::desk {

struct Parts;

/// What one look at the copier's folder came to.
struct CopierLook {
    QStringList files; ///< of this desk now, and not taken up yet; oldest first, those of earlier runs too
    std::vector<scanning::Refusal> refused{}; ///< of no use; in the folder's "refused" since this look
    std::optional<Error> trouble{};           ///< why the look ended early
};

/// The folder that the office's copier drops its files into, as this desk watches it.
class CopierFolder
{
public:
    virtual ~CopierFolder() = default;
    /// Makes the desk's own what has arrived and is whole (scanning::WatchedFolder); what cannot be read is refused. To
    /// be called every few seconds; one at a time. With no folder only what lies here already is told. Blocks as long
    /// as the share does.
    virtual CopierLook look(const QString& folder, std::stop_token stop) = 0;
    /// These files lie on a pile or in the store by now.
    virtual Done forget(const QStringList& files) = 0;
};

/// Keeps what has arrived in the profile's "copier".
class WatchedCopier final : public CopierFolder
{
public:
    explicit WatchedCopier(Parts& parts);
    CopierLook look(const QString& folder, std::stop_token stop) override;
    Done forget(const QStringList& files) override;

private:
    Done check(const QString& file, std::stop_token stop);

    Parts& m_parts;
    QString m_into;
    std::mutex m_mutex; ///< of looking
    QString m_folder;
    std::optional<scanning::WatchedFolder> m_watched;
};

} // namespace diakinisi::desk
