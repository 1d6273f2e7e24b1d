#include "ctl/arguments.h"
#include "ctl/pdf_commands.h"
#include "signing/validation/signed_version.h"

#include <QFile>
#include <QJsonObject>
#include <QSaveFile>

namespace diakinisi::ctl {

namespace {

Result<std::int64_t> write(const QString& in, const QString& field, const QString& out)
{
    QFile from(in);
    if (!from.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, in, from.errorString());
    QSaveFile to(out);
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, out, to.errorString());
    const Result<std::int64_t> length = signing::writeSignedVersion(from, field, to);
    if (!length)
        return fail(length.error());
    if (!to.commit())
        return fail(ErrorCode::FileUnwritable, out, to.errorString());
    return *length;
}

} // namespace

Exit pdfSignedVersion(Context& context, const QStringList& words)
{
    const Result<Arguments> parsed =
        Arguments::parse(words, {QStringLiteral("field"), QStringLiteral("out")}, {QStringLiteral("json")});
    if (!parsed)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + parsed.error().subject);
    const QString field = parsed->value(QStringLiteral("field"));
    const QString out = parsed->value(QStringLiteral("out"));
    if (parsed->rest().size() != 1 || field.isEmpty() || out.isEmpty())
        return reportUsage(context, QStringLiteral("one file, --field and --out are needed"));
    const Result<std::int64_t> length = write(parsed->rest().first(), field, out);
    if (!length)
        return reportError(context, length.error());
    if (parsed->has(QStringLiteral("json")))
        printJson(context, QJsonObject{{QStringLiteral("file"), parsed->rest().first()},
                                       {QStringLiteral("field"), field},
                                       {QStringLiteral("out"), out},
                                       {QStringLiteral("bytes"), static_cast<qint64>(*length)}});
    else
        context.out << out << ": " << *length << " bytes\n";
    return Exit::Done;
}

} // namespace diakinisi::ctl
