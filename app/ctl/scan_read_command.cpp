#include "ctl/letter_json.h"
#include "ctl/scan_commands.h"
#include "ctl/scan_text.h"
#include "recognition/mail_reading.h"
#include "recognition/worker_mail_reader.h"

#include <QJsonObject>

namespace diakinisi::ctl {

namespace {

Exit readMailFile(Context& context, const Arguments& arguments, const QString& path, PageWorkers& workers)
{
    recognition::WorkerMailReader reader(workers.process);
    const auto mail = reader.read(path, {});
    if (!mail)
        return reportError(context, mail.error());
    if (!arguments.has(QStringLiteral("json"))) {
        context.out << mail->text << '\n';
        return Exit::Done;
    }
    QJsonObject read = letterToJson(recognition::readMail(*mail));
    read.insert(QStringLiteral("file"), path);
    read.insert(QStringLiteral("sender_email"), mail->from.address);
    printJson(context, read);
    return Exit::Done;
}

} // namespace

Exit scanRead(Context& context, const QStringList& words)
{
    const auto arguments =
        Arguments::parse(words, {QStringLiteral("ocr"), QStringLiteral("tessdata")}, {QStringLiteral("json")});
    if (!arguments || arguments->rest().size() != 1)
        return reportUsage(context, QStringLiteral("give one file"));
    const QString path = arguments->rest().first();
    PageWorkers workers;
    if (recognition::isMailFile(path))
        return readMailFile(context, *arguments, path, workers);
    const auto info = workers.renderer.inspect(rendering::PageSource::ofFile(path), {});
    if (!info)
        return reportError(context, {info.error().code, path, info.error().cause});
    const auto pages = readText(path, static_cast<int>(info->pages.size()), recognitionDataFrom(*arguments), workers);
    if (!pages)
        return reportError(context, pages.error());
    if (arguments->has(QStringLiteral("json"))) {
        QJsonObject read = letterToJson(recognition::readLetter(*pages));
        const QJsonObject text = textToJson(path, *pages);
        for (auto each = text.begin(); each != text.end(); ++each)
            read.insert(each.key(), each.value());
        printJson(context, read);
        return Exit::Done;
    }
    for (const TextPage& page : *pages)
        context.out << page.plainText() << '\f';
    return Exit::Done;
}

} // namespace diakinisi::ctl
