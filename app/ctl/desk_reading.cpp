#include "ctl/desk_commands.h"
#include "ctl/desk_json.h"
#include "ctl/desk_run.h"
#include "desk/desk_files.h"
#include "desk/document_finder.h"
#include "desk/document_lists.h"
#include "desk/document_reader.h"

#include <QJsonArray>

namespace diakinisi::ctl {

namespace {

using desk::ListKind;

std::optional<ListKind> listOf(const QString& word)
{
    static const std::map<QString, ListKind> lists{{QStringLiteral("inbox"), ListKind::ForAction},
                                                   {QStringLiteral("approvals"), ListKind::ForApproval},
                                                   {QStringLiteral("information"), ListKind::ForInformation},
                                                   {QStringLiteral("unassigned"), ListKind::Unassigned},
                                                   {QStringLiteral("register"), ListKind::Book},
                                                   {QStringLiteral("drafts"), ListKind::Drafts},
                                                   {QStringLiteral("outgoing"), ListKind::Outgoing}};
    const auto found = lists.find(word);
    return found == lists.end() ? std::nullopt : std::optional(found->second);
}

Exit printRows(DeskRun& run, const Result<std::vector<desk::DocumentRow>>& rows)
{
    if (!rows)
        return reportAny(run.context(), rows.error());
    QJsonArray json;
    QStringList lines;
    for (const desk::DocumentRow& row : *rows) {
        json += rowJson(row);
        lines << rowLine(row);
    }
    return run.print(json, lines.join(u'\n'));
}

Exit printAttention(DeskRun& run)
{
    const auto rows = run.desk().lists().attention();
    if (!rows)
        return reportAny(run.context(), rows.error());
    QJsonArray json;
    QStringList lines;
    for (const desk::AttentionRow& row : *rows) {
        json += QJsonObject{{QStringLiteral("command"), row.command.toString()},
                            {QStringLiteral("document"), row.document.toString()},
                            {QStringLiteral("what"), row.what},
                            {QStringLiteral("subject"), row.subject},
                            {QStringLiteral("problem"), problemJson(row.reason)},
                            {QStringLiteral("at"), toIso(row.at)},
                            {QStringLiteral("dependents"), row.dependents}};
        lines << QStringList{row.what, row.subject, errorWord(row.reason.code), row.document.toString()}.join(u'\t');
    }
    return run.print(json, lines.join(u'\n'));
}

Exit list(DeskRun& run)
{
    if (run.rest() == QStringList{QStringLiteral("needs-you")})
        return printAttention(run);
    const auto kind = run.rest().size() == 1 ? listOf(run.rest().first()) : std::nullopt;
    if (!kind)
        return reportUsage(run.context(), QStringLiteral("there is no such list"));
    desk::ListQuery query;
    query.kind = *kind;
    if (query.kind == ListKind::Book)
        query.order = desk::ListQuery::Order::ByNumber;
    return printRows(run, run.desk().lists().list(query));
}

Exit search(DeskRun& run)
{
    constexpr int most = 200;
    if (run.rest().isEmpty())
        return reportUsage(run.context(), QStringLiteral("give the words to look for"));
    return printRows(run, run.desk().finder().find(run.rest().join(u' '), most, {}));
}

QJsonArray filesJson(const domain::Document& document)
{
    QJsonArray files;
    for (const domain::Item& item : document.items)
        for (const domain::Version& version : item.versions)
            for (const domain::Rendition& rendition : version.renditions)
                files += QJsonObject{{QStringLiteral("item"), item.id.toString()},
                                     {QStringLiteral("item_role"), domain::word(item.role)},
                                     {QStringLiteral("version"), version.id.toString()},
                                     {QStringLiteral("role"), domain::word(rendition.role)},
                                     {QStringLiteral("digest"), rendition.file.digest.hex()},
                                     {QStringLiteral("size"), rendition.file.size},
                                     {QStringLiteral("type"), rendition.file.mediaType},
                                     {QStringLiteral("name"), rendition.file.name},
                                     {QStringLiteral("arrived"), rendition.arrived},
                                     {QStringLiteral("verdict"), domain::word(rendition.verdict)}};
    return files;
}

QJsonArray stepsJson(const domain::Document& document)
{
    QJsonArray steps;
    for (const domain::Step& step : document.route.steps)
        steps += QJsonObject{{QStringLiteral("person"), step.person.toString()},
                             {QStringLiteral("kind"), domain::word(step.kind)},
                             {QStringLiteral("stage"), step.stage},
                             {QStringLiteral("state"), domain::word(step.state)},
                             {QStringLiteral("reason"), step.reason}};
    return steps;
}

Exit show(DeskRun& run)
{
    const auto document = run.document();
    const auto view = document ? run.desk().reader().read(*document) : fail(document.error());
    if (!view)
        return reportAny(run.context(), view.error());
    QJsonObject json = rowJson(view->row);
    QJsonArray history;
    QStringList lines{rowLine(view->row)};
    for (const desk::HistoryRow& row : view->history) {
        history += historyJson(row);
        lines << QStringList{toIso(row.at), row.kind, row.by, row.target, row.text}.join(u'\t');
    }
    json.insert(QStringLiteral("history"), history);
    json.insert(QStringLiteral("history_complete"), view->historyComplete);
    json.insert(QStringLiteral("files"), filesJson(view->document));
    json.insert(QStringLiteral("steps"), stepsJson(view->document));
    return run.print(json, lines.join(u'\n'));
}

/// The rendition asked for by --role or --digest, else the newest of the main item.
Result<Sha256> wantedFile(DeskRun& run, const domain::Document& document)
{
    if (run.has("digest")) {
        const auto digest = Sha256::fromHex(run.value("digest"));
        return digest ? Result<Sha256>(*digest) : fail(ErrorCode::FieldInvalid, QStringLiteral("digest"));
    }
    const domain::Item* main = document.mainItem();
    if (!main)
        return fail(ErrorCode::NotFound, QStringLiteral("file"));
    if (!run.has("role"))
        return main->newest().newest().file.digest;
    for (const domain::Rendition& rendition : main->newest().renditions)
        if (domain::word(rendition.role) == run.value("role"))
            return rendition.file.digest;
    return fail(ErrorCode::NotFound, run.value("role"));
}

Exit file(DeskRun& run)
{
    const auto document = run.document();
    const auto view = document ? run.desk().reader().read(*document) : fail(document.error());
    const auto digest = view ? wantedFile(run, view->document) : fail(view.error());
    if (!digest)
        return reportAny(run.context(), digest.error());
    if (!run.has("out"))
        return reportUsage(run.context(), QStringLiteral("--out FILE is needed"));
    desk::DeskFiles& files = run.desk().files();
    std::optional<Error> refused;
    QObject::connect(&run.desk(), &desk::Desk::fileRefused, &run.desk(), [&](const Sha256& which, const Error& reason) {
        if (which == *digest)
            refused = reason;
    });
    if (files.state(*digest).value_or(desk::FileState::Missing) != desk::FileState::Here) {
        if (const Done wanted = files.want(*digest); !wanted)
            return reportAny(run.context(), wanted.error());
        run.waitUntil([&] { return refused || files.state(*digest) == desk::FileState::Here; });
    }
    if (refused)
        return reportAny(run.context(), *refused);
    if (const Done done = files.exportTo(*digest, run.value("out")); !done)
        return reportAny(run.context(), done.error());
    return run.print(QJsonObject{{QStringLiteral("file"), run.value("out")}, {QStringLiteral("digest"), digest->hex()}},
                     run.value("out"));
}

} // namespace

std::vector<Command> deskReadingCommands()
{
    return {
        deskCommand(
            "list",
            QStringLiteral("desk ... list inbox|approvals|information|unassigned|register|drafts|outgoing|needs-you "
                           "--json\n  as this desk has it; sync first for the newest\n"
                           "  example: desk --profile ~/desk list approvals --json"),
            {}, {}, list),
        deskCommand("show",
                    QStringLiteral("desk ... show DOC --json\n  example: desk --profile ~/desk show 123/2026 --json"),
                    {}, {}, show),
        deskCommand("search",
                    QStringLiteral("desk ... search TEXT --json\n  example: desk --profile ~/desk search αιτησεις"), {},
                    {}, search),
        deskCommand("file",
                    QStringLiteral("desk ... file DOC --out F [--role original|prepared|numbered|signed|co-signed] "
                                   "[--digest HEX]\n  the newest when nothing else is asked for"),
                    {QStringLiteral("out"), QStringLiteral("role"), QStringLiteral("digest")}, {}, file)};
}

} // namespace diakinisi::ctl
