#include "ui/register/copier_watch.h"

#include "ui/parts/preferences.h"

namespace diakinisi::ui {

namespace {

using namespace std::chrono_literals;

constexpr auto pause = 3s;

} // namespace

CopierWatch::CopierWatch(const Context& context, QObject* parent) : QObject(parent), m_context(context)
{
    m_again.setInterval(pause);
    connect(&m_again, &QTimer::timeout, this, &CopierWatch::look);
    m_again.start();
}

void CopierWatch::look()
{
    const QString folder = m_context.preferences.copierFolder();
    if (m_looking.running() || m_jobs.running() || (folder.isEmpty() && m_files.isEmpty()))
        return;
    m_looking.start(
        m_context.desk.lanes().copier,
        [&copier = m_context.desk.copier(), folder](std::stop_token stop) { return copier.look(folder, stop); },
        [this](const desk::CopierLook& look) { looked(look); });
}

void CopierWatch::looked(const desk::CopierLook& look)
{
    for (const scanning::Refusal& each : look.refused)
        Q_EMIT failed({each.reason.code, each.name, each.reason.cause});
    const auto trouble = look.trouble ? std::optional(look.trouble->code) : std::nullopt;
    if (std::exchange(m_trouble, trouble) != trouble && trouble)
        Q_EMIT failed(*look.trouble);
    if (std::exchange(m_files, look.files) != look.files)
        Q_EMIT arrived();
}

void CopierWatch::forget(const QStringList& files)
{
    QStringList ours;
    for (const QString& file : files)
        if (m_files.removeOne(file))
            ours << file;
    if (ours.isEmpty())
        return;
    m_looking.cancel(); // it may be about to tell of them once more
    m_jobs.run<Done>(
        m_context.desk.lanes().store, // behind what keeps them elsewhere
        [&copier = m_context.desk.copier(), ours](std::stop_token) { return copier.forget(ours); },
        [this](const Done& done) {
            if (!done)
                Q_EMIT failed(done.error());
        });
    Q_EMIT arrived();
}

} // namespace diakinisi::ui
