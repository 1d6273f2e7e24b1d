#include "ctl/admin_client.h"
#include "ctl/admin_commands.h"

#include <QJsonArray>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

/// All pages, each access with the person's name.
Result<QJsonArray> readAll(const AdminClient& client, qint64 after, const QString& document)
{
    QJsonArray all;
    for (;;) {
        const auto page = client.accessLog(after, document);
        if (!page)
            return fail(page.error());
        const QJsonArray rows = page->value(u"accesses").toArray();
        if (rows.isEmpty())
            return all;
        for (const QJsonValue& each : rows) {
            QJsonObject row = each.toObject();
            const auto id = domain::PersonId::fromString(row.value(u"person").toString());
            const domain::Person* person = id ? client.organisation().person(*id) : nullptr;
            row.insert(QStringLiteral("login"), person ? person->login : QString());
            row.insert(QStringLiteral("name"), person ? person->name : QString());
            all.append(row);
        }
        const qint64 last = rows.last().toObject().value(u"number").toInteger();
        if (last <= after)
            return fail(ErrorCode::MalformedInput, QStringLiteral("number"));
        after = last;
    }
}

QString lineOf(const QJsonObject& row)
{
    QStringList parts;
    for (const char* key : {"number", "at", "login", "name", "document", "what"})
        parts << row.value(QLatin1StringView(key)).toVariant().toString();
    return parts.join(u'\t');
}

} // namespace

Exit adminAccessLog(Context& context, const QStringList& words)
{
    const auto arguments =
        Arguments::parse(words, adminOptions() + QStringList{QStringLiteral("after"), QStringLiteral("document")},
                         {QStringLiteral("json")});
    if (!arguments)
        return reportUsage(context, arguments.error().subject);
    bool read = true;
    const QString from = arguments->value(QStringLiteral("after"));
    const qint64 after = from.isEmpty() ? 0 : from.toLongLong(&read);
    if (!read || after < 0 || !arguments->rest().isEmpty())
        return reportUsage(context, QStringLiteral("access-log [--after N] [--document ID]"));
    const auto client = AdminClient::signIn(context, *arguments);
    if (!client)
        return reportError(context, client.error());
    const auto rows = readAll(**client, after, arguments->value(QStringLiteral("document")));
    if (!rows)
        return reportError(context, rows.error());
    if (arguments->has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("accesses"), *rows}});
    else
        for (const QJsonValue& row : *rows)
            context.out << lineOf(row.toObject()) << '\n';
    return Exit::Done;
}

} // namespace diakinisi::ctl
