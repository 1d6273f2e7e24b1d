#include "ctl/arguments.h"
#include "ctl/pdf_commands.h"
#include "ctl/trust_option.h"
#include "ctl/verify_json.h"
#include "signing/authorities/validation_network.h"
#include "signing/validation/verify_pdf.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

#include <memory>

namespace diakinisi::ctl {

namespace {

void print(QTextStream& out, const QString& file, const signing::PdfVerdict& verdict)
{
    out << file << ": " << verdict.signatures.size() << " signature(s)\n";
    for (const signing::SignatureVerdict& s : verdict.signatures) {
        out << "  " << s.field << " (" << signing::kindWord(s.kind)
            << "): " << (s.signer ? s.signer->commonName : QStringLiteral("unknown signer")) << '\n';
        out << "    " << signing::indicationWord(s.indication) << ' ' << signing::subIndicationWord(s.subIndication)
            << "; intact: "
            << (!s.intact   ? "cannot tell"
                : *s.intact ? "yes"
                            : "no")
            << "; trusted: " << signing::trustedWord(s.trusted)
            << "; covers whole file: " << (s.coversWholeFile ? "yes" : "no") << '\n';
        if (!s.explanation.isEmpty())
            out << "    " << s.explanation << '\n';
        for (const QString& remark : s.remarks)
            out << "    remark: " << remark << '\n';
        for (const pdf::Change& change : s.changesAfter)
            out << "    later, revision " << change.revision << ": " << pdf::changeWord(change.what)
                << (change.allowed ? " (allowed)" : " (NOT allowed)") << '\n';
    }
}

/// What the files of one call have learnt from the network.
struct Network {
    Network(const Clock& clock, bool privateAddresses)
        : questions(answers, absent, clock, {privateAddresses, std::nullopt})
    {
    }

    signing::RevocationCache answers;
    signing::AbsentHosts absent;
    signing::ValidationNetwork questions;
};

struct Request {
    QStringList files;
    signing::VerifyOptions options;
    std::unique_ptr<Network> network;
    bool intactOnly = false;
    bool json = false;
};

std::optional<Instant> timeOf(const QString& text)
{
    if (const std::optional<Instant> exact = instantFromIso(text))
        return exact;
    const QDateTime time = QDateTime::fromString(text, Qt::ISODate);
    return time.isValid() ? std::optional(toInstant(time)) : std::nullopt;
}

Result<Request> read(Context& context, const Arguments& arguments)
{
    Request request{arguments.rest(),
                    {{}, context.clock.now()},
                    nullptr,
                    arguments.has(QStringLiteral("intact-only")),
                    arguments.has(QStringLiteral("json"))};
    if (arguments.has(QStringLiteral("at"))) {
        const std::optional<Instant> at = timeOf(arguments.value(QStringLiteral("at")));
        if (!at)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("--at"));
        request.options.at = *at;
    }
    const bool offline = arguments.has(QStringLiteral("offline"));
    const Result<signing::TrustMaterial> trust = readTrust(context, arguments, offline);
    if (!trust)
        return fail(trust.error());
    if (!offline)
        request.network = std::make_unique<Network>(context.clock, arguments.has(QStringLiteral("private-addresses")));
    request.options = signing::VerifyOptions::with(*trust, request.options.at,
                                                   request.network ? &request.network->questions : nullptr);
    return request;
}

Result<signing::PdfVerdict> verify(const QString& path, const signing::VerifyOptions& options)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, file.errorString());
    Result<signing::PdfVerdict> verdict = signing::verifyPdf(file, options);
    if (!verdict)
        return fail(verdict.error().code, path, verdict.error().cause);
    return verdict;
}

Exit verifyAll(Context& context, const Request& request)
{
    QJsonArray list;
    Exit exit = Exit::Done;
    for (const QString& path : request.files) {
        const Result<signing::PdfVerdict> verdict = verify(path, request.options);
        if (!verdict) {
            exit = reportError(context, verdict.error());
            list += QJsonObject{{QStringLiteral("file"), path},
                                {QStringLiteral("error"), errorWord(verdict.error().code)},
                                {QStringLiteral("signatures"), QJsonArray()}};
            continue;
        }
        const bool good = request.intactOnly ? verdict->allIntact() : verdict->allPassed();
        if (!good && exit == Exit::Done)
            exit = Exit::No;
        QJsonArray signatures;
        for (const signing::SignatureVerdict& signature : verdict->signatures)
            signatures += toJson(signature);
        list += QJsonObject{{QStringLiteral("file"), path}, {QStringLiteral("signatures"), signatures}};
        if (!request.json)
            print(context.out, path, *verdict);
    }
    if (request.json)
        printJson(context, request.files.size() == 1 ? list.first() : QJsonValue(list));
    return exit;
}

} // namespace

Exit pdfVerify(Context& context, const QStringList& words)
{
    const Result<Arguments> arguments = Arguments::parse(words, trustOptions() + QStringList{QStringLiteral("at")},
                                                         {QStringLiteral("offline"), QStringLiteral("intact-only"),
                                                          QStringLiteral("json"), QStringLiteral("private-addresses")});
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    if (arguments->rest().isEmpty())
        return reportUsage(context, QStringLiteral("give a file"));
    const Result<Request> request = read(context, *arguments);
    if (!request && request.error().code == ErrorCode::FieldInvalid)
        return reportUsage(context, QStringLiteral("--at wants a time like 2026-11-23T12:00:00Z"));
    return request ? verifyAll(context, *request) : reportError(context, request.error());
}

} // namespace diakinisi::ctl
