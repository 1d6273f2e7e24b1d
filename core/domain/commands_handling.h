#pragma once
#include "domain/document.h"

// Commands about charges (χρέωση) and notes.
namespace diakinisi::domain {

struct ChargeTo {
    static constexpr QLatin1StringView kind{"charge"};
    ChargeId charge;
    std::optional<UnitId> unit;
    std::optional<PersonId> person;
    Purpose purpose = Purpose::Action;
    QString note;
    QString dueDate;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"unit", self.unit);
        v(u"person", self.person);
        v(u"purpose", self.purpose);
        v(u"note", self.note);
        v(u"dueDate", self.dueDate);
    }
};

struct TakeOver {
    static constexpr QLatin1StringView kind{"take-over"};
    ChargeId charge;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
    }
};

struct ReturnCharge {
    static constexpr QLatin1StringView kind{"return-charge"};
    ChargeId charge;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason);
    }
};

struct CompleteCharge {
    static constexpr QLatin1StringView kind{"complete-charge"};
    ChargeId charge;
    QString reason;
    std::optional<DocumentId> answer;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason);
        v(u"answer", self.answer);
    }
};

struct AddNote {
    static constexpr QLatin1StringView kind{"add-note"};
    QString text;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"text", self.text);
    }
};

} // namespace diakinisi::domain
