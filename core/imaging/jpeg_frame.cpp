#include "imaging/jpeg_frame.h"

#include <QByteArray>
#include <QIODevice>
#include <QtEndian>

namespace diakinisi::imaging {

namespace {

constexpr int mostSegments = 1'000;

bool isFrame(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

} // namespace

std::optional<JpegFrame> jpegFrameOf(QIODevice& device)
{
    if (device.read(2) != QByteArrayLiteral("\xFF\xD8"))
        return std::nullopt;
    for (int segment = 0; segment < mostSegments; ++segment) {
        QByteArray head = device.read(4);
        while (head.size() == 4 && head[0] == '\xFF' && head[1] == '\xFF') // fill bytes
            head = head.mid(1) + device.read(1);
        if (head.size() != 4 || head[0] != '\xFF')
            return std::nullopt;
        const int marker = static_cast<uchar>(head[1]);
        const qint64 length = qFromBigEndian<quint16>(head.constData() + 2);
        if (length < 2 || marker == 0xDA || marker == 0xD9)
            return std::nullopt;
        if (!isFrame(marker)) {
            if (device.skip(length - 2) != length - 2)
                return std::nullopt;
            continue;
        }
        const QByteArray frame = device.read(6); // precision, height, width, components
        if (frame.size() != 6)
            return std::nullopt;
        return JpegFrame{static_cast<uchar>(frame[5]), static_cast<uchar>(frame[0]), marker <= 0xC2};
    }
    return std::nullopt;
}

} // namespace diakinisi::imaging
