#include "domain/policy.h"

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

constexpr std::array flagRules{FlagRule{unitsMayRegister, true}};

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
    return false;
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

} // namespace diakinisi::domain::policy
