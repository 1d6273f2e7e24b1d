#include "domain/commands.h"

namespace diakinisi::domain {

QLatin1StringView kindOf(const CommandBody& body)
{
    return std::visit([](const auto& command) { return std::decay_t<decltype(command)>::kind; }, body);
}

} // namespace diakinisi::domain
