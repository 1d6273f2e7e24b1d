#include "sync/batch.h"

#include "wire/command_json.h"
#include "wire/problem.h"

#include <QJsonDocument>

namespace diakinisi::sync {

namespace {

using domain::Command;

void addFiles(std::set<Sha256>& files, const std::vector<domain::NewItem>& items)
{
    for (const domain::NewItem& item : items)
        files.insert(item.file.digest);
}

void addFiles(std::set<Sha256>& files, const std::vector<domain::NewRendition>& renditions)
{
    for (const domain::NewRendition& rendition : renditions)
        files.insert(rendition.file.digest);
}

/// Commands that go or stay together: one alone, or a group.
struct Unit {
    std::vector<const Command*> commands;
};

std::vector<Unit> unitsOf(const std::vector<Command>& ready)
{
    std::vector<Unit> units;
    std::map<domain::GroupId, std::size_t> groups;
    for (const Command& command : ready) {
        if (command.group) {
            const auto [known, isNew] = groups.try_emplace(*command.group, units.size());
            if (!isNew) {
                units[known->second].commands.push_back(&command);
                continue;
            }
        }
        units.push_back({{&command}});
    }
    return units;
}

/// What stays behind, so that what depends on it stays too.
struct Behind {
    std::set<domain::CommandId> commands;
    std::set<domain::DocumentId> documents;

    bool holds(const Unit& unit) const
    {
        return std::ranges::any_of(unit.commands, [this](const Command* command) {
            return documents.contains(command->document) ||
                   std::ranges::any_of(command->after, [this](const auto& id) { return commands.contains(id); });
        });
    }
    void add(const Unit& unit)
    {
        for (const Command* command : unit.commands) {
            commands.insert(command->id);
            if (command->document != domain::organisationDocument())
                documents.insert(command->document);
        }
    }
};

bool waitsForFiles(const Unit& unit, const Uploading& uploading)
{
    const bool demands =
        std::ranges::any_of(unit.commands, [](const Command* c) { return needsItsFilesFirst(c->body); });
    return demands && std::ranges::any_of(unit.commands, [&uploading](const Command* command) {
               return uploading.documents.contains(command->document) ||
                      std::ranges::any_of(filesNamedBy(command->body),
                                          [&uploading](const Sha256& file) { return uploading.files.contains(file); });
           });
}

qsizetype bytesOf(const Unit& unit)
{
    qsizetype bytes = 0;
    for (const Command* command : unit.commands)
        bytes += QJsonDocument(wire::toJson(*command)).toJson(QJsonDocument::Compact).size() + 1;
    return bytes;
}

/// Does the server want the same once more, later: bytes on their way, numbering stopped, something that never came?
bool wantsItLater(const wire::CommandResult& answer)
{
    return answer.status == wire::CommandStatus::Refused && answer.problem &&
           answer.problem->value(u"retry").toString() == domain::word(wire::Retry::Later);
}

bool refusedAsDependent(const wire::CommandResult& answer)
{
    if (answer.status != wire::CommandStatus::Refused || !answer.problem)
        return false;
    const ErrorCode code = wire::errorOf(*answer.problem).code;
    return code == ErrorCode::DependencyRefused || code == ErrorCode::GroupRefused;
}

} // namespace

Uploading uploadingOf(const std::vector<PendingUpload>& pending)
{
    Uploading uploading;
    for (const PendingUpload& upload : pending) {
        uploading.files.insert(upload.digest);
        uploading.documents.insert(upload.documents.begin(), upload.documents.end());
    }
    return uploading;
}

std::set<Sha256> filesNamedBy(const domain::CommandBody& body)
{
    std::set<Sha256> files;
    if (const auto* act = std::get_if<domain::Register>(&body))
        addFiles(files, act->items);
    else if (const auto* draft = std::get_if<domain::StartDraft>(&body))
        addFiles(files, draft->items);
    else if (const auto* file = std::get_if<domain::AddFile>(&body))
        addFiles(files, std::vector{file->item});
    else if (const auto* rendition = std::get_if<domain::AddRendition>(&body))
        addFiles(files, std::vector{rendition->rendition});
    else if (const auto* confirm = std::get_if<domain::Confirm>(&body))
        addFiles(files, confirm->renditions);
    else if (const auto* sign = std::get_if<domain::Sign>(&body))
        addFiles(files, sign->renditions);
    return files;
}

bool needsItsFilesFirst(const domain::CommandBody& body)
{
    return std::holds_alternative<domain::Confirm>(body) || std::holds_alternative<domain::Sign>(body) ||
           std::holds_alternative<domain::Submit>(body);
}

std::vector<Command> chooseBatch(const std::vector<Command>& ready, const Uploading& uploading,
                                 const BatchLimits& limits)
{
    std::vector<Command> chosen;
    Behind behind;
    qsizetype bytes = 0;
    for (const Unit& unit : unitsOf(ready)) {
        const qsizetype more = bytesOf(unit);
        const qsizetype count = static_cast<qsizetype>(chosen.size() + unit.commands.size());
        // The first unit goes whatever its size: the server says what is wrong with it.
        const bool tooMuch = !chosen.empty() && (count > limits.commands || bytes + more > limits.bytes);
        if (tooMuch || waitsForFiles(unit, uploading) || behind.holds(unit)) {
            behind.add(unit);
            continue;
        }
        bytes += more;
        for (const Command* command : unit.commands)
            chosen.push_back(*command);
    }
    return chosen;
}

std::vector<wire::CommandResult> toBeSettled(const std::vector<Command>& sent,
                                             const std::vector<wire::CommandResult>& answers)
{
    std::vector<wire::CommandResult> settled;
    std::set<domain::CommandId> staying;
    std::set<domain::GroupId> stayingGroups;
    for (std::size_t i = 0; i < sent.size(); ++i)
        if (wantsItLater(answers[i])) {
            staying.insert(sent[i].id);
            if (sent[i].group)
                stayingGroups.insert(*sent[i].group);
        }
    for (std::size_t i = 0; i < sent.size(); ++i) {
        const bool dependent =
            (sent[i].group && stayingGroups.contains(*sent[i].group)) ||
            std::ranges::any_of(sent[i].after, [&staying](const auto& id) { return staying.contains(id); });
        if (staying.contains(sent[i].id) || (dependent && refusedAsDependent(answers[i])))
            staying.insert(sent[i].id);
        else
            settled.push_back(answers[i]);
    }
    return settled;
}

bool fits(const std::vector<Command>& sent, const std::vector<wire::CommandResult>& answers)
{
    return std::ranges::equal(sent, answers, {}, &Command::id, &wire::CommandResult::id);
}

} // namespace diakinisi::sync
