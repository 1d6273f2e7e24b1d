#pragma once
#include "desk/copier_folder.h"
#include "ui/parts/context.h"
#include "ui/parts/jobs.h"

#include <QObject>
#include <QTimer>

namespace diakinisi::ui {

/// Looks at the copier's folder every few seconds, where this desk has one, and knows what came and is not taken up.
class CopierWatch : public QObject
{
    Q_OBJECT

public:
    explicit CopierWatch(const Context& context, QObject* parent = nullptr);

    void look();
    const QStringList& files() const { return m_files; }
    /// Of these, those that came from the copier are safe elsewhere.
    void forget(const QStringList& files);

Q_SIGNALS:
    void arrived(); ///< files() has changed
    void failed(const diakinisi::Error& error);

private:
    void looked(const desk::CopierLook& look);

    Context m_context;
    QTimer m_again;
    QStringList m_files;
    std::optional<ErrorCode> m_trouble; ///< told once
    Task<desk::CopierLook> m_looking;
    Jobs m_jobs;
};

} // namespace diakinisi::ui
