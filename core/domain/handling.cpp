#include "domain/handling.h"

#include <algorithm>

namespace diakinisi::domain {

std::vector<const Step*> Route::current() const
{
    std::vector<const Step*> result;
    if (state != RouteState::Open)
        return result;
    for (const Step& step : steps) {
        if (step.state != StepState::Waiting)
            continue;
        if (!result.empty() && step.stage != result.front()->stage)
            break;
        result.push_back(&step);
    }
    return result;
}

bool Route::isCurrent(const StepId& step) const
{
    const auto now = current();
    return std::any_of(now.begin(), now.end(), [&step](const Step* each) { return each->id == step; });
}

bool Route::isLast(const StepId& step) const
{
    return std::all_of(steps.begin(), steps.end(), [&step](const Step& each) {
        return each.id == step ? each.state == StepState::Waiting : each.state != StepState::Waiting;
    });
}

} // namespace diakinisi::domain
