#include "storage/sqlite/migrations.h"

#include "storage/sqlite/rows.h"
#include "storage/sqlite/transaction.h"

#include <QDir>
#include <QFile>

namespace diakinisi::storage {

namespace {

/// The files of the steps by their number - 1; InternalFault when there is a gap.
Result<QStringList> stepsOf(const QString& folder)
{
    QStringList steps;
    for (const QString& name : QDir(folder).entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        if (name.left(4).toInt() != steps.size() + 1)
            return fail(ErrorCode::InternalFault, name, QStringLiteral("migrations are not numbered without a gap"));
        steps << folder + u'/' + name;
    }
    if (steps.isEmpty())
        return fail(ErrorCode::InternalFault, folder, QStringLiteral("no migrations there"));
    return steps;
}

Done take(Connection& connection, const QString& step)
{
    QFile file(step);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::InternalFault, step, file.errorString());
    if (auto ok = connection.execute(file.readAll()); !ok)
        return fail(Error{ok.error().code, step, ok.error().cause});
    return {};
}

} // namespace

Done migrate(Connection& connection, const QString& folder)
{
    const auto steps = stepsOf(folder);
    if (!steps)
        return fail(steps.error());
    auto transaction = Transaction::begin(connection);
    if (!transaction)
        return fail(transaction.error());
    const auto taken = oneInteger(connection, "PRAGMA user_version", 0);
    if (!taken)
        return fail(taken.error());
    if (*taken > steps->size())
        return fail(ErrorCode::StoreNewer, QString::number(*taken),
                    QStringLiteral("this program knows version %1").arg(steps->size()));
    if (*taken == steps->size())
        return {};
    for (qint64 i = *taken; i < steps->size(); ++i)
        if (auto ok = take(connection, steps->at(i)); !ok)
            return ok;
    if (auto ok = connection.execute("PRAGMA user_version=" + QByteArray::number(steps->size())); !ok)
        return ok;
    return transaction->commit();
}

} // namespace diakinisi::storage
