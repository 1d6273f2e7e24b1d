#include "scanning/scan_words.h"

namespace diakinisi::scanning {

namespace {

template <class T, std::size_t n>
std::optional<T> ofWord(const std::array<T, n>& all, QStringView word)
{
    for (const T each : all)
        if (word == scanWord(each))
            return each;
    return std::nullopt;
}

} // namespace

QString scanWord(ScanSource source)
{
    return source == ScanSource::Flatbed  ? QStringLiteral("flatbed")
           : source == ScanSource::Feeder ? QStringLiteral("feeder")
                                          : QStringLiteral("feeder-duplex");
}

QString scanWord(ScanColour colour)
{
    return colour == ScanColour::Gray     ? QStringLiteral("gray")
           : colour == ScanColour::Colour ? QStringLiteral("colour")
                                          : QStringLiteral("lineart");
}

std::optional<ScanSource> scanSource(QStringView word)
{
    return ofWord(allScanSources, word);
}

std::optional<ScanColour> scanColour(QStringView word)
{
    return ofWord(allScanColours, word);
}

} // namespace diakinisi::scanning
