#pragma once
#include "domain/document.h"

// Events about charges and notes.
namespace diakinisi::domain {

struct Charged {
    static constexpr QLatin1StringView kind{"charged"};
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
        v(u"note", self.note, Part::Restricted);
        v(u"dueDate", self.dueDate);
    }
};

struct ChargeTakenOver {
    static constexpr QLatin1StringView kind{"charge-taken-over"};
    ChargeId charge;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
    }
};

struct ChargeReturned {
    static constexpr QLatin1StringView kind{"charge-returned"};
    ChargeId charge;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct ChargeCompleted {
    static constexpr QLatin1StringView kind{"charge-completed"};
    ChargeId charge;
    QString reason;
    std::optional<DocumentId> answer;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"charge", self.charge);
        v(u"reason", self.reason, Part::Restricted);
        v(u"answer", self.answer);
    }
};

struct NoteAdded {
    static constexpr QLatin1StringView kind{"note-added"};
    QString text;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"text", self.text, Part::Restricted);
    }
};

} // namespace diakinisi::domain
