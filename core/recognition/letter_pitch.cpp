#include "recognition/letter_pitch.h"

#include <algorithm>

namespace diakinisi::recognition {

namespace {

constexpr double usualPitch = 1.7; ///< of the letters' height, where a page has too few lines to tell

struct Distance {
    double points = 0;
    double weight = 0; ///< how far the two lines run above one another
};

/// From each run to the next one below it in its column.
std::vector<Distance> distancesOf(const PageLines& lines)
{
    constexpr std::size_t runsBelow = 8; ///< that are looked at
    constexpr std::size_t mostPairs = 400;
    std::vector<Distance> distances;
    for (std::size_t i = 0; i < lines.runs.size() && distances.size() < mostPairs; ++i) {
        const QRectF& above = lines.runs[i].level;
        const std::size_t end = std::min(lines.runs.size(), i + runsBelow);
        for (std::size_t j = i + 1; j < end; ++j) {
            const QRectF& here = lines.runs[j].level;
            const double shared = std::min(above.right(), here.right()) - std::max(above.left(), here.left());
            const double distance = here.center().y() - above.center().y();
            if (shared <= 0 || distance <= lines.letterHeight)
                continue;
            if (distance < 3 * usualPitch * lines.letterHeight)
                distances.push_back({distance, shared});
            break;
        }
    }
    return distances;
}

} // namespace

double pitchOf(const PageLines& lines)
{
    constexpr double sameDistance = 1.08;
    constexpr double aboutAsFrequent = 0.6;
    std::vector<Distance> distances = distancesOf(lines);
    if (distances.size() < 3)
        return usualPitch * lines.letterHeight;
    std::ranges::sort(distances, {}, &Distance::points);
    std::vector<Distance> groups; // that begin with each: their mean, their weight
    for (std::size_t i = 0; i < distances.size(); ++i) {
        double sum = 0;
        double weight = 0;
        for (std::size_t j = i; j < distances.size() && distances[j].points < sameDistance * distances[i].points; ++j) {
            sum += distances[j].points * distances[j].weight;
            weight += distances[j].weight;
        }
        groups.push_back({sum / weight, weight});
    }
    const double most = std::ranges::max_element(groups, {}, &Distance::weight)->weight;
    return std::ranges::find_if(groups,
                                [most](const Distance& group) { return group.weight >= aboutAsFrequent * most; })
        ->points;
}

} // namespace diakinisi::recognition
