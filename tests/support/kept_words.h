#pragma once
#include "base/text_page.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace diakinisi::test {

/// The pages that `diakinisictl scan read FILE --json` printed once, so that rules can be tried without recognising
/// again. A word whose box lies lower than the one before it, or left of it, begins a line.
inline std::vector<TextPage> keptWords(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    std::vector<TextPage> pages;
    const QJsonArray list = QJsonDocument::fromJson(file.readAll()).object().value(u"pages").toArray();
    for (const QJsonValue& each : list) {
        TextPage page{{each[u"width"].toDouble(), each[u"height"].toDouble()}, {}};
        const QStringList lines = each[u"text"].toString().split(u'\n');
        qsizetype line = 0;
        qsizetype at = 0;
        for (const QJsonValue& word : each[u"words"].toArray()) {
            const QJsonArray box = word[u"box"].toArray();
            TextWord read;
            read.text = word[u"text"].toString();
            read.box = QRectF(box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble());
            read.confidence = word[u"confidence"].toDouble(1);
            read.alternative = word[u"alternative"].toString();
            at += read.text.size();
            const QString& all = lines.value(line);
            read.spaceAfter = at < all.size() && all[at] == u' ';
            at += read.spaceAfter ? 1 : 0;
            read.endsLine = at >= all.size();
            if (read.endsLine) {
                ++line;
                at = 0;
            }
            page.words.push_back(read);
        }
        pages.push_back(std::move(page));
    }
    return pages;
}

} // namespace diakinisi::test
