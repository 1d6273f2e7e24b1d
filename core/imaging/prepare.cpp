#include "imaging/prepare.h"

#include "imaging/adjust.h"
#include "imaging/encode.h"
#include "imaging/jpeg_frame.h"
#include "imaging/line_art.h"

#include <QIODevice>

namespace diakinisi::imaging {

namespace {

constexpr double a4LongSide = 842; // points
constexpr double pointsAnInch = 72;
constexpr double jpegPays = 0.6;    ///< of the lossless size; above that pixels are not given away for it
constexpr double dpiForALook = 100; ///< to examine a page that will not be changed

/// One page on its way.
class Preparing
{
public:
    Preparing(QIODevice& device, int frame, const PrepareOptions& options, const FindTurns& findTurns)
        : m_device(device),
          m_frame(frame),
          m_options(options),
          m_findTurns(findTurns)
    {
    }

    Result<PreparedPage> run();

private:
    Done inspect();
    Done look();
    Result<QImage> decode(QSize within);
    bool mayKeepFile();
    Done keepFile();
    Done decodeWhole();
    Done clean();
    Done encode();

    QIODevice& m_device;
    int m_frame;
    const PrepareOptions& m_options;
    const FindTurns& m_findTurns;
    ImageKind m_kind = ImageKind::Png;
    ImageFrame m_measures;
    bool m_keepJpeg = false;
    QImage m_image; ///< upright; null while only a small one was needed
    PreparedPage m_page;
};

Done Preparing::inspect()
{
    const auto file = inspectImage(m_device);
    if (!file)
        return fail(file.error());
    if (m_frame < 0 || static_cast<std::size_t>(m_frame) >= file->frames.size())
        return fail(ErrorCode::NotFound, QString::number(m_frame));
    m_kind = file->kind;
    m_measures = file->frames[static_cast<std::size_t>(m_frame)];
    const QSizeF pixels(m_measures.pixels);
    m_page.dpi =
        m_measures.dpi > 0 ? m_measures.dpi : std::max(pixels.width(), pixels.height()) * pointsAnInch / a4LongSide;
    if (m_kind == ImageKind::Jpeg) {
        m_device.seek(0);
        const auto frame = jpegFrameOf(m_device);
        m_keepJpeg = frame && frame->sequentialOrProgressive && frame->bits == 8 && frame->components <= 3 &&
                     m_measures.quarterTurns >= 0;
    }
    return {};
}

Result<QImage> Preparing::decode(QSize within)
{
    m_device.seek(0);
    return decodeImage(m_device, m_frame, within);
}

Done Preparing::decodeWhole()
{
    if (!m_image.isNull())
        return {};
    auto image = decode({});
    if (!image)
        return fail(image.error());
    m_image = turned(*image, m_page.findings.quarterTurns);
    return m_image.isNull() ? Done(fail(ErrorCode::LimitExceeded, QStringLiteral("memory"))) : Done();
}

/// Examines the page; a JPEG that may stay as it is, from a smaller decoding, which takes half the time.
Done Preparing::look()
{
    const int smaller = m_page.dpi >= 2 * dpiForALook ? 2 : 1;
    const bool small = m_keepJpeg && !m_options.wantPicture && !m_options.readCodes && !m_findTurns && smaller > 1;
    auto image = decode(small ? m_measures.pixels / smaller : QSize());
    if (!image)
        return fail(image.error());
    int turns = 0;
    if (m_findTurns) {
        turns = ((m_findTurns(*image, m_page.dpi) % 4) + 4) % 4;
        *image = turned(*image, turns);
    }
    m_page.findings = examine(*image, small ? m_page.dpi / smaller : m_page.dpi);
    m_page.findings.quarterTurns = turns;
    if (m_options.readCodes)
        m_page.findings.codes = readCodes(*image);
    if (!small)
        m_image = std::move(*image);
    return {};
}

bool Preparing::mayKeepFile()
{
    return m_keepJpeg && !needsCleaning(m_page.findings, m_options.cleanUp);
}

Done Preparing::keepFile()
{
    m_device.seek(0);
    m_page.data = m_device.readAll();
    m_page.coding = PageCoding::Jpeg;
    m_page.original = true;
    m_page.quarterTurns = (m_measures.quarterTurns + m_page.findings.quarterTurns) % 4;
    const bool sideways = m_measures.quarterTurns % 2 == 1;
    m_page.pixels = sideways ? m_measures.pixels.transposed() : m_measures.pixels;
    return {};
}

Done Preparing::clean()
{
    if (const Done decoded = decodeWhole(); !decoded)
        return decoded;
    auto image = cleaned(m_image, m_page.dpi, m_options.cleanUp, m_page.findings);
    if (!image)
        return fail(image.error());
    m_image = std::move(*image);
    return {};
}

Done Preparing::encode()
{
    m_page.pixels = m_image.size();
    Result<QByteArray> data;
    if (m_image.format() == QImage::Format_Mono) {
        m_page.coding = PageCoding::Group4;
        data = encodeGroup4(m_image);
    } else if (m_options.lossless) {
        m_page.coding = PageCoding::Png;
        data = encodePng(m_image);
    } else {
        m_page.coding = PageCoding::Jpeg;
        data = encodeJpeg(m_image, m_options.quality);
    }
    if (!data)
        return fail(data.error());
    m_page.data = std::move(*data);
    // A computer's own picture (a form, a drawing) may be smaller as it came than as a JPEG that blurs it.
    const bool untouched = m_kind == ImageKind::Png && m_page.findings.quarterTurns == 0 &&
                           !needsCleaning(m_page.findings, m_options.cleanUp);
    if (untouched && m_page.coding == PageCoding::Jpeg &&
        static_cast<double>(m_page.data.size()) > jpegPays * static_cast<double>(m_device.size())) {
        auto png = encodePng(m_image);
        if (!png)
            return fail(png.error());
        if (static_cast<double>(m_page.data.size()) > jpegPays * static_cast<double>(png->size())) {
            m_page.data = std::move(*png);
            m_page.coding = PageCoding::Png;
        }
    }
    return {};
}

Result<PreparedPage> Preparing::run()
{
    Done done = inspect();
    if (done)
        done = look();
    const bool keep = done && mayKeepFile();
    if (keep) {
        done = keepFile();
        if (done && m_options.wantPicture)
            done = decodeWhole();
    } else if (done) {
        done = clean();
        if (done)
            done = encode();
    }
    if (!done)
        return fail(done.error());
    if (m_options.wantPicture)
        m_page.picture = std::move(m_image);
    return std::move(m_page);
}

} // namespace

Result<PreparedPage> preparePage(QIODevice& device, int frame, const PrepareOptions& options,
                                 const FindTurns& findTurns)
{
    return Preparing(device, frame, options, findTurns).run();
}

} // namespace diakinisi::imaging
