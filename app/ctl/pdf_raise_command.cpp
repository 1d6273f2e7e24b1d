#include "ctl/authorities_option.h"
#include "ctl/pdf_commands.h"
#include "signing/pades/raise_pdf.h"

#include <QFile>
#include <QJsonObject>
#include <QSaveFile>

namespace diakinisi::ctl {

namespace {

struct Request {
    QString file;
    QString out;
    bool json = false;
    signing::RaiseOptions options;
};

Result<signing::RaisedPdf> raise(const Request& request)
{
    QFile from(request.file);
    if (!from.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, request.file, from.errorString());
    QSaveFile to(request.out);
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, request.out, to.errorString());
    Progress quiet;
    Result<signing::RaisedPdf> raised = signing::raisePdf(from, to, request.options, {}, quiet);
    if (!raised)
        return fail(raised.error());
    if (!to.commit())
        return fail(ErrorCode::FileUnwritable, request.out, to.errorString());
    return raised;
}

Exit report(Context& context, const Request& request, const signing::RaisedPdf& raised)
{
    if (request.json) {
        printJson(context, QJsonObject{{QStringLiteral("file"), request.file},
                                       {QStringLiteral("out"), request.out},
                                       {QStringLiteral("level"), signing::levelWord(request.options.level)},
                                       {QStringLiteral("timestamps"), raised.timestamps},
                                       {QStringLiteral("long_term_data"), raised.longTermData}});
        return Exit::Done;
    }
    context.out << request.out << ": raised to " << signing::levelWord(request.options.level) << " ("
                << raised.timestamps << " document timestamps appended"
                << (raised.longTermData ? ", long-term data added" : "") << ")\n";
    return Exit::Done;
}

} // namespace

Exit pdfRaise(Context& context, const QStringList& words)
{
    const QStringList withValue =
        AuthoritiesOption::withValue() + QStringList{QStringLiteral("out"), QStringLiteral("level")};
    const Result<Arguments> arguments =
        Arguments::parse(words, withValue, AuthoritiesOption::flags() + QStringList{QStringLiteral("json")});
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    Request request;
    request.out = arguments->value(QStringLiteral("out"));
    request.json = arguments->has(QStringLiteral("json"));
    const std::optional<signing::Level> level = signing::levelFrom(arguments->value(QStringLiteral("level")));
    if (arguments->rest().size() != 1 || request.out.isEmpty() || !level || *level == signing::Level::BB)
        return reportUsage(context, QStringLiteral("one file, --out FILE and --level B-T|B-LT|B-LTA are needed"));
    request.file = arguments->rest().front();
    const Result<std::unique_ptr<AuthoritiesOption>> authorities =
        AuthoritiesOption::read(*arguments, context.clock, AuthoritiesOption::About::AnyFiles);
    if (!authorities && authorities.error().code == ErrorCode::FieldInvalid)
        return reportUsage(context, authorities.error().subject);
    if (!authorities)
        return reportError(context, authorities.error());
    request.options = {*level, (*authorities)->authorities(), context.clock.now()};
    const Result<signing::RaisedPdf> raised = raise(request);
    return raised ? report(context, request, *raised) : reportError(context, raised.error());
}

} // namespace diakinisi::ctl
