#include "domain/events.h"

namespace diakinisi::domain {

QString kindOf(const EventBody& body)
{
    return std::visit(
        [](const auto& event) -> QString {
            using Kind = std::decay_t<decltype(event)>;
            if constexpr (std::is_same_v<Kind, UnknownEvent>)
                return event.kindWord;
            else
                return Kind::kind;
        },
        body);
}

} // namespace diakinisi::domain
