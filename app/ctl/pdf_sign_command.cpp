#include "ctl/arguments.h"
#include "ctl/key_option.h"
#include "ctl/pdf_commands.h"
#include "ctl/pdf_sign_mark.h"
#include "pdf/rewrite.h"
#include "signing/sign_pdf.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>
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
    request.key = {key, arguments.value(QStringLiteral("pin-file")), arguments.values(QStringLiteral("module"))};
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

Result<Request> read(const Arguments& arguments, const Context& context)
{
    Request request;
    request.files = arguments.rest();
    request.out = arguments.value(QStringLiteral("out"));
    request.outDir = arguments.value(QStringLiteral("out-dir"));
    request.json = arguments.has(QStringLiteral("json"));
    request.fontPath =
        arguments.has(QStringLiteral("font")) ? arguments.value(QStringLiteral("font")) : context.fontPath;
    const QString level = arguments.value(QStringLiteral("level"));
    if (request.files.isEmpty() || request.out.isEmpty() == request.outDir.isEmpty() ||
        (request.files.size() > 1 && request.outDir.isEmpty()))
        return usage(QStringLiteral("give one file with --out, or files with --out-dir"));
    if (!QStringList{QString(), QStringLiteral("B-B"), QStringLiteral("B-T"), QStringLiteral("B-LT"),
                     QStringLiteral("B-LTA")}
             .contains(level))
        return usage(QStringLiteral("--level B-B"));
    if ((!level.isEmpty() && level != u"B-B") || arguments.has(QStringLiteral("tsa")))
        return fail(ErrorCode::NotSupported,
                    level.isEmpty() ? QStringLiteral("--tsa") : QStringLiteral("--level ") + level);
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

Result<signing::SignedPdf> signOne(Context& context, const QString& path, const QString& target,
                                   signing::SigningKey& key, const Request& request, const pdf::Font* font)
{
    const Result<std::unique_ptr<QFile>> from = openForSigning(context, path, request.rewriteDamaged);
    if (!from)
        return fail(from.error().code, path, from.error().cause);
    QSaveFile to(target);
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, target, to.errorString());
    signing::SignOptions options = request.options;
    if (const Done placed = placeMarkIn((*from)->fileName(), request.mark, options); !placed)
        return fail(placed.error().code, path, placed.error().cause);
    Progress progress;
    Result<signing::SignedPdf> done = signing::signPdf(**from, to, key, options, font, {}, progress);
    if (!done)
        return fail(done.error().code, path, done.error().cause.isEmpty() ? done.error().subject : done.error().cause);
    if (!to.commit())
        return fail(ErrorCode::FileUnwritable, target, to.errorString());
    return done;
}

Exit signAll(Context& context, Request& request, signing::SigningKey& key, const pdf::Font* font)
{
    QJsonArray list;
    Exit exit = Exit::Done;
    for (const QString& path : request.files) {
        const QString target = request.target(path);
        const Result<signing::SignedPdf> done = signOne(context, path, target, key, request, font);
        QJsonObject entry{{QStringLiteral("file"), path}};
        if (done) {
            entry[QStringLiteral("out")] = target;
            entry[QStringLiteral("field")] = done->fieldName;
            entry[QStringLiteral("signer")] = done->signer.commonName;
            if (!request.json)
                context.out << target << ": signed by " << done->signer.commonName << " (" << done->fieldName << ")\n";
        } else {
            entry[QStringLiteral("error")] = errorWord(done.error().code);
            exit = reportError(context, done.error());
        }
        list += entry;
    }
    if (request.json)
        printJson(context, QJsonObject{{QStringLiteral("signed"), list}});
    return exit;
}

Exit run(Context& context, Request& request)
{
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
    for (const char* name : {"out", "out-dir", "key", "pin-file", "level", "tsa", "trust", "reason", "location",
                             "field", "visible", "image", "qr", "capacity", "certify", "font", "module"})
        withValue += QString::fromLatin1(name);
    const Result<Arguments> arguments =
        Arguments::parse(words, withValue, {QStringLiteral("json"), QStringLiteral("rewrite-damaged")});
    if (!arguments)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + arguments.error().subject);
    Result<Request> request = read(*arguments, context);
    if (!request && request.error().code == ErrorCode::FieldInvalid)
        return reportUsage(context, request.error().subject);
    return request ? run(context, *request) : reportError(context, request.error());
}

} // namespace diakinisi::ctl
