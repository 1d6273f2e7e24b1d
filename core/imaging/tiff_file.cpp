#include "imaging/tiff_file.h"

#include "imaging/resolution.h"

#include <QIODevice>

#include <cstdarg>
#include <cstdio>
#include <tiffio.h>

namespace diakinisi::imaging {

namespace {

constexpr tmsize_t largestAllocation = 768 * limits::miB;

tmsize_t readFrom(thandle_t handle, void* to, tmsize_t count)
{
    return static_cast<QIODevice*>(handle)->read(static_cast<char*>(to), count);
}

tmsize_t refuseToWrite(thandle_t, void*, tmsize_t)
{
    return -1;
}

toff_t seekIn(thandle_t handle, toff_t offset, int whence)
{
    auto& device = *static_cast<QIODevice*>(handle);
    qint64 target = static_cast<qint64>(offset);
    if (whence == SEEK_CUR)
        target += device.pos();
    else if (whence == SEEK_END)
        target += device.size();
    return target >= 0 && device.seek(target) ? static_cast<toff_t>(target) : static_cast<toff_t>(-1);
}

int leaveOpen(thandle_t)
{
    return 0;
}

toff_t sizeOf(thandle_t handle)
{
    return static_cast<toff_t>(static_cast<QIODevice*>(handle)->size());
}

int keepMessage(TIFF*, void* to, const char* module, const char* format, va_list arguments)
{
    std::array<char, 400> text{};
    std::vsnprintf(text.data(), text.size(), format, arguments);
    auto& message = *static_cast<QString*>(to);
    if (message.isEmpty())
        message = QStringLiteral("%1: %2").arg(QString::fromUtf8(module), QString::fromUtf8(text.data()));
    return 1;
}

int dropMessage(TIFF*, void*, const char*, const char*, va_list)
{
    return 1;
}

struct CloseTiff {
    void operator()(TIFF* tiff) const { TIFFClose(tiff); }
};
struct FreeOptions {
    void operator()(TIFFOpenOptions* options) const { TIFFOpenOptionsFree(options); }
};

} // namespace

struct TiffFile::State {
    QString message; ///< the first thing that libtiff complained of
    std::unique_ptr<TIFF, CloseTiff> tiff;

    tl::unexpected<Error> unreadable() const { return fail(ErrorCode::ImageUnreadable, {}, message); }
    Result<ImageFrame> measures(const DecodeLimits& limits) const;
};

Result<ImageFrame> TiffFile::State::measures(const DecodeLimits& limits) const
{
    std::uint32_t width = 0;
    std::uint32_t height = 0;
    if (TIFFGetField(tiff.get(), TIFFTAG_IMAGEWIDTH, &width) != 1 ||
        TIFFGetField(tiff.get(), TIFFTAG_IMAGELENGTH, &height) != 1 || width == 0 || height == 0)
        return unreadable();
    const auto side = static_cast<std::uint32_t>(limits.side);
    if (width > side || height > side || std::int64_t{width} * height > limits.pixels)
        return fail(ErrorCode::LimitExceeded, QStringLiteral("%1x%2").arg(width).arg(height));
    std::uint16_t unit = RESUNIT_INCH;
    float x = 0;
    TIFFGetFieldDefaulted(tiff.get(), TIFFTAG_RESOLUTIONUNIT, &unit);
    TIFFGetField(tiff.get(), TIFFTAG_XRESOLUTION, &x);
    const double dpi = unit == RESUNIT_INCH ? double{x} : unit == RESUNIT_CENTIMETER ? double{x} * 2.54 : 0;
    return ImageFrame{QSize(static_cast<int>(width), static_cast<int>(height)), plausibleResolution(dpi)};
}

TiffFile::TiffFile(std::unique_ptr<State> state) : m_state(std::move(state)) {}

TiffFile::~TiffFile() = default;

Result<std::unique_ptr<TiffFile>> TiffFile::open(QIODevice& device)
{
    auto state = std::make_unique<State>();
    const std::unique_ptr<TIFFOpenOptions, FreeOptions> options(TIFFOpenOptionsAlloc());
    TIFFOpenOptionsSetMaxSingleMemAlloc(options.get(), largestAllocation);
    TIFFOpenOptionsSetErrorHandlerExtR(options.get(), keepMessage, &state->message);
    TIFFOpenOptionsSetWarningHandlerExtR(options.get(), dropMessage, nullptr);
    state->tiff.reset(TIFFClientOpenExt("tiff", "rm", &device, readFrom, refuseToWrite, seekIn, leaveOpen, sizeOf,
                                        nullptr, nullptr, options.get()));
    if (!state->tiff)
        return state->unreadable();
    return std::unique_ptr<TiffFile>(new TiffFile(std::move(state)));
}

Result<std::vector<ImageFrame>> TiffFile::frames(const DecodeLimits& limits)
{
    std::vector<ImageFrame> frames;
    TIFF* const tiff = m_state->tiff.get();
    if (TIFFSetDirectory(tiff, 0) != 1)
        return m_state->unreadable();
    do {
        if (frames.size() == static_cast<std::size_t>(limits.frames))
            return fail(ErrorCode::LimitExceeded, QStringLiteral("frames"));
        auto frame = m_state->measures(limits);
        if (!frame)
            return fail(frame.error());
        frames.push_back(*frame);
    } while (TIFFReadDirectory(tiff) == 1);
    if (!m_state->message.isEmpty()) // a broken chain of directories is not the end of the chain
        return m_state->unreadable();
    return frames;
}

Result<QImage> TiffFile::decode(int frame, const DecodeLimits& limits)
{
    TIFF* const tiff = m_state->tiff.get();
    if (frame < 0 || frame >= limits.frames || TIFFSetDirectory(tiff, static_cast<tdir_t>(frame)) != 1)
        return m_state->message.isEmpty() ? Result<QImage>(fail(ErrorCode::NotFound)) : m_state->unreadable();
    const auto measures = m_state->measures(limits);
    if (!measures)
        return fail(measures.error());
    QImage image(measures->pixels, QImage::Format_RGBA8888_Premultiplied);
    if (image.isNull())
        return fail(ErrorCode::LimitExceeded);
    constexpr int stopAtError = 1;
    if (TIFFReadRGBAImageOriented(
            tiff, static_cast<std::uint32_t>(image.width()), static_cast<std::uint32_t>(image.height()),
            reinterpret_cast<std::uint32_t*>(image.bits()), ORIENTATION_TOPLEFT, stopAtError) != 1)
        return m_state->unreadable();
    std::uint16_t samples = 1;
    std::uint16_t photometric = PHOTOMETRIC_MINISBLACK;
    TIFFGetFieldDefaulted(tiff, TIFFTAG_SAMPLESPERPIXEL, &samples);
    TIFFGetField(tiff, TIFFTAG_PHOTOMETRIC, &photometric);
    if (samples == 1 && photometric <= PHOTOMETRIC_MINISBLACK)
        image.convertTo(QImage::Format_Grayscale8);
    image.setDotsPerMeterX(qRound(measures->dpi / 0.0254));
    image.setDotsPerMeterY(qRound(measures->dpi / 0.0254));
    return image;
}

} // namespace diakinisi::imaging
