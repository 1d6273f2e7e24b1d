#include "desk/desk_acts.h"

#include "domain/possible.h"
#include "pdf/number_field.h"

#include <QBuffer>

namespace diakinisi::desk {

using namespace domain;

namespace {

const QString pdfType = QStringLiteral("application/pdf");

bool isPrepared(const Version& version)
{
    return std::ranges::any_of(version.renditions,
                               [](const Rendition& each) { return each.role != RenditionRole::Original; });
}

} // namespace

Result<std::optional<AddRendition>> DeskApprover::prepared(const Document& document)
{
    const Item* main = document.mainItem();
    if (document.registration.state != NumberState::None || !main || isPrepared(main->newest()))
        return std::nullopt;
    const FileRef& file = main->newest().newest().file;
    if (file.mediaType != pdfType)
        return std::nullopt;
    const auto former = m_parts.store->files().open(file.digest);
    if (!former)
        return fail(former.error());
    const auto font = m_parts.font();
    if (!font)
        return fail(font.error());
    QBuffer renewed;
    renewed.open(QIODevice::ReadWrite);
    pdf::NumberFieldOptions options;
    options.numberLabel = m_parts.settings.words.numberLabel;
    options.dateLabel = m_parts.settings.words.dateLabel;
    if (const Done added = pdf::addNumberField(**former, renewed, *font, options); !added) {
        const ErrorCode code = added.error().code;
        // It has the field already, or somebody's signature leaves no room for one: then it goes as it is.
        if (code == ErrorCode::AlreadyExists || code == ErrorCode::PdfForbids)
            return std::nullopt;
        return fail(added.error());
    }
    renewed.seek(0);
    auto stored = m_parts.store->files().put(renewed, pdfType, file.name);
    if (!stored)
        return fail(stored.error());
    return AddRendition{main->id, {std::move(*stored), RenditionRole::Prepared, file.digest}};
}

Done DeskApprover::submit(const DocumentId& document, const std::vector<ChainStep>& chain)
{
    const auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const Item* main = state->document.mainItem();
    if (!main)
        return fail(ErrorCode::FieldMissing, QStringLiteral("items"));
    auto rendition = prepared(state->document);
    if (!rendition)
        return fail(rendition.error());
    const auto needed = m_parts.waitingOn(document);
    if (!needed)
        return fail(needed.error());
    Submit submit;
    submit.version = main->newest().id;
    for (const ChainStep& step : chain)
        submit.steps.push_back({m_parts.ids.make<StepId>(), step.person, step.kind, step.stage});
    std::vector<Command> commands;
    if (*rendition)
        commands.push_back(m_parts.command(document, **rendition));
    commands.push_back(m_parts.command(document, std::move(submit)));
    const auto group = m_parts.ids.make<GroupId>();
    for (Command& command : commands) {
        command.after = *needed;
        if (commands.size() > 1)
            command.group = group;
    }
    if (commands.size() > 1)
        commands.back().after.push_back(commands.front().id);
    const Done sent = m_parts.send(commands);
    if (!sent && *rendition)
        static_cast<void>(m_parts.store->files().discard((*rendition)->rendition.file.digest));
    return sent;
}

Result<DeskApprover::Turn> DeskApprover::turn(const DocumentId& document)
{
    const auto person = m_parts.person();
    if (!person)
        return fail(person.error());
    const auto state = m_parts.store->views().document(document);
    if (!state)
        return fail(state.error());
    const Step* step = stepFor(state->document, *m_parts.organisation(), *person, m_parts.officialNow());
    const Item* main = state->document.mainItem();
    if (!step || !main)
        return fail(ErrorCode::NotYourTurn);
    return Turn{step->id, main->newest().id};
}

Result<CommandId> DeskApprover::approve(const DocumentId& document)
{
    const auto mine = turn(document);
    if (!mine)
        return fail(mine.error());
    return m_parts.act(document, Approve{mine->step, mine->version}, true);
}

Result<CommandId> DeskApprover::approveWithObjection(const DocumentId& document, const QString& reason)
{
    const auto mine = turn(document);
    if (!mine)
        return fail(mine.error());
    return m_parts.act(document, ApproveWithObjection{mine->step, mine->version, reason}, true);
}

Result<CommandId> DeskApprover::sendBack(const DocumentId& document, const QString& reason)
{
    const auto mine = turn(document);
    if (!mine)
        return fail(mine.error());
    return m_parts.act(document, SendBack{mine->step, reason}, true);
}

Done DeskApprover::withdraw(const DocumentId& document)
{
    return m_parts.act(document, Withdraw{}).map([](const CommandId&) {});
}

} // namespace diakinisi::desk
