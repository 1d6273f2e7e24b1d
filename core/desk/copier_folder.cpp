#include "desk/copier_folder.h"

#include "desk/parts.h"

#include <QDir>
#include <QFileInfo>

namespace diakinisi::desk {

namespace {

constexpr QSize readable(64, 64); ///< so small a picture of a page that is read to its end

} // namespace

WatchedCopier::WatchedCopier(Parts& parts) : m_parts(parts), m_into(parts.profile.folder() + QStringLiteral("/copier"))
{
}

CopierLook WatchedCopier::look(const QString& folder, std::stop_token stop)
{
    const std::lock_guard lock(m_mutex);
    CopierLook look;
    if (!folder.isEmpty()) {
        if (!QDir().mkpath(m_into)) {
            look.trouble = Error{ErrorCode::FileUnwritable, m_into, {}};
            return look;
        }
        if (!m_watched || m_folder != folder) {
            m_folder = folder;
            m_watched.emplace(scanning::WatchedFolderSettings{.folder = folder, .into = m_into}, m_parts.clock,
                              [this](const QString& file, scanning::ArrivalKind, std::stop_token stopOne) {
                                  return check(file, std::move(stopOne));
                              });
        }
        scanning::FolderLook seen = m_watched->look(stop);
        look.refused = std::move(seen.refused);
        look.trouble = std::move(seen.trouble);
    }
    for (const QFileInfo& file : QDir(m_into).entryInfoList(QDir::Files, QDir::Name)) // named by their time
        look.files << file.filePath();
    return look;
}

/// Asks the worker, for the file comes from outside. Where the worker itself is missing no file is to blame.
Done WatchedCopier::check(const QString& file, std::stop_token stop)
{
    const auto source = rendering::PageSource::ofFile(file);
    rendering::RenderRequest first;
    first.fit = readable;
    const auto page = m_parts.renderer.render(source, first, stop);
    if (page)
        return {};
    if (page.error().code != ErrorCode::WorkerDied)
        return fail(page.error());
    const auto alive = m_parts.renderer.inspect(rendering::PageSource::ofFile(m_into), std::move(stop)); // no file
    const bool gone = !alive && alive.error().code == ErrorCode::WorkerDied;
    return fail(gone ? ErrorCode::Cancelled : ErrorCode::WorkerDied, page.error().subject, page.error().cause);
}

/// Never behind a look that waits for a share.
Done WatchedCopier::forget(const QStringList& files)
{
    for (const QString& file : files)
        if (QFileInfo(file).dir() == QDir(m_into) && QFile::exists(file) && !QFile::remove(file))
            return fail(ErrorCode::FileUnwritable, file);
    return {};
}

} // namespace diakinisi::desk
