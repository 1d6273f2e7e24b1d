#include "desk/parts.h"

#include "signing/keys/module_paths.h"

namespace diakinisi::desk {

namespace {

WorkerSettings workerOf(const DeskSettings& settings)
{
    WorkerSettings worker;
    worker.program = settings.workerProgram;
    return worker;
}

/// Notes, access and findings change nothing that others build upon: their refusal refuses nothing else.
bool othersBuildOn(const domain::CommandBody& body)
{
    return !std::holds_alternative<domain::AddNote>(body) && !std::holds_alternative<domain::SetAccess>(body) &&
           !std::holds_alternative<domain::RecordFinding>(body);
}

} // namespace

Parts::Parts(DeskSettings given, Profile ofFolder, std::shared_ptr<const Clock> time,
             std::shared_ptr<RandomSource> chance, std::unique_ptr<storage::DeskStore> opened)
    : settings(std::move(given)),
      profile(std::move(ofFolder)),
      clockHolder(std::move(time)),
      randomHolder(std::move(chance)),
      clock(*clockHolder),
      random(*randomHolder),
      ids(clock, random),
      store(std::move(opened)),
      renderWorker(workerOf(settings)),
      scanWorker(workerOf(settings)),
      tokenWorker(workerOf(settings)),
      signatureWorkers(signing::forSignatures(workerOf(settings)), 2),
      prepareWorkers(workerOf(settings), 1),
      pageWorkers(recognition::forPages(workerOf(settings)), workersForPages(1)),
      renderer(renderWorker),
      scanner(scanWorker),
      pagePreparer(prepareWorkers),
      pageReader(pageWorkers),
      mailReader(renderWorker),
      keyFinder(tokenWorker),
      signatureJudge(signatureWorkers),
      trust(settings.trustFolder),
      authorities(clock, random, profile.folder() + QStringLiteral("/revocation"), trust)
{
}

Result<domain::PersonId> Parts::person() const
{
    const auto bound = store->person();
    if (!bound)
        return fail(ErrorCode::SessionExpired);
    return *bound;
}

Instant Parts::officialNow()
{
    const auto offset = store->clockOffset();
    return clock.now() + (offset && *offset ? (*offset)->first : 0);
}

Result<pdf::Font> Parts::font() const
{
    return pdf::Font::load(settings.fontFolder + QStringLiteral("/DejaVuSans.ttf"));
}

QStringList Parts::tokenModulePaths() const
{
    return signing::modulePaths(settings.tokenModules);
}

domain::Command Parts::command(const domain::DocumentId& document, domain::CommandBody body)
{
    domain::Command command;
    command.id = ids.make<domain::CommandId>();
    command.document = document;
    command.at = clock.now();
    command.body = std::move(body);
    return command;
}

Result<std::vector<domain::CommandId>> Parts::waitingOn(const domain::DocumentId& document) const
{
    const auto waiting = store->views().waiting(document);
    if (!waiting)
        return fail(waiting.error());
    std::vector<domain::CommandId> needed;
    for (const storage::WaitingCommand& each : *waiting)
        if (othersBuildOn(each.command.body))
            needed.push_back(each.command.id);
    return needed;
}

Done Parts::send(const std::vector<domain::Command>& commands, Instant notBefore)
{
    const auto actor = person();
    if (!actor)
        return fail(actor.error());
    const Done queued = store->enqueue(*actor, commands, notBefore);
    if (queued)
        kick();
    return queued;
}

Result<domain::CommandId> Parts::act(const domain::DocumentId& document, domain::CommandBody body, bool canBeUndone)
{
    domain::Command made = command(document, std::move(body));
    auto needed = waitingOn(document);
    if (!needed)
        return fail(needed.error());
    made.after = std::move(*needed);
    const std::int64_t undoMs = std::int64_t{1000} * settings.undoSeconds;
    const Done sent = send({made}, canBeUndone ? clock.now() + undoMs : Instant{});
    if (!sent)
        return fail(sent.error());
    return made.id;
}

} // namespace diakinisi::desk
