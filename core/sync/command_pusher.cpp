#include "sync/jobs.h"

#include "wire/command_json.h"
#include "wire/json_reader.h"
#include "wire/problem.h"
#include "wire/routes.h"

#include <QJsonDocument>

namespace diakinisi::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto whileUndoable = 1s;    ///< commands that may still be taken back are looked for so often
constexpr auto whileBytesTravel = 2s; ///< ... and those whose files are on their way

} // namespace

void CommandPusher::lookAgain(std::chrono::milliseconds after)
{
    m_host.agenda().commandsAt = m_host.steady() + after;
}

void CommandPusher::begin()
{
    Doors& doors = m_host.doors();
    const auto ready = doors.outbox.ready(m_host.person(), static_cast<int>(m_limits.commands));
    const auto waiting = ready ? doors.outbox.waitingCount() : fail(ready.error());
    const auto uploads = waiting ? doors.files.pendingUploads(1'000) : fail(waiting.error());
    if (!uploads)
        return m_host.hold(Job::Push, uploads.error());
    std::vector<domain::Command> batch = chooseBatch(*ready, uploadingOf(*uploads), m_limits);
    if (batch.empty()) {
        m_host.agenda().commandsAt.reset();
        if (*waiting > 0)
            lookAgain(ready->empty() ? whileUndoable : whileBytesTravel);
        return;
    }
    const QByteArray body = QJsonDocument(wire::toJson(batch)).toJson(QJsonDocument::Compact);
    const auto sent = std::make_shared<const std::vector<domain::Command>>(std::move(batch));
    m_host.ask(
        Job::Push, postJson(wire::routes::commands, body),
        [this, sent](const Response& response) { take(*sent, response); },
        [this, sent](const Response&, const Error& error) { return refused(*sent, error); });
}

void CommandPusher::take(const std::vector<domain::Command>& sent, const Response& response)
{
    const auto json = wire::readJsonObject(response.body, {.depth = 64, .bytes = 32 * limits::miB});
    const auto answer = json ? wire::fromJson<wire::CommandsAnswer>(*json, u"answer") : fail(json.error());
    if (!answer)
        return m_host.hold(Job::Push, answer.error());
    if (!fits(sent, answer->results))
        return m_host.hold(Job::Push, {ErrorCode::MalformedInput, QStringLiteral("results"),
                                       QStringLiteral("the answers are not those of the commands sent")});
    m_limits = {};
    settle(sent, toBeSettled(sent, answer->results));
    for (const wire::CommandResult& result : answer->results) {
        const bool later = result.problem && result.problem->value(u"retry").toString() == u"later";
        const Error error = later ? wire::errorOf(*result.problem) : Error{};
        if (later && error.code != ErrorCode::FilesNotArrived && error.code != ErrorCode::DependencyRefused &&
            error.code != ErrorCode::GroupRefused)
            return m_host.hold(Job::Push, error); // told to the clerk, and tried again ever more seldom
    }
}

void CommandPusher::settle(const std::vector<domain::Command>& sent, const std::vector<wire::CommandResult>& answers)
{
    lookAgain(answers.empty() ? std::chrono::milliseconds(whileBytesTravel) : 0ms);
    if (answers.empty())
        return;
    if (const Done settled = m_host.doors().outbox.settle(answers); !settled)
        return m_host.hold(Job::Push, settled.error());
    QVector<domain::DocumentId> changed;
    for (const domain::Command& command : sent)
        if (!changed.contains(command.document))
            changed.push_back(command.document);
    m_host.agenda().countsStale = true;
    if (changed.contains(domain::organisationDocument()))
        m_host.agenda().directoryStale = true;
    m_host.news().documentsChanged(changed);
    if (std::ranges::find(answers, wire::CommandStatus::Refused, &wire::CommandResult::status) != answers.end())
        m_host.news().attentionChanged();
}

bool CommandPusher::refused(const std::vector<domain::Command>& sent, const Error& error)
{
    // The whole message was refused: find the one that is at fault by sending less, so that it alone stays behind.
    const bool oneUnit = sent.size() == 1 || (sent.front().group && sent.front().group == sent.back().group);
    if (!oneUnit) {
        m_limits.commands = 1;
        lookAgain(0ms);
        return true;
    }
    std::vector<wire::CommandResult> answers;
    for (const domain::Command& command : sent)
        answers.push_back({command.id, wire::CommandStatus::Refused, {}, wire::problemOf(error)});
    m_limits = {};
    settle(sent, answers);
    return true;
}

} // namespace diakinisi::sync
