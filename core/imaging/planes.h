#pragma once
#include <QImage>

#include <cstdint>
#include <vector>

namespace diakinisi::imaging {

/// Bytes in rows without gaps: what the measuring of pages works on.
struct Plane {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> bytes;

    Plane() = default;
    Plane(int w, int h, std::uint8_t value = 0)
        : width(w),
          height(h),
          bytes(static_cast<std::size_t>(w) * static_cast<std::size_t>(h), value)
    {
    }
    bool isEmpty() const { return bytes.empty(); }
    std::uint8_t* row(int y) { return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width); }
    const std::uint8_t* row(int y) const
    {
        return bytes.data() + static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

/// The image in gray, each pixel the mean of `factor` x `factor` (1..16); what does not fill a whole one is left out.
/// Takes Grayscale8 and RGB32.
Plane reduced(const QImage& image, int factor);

/// How many times a page of this size may be made smaller so that `dpi` or more are left.
int reduction(double dpi, double wanted);

} // namespace diakinisi::imaging
