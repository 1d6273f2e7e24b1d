#include "ctl/arguments.h"
#include "ctl/pdf_commands.h"
#include "ctl/worker_program.h"
#include "pdf/worker_stamp.h"

#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

namespace diakinisi::ctl {

namespace {

std::optional<pdf::StampPlace> placeOf(const QString& word)
{
    if (word.isEmpty() || word == u"top-right")
        return pdf::StampPlace::TopRight;
    if (word == u"top-left")
        return pdf::StampPlace::TopLeft;
    if (word == u"bottom-right")
        return pdf::StampPlace::BottomRight;
    return word == u"bottom-left" ? std::optional(pdf::StampPlace::BottomLeft) : std::nullopt;
}

/// As a file made here would be: with the rights of the folder, and whole or not at all.
Done moveInto(QFile& part, const QString& out)
{
    QSaveFile to(out);
    if (!to.open(QIODevice::WriteOnly))
        return fail(ErrorCode::FileUnwritable, out, to.errorString());
    part.seek(0);
    while (!part.atEnd()) {
        const QByteArray piece = part.read(limits::miB);
        if (piece.isEmpty())
            return fail(ErrorCode::FileUnreadable, part.fileName(), part.errorString());
        if (to.write(piece) != piece.size())
            return fail(ErrorCode::FileUnwritable, out, to.errorString());
    }
    if (!to.commit())
        return fail(ErrorCode::FileUnwritable, out, to.errorString());
    return {};
}

Done stamp(const QString& in, const QString& out, const QString& fontPath, const pdf::StampOptions& options)
{
    if (const QFile from(in); !from.exists())
        return fail(ErrorCode::FileUnreadable, in);
    QTemporaryFile part(out + QStringLiteral(".XXXXXX"));
    if (!part.open())
        return fail(ErrorCode::FileUnwritable, out, part.errorString());
    WorkerSettings settings;
    settings.program = findWorkerProgram();
    WorkerProcess worker(settings);
    const pdf::StampFiles files{QFileInfo(in).absoluteFilePath(), part.fileName(), fontPath};
    if (const Done done = pdf::stampInWorker(worker, files, options, {}); !done)
        return fail(done.error().code, in, done.error().cause);
    return moveInto(part, out);
}

} // namespace

Exit pdfStamp(Context& context, const QStringList& words)
{
    const Result<Arguments> parsed =
        Arguments::parse(words,
                         {QStringLiteral("out"), QStringLiteral("number"), QStringLiteral("date"),
                          QStringLiteral("place"), QStringLiteral("font")},
                         {QStringLiteral("all-pages")});
    if (!parsed)
        return reportUsage(context, QStringLiteral("unknown or incomplete: ") + parsed.error().subject);
    const QString number = parsed->value(QStringLiteral("number"));
    const QString date = parsed->value(QStringLiteral("date"));
    const QString out = parsed->value(QStringLiteral("out"));
    const std::optional<pdf::StampPlace> place = placeOf(parsed->value(QStringLiteral("place")));
    if (parsed->rest().size() != 1 || out.isEmpty() || number.isEmpty() || date.isEmpty() || !place)
        return reportUsage(context, QStringLiteral("one file, --out, --number and --date are needed"));
    pdf::StampOptions options;
    options.lines = {QStringLiteral("Αριθ. πρωτ.: ") + number, QStringLiteral("Ημερομηνία: ") + date};
    options.place = *place;
    options.allPages = parsed->has(QStringLiteral("all-pages"));
    const QString font = parsed->has(QStringLiteral("font")) ? parsed->value(QStringLiteral("font")) : context.fontPath;
    const Done done = stamp(parsed->rest().first(), out, font, options);
    return done ? Exit::Done : reportError(context, done.error());
}

} // namespace diakinisi::ctl
