#pragma once
#include "scanning/page_files.h"
#include "scanning/scanner.h"

#include <QImage>

namespace diakinisi::test {

/// A flatbed in memory that keeps every promise of scanning::Scanner; the next scan may be told to go wrong.
class FakeScanner final : public scanning::Scanner
{
public:
    QString id = QStringLiteral("fake:0");
    ErrorCode nextFault = ErrorCode::InternalFault; ///< thrown in the way of the next scan when `faulty`
    bool faulty = false;
    std::function<void()> afterLine; ///< called for each line, as a slow scanner gives time for

    Result<std::vector<scanning::ScannerInfo>> list(std::stop_token) override
    {
        return std::vector<scanning::ScannerInfo>{{id, QStringLiteral("Fake"), QStringLiteral("Flatbed")}};
    }

    Result<scanning::ScannerCapabilities> capabilities(const QString& scanner, std::stop_token) override
    {
        if (scanner != id)
            return fail(ErrorCode::ScannerMissing, scanner);
        return scanning::ScannerCapabilities{{scanning::ScanSource::Flatbed},
                                             {scanning::ScanColour::Gray, scanning::ScanColour::Colour},
                                             {75, 150, 300, 600},
                                             {210, 297}};
    }

    Result<int> scan(const scanning::ScanOptions& options, const PageReady& pageReady, Progress progress,
                     std::stop_token stop) override
    {
        auto files = scanning::PageFiles::in(options.folder, options.name);
        if (!files)
            return fail(files.error());
        if (options.area.width() < 1 || options.area.height() < 1)
            return fail(ErrorCode::FieldInvalid, QStringLiteral("area"));
        const auto can = capabilities(options.scanner, stop);
        if (!can)
            return fail(can.error());
        if (std::find(can->resolutions.begin(), can->resolutions.end(), options.dpi) == can->resolutions.end())
            return fail(ErrorCode::NotSupported, QStringLiteral("dpi"));
        if (std::exchange(faulty, false))
            return fail(nextFault, id);
        const QSizeF inches = options.area.boundedTo(can->area) / 25.4;
        QImage image((inches * options.dpi).toSize(),
                     options.colour == scanning::ScanColour::Gray ? QImage::Format_Grayscale8 : QImage::Format_RGB888);
        image.fill(Qt::white);
        for (int line = 0; line < image.height(); ++line) {
            if (afterLine)
                afterLine();
            if (stop.stop_requested())
                return fail(ErrorCode::Cancelled);
            progress.report(line + 1, image.height());
        }
        const auto page = files->write(image, options.dpi);
        if (!page)
            return fail(page.error());
        if (pageReady)
            pageReady(*page);
        return 1;
    }
};

} // namespace diakinisi::test
