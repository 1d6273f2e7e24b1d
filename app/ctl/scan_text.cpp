#include "ctl/scan_text.h"

#include "base/ordered_work.h"
#include "imaging/encode.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

namespace diakinisi::ctl {

namespace {

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonObject toJson(const TextPage& page, int number)
{
    QJsonArray words;
    for (const TextWord& word : page.words) {
        QJsonObject json{{QStringLiteral("text"), word.text},
                         {QStringLiteral("box"), QJsonArray{rounded(word.box.x()), rounded(word.box.y()),
                                                            rounded(word.box.width()), rounded(word.box.height())}},
                         {QStringLiteral("confidence"), rounded(word.confidence)}};
        if (!word.alternative.isEmpty())
            json.insert(QStringLiteral("alternative"), word.alternative);
        words.append(json);
    }
    return {{QStringLiteral("page"), number},
            {QStringLiteral("width"), rounded(page.size.width())},
            {QStringLiteral("height"), rounded(page.size.height())},
            {QStringLiteral("text"), page.plainText()},
            {QStringLiteral("words"), words}};
}

} // namespace

Result<std::vector<TextPage>> readText(const QString& path, int pages, const recognition::RecognitionData& data,
                                       PageWorkers& workers)
{
    std::vector<TextPage> read;
    const Done done = inOrder<TextPage>(
        static_cast<std::size_t>(pages), workers.pool.size(),
        [&](std::size_t index, std::stop_token stop) {
            return workers.reader.words(path, static_cast<int>(index), data, std::move(stop));
        },
        [&](std::size_t, Result<TextPage> page) -> Done {
            if (!page)
                return fail(page.error());
            read.push_back(std::move(*page));
            return {};
        },
        {});
    if (!done)
        return fail(done.error());
    return read;
}

QJsonObject textToJson(const QString& path, const std::vector<TextPage>& pages)
{
    QJsonArray list;
    for (std::size_t i = 0; i < pages.size(); ++i)
        list.append(toJson(pages[i], static_cast<int>(i) + 1));
    return {{QStringLiteral("file"), path}, {QStringLiteral("pages"), list}};
}

Done writeText(const QString& to, const QString& path, const std::vector<TextPage>& pages)
{
    return imaging::writeWhole(to, QJsonDocument(textToJson(path, pages)).toJson(QJsonDocument::Compact) + '\n');
}

} // namespace diakinisi::ctl
