#pragma once
#include "domain/commands_route.h"

// Events of the chain to the final signatory.
namespace diakinisi::domain {

struct Submitted {
    static constexpr QLatin1StringView kind{"submitted"};
    VersionId version;
    std::vector<NewStep> steps;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"version", self.version);
        v(u"steps", self.steps);
    }
};

struct StepApproved {
    static constexpr QLatin1StringView kind{"step-approved"};
    StepId step;
    VersionId version;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
    }
};

struct StepApprovedWithObjection {
    static constexpr QLatin1StringView kind{"step-approved-with-objection"};
    StepId step;
    VersionId version;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"version", self.version);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct StepSigned {
    static constexpr QLatin1StringView kind{"step-signed"};
    StepId step;
    std::vector<NewRendition> renditions;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"renditions", self.renditions, Part::Restricted);
    }
};

struct StepSentBack {
    static constexpr QLatin1StringView kind{"step-sent-back"};
    StepId step;
    QString reason;

    template <class Self, class V>
    static void fields(Self& self, V&& v)
    {
        v(u"step", self.step);
        v(u"reason", self.reason, Part::Restricted);
    }
};

struct RouteWithdrawn {
    static constexpr QLatin1StringView kind{"route-withdrawn"};

    template <class Self, class V>
    static void fields(Self&, V&&)
    {
    }
};

} // namespace diakinisi::domain
