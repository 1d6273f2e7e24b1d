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
constexpr double leastDpi = 50;  ///< a stamp-sized picture stays small
constexpr double smallPng = 1.0; ///< bits a pixel; a computer's own picture, which JPEG would only blur
const QString cutOff = QStringLiteral("the file ends in the middle of the image");
constexpr double dpiForALook = 100; ///< to examine a page that will not be changed

/// A PNG file whose data a PDF reader can take as it is: not interlaced, up to 8 bits, nothing transparent.
bool isPlainPng(const QByteArray& begin)
{
    const auto byteAt = [&begin](qsizetype at) {
        return at < begin.size() ? static_cast<uchar>(begin[at]) : uchar{255};
    };
    const int bits = byteAt(24);
    const int kind = byteAt(25);
    const bool plain = kind == 0 || kind == 2 || kind == 3;
    return bits <= 8 && plain && byteAt(28) == 0 && !begin.left(begin.indexOf("IDAT")).contains("tRNS");
}

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
    bool needsNoLook() const;
    Done make();
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
    bool m_keepFile = false; ///< its data may be a page's picture as it is
    QImage m_image;          ///< upright; null while only a small one was needed
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
    m_page.dpi = m_measures.dpi > 0
                     ? m_measures.dpi
                     : std::max(leastDpi, std::max(pixels.width(), pixels.height()) * pointsAnInch / a4LongSide);
    if (m_kind == ImageKind::Jpeg) {
        m_device.seek(0);
        const auto frame = jpegFrameOf(m_device);
        m_keepFile = frame && frame->sequentialOrProgressive && frame->bits == 8 && frame->components <= 3 &&
                     m_measures.quarterTurns >= 0;
    } else if (m_kind == ImageKind::Png) {
        m_device.seek(0);
        m_keepFile = isPlainPng(m_device.peek(64 * limits::kiB)) &&
                     (m_options.lossless ||
                      double{8} * static_cast<double>(m_device.size()) < smallPng * pixels.width() * pixels.height());
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

/// Examines the page. A JPEG that nothing can change is decoded at half its size for that, which is quicker.
Done Preparing::look()
{
    const bool onlyLook = m_kind == ImageKind::Jpeg && m_keepFile && !m_options.wantPicture && !m_options.readCodes &&
                          !m_findTurns && !m_options.cleanUp.changesPixels();
    const int smaller = onlyLook && m_page.dpi >= 2 * dpiForALook ? 2 : 1;
    auto image = decode(smaller > 1 ? m_measures.pixels / smaller : QSize());
    if (!image)
        return fail(image.error());
    int turns = ((m_options.quarterTurns % 4) + 4) % 4;
    *image = turned(*image, turns);
    if (m_findTurns) {
        const int more = ((m_findTurns(*image, m_page.dpi) % 4) + 4) % 4;
        *image = turned(*image, more);
        turns = (turns + more) % 4;
    }
    m_page.findings = examine(*image, m_page.dpi / smaller);
    m_page.findings.quarterTurns = turns;
    if (m_options.readCodes)
        m_page.findings.codes = readCodes(*image);
    if (smaller == 1)
        m_image = std::move(*image);
    return {};
}

bool Preparing::mayKeepFile()
{
    const bool lineArt = m_kind == ImageKind::Png && m_page.findings.blackAndWhite;
    return m_keepFile && !lineArt && !needsCleaning(m_page.findings, m_options.cleanUp);
}

Done Preparing::keepFile()
{
    m_device.seek(0);
    m_page.data = m_device.readAll();
    m_page.coding = m_kind == ImageKind::Jpeg ? PageCoding::Jpeg : PageCoding::Png;
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
    return {};
}

/// Nobody wants to know anything of the page and its data can stay: only whether the file is whole must be seen.
bool Preparing::needsNoLook() const
{
    return m_keepFile && m_kind == ImageKind::Jpeg && !m_options.examine && !m_options.wantPicture &&
           m_options.quarterTurns == 0 && !m_options.readCodes && !m_findTurns && !m_options.cleanUp.changesPixels();
}

Result<PreparedPage> Preparing::run()
{
    Done done = inspect();
    if (done && needsNoLook())
        done = endsAsJpegMust(m_device) ? keepFile() : fail(ErrorCode::ImageUnreadable, {}, cutOff);
    else if (done)
        done = make();
    if (!done)
        return fail(done.error());
    if (m_options.wantPicture)
        m_page.picture = std::move(m_image);
    return std::move(m_page);
}

Done Preparing::make()
{
    if (const Done looked = look(); !looked)
        return looked;
    if (mayKeepFile()) {
        const Done kept = keepFile();
        return kept && m_options.wantPicture ? decodeWhole() : kept;
    }
    const Done clean = this->clean();
    return clean ? encode() : clean;
}

} // namespace

Result<PreparedPage> preparePage(QIODevice& device, int frame, const PrepareOptions& options,
                                 const FindTurns& findTurns)
{
    return Preparing(device, frame, options, findTurns).run();
}

} // namespace diakinisi::imaging
