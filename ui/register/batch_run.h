#pragma once
#include "desk/registration_batch.h"
#include "ui/parts/context.h"

#include <QObject>

#include <deque>

namespace diakinisi::ui {

class FilesPanel;

/// Registers rows of a batch one after the other: the file is made of the pages, the form is looked at and registered
/// as every form is. A row that fails holds up no other.
class BatchRun : public QObject
{
    Q_OBJECT

public:
    BatchRun(const Context& context, desk::RegistrationBatch& batch, FilesPanel& files, QObject* parent = nullptr);

    void start(const std::vector<QUuid>& rows);
    /// The row under way is ended first.
    void stop() { m_waiting.clear(); }
    bool running() const { return m_running; }
    int total() const { return m_total; }
    int done() const { return m_done; }

Q_SIGNALS:
    void progressed();
    void finished();

private:
    void next();
    void makeFile(const desk::BatchRow& row);
    void act(const QUuid& row, std::optional<desk::FormFile> file);
    void ended(const QUuid& row, const desk::BatchTry& result);

    Context m_context;
    desk::RegistrationBatch& m_batch;
    FilesPanel& m_files;
    std::deque<QUuid> m_waiting;
    bool m_running = false;
    int m_total = 0;
    int m_done = 0;
    Task<Result<domain::FileRef>> m_making;
    Task<desk::BatchTry> m_acting;
};

} // namespace diakinisi::ui
