#include "domain/policy.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <array>

namespace diakinisi::domain::policy {

namespace {

struct NumberRule {
    QLatin1StringView key;
    qint64 fallback;
    qint64 least;
    qint64 most;
};

constexpr std::array numberRules{
    NumberRule{offlineDays, 14, 1, 365},
    NumberRule{heldTextDays, 90, 1, 3650},
    NumberRule{fileQuotaMiB, 4096, 64, 1'048'576},
    NumberRule{uploadDays, 35, 35, 3650},
};

struct FlagRule {
    QLatin1StringView key;
    bool fallback;
};

constexpr std::array flagRules{FlagRule{unitsMayRegister, true}, FlagRule{privateAuthorities, false}};

/// One of these words; the first holds while nothing is set.
struct WordRule {
    QLatin1StringView key;
    std::array<QLatin1StringView, 4> words;
};

constexpr std::array wordRules{
    WordRule{
        signatureLevel,
        {QLatin1StringView("B-B"), QLatin1StringView("B-T"), QLatin1StringView("B-LT"), QLatin1StringView("B-LTA")}},
    WordRule{timestampAway, {QLatin1StringView("sign-now"), QLatin1StringView("wait")}},
};

constexpr qsizetype mostAuthorities = 8;
constexpr qsizetype longestAddress = 500;

bool isAddress(const QJsonValue& value)
{
    const QString text = value.toString();
    const QUrl url(text, QUrl::StrictMode);
    return text.size() <= longestAddress && url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty() &&
           (url.scheme() == u"http" || url.scheme() == u"https");
}

bool isListOfAddresses(const QJsonValue& value)
{
    const QJsonArray list = value.toArray();
    return value.isArray() && list.size() <= mostAuthorities &&
           std::all_of(list.begin(), list.end(), [](const QJsonValue& each) { return isAddress(each); });
}

/// "1.2.3", or empty: any.
bool isPolicyOrEmpty(const QJsonValue& value)
{
    static const QRegularExpression shape(QStringLiteral("^([0-2](\\.(0|[1-9]\\d{0,8})){1,20})?$"));
    return value.isString() && shape.match(value.toString()).hasMatch();
}

} // namespace

bool isValid(QStringView key, const QJsonValue& value)
{
    for (const NumberRule& rule : numberRules)
        if (rule.key == key) {
            const qint64 number = value.toInteger(rule.least - 1);
            return value.isDouble() && number >= rule.least && number <= rule.most;
        }
    for (const FlagRule& rule : flagRules)
        if (rule.key == key)
            return value.isBool();
    for (const WordRule& rule : wordRules)
        if (rule.key == key) {
            const QString word = value.toString();
            return !word.isEmpty() && std::find(rule.words.begin(), rule.words.end(), word) != rule.words.end();
        }
    if (key == timestampAuthorities)
        return isListOfAddresses(value);
    return key == timestampPolicy && isPolicyOrEmpty(value);
}

qint64 number(const QJsonObject& policy, QLatin1StringView key)
{
    for (const NumberRule& rule : numberRules)
        if (rule.key == key)
            return policy.value(key).toInteger(rule.fallback);
    return 0;
}

bool flag(const QJsonObject& policy, QLatin1StringView key)
{
    for (const FlagRule& rule : flagRules)
        if (rule.key == key)
            return policy.value(key).toBool(rule.fallback);
    return false;
}

QString text(const QJsonObject& policy, QLatin1StringView key)
{
    for (const WordRule& rule : wordRules)
        if (rule.key == key)
            return policy.value(key).toString(rule.words.front());
    return policy.value(key).toString();
}

QStringList list(const QJsonObject& policy, QLatin1StringView key)
{
    QStringList words;
    for (const QJsonValue& each : policy.value(key).toArray())
        words += each.toString();
    return words;
}

} // namespace diakinisi::domain::policy
