#pragma once
#include "domain/document.h"

// Events of a document's beginning, number and identity. Each field names its part where it is not public.
namespace diakinisi::domain {

struct DocumentRegistered {
    static constexpr QLatin1StringView kind{"document-registered"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;
    std::optional<RegisterNumber> number; ///< nothing while it waits for one (on a desk only)
    std::optional<LegalTime> legalTime;
    std::optional<Instant> claimed;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"contacts", self.contacts, Part::Personal);
        v(u"items", self.items, Part::Restricted);
        v(u"access", self.access, Part::Restricted);
        v(u"number", self.number);
        v(u"legalTime", self.legalTime);
        v(u"claimed", self.claimed);
    }
};

struct DraftStarted {
    static constexpr QLatin1StringView kind{"draft-started"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"contacts", self.contacts, Part::Personal);
        v(u"items", self.items, Part::Restricted);
        v(u"access", self.access, Part::Restricted);
    }
};

struct NumberReserved {
    static constexpr QLatin1StringView kind{"number-reserved"};
    RegisterNumber number;
    LegalTime legalTime;
    Identity identity;
    Particulars particulars; ///< frozen with the number
    StepId step;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
        v(u"legalTime", self.legalTime);
        v(u"identity", self.identity);
        v(u"particulars", self.particulars, Part::Restricted);
        v(u"step", self.step);
    }
};

struct NumberConfirmed {
    static constexpr QLatin1StringView kind{"number-confirmed"};
    RegisterNumber number;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
    }
};

struct IdentityCorrected {
    static constexpr QLatin1StringView kind{"identity-corrected"};
    QString field;
    QString oldValue;
    QString newValue;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"field", self.field);
        v(u"oldValue", self.oldValue, Part::Restricted);
        v(u"newValue", self.newValue, Part::Restricted);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct NumberCancelledEvent {
    static constexpr QLatin1StringView kind{"number-cancelled"};
    RegisterNumber number;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"number", self.number);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct AccessSet {
    static constexpr QLatin1StringView kind{"access-set"};
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"access", self.access, Part::Restricted);
    }
};

} // namespace diakinisi::domain
