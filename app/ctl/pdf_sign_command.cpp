#include "ctl/arguments.h"
#include "ctl/authorities_option.h"
#include "ctl/key_option.h"
#include "ctl/pdf_commands.h"
#include "ctl/pdf_sign_mark.h"
#include "pdf/rewrite.h"
#include "signing/pades/sign_batch.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>
#include <QSet>
#include <QTemporaryFile>

namespace diakinisi::ctl {

namespace {

struct Request {
    QStringList files;
    QString out;
    QString outDir;
    KeyOption key;
    QString capacity;
    QString fontPath;
    bool json = false;
    bool rewriteDamaged = false;
    MarkRequest mark;
    signing::SignOptions options;
    std::unique_ptr<AuthoritiesOption> authorities;

    QString target(const QString& file) const
    {
        return outDir.isEmpty() ? out : QDir(outDir).filePath(QFileInfo(file).fileName());
    }
};

std::optional<signing::Certify> certifyOf(const QString& word)
{
    if (word.isEmpty() || word == u"none")
        return signing::Certify::None;
    if (word == u"no-changes")
        return signing::Certify::NoChanges;
    if (word == u"forms")
        return signing::Certify::Forms;
    return word == u"annotations" ? std::optional(signing::Certify::Annotations) : std::nullopt;
}

tl::unexpected<Error> usage(const QString& problem)
{
    return fail(ErrorCode::FieldInvalid, problem);
}

Done readKey(const Arguments& arguments, Request& request)
{
    const QString key = arguments.value(QStringLiteral("key"));
    const bool known =
        key.startsWith(u"pkcs11:") || key.startsWith(u"store:") || (key.startsWith(u"p12:") && key.size() > 4);
    if (!known)
        return usage(QStringLiteral("--key p12:FILE or --key pkcs11:URI is needed"));
    request.key = {key, arguments.value(QStringLiteral("pin-file")), arguments.values(QStringLiteral("module")),
                   arguments.value(QStringLiteral("signature-pin-file"))};
    return {};
}

Done readLooks(const Arguments& arguments, Request& request)
{
    const std::optional<signing::Certify> certify = certifyOf(arguments.value(QStringLiteral("certify")));
    if (!certify)
        return usage(QStringLiteral("--certify none|no-changes|forms|annotations"));
    request.options.certify = *certify;
    request.options.reason = arguments.value(QStringLiteral("reason"));
    request.options.location = arguments.value(QStringLiteral("location"));
    request.options.fieldName = arguments.value(QStringLiteral("field"));
    request.capacity = arguments.value(QStringLiteral("capacity"));
    request.rewriteDamaged = arguments.has(QStringLiteral("rewrite-damaged"));
    Result<MarkRequest> mark = readMarkRequest(arguments);
    if (!mark)
        return fail(mark.error());
    request.mark = std::move(*mark);
    return {};
}

std::optional<signing::DigestAlgorithm> digestOf(const QString& word)
{
    if (word == u"SHA-256")
        return signing::DigestAlgorithm::Sha256;
    if (word == u"SHA-384")
        return signing::DigestAlgorithm::Sha384;
    return word == u"SHA-512" ? std::optional(signing::DigestAlgorithm::Sha512) : std::nullopt;
}

/// Level, authorities, digest and scheme.
Done readMethod(const Arguments& arguments, const Context& context, Request& request)
{
    const QString level = arguments.value(QStringLiteral("level"));
    const QString away = arguments.value(QStringLiteral("if-away"));
    const QString digest = arguments.value(QStringLiteral("digest"));
    const std::optional<signing::Level> known = level.isEmpty() ? signing::Level::BB : signing::levelFrom(level);
    if (!known)
        return usage(QStringLiteral("--level B-B|B-T|B-LT|B-LTA"));
    if (!away.isEmpty() && away != u"wait" && away != u"sign-now")
        return usage(QStringLiteral("--if-away wait|sign-now"));
    request.options.digest = digestOf(digest);
    if (!digest.isEmpty() && !request.options.digest)
        return usage(QStringLiteral("--digest SHA-256|SHA-384|SHA-512"));
    if (arguments.has(QStringLiteral("pss")))
        request.options.scheme = signing::SignatureScheme::RsaPss;
    request.options.level = *known;
    request.options.away = away == u"sign-now" ? signing::WhenAway::SignNow : signing::WhenAway::Wait;
    if (*known > signing::Level::BB && !arguments.has(QStringLiteral("tsa")))
        return usage(QStringLiteral("--level %1 needs --tsa URL").arg(level));
    Result<std::unique_ptr<AuthoritiesOption>> authorities =
        AuthoritiesOption::read(arguments, context.clock, AuthoritiesOption::About::OwnKey);
    if (!authorities)
        return fail(authorities.error());
    request.authorities = std::move(*authorities);
    request.options.authorities = request.authorities->authorities();
    return {};
}

Result<Request> read(const Arguments& arguments, const Context& context)
{
    Request request;
    request.files = arguments.rest();
    request.out = arguments.value(QStringLiteral("out"));
    request.outDir = arguments.value(QStringLiteral("out-dir"));
    request.json = arguments.has(QStringLiteral("json"));
    request.fontPath =
        arguments.has(QStringLiteral("font")) ? arguments.value(QStringLiteral("font")) : context.fontPath;
    if (request.files.isEmpty() || request.out.isEmpty() == request.outDir.isEmpty() ||
        (request.files.size() > 1 && request.outDir.isEmpty()))
        return usage(QStringLiteral("give one file with --out, or files with --out-dir"));
    QSet<QString> targets;
    for (const QString& path : request.files)
        targets += request.target(path);
    if (targets.size() != request.files.size())
        return usage(QStringLiteral("two of the files would be written under one name into --out-dir"));
    if (const Done method = readMethod(arguments, context, request); !method)
        return fail(method.error());
    if (const Done key = readKey(arguments, request); !key)
        return fail(key.error());
    if (const Done looks = readLooks(arguments, request); !looks)
        return fail(looks.error());
    request.options.now = context.clock.now();
    return request;
}

/// With --rewrite-damaged: a copy written anew when the cross-reference is damaged; else the file itself.
Result<std::unique_ptr<QFile>> openForSigning(Context& context, const QString& path, bool rewriteDamaged)
{
    auto from = std::make_unique<QFile>(path);
    if (!from->open(QIODevice::ReadOnly))
        return fail(ErrorCode::FileUnreadable, path, from->errorString());
    const Result<pdf::Document> document = rewriteDamaged ? pdf::Document::open(*from) : fail(ErrorCode::NotSupported);
    if (!rewriteDamaged || document || document.error().code != ErrorCode::PdfBroken)
        return from;
    auto copy = std::make_unique<QTemporaryFile>();
    if (!copy->open())
        return fail(ErrorCode::FileUnwritable, copy->fileTemplate(), copy->errorString());
    const Result<pdf::Rewritten> written = pdf::rewritePdf(*from, *copy);
    if (!written)
        return fail(written.error());
    context.messages << path << ": damaged, a copy written anew is signed (" << written->pages << " pages, "
                     << written->lost << " unreadable objects left out)\n";
    return copy;
}

Result<signing::BatchFile> openFiles(Context& context, const QString& path, const Request& request)
{
    Result<std::unique_ptr<QFile>> from = openForSigning(context, path, request.rewriteDamaged);
    if (!from)
        return fail(from.error());
    const QString target = request.target(path);
    auto to = std::make_unique<QSaveFile>(target);
    if (!to->open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, target, to->errorString());
    signing::BatchFile file;
    file.options = request.options;
    if (const Done placed = placeMarkIn((*from)->fileName(), request.mark, file.options); !placed)
        return fail(placed.error());
    file.from = std::move(*from);
    file.to = std::move(to);
    return file;
}

/// The outcome of one file, told on the terminal and for JSON.
QJsonObject told(Context& context, const Request& request, const QString& path, const signing::BatchOutcome& outcome,
                 Exit& exit)
{
    QJsonObject entry{{QStringLiteral("file"), path}};
    if (!outcome.made) {
        const Error& error = *outcome.problem;
        entry[QStringLiteral("error")] = errorWord(error.code);
        exit = reportError(context, {error.code, path, error.cause.isEmpty() ? error.subject : error.cause});
        return entry;
    }
    const signing::SignedPdf& made = *outcome.made;
    const QString target = request.target(path);
    entry[QStringLiteral("out")] = target;
    entry[QStringLiteral("field")] = made.fieldName;
    entry[QStringLiteral("signer")] = made.signer.commonName;
    entry[QStringLiteral("level")] = signing::levelWord(made.level);
    if (made.owed)
        entry[QStringLiteral("owed")] = errorWord(made.owed->code);
    if (!request.json)
        context.out << target << ": signed by " << made.signer.commonName << " (" << made.fieldName << ", "
                    << signing::levelWord(made.level) << ")\n";
    if (made.owed)
        context.messages << target << ": " << signing::levelWord(request.options.level)
                         << " is owed: " << errorWord(made.owed->code) << ' ' << made.owed->subject << ' '
                         << made.owed->cause << '\n';
    return entry;
}

Exit signAll(Context& context, Request& request, signing::SigningKey& key, const pdf::Font* font)
{
    const QStringList& files = request.files;
    const signing::BatchSteps steps{
        [&](std::size_t i) { return openFiles(context, files[static_cast<qsizetype>(i)], request); },
        [&](std::size_t i, signing::BatchFile& file, const signing::SignedPdf&) -> Done {
            if (!static_cast<QSaveFile&>(*file.to).commit())
                return fail(ErrorCode::FileUnwritable, request.target(files[static_cast<qsizetype>(i)]),
                            file.to->errorString());
            return {};
        },
        {}};
    Progress quiet;
    const std::vector<signing::BatchOutcome> outcomes =
        signing::signBatch(static_cast<std::size_t>(files.size()), steps, key, font, {}, quiet);
    QJsonArray list;
    Exit exit = Exit::Done;
    for (std::size_t i = 0; i < outcomes.size(); ++i)
        list += told(context, request, files[static_cast<qsizetype>(i)], outcomes[i], exit);
    if (request.json)
        printJson(context, QJsonObject{{QStringLiteral("signed"), list}});
    return exit;
}

Exit run(Context& context, Request& request)
{
    if (!request.outDir.isEmpty() && !QDir().mkpath(request.outDir))
        return reportError(context, {ErrorCode::FileUnwritable, request.outDir, {}});
    const auto key = openKey(context, request.key);
    if (!key && key.error().code == ErrorCode::FieldInvalid)
        return reportUsage(context, QStringLiteral("--key: ") + key.error().subject + u' ' + key.error().cause);
    if (!key)
        return reportError(context, key.error());
    if (!request.mark.wanted)
        return signAll(context, request, **key, nullptr);
    const Result<pdf::Font> font = pdf::Font::load(request.fontPath);
    const Result<signing::KeyCertificate> certificate = (*key)->certificate();
    if (!font || !certificate)
        return reportError(context, font ? certificate.error() : font.error());
    const QString time =
        toUtcDateTime(request.options.now).toLocalTime().toString(QStringLiteral("dd/MM/yyyy HH:mm:ss t"));
    QStringList& lines = request.mark.mark.lines;
    lines = signing::markLines(QStringLiteral("Ψηφιακά υπογεγραμμένο από"), certificate->facts, request.capacity,
                               QStringLiteral("Ημερομηνία: ") + time);
    if (!request.options.reason.isEmpty())
        lines += QStringLiteral("Λόγος: ") + request.options.reason;
    if (!request.options.location.isEmpty())
        lines += QStringLiteral("Τόπος: ") + request.options.location;
    return signAll(context, request, **key, &*font);
}

} // namespace

Exit pdfSign(Context& context, const QStringList& words)
{
    QStringList withValue;
    for (const char* name :
         {"out", "out-dir", "key", "pin-file", "signature-pin-file", "level", "if-away", "digest", "reason", "location",
          "field", "visible", "image", "qr", "capacity", "certify", "font", "module"})
        withValue += QString::fromLatin1(name);
    withValue += AuthoritiesOption::withValue();
    const QStringList flags = AuthoritiesOption::flags() + QStringList{QStringLiteral("json"), QStringLiteral("pss"),
                                                                       QStringLiteral("rewrite-damaged")};
    const Result<Arguments> arguments = Arguments::parse(words, withValue, flags);
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    Result<Request> request = read(*arguments, context);
    if (!request && request.error().code == ErrorCode::FieldInvalid)
        return reportUsage(context, request.error().subject);
    return request ? run(context, *request) : reportError(context, request.error());
}

} // namespace diakinisi::ctl
