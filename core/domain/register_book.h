#pragma once
#include "base/time.h"
#include "domain/words.h"

#include <QString>

#include <compare>

namespace diakinisi::domain {

/// One number of the organisation's one register (ενιαίος μοναδικός αριθμός): in, out and internal share the series.
struct RegisterNumber {
    QString series; ///< "main"; a field so that more may come
    int year = 0;
    qint64 number = 0;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"series", self.series);
        v(u"year", self.year);
        v(u"number", self.number);
    }
    friend bool operator==(const RegisterNumber&, const RegisterNumber&) = default;
};

/// "123/2026": the same in lists, titles, stamps and file names (with '-' for '/').
QString display(const RegisterNumber& number);

/// The time that counts in law, as the server wrote it down: nobody computes zones later.
struct LegalTime {
    Instant at;
    int offsetMinutes = 0; ///< of the organisation's zone at that moment
    QString localDate;     ///< "2026-11-23" there
    int year = 0;          ///< of the register, there

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"at", self.at);
        v(u"offset", self.offsetMinutes);
        v(u"date", self.localDate);
        v(u"year", self.year);
    }
    friend bool operator==(const LegalTime&, const LegalTime&) = default;
};

/// "23/11/2026 09:01:05", in the organisation's zone.
QString display(const LegalTime& time);

/// What a number is at this moment; exactly one of these. Waiting has no number yet.
enum class NumberState { None, Waiting, Given, Reserved, Leased, Returned, Cancelled };

/// Where decide() takes numbers from. On the server: the year's counter within the append's transaction, so a refused
/// command gives its number back. A desk has none: what it registers waits visibly.
class NumberSource
{
public:
    virtual ~NumberSource() = default;
    virtual RegisterNumber next(const QString& series, int year) = 0;
};

inline const QString mainSeries = QStringLiteral("main");

} // namespace diakinisi::domain

DIAKINISI_ENUM_WORDS(diakinisi::domain::NumberState, QLatin1StringView("none"), QLatin1StringView("waiting"),
                     QLatin1StringView("given"), QLatin1StringView("reserved"), QLatin1StringView("leased"),
                     QLatin1StringView("returned"), QLatin1StringView("cancelled"));
