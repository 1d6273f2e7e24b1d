#pragma once
#include "domain/document.h"

// Events about items, versions and renditions.
namespace diakinisi::domain {

struct FileAdded {
    static constexpr QLatin1StringView kind{"file-added"};
    NewItem item;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item, Part::Restricted);
    }
};

struct RenditionAdded {
    static constexpr QLatin1StringView kind{"rendition-added"};
    ItemId item;
    VersionId version;
    NewRendition rendition;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"item", self.item);
        v(u"version", self.version);
        v(u"rendition", self.rendition, Part::Restricted);
    }
};

struct FileArrived {
    static constexpr QLatin1StringView kind{"file-arrived"};
    Sha256 digest;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest, Part::Restricted);
    }
};

struct RenditionJudged {
    static constexpr QLatin1StringView kind{"rendition-judged"};
    Sha256 digest;
    DerivationVerdict verdict = DerivationVerdict::Unchecked;
    std::optional<PersonId> signer;
    QString finding;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"digest", self.digest, Part::Restricted);
        v(u"verdict", self.verdict, Part::Restricted);
        v(u"signer", self.signer, Part::Restricted);
        v(u"finding", self.finding, Part::Restricted);
    }
};

struct FindingRecorded {
    static constexpr QLatin1StringView kind{"finding-recorded"};
    FileFinding finding;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"finding", self.finding, Part::Restricted);
    }
};

} // namespace diakinisi::domain
