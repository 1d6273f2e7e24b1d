#include "wire/problem.h"

#include "wire/problem_table.h"
#include "wire/value_json.h"

#include <algorithm>

namespace diakinisi::wire {

namespace {

constexpr QLatin1StringView typePrefix{"urn:diakinisi:problem:"};

ProblemRow rowOf(ErrorCode code)
{
    const auto row = std::find_if(problemRows.begin(), problemRows.end(),
                                  [code](const ProblemRow& one) { return one.code == code; });
    return row != problemRows.end() ? *row : ProblemRow{code, 422, Retry::Never};
}

/// "already-registered" -> "Already registered"
QString titleOf(QString word)
{
    word.replace(u'-', u' ');
    word[0] = word[0].toUpper();
    return word;
}

} // namespace

int httpStatusOf(ErrorCode code)
{
    return rowOf(code).status;
}

Retry retryOf(ErrorCode code)
{
    return rowOf(code).retry;
}

QJsonObject problemOf(const Error& error, int status, const QString& instance)
{
    const QString word = errorWord(error.code);
    const bool machine = rowOf(error.code).status >= 500;
    QJsonObject problem;
    put(problem, u"type", typePrefix + word);
    put(problem, u"title", titleOf(word));
    put(problem, u"status", status);
    if (!machine && !error.cause.isEmpty())
        put(problem, u"detail", error.cause);
    if (!machine && !error.subject.isEmpty())
        put(problem, u"subject", error.subject);
    if (!instance.isEmpty())
        put(problem, u"instance", instance);
    put(problem, u"retry", retryOf(error.code));
    return problem;
}

QJsonObject problemOf(const Error& error, const QString& instance)
{
    return problemOf(error, httpStatusOf(error.code), instance);
}

Error errorOf(const QJsonObject& problem)
{
    const QString type = problem.value(u"type").toString();
    const QString title = problem.value(u"title").toString();
    const QString word = type.startsWith(typePrefix) ? type.mid(typePrefix.size()) : QString();
    const ErrorCode code = errorCode(word);
    if (errorWord(code) != word)
        return {ErrorCode::ServerRefused, {}, title.isEmpty() ? type : title};
    return {code, problem.value(u"subject").toString(), problem.value(u"detail").toString()};
}

QString instanceOf(const QJsonObject& problem)
{
    return problem.value(u"instance").toString();
}

} // namespace diakinisi::wire
