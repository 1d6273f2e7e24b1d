#include "ctl/desk_run.h"

#include "ctl/worker_program.h"

#include "ctl/desk_json.h"
#include "ctl/worker_program.h"
#include "desk/directory.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"
#include "desk/open_desk.h"
#include "desk/session.h"

#include <QEventLoop>
#include <QFileInfo>
#include <QTimer>

namespace diakinisi::ctl {

namespace {

const QStringList groupOptions{QStringLiteral("profile"), QStringLiteral("server"), QStringLiteral("ca"),
                               QStringLiteral("wait"), QStringLiteral("trust")};
const QStringList groupFlags{QStringLiteral("offline"), QStringLiteral("json")};

desk::DeskSettings settingsOf(const Arguments& arguments, const Context& context)
{
    desk::DeskSettings settings;
    settings.folder = QFileInfo(arguments.value(QStringLiteral("profile"))).absoluteFilePath();
    settings.server = QUrl(arguments.value(QStringLiteral("server")));
    settings.caFile = arguments.value(QStringLiteral("ca"));
    settings.workerProgram = findWorkerProgram();
    settings.fontFolder = QFileInfo(context.fontPath).absolutePath();
    settings.trustFolder = arguments.value(QStringLiteral("trust"));
    settings.keyStore = desk::KeyStoreChoice::File;
    settings.undoSeconds = 0;
    return settings;
}

bool isVain(const desk::SyncStatus& status)
{
    return status.state == desk::SyncStatus::State::SignedOut ||
           status.state == desk::SyncStatus::State::SessionExpired ||
           status.state == desk::SyncStatus::State::ServerUntrusted;
}

} // namespace

Exit reportAny(Context& context, const Error& error)
{
    return reportError(context, error);
}

DeskRun::DeskRun(Context& context, Arguments arguments, std::unique_ptr<desk::Desk> desk)
    : m_context(&context),
      m_arguments(std::move(arguments)),
      m_desk(std::move(desk)),
      m_patience(0)
{
}

Result<DeskRun> DeskRun::open(Context& context, const QStringList& words, QStringList options, const QStringList& flags)
{
    auto arguments = Arguments::parse(words, options + groupOptions, flags + groupFlags);
    if (!arguments)
        return fail(arguments.error());
    if (arguments->value(QStringLiteral("profile")).isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("--profile"));
    auto desk = desk::openDesk(settingsOf(*arguments, context));
    if (!desk)
        return fail(desk.error());
    DeskRun run(context, std::move(*arguments), std::move(*desk));
    if (!run.offline())
        static_cast<void>(run.m_desk->session().resume()); // without a session acts are queued all the same
    return run;
}

Result<domain::DocumentId> DeskRun::document()
{
    if (rest().isEmpty())
        return fail(ErrorCode::FieldInvalid, QStringLiteral("DOC"));
    return document(rest().first());
}

Result<domain::DocumentId> DeskRun::document(const QString& text)
{
    if (const auto id = domain::DocumentId::fromString(text))
        return *id;
    return m_desk->reader().byNumber(text);
}

Result<desk::ChargeTarget> DeskRun::target(const QString& text)
{
    const auto organisation = m_desk->directory().organisation();
    if (const domain::Unit* unit = organisation->unitByCode(text))
        return desk::ChargeTarget{unit->id, std::nullopt, unit->name, {}};
    if (const domain::Person* person = organisation->personByLogin(text))
        return desk::ChargeTarget{std::nullopt, person->id, person->name, {}};
    const auto found = m_desk->directory().suggest(text, 2);
    if (found.size() == 1)
        return found.front();
    return fail(found.empty() ? ErrorCode::NotFound : ErrorCode::FieldInvalid, text);
}

Result<domain::PersonId> DeskRun::person(const QString& text)
{
    const auto found = target(text);
    if (!found)
        return fail(ErrorCode::PersonUnknown, text);
    if (!found->person)
        return fail(ErrorCode::PersonUnknown, text);
    return *found->person;
}

bool DeskRun::waitUntil(const std::function<bool()>& holds)
{
    bool isNumber = true;
    const int seconds = has("wait") ? value("wait").toInt(&isNumber) : 10;
    if (holds())
        return true;
    if (offline() || !isNumber || seconds <= 0)
        return false;
    QEventLoop loop;
    bool good = false;
    const auto look = [&] {
        good = holds();
        if (good || isVain(m_desk->syncStatus()))
            loop.quit();
    };
    QObject::connect(m_desk.get(), &desk::Desk::documentsChanged, &loop, look);
    QObject::connect(m_desk.get(), &desk::Desk::attentionChanged, &loop, look);
    QObject::connect(m_desk.get(), &desk::Desk::directoryChanged, &loop, look);
    QObject::connect(m_desk.get(), &desk::Desk::syncStatusChanged, &loop, look);
    QObject::connect(m_desk.get(), &desk::Desk::fileArrived, &loop, look);
    QObject::connect(m_desk.get(), &desk::Desk::fileRefused, &loop, look);
    QTimer::singleShot(std::chrono::seconds(seconds), &loop, &QEventLoop::quit);
    loop.exec();
    return good;
}

bool DeskRun::waitSynced()
{
    return waitUntil([this] {
        const desk::SyncStatus status = m_desk->syncStatus();
        return status.state == desk::SyncStatus::State::Synced && status.waiting == 0 && status.uploads == 0;
    });
}

bool DeskRun::waitSettled(const domain::DocumentId& document)
{
    return waitUntil([this, &document] {
        const auto rows = m_desk->lists().rows({document});
        return rows && (rows->empty() || rows->front().waiting == 0);
    });
}

std::optional<desk::AttentionRow> DeskRun::refusal(const domain::DocumentId& document)
{
    const auto rows = m_desk->lists().attention();
    if (rows)
        for (const desk::AttentionRow& row : *rows)
            if (row.document == document)
                return row;
    return std::nullopt;
}

Exit DeskRun::finish(const domain::DocumentId& document, QJsonObject answer)
{
    const bool settled = waitSettled(document);
    const auto refused = refusal(document);
    answer.insert(QStringLiteral("document"), document.toString());
    if (!answer.contains(u"state") || refused)
        answer.insert(QStringLiteral("state"), refused   ? QStringLiteral("refused")
                                               : settled ? QStringLiteral("done")
                                                         : QStringLiteral("waiting"));
    if (refused)
        answer.insert(QStringLiteral("problem"), problemJson(refused->reason));
    print(answer, answer.value(u"state").toString());
    if (!refused)
        return Exit::Done;
    context().messages << "diakinisictl: refused: " << errorLine(refused->reason) << '\n';
    return Exit::No;
}

Exit DeskRun::print(const QJsonValue& json, const QString& line)
{
    if (has("json"))
        printJson(context(), json);
    else if (!line.isEmpty())
        context().out << line << '\n';
    return Exit::Done;
}

Command deskCommand(const char* name, const QString& usage, const QStringList& options, const QStringList& flags,
                    std::function<Exit(DeskRun&)> act)
{
    return {QString::fromLatin1(name), usage,
            [options, flags, act = std::move(act)](Context& context, const QStringList& words) {
                auto run = DeskRun::open(context, words, options, flags);
                if (!run)
                    return run.error().code == ErrorCode::FieldInvalid && run.error().subject.startsWith(u"--")
                               ? reportUsage(context, run.error().subject)
                               : reportAny(context, run.error());
                return act(*run);
            }};
}

} // namespace diakinisi::ctl
