#pragma once
#include "domain/document.h"

// Commands that begin a document, number it and keep its identity. Who asks comes from the session, never from here.
namespace diakinisi::domain {

struct Register {
    static constexpr QLatin1StringView kind{"register"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"items", self.items);
        v(u"access", self.access);
    }
};

struct StartDraft {
    static constexpr QLatin1StringView kind{"start-draft"};
    Identity identity;
    Particulars particulars;
    std::vector<PartyContact> contacts;
    std::vector<NewItem> items;
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"identity", self.identity);
        v(u"particulars", self.particulars);
        v(u"contacts", self.contacts);
        v(u"items", self.items);
        v(u"access", self.access);
    }
};

struct Reserve {
    static constexpr QLatin1StringView kind{"reserve"};
    StepId step; ///< the last, signing step of the open route
    Sha256 base; ///< newest rendition of the main item that the signatory saw

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"base", self.base);
    }
};

struct Confirm {
    static constexpr QLatin1StringView kind{"confirm"};
    StepId step;
    std::vector<NewRendition> renditions; ///< numbered, then signed; each derived from the one before

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions);
    }
};

struct CorrectIdentity {
    static constexpr QLatin1StringView kind{"correct-identity"};
    QString field;  ///< subject, parties, their-number, their-date, place, item-count, sheet-count
    QString value;  ///< parties: one a line
    QString reason; ///< may be empty for a draft only

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"field", self.field);
        v(u"value", self.value);
        v(u"reason", self.reason);
    }
};

struct CancelNumber {
    static constexpr QLatin1StringView kind{"cancel-number"};
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"reason", self.reason);
    }
};

struct SetAccess {
    static constexpr QLatin1StringView kind{"set-access"};
    Access access;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"access", self.access);
    }
};

} // namespace diakinisi::domain
