#include "imaging/skew.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace diakinisi::imaging {

namespace {

constexpr double coarseStep = 0.25;
constexpr double fineStep = 0.04;
constexpr std::size_t enoughPoints = 60'000;
constexpr std::size_t fewestPoints = 200;

struct Point {
    float x = 0;
    float y = 0;
};

/// The lower edges of what is inked: ink with none below. Solid areas and their edges upright say nothing and are few.
std::vector<Point> lowerEdges(const Plane& ink)
{
    std::vector<Point> points;
    const int margin = std::max(2, ink.width / 40); // the sheet's own edge may lie otherwise
    for (int y = margin; y + margin < ink.height; ++y) {
        const std::uint8_t* const here = ink.row(y);
        const std::uint8_t* const below = ink.row(y + 1);
        for (int x = margin; x + margin < ink.width; ++x)
            if (here[x] != 0 && below[x] == 0)
                points.push_back({static_cast<float>(x), static_cast<float>(y)});
    }
    return points;
}

std::vector<Point> thinned(const std::vector<Point>& points)
{
    const std::size_t step = points.size() / enoughPoints + 1;
    std::vector<Point> some;
    for (std::size_t i = 0; i < points.size(); i += step)
        some.push_back(points[i]);
    return some;
}

class Profile
{
public:
    Profile(const Plane& ink, std::vector<Point> points)
        : m_points(std::move(points)),
          m_reach(static_cast<float>(ink.width) * 0.18F), // tan(10 degrees), rounded up
          m_counts(static_cast<std::size_t>(ink.height + 2 * static_cast<int>(m_reach) + 4))
    {
    }

    /// The sum of squares: high when the points fall into few rows.
    double sharpness(double degrees)
    {
        std::fill(m_counts.begin(), m_counts.end(), 0);
        const auto slope = static_cast<float>(std::tan(degrees * std::numbers::pi / 180));
        for (const Point& point : m_points)
            ++m_counts[static_cast<std::size_t>(point.y + point.x * slope + m_reach + 1)];
        double sum = 0;
        for (const int count : m_counts)
            sum += static_cast<double>(count) * count;
        return sum;
    }

private:
    std::vector<Point> m_points;
    float m_reach;
    std::vector<int> m_counts;
};

/// The top of the parabola through three points one step apart, in steps from the middle one.
double topOf(double before, double at, double after)
{
    const double bend = before - 2 * at + after;
    return bend < 0 ? std::clamp((before - after) / (2 * bend), -1.0, 1.0) : 0;
}

} // namespace

Skew findSkew(const Plane& ink)
{
    if (ink.width < 50 || ink.height < 50)
        return {};
    std::vector<Point> points = lowerEdges(ink);
    if (points.size() < fewestPoints)
        return {};
    Profile profile(ink, thinned(points));
    double best = 0;
    double bestSharpness = 0;
    std::vector<double> all;
    for (double degrees = -Skew::most; degrees <= Skew::most; degrees += coarseStep) {
        all.push_back(profile.sharpness(degrees));
        if (all.back() > bestSharpness) {
            bestSharpness = all.back();
            best = degrees;
        }
    }
    std::nth_element(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(all.size() / 2), all.end());
    const double usual = all[all.size() / 2];
    const double coarse = best;
    for (double degrees = coarse - coarseStep; degrees <= coarse + coarseStep; degrees += fineStep)
        if (const double sharpness = profile.sharpness(degrees); sharpness > bestSharpness) {
            bestSharpness = sharpness;
            best = degrees;
        }
    const double step = fineStep;
    best += step * topOf(profile.sharpness(best - step), bestSharpness, profile.sharpness(best + step));
    const double confidence = std::clamp((bestSharpness / usual - 1) / 0.5, 0.0, 1.0);
    return {best, std::abs(best) >= Skew::most ? 0 : confidence};
}

} // namespace diakinisi::imaging
