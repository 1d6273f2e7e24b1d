#include "ctl/letter_json.h"
#include "ctl/scan_commands.h"
#include "ctl/scan_text.h"

#include <QJsonObject>

namespace diakinisi::ctl {

Exit scanRead(Context& context, const QStringList& words)
{
    const auto arguments =
        Arguments::parse(words, {QStringLiteral("ocr"), QStringLiteral("tessdata")}, {QStringLiteral("json")});
    if (!arguments || arguments->rest().size() != 1)
        return reportUsage(context, QStringLiteral("give one file"));
    const QString path = arguments->rest().first();
    PageWorkers workers;
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
