#include "domain/register_book.h"

#include <QDateTime>

namespace diakinisi::domain {

QString display(const RegisterNumber& number)
{
    return QString::number(number.number) + u'/' + QString::number(number.year);
}

QString display(const LegalTime& time)
{
    constexpr std::int64_t minute = 60'000;
    return toUtcDateTime(time.at + time.offsetMinutes * minute).toString(u"dd/MM/yyyy HH:mm:ss");
}

} // namespace diakinisi::domain
