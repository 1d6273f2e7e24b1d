#pragma once
#include "desk/approver.h"
#include "desk/handler.h"
#include "ui/parts/jobs.h"

#include <QObject>

namespace diakinisi::desk {
class Desk;
}

namespace diakinisi::ui {

/// Carries out a person's acts on one or many documents, on the store lane, and tells what became of them. Lives as
/// long as the desk, so an act is not lost with the window in which it was asked for.
class ActRunner : public QObject
{
    Q_OBJECT

public:
    using Documents = QVector<domain::DocumentId>;

    explicit ActRunner(desk::Desk& desk, QObject* parent = nullptr);

    void approve(const Documents& documents);
    void approveWithObjection(const Documents& documents, const QString& reason);
    void sendBack(const Documents& documents, const QString& reason);
    void withdraw(const Documents& documents);
    void submit(const domain::DocumentId& document, const std::vector<desk::ChainStep>& chain);

    void charge(const Documents& documents, const desk::FormCharge& charge);
    void takeOver(const Documents& documents);
    void returnCharge(const Documents& documents, const QString& reason);
    void complete(const Documents& documents, const QString& reason);
    void addNote(const Documents& documents, const QString& text);
    void setAccess(const domain::DocumentId& document, const domain::Access& access);

    void correct(const domain::DocumentId& document, const QString& field, const QString& value, const QString& reason);
    void cancelNumber(const domain::DocumentId& document, const QString& reason);
    void addFile(const domain::DocumentId& document, std::optional<domain::ItemId> item, const QStringList& paths);

    void undo(const std::vector<domain::CommandId>& commands);

Q_SIGNALS:
    /// In the language of the moment; `commands` can be taken back for `seconds`.
    void told(const QString& text, const std::vector<diakinisi::domain::CommandId>& commands, int seconds);
    void failed(const diakinisi::Error& error);
    void done(const QVector<diakinisi::domain::DocumentId>& documents);

private:
    /// What became of a run over many: the commands that may be undone, and what went wrong where.
    struct Outcome {
        std::vector<domain::CommandId> commands;
        Documents done;
        std::optional<Error> error;
    };
    using OneCommand = std::function<Result<domain::CommandId>(const domain::DocumentId&)>;
    using OneDone = std::function<Done(const domain::DocumentId&)>;
    using OnCharge = std::function<Result<domain::CommandId>(const domain::DocumentId&, const domain::ChargeId&)>;

    void each(const Documents& documents, const QString& text, OneCommand act);
    void eachDone(const Documents& documents, const QString& text, OneDone act);
    void eachCharge(const Documents& documents, const QString& text, OnCharge act);
    void tell(const QString& text, const Outcome& outcome);

    desk::Desk& m_desk;
    Jobs m_jobs;
};

} // namespace diakinisi::ui
