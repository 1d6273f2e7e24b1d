#pragma once
#include "ctl/arguments.h"
#include "ctl/command_line.h"
#include "desk/desk.h"
#include "desk/directory.h"

#include <functional>
#include <memory>

namespace diakinisi::ctl {

/// One act at a desk: the open profile, what was asked for, and the waiting for what becomes of it.
class DeskRun
{
public:
    /// Parses the words (the group's options are known anyway), opens the profile and goes on with its session.
    static Result<DeskRun> open(Context& context, const QStringList& words, QStringList options = {},
                                const QStringList& flags = {});

    desk::Desk& desk() { return *m_desk; }
    const Arguments& arguments() const { return m_arguments; }
    QString value(const char* name) const { return m_arguments.value(QString::fromLatin1(name)); }
    bool has(const char* name) const { return m_arguments.has(QString::fromLatin1(name)); }
    const QStringList& rest() const { return m_arguments.rest(); }
    bool offline() const { return has("offline"); }

    /// The document of the first word: an id, or "123", "123/2026".
    Result<domain::DocumentId> document();
    Result<domain::DocumentId> document(const QString& text);
    Result<domain::PersonId> person(const QString& text);
    /// "ΔΟΙΚ", a login or a name that fits one only.
    Result<desk::ChargeTarget> target(const QString& text);

    /// Lets the desk work until `holds` or --wait seconds (of all waiting of this run together) are over; false in the
    /// latter case, or when waiting is vain.
    bool waitUntil(const std::function<bool()>& holds);
    /// Everything sent, received and read.
    bool waitSynced();
    /// The server has answered all that waits on the document.
    bool waitSettled(const domain::DocumentId& document);
    /// Why the document's newest refused command was refused, if one was.
    std::optional<desk::AttentionRow> refusal(const domain::DocumentId& document);
    /// Tells what became of an act on the document, as JSON or in a line; 0, or 1 when it was refused.
    Exit finish(const domain::DocumentId& document, QJsonObject answer = {});

    Context& context() { return *m_context; }
    Exit print(const QJsonValue& json, const QString& line);

private:
    DeskRun(Context& context, Arguments arguments, std::unique_ptr<desk::Desk> desk);

    Context* m_context;
    Arguments m_arguments;
    std::unique_ptr<desk::Desk> m_desk;
    std::chrono::milliseconds m_patience; ///< what is left of --wait
};

/// FieldInvalid as wrong usage, all else as what could not be done.
Exit reportAny(Context& context, const Error& error);

/// A command of the group: opens the run and hands it on.
Command deskCommand(const char* name, const QString& usage, const QStringList& options, const QStringList& flags,
                    std::function<Exit(DeskRun&)> act);

} // namespace diakinisi::ctl
