#pragma once
#include "scanning/page_files.h"
#include "scanning/scanner.h"

#include <QImage>

namespace diakinisi::test {

/// A flatbed with a feeder in memory that keeps every promise of scanning::Scanner; the next scan may be told to go
/// wrong.
class FakeScanner final : public scanning::Scanner
{
public:
    QString id = QStringLiteral("fake:0");
    ErrorCode nextFault = ErrorCode::InternalFault; ///< thrown in the way of the next scan when `faulty`
    bool faulty = false;
    int sheets = 10;                 ///< that lie in the feeder
    bool duplex = false;             ///< the feeder takes both sides
    bool brightness = false;         ///< can be told
    std::function<void()> afterLine; ///< called for each line, as a slow scanner gives time for

    Result<std::vector<scanning::ScannerInfo>> list(std::stop_token) override
    {
        return std::vector<scanning::ScannerInfo>{{id, QStringLiteral("Fake"), QStringLiteral("Flatbed")}};
    }

    Result<scanning::ScannerCapabilities> capabilities(const QString& scanner, std::stop_token) override
    {
        if (scanner != id)
            return fail(ErrorCode::ScannerMissing, scanner);
        std::vector sources{scanning::ScanSource::Flatbed, scanning::ScanSource::Feeder};
        if (duplex)
            sources.push_back(scanning::ScanSource::FeederDuplex);
        return scanning::ScannerCapabilities{std::move(sources),
                                             {std::begin(scanning::allScanColours), std::end(scanning::allScanColours)},
                                             {75, 150, 300, 600},
                                             {210, 297},
                                             brightness};
    }

    Result<int> scan(const scanning::ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override
    {
        auto files = scanning::PageFiles::in(options.folder, options.name, options.numbers);
        if (!files)
            return fail(files.error());
        if (options.area.width() < 1 || options.area.height() < 1)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
        const auto can = capabilities(options.scanner, stop);
        if (!can)
            return fail(can.error());
        if (std::find(can->resolutions.begin(), can->resolutions.end(), options.dpi) == can->resolutions.end())
            return fail(ErrorCode::NotSupported, QStringLiteral("dpi"));
        if (std::find(can->sources.begin(), can->sources.end(), options.source) == can->sources.end())
            return fail(ErrorCode::NotSupported, QStringLiteral("source"));
        if (options.brightness != 0 && !brightness)
            return fail(ErrorCode::NotSupported, QStringLiteral("brightness"));
        const bool feeder = options.source != scanning::ScanSource::Flatbed;
        const int sides = options.source == scanning::ScanSource::FeederDuplex ? 2 : 1;
        const int all = feeder ? sheets * sides : 1;
        const int most = feeder && options.mostPages > 0 ? std::min(options.mostPages, all) : all;
        for (int count = 0; count < most; ++count) {
            if (const Done done = scanPage(options, *files, can->area, pageReady, progress, stop); !done)
                return fail(done.error());
            sheets -= feeder && (count + 1) % sides == 0 ? 1 : 0;
        }
        return most > 0 ? Result<int>(most) : fail(ErrorCode::ScannerNoPaper, id);
    }

private:
    Done scanPage(const scanning::ScanOptions& options, scanning::PageFiles& files, QSizeF glass,
                  const PageReady& pageReady, Progress& progress, const std::stop_token& stop)
    {
        if (std::exchange(faulty, false))
            return fail(nextFault, id);
        const QSizeF inches = options.area.boundedTo(glass) / 25.4;
        const QImage::Format format = options.colour == scanning::ScanColour::Gray     ? QImage::Format_Grayscale8
                                      : options.colour == scanning::ScanColour::Colour ? QImage::Format_RGB888
                                                                                       : QImage::Format_Mono;
        QImage image((inches * options.dpi).toSize(), format);
        image.fill(Qt::white);
        for (int line = 0; line < image.height(); ++line) {
            if (afterLine)
                afterLine();
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            progress.report(line + 1, image.height());
        }
        const auto page = files.write(image, options.dpi);
        if (!page)
            return fail(page.error());
        if (pageReady)
            pageReady(*page);
        return {};
    }
};

} // namespace diakinisi::test
