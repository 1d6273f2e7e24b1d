#pragma once
#include "base/clock.h"
#include "base/result.h"

#include <QJsonValue>
#include <QStringList>
#include <QTextStream>

#include <functional>
#include <vector>

namespace diakinisi::ctl {

/// Exit status of every command.
enum class Exit { Done = 0, No = 1, WrongUsage = 2, NotDone = 3 };

/// What main() hands to the commands.
struct Context {
    const Clock& clock;
    QTextStream& out;      ///< standard output: the answer, nothing else
    QTextStream& messages; ///< standard error
    QString fontPath;      ///< a TrueType font with Greek
};

/// One command: "sign" of "pdf sign".
struct Command {
    QString name;
    QString usage; ///< what --help prints, with an example
    std::function<Exit(Context&, const QStringList& arguments)> run;
};

/// A group of commands: "pdf", "desk", "admin". Each lives in files of its own and is named in main().
struct CommandGroup {
    QString name;
    QString summary; ///< one line
    std::vector<Command> commands;
    QStringList options = {}; ///< with a value; of every command of the group, and may stand before the command's name
    QStringList flags = {};   ///< likewise, without a value
};

/// Finds the command and runs it; prints help where asked for or where the words fit nothing.
Exit runCommandLine(const std::vector<CommandGroup>& groups, const QStringList& arguments, Context& context);

/// One line: the error's word, what it is about, why, what to do.
QString errorLine(const Error& error);
/// Says it on standard error; the exit status that goes with it.
Exit reportError(Context& context, const Error& error);
Exit reportUsage(Context& context, const QString& problem);
void printJson(Context& context, const QJsonValue& value);

} // namespace diakinisi::ctl
