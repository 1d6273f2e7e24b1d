#include "ctl/arguments.h"
#include "ctl/pdf_commands.h"
#include "pdf/info.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

QJsonObject toJson(const QString& file, const pdf::PdfInfo& info)
{
    QJsonArray pages;
    for (const pdf::Page& page : info.pages)
        pages += QJsonObject{{QStringLiteral("width"), page.shownWidth()},
                             {QStringLiteral("height"), page.shownHeight()},
                             {QStringLiteral("rotation"), page.rotation}};
    return {{QStringLiteral("file"), file},
            {QStringLiteral("version"), info.version},
            {QStringLiteral("bytes"), static_cast<qint64>(info.length)},
            {QStringLiteral("encrypted"), info.encrypted},
            {QStringLiteral("locked"), info.locked.isEmpty() ? QJsonValue() : QJsonValue(info.locked)},
            {QStringLiteral("damaged"), info.repaired},
            {QStringLiteral("page_count"), static_cast<qint64>(info.pages.size())},
            {QStringLiteral("pages"), pages},
            {QStringLiteral("title"), info.title},
            {QStringLiteral("pdfa"), info.pdfaClaim.isEmpty() ? QJsonValue() : QJsonValue(info.pdfaClaim)},
            {QStringLiteral("revisions"), info.revisions},
            {QStringLiteral("signature_fields"), info.signatureFields},
            {QStringLiteral("signatures"), info.signatures},
            {QStringLiteral("attachments"), QJsonArray::fromStringList(info.attachments)},
            {QStringLiteral("active_content"), QJsonArray::fromStringList(info.activeContent)}};
}

void print(QTextStream& out, const QString& file, const pdf::PdfInfo& info)
{
    const auto orNone = [](const QString& text) { return text.isEmpty() ? QStringLiteral("none") : text; };
    out << file << ": PDF " << info.version << ", " << info.length << " bytes, " << info.revisions << " revision(s)\n";
    if (info.repaired)
        out << "  damaged: the cross-reference does not hold; what is told was found by searching\n";
    if (info.encrypted)
        out << "  encrypted" << (info.locked.isEmpty() ? QString() : QStringLiteral(": ") + info.locked) << '\n';
    if (!info.locked.isEmpty())
        return;
    out << "  pages: " << info.pages.size() << '\n';
    out << "  title: " << orNone(info.title) << '\n';
    out << "  PDF/A claim: " << orNone(info.pdfaClaim) << '\n';
    out << "  signatures: " << info.signatures << " of " << info.signatureFields << " field(s)\n";
    out << "  attachments: " << orNone(info.attachments.join(QStringLiteral(", "))) << '\n';
    out << "  active content: " << orNone(info.activeContent.join(QStringLiteral(", "))) << '\n';
}

} // namespace

Exit pdfInfo(Context& context, const QStringList& words)
{
    const Result<Arguments> arguments = Arguments::parse(words, {}, {QStringLiteral("json")});
    if (!arguments || arguments->rest().size() != 1)
        return reportUsage(context, QStringLiteral("give one file"));
    const QString path = arguments->rest().first();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return reportError(context, {ErrorCode::FileUnreadable, path, file.errorString()});
    const Result<pdf::PdfInfo> info = pdf::readInfo(file);
    if (!info)
        return reportError(context, {info.error().code, path, info.error().cause});
    if (arguments->has(QStringLiteral("json")))
        printJson(context, toJson(path, *info));
    else
        print(context.out, path, *info);
    return Exit::Done;
}

} // namespace diakinisi::ctl
