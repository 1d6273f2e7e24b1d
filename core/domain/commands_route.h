#pragma once
#include "domain/document.h"

// Commands about the chain to the final signatory.
namespace diakinisi::domain {

struct NewStep {
    StepId id;
    PersonId person;
    StepKind kind = StepKind::Approve;
    int stage = 0;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"id", self.id);
        v(u"person", self.person);
        v(u"kind", self.kind);
        v(u"stage", self.stage);
    }
    friend bool operator==(const NewStep&, const NewStep&) = default;
};

struct Submit {
    static constexpr QLatin1StringView kind{"submit"};
    VersionId version; ///< newest version of the main item, as the author sees it
    std::vector<NewStep> steps;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"version", self.version);
        v(u"steps", self.steps);
    }
};

struct Approve {
    static constexpr QLatin1StringView kind{"approve"};
    StepId step;
    VersionId version; ///< what was seen

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
    }
};

struct ApproveWithObjection {
    static constexpr QLatin1StringView kind{"approve-with-objection"};
    StepId step;
    VersionId version;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
        v(u"reason", self.reason);
    }
};

struct Sign {
    static constexpr QLatin1StringView kind{"sign"};
    StepId step;
    std::vector<NewRendition> renditions; ///< usually one; the first derives from what was seen (compare and swap)

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions);
    }
};

struct SendBack {
    static constexpr QLatin1StringView kind{"send-back"};
    StepId step;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"reason", self.reason);
    }
};

struct Withdraw {
    static constexpr QLatin1StringView kind{"withdraw"};

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

} // namespace diakinisi::domain
