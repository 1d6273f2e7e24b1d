#include "ctl/command_line.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace diakinisi::ctl {

namespace {

bool asksForHelp(const QString& word)
{
    return word == u"--help" || word == u"-h" || word == u"help";
}

Exit printGroups(const std::vector<CommandGroup>& groups, QTextStream& to, Exit exit)
{
    to << "usage: diakinisictl GROUP COMMAND [options]; --help after any of them\n";
    for (const CommandGroup& group : groups)
        to << "  " << group.name.leftJustified(8) << group.summary << '\n';
    to << "exit status: 0 done and good; 1 the answer is no; 2 wrong usage; 3 could not be done\n";
    return exit;
}

Exit printGroup(const CommandGroup& group, QTextStream& to, Exit exit)
{
    to << group.name << ": " << group.summary << '\n';
    for (const Command& command : group.commands)
        to << "  " << command.usage.section(u'\n', 0, 0) << '\n';
    return exit;
}

QString adviceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::FileUnreadable:
        return QStringLiteral("check that the file is there and may be read");
    case ErrorCode::FileUnwritable:
    case ErrorCode::DiskFull:
        return QStringLiteral("check the folder's rights and the free space");
    case ErrorCode::NotPdf:
        return QStringLiteral("give a PDF file");
    case ErrorCode::PdfBroken:
        return QStringLiteral("the file is damaged: get it again from its sender");
    case ErrorCode::PdfEncrypted:
        return QStringLiteral("it cannot be read without its password: ask for a copy without encryption");
    case ErrorCode::PdfForbids:
        return QStringLiteral("the file itself forbids it: what stands behind the error says how");
    case ErrorCode::PinWrong:
        return QStringLiteral("the PIN or password of the key is wrong; it was tried once");
    case ErrorCode::PinLocked:
        return QStringLiteral("the token is locked: unlock it with its unlock code (PUK), or ask its issuer");
    case ErrorCode::PinToBeSet:
        return QStringLiteral("set or change the PIN with the token's own program first");
    case ErrorCode::TokenMissing:
        return QStringLiteral("plug the token in; \"pdf tokens\" lists what is there");
    case ErrorCode::TokenFailed:
        return QStringLiteral("pull the token out, plug it in again and try once more");
    case ErrorCode::TokenModuleFailed:
        return QStringLiteral("install the token's software anew, for 64 bits");
    case ErrorCode::KeyUnreadable:
        return QStringLiteral("give a PKCS#12 file (.p12, .pfx) with a key and its certificate, or a token with both");
    case ErrorCode::CertificateExpired:
        return QStringLiteral("the certificate is not valid today: renew it");
    case ErrorCode::CertificateUnsuitable:
        return QStringLiteral("the certificate is not meant for signatures");
    case ErrorCode::NotSupported:
        return QStringLiteral("not supported by this version");
    case ErrorCode::ServerUnreachable:
    case ErrorCode::TimedOut:
        return QStringLiteral("what was queued is kept and leaves when the server answers");
    case ErrorCode::ServerUntrusted:
        return QStringLiteral("give the server's CA with --ca; nothing was sent and nothing is lost");
    case ErrorCode::SessionExpired:
        return QStringLiteral("sign in again; what was queued is kept");
    case ErrorCode::SignInFailed:
        return QStringLiteral("check user and password");
    case ErrorCode::StoreInUse:
        return QStringLiteral("another program has this profile open");
    case ErrorCode::CertificateNotYours:
        return QStringLiteral("let an administrator register it: diakinisictl admin person certificate");
    default:
        return {};
    }
}

/// Takes the group's own options from the front of the words; false when one of them is not the group's.
bool takeLeading(const CommandGroup& group, QStringList& words, QStringList& leading)
{
    while (!words.isEmpty() && words.first().startsWith(QStringLiteral("--")) && !asksForHelp(words.first())) {
        const QString name = words.first().mid(2).section(u'=', 0, 0);
        const bool withValue = group.options.contains(name);
        if (!withValue && !group.flags.contains(name))
            return false;
        leading += words.takeFirst();
        if (withValue && !leading.last().contains(u'=') && !words.isEmpty())
            leading += words.takeFirst();
    }
    return true;
}

} // namespace

QString errorLine(const Error& error)
{
    QStringList parts{errorWord(error.code), error.subject, error.cause, adviceFor(error.code)};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(": "));
}

Exit reportError(Context& context, const Error& error)
{
    context.messages << "diakinisictl: " << errorLine(error) << '\n';
    return Exit::NotDone;
}

Exit reportUsage(Context& context, const QString& problem)
{
    context.messages << "diakinisictl: " << problem << "; see --help\n";
    return Exit::WrongUsage;
}

void printJson(Context& context, const QJsonValue& value)
{
    const QJsonDocument document = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    context.out << QString::fromUtf8(document.toJson(QJsonDocument::Compact)) << '\n';
}

Exit runCommandLine(const std::vector<CommandGroup>& groups, const QStringList& arguments, Context& context)
{
    if (arguments.isEmpty())
        return printGroups(groups, context.messages, Exit::WrongUsage);
    if (asksForHelp(arguments[0]))
        return printGroups(groups, context.out, Exit::Done);
    const auto group =
        std::find_if(groups.begin(), groups.end(), [&](const CommandGroup& g) { return g.name == arguments[0]; });
    if (group == groups.end())
        return printGroups(groups, context.messages, Exit::WrongUsage);
    QStringList words = arguments.sliced(1);
    QStringList leading;
    if (!takeLeading(*group, words, leading) || words.isEmpty())
        return printGroup(*group, context.messages, Exit::WrongUsage);
    if (asksForHelp(words[0]))
        return printGroup(*group, context.out, Exit::Done);
    const auto command = std::find_if(group->commands.begin(), group->commands.end(),
                                      [&](const Command& c) { return c.name == words[0]; });
    if (command == group->commands.end())
        return printGroup(*group, context.messages, Exit::WrongUsage);
    const QStringList rest = words.sliced(1) + leading;
    if (rest.contains(QStringLiteral("--help")) || rest.contains(QStringLiteral("-h"))) {
        context.out << "usage: diakinisictl " << command->usage << '\n';
        return Exit::Done;
    }
    return command->run(context, rest);
}

} // namespace diakinisi::ctl
