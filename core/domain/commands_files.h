#pragma once
#include "domain/document.h"

// Commands about items, versions and renditions.
namespace diakinisi::domain {

struct AddFile {
    static constexpr QLatin1StringView kind{"add-file"};
    NewItem item; ///< item.id of an existing item: a new version of it

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
    }
};

struct AddRendition {
    static constexpr QLatin1StringView kind{"add-rendition"};
    ItemId item;
    NewRendition rendition;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
        v(u"rendition", self.rendition);
    }
};

struct MarkFileArrived {
    static constexpr QLatin1StringView kind{"mark-file-arrived"};
    Sha256 digest;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
    }
};

struct JudgeRendition {
    static constexpr QLatin1StringView kind{"judge-rendition"};
    Sha256 digest;
    DerivationVerdict verdict = DerivationVerdict::Unchecked;
    std::optional<PersonId> signer;
    QString finding; ///< an error word, empty when proved

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest);
        v(u"verdict", self.verdict);
        v(u"signer", self.signer);
        v(u"finding", self.finding);
    }
};

/// Freezes what was found about the signatures of a received file. It goes behind the registration, never in its group:
/// nothing about a signature may hold up a number.
struct RecordFinding {
    static constexpr QLatin1StringView kind{"record-finding"};
    FileFinding finding;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"finding", self.finding);
    }
};

} // namespace diakinisi::domain
