#include "imaging/resolution.h"

#include <QIODevice>
#include <QtEndian>

namespace diakinisi::imaging {

namespace {

constexpr double centimetresAnInch = 2.54;
constexpr double metresAnInch = 0.0254;

// ISO 10918-5: APP0 "JFIF\0", version (2), units (1: inch, 2: cm), x density (2), y density (2).
double ofJpeg(const QByteArray& bytes)
{
    qsizetype at = 2;
    while (at + 4 <= bytes.size() && static_cast<uchar>(bytes[at]) == 0xFF) {
        const auto marker = static_cast<uchar>(bytes[at + 1]);
        const qsizetype length = qFromBigEndian<quint16>(bytes.constData() + at + 2);
        if (marker == 0xDA || length < 2)
            return 0;
        if (marker == 0xE0 && length >= 14 && at + 16 <= bytes.size() &&
            bytes.mid(at + 4, 5) == QByteArray("JFIF", 5)) {
            const double density = qFromBigEndian<quint16>(bytes.constData() + at + 12);
            const char units = bytes[at + 11];
            return units == 1 ? density : units == 2 ? density * centimetresAnInch : 0;
        }
        at += 2 + length;
    }
    return 0;
}

// PNG 11.3.5.3: chunk pHYs = x a unit (4), y a unit (4), unit (1: metre).
double ofPng(const QByteArray& bytes)
{
    qsizetype at = 8;
    while (at + 12 <= bytes.size()) {
        const auto length = static_cast<qsizetype>(qFromBigEndian<quint32>(bytes.constData() + at));
        const QByteArray type = bytes.mid(at + 4, 4);
        if (type == "IDAT")
            return 0;
        if (type == "pHYs" && length == 9 && at + 17 <= bytes.size())
            return bytes[at + 16] == 1 ? qFromBigEndian<quint32>(bytes.constData() + at + 8) * metresAnInch : 0;
        at += 12 + length;
    }
    return 0;
}

} // namespace

double plausibleResolution(double dpi)
{
    return dpi >= 100 && dpi <= 2400 ? dpi : 0;
}

double namedResolution(QIODevice& device, ImageKind kind)
{
    const QByteArray bytes = device.read(64 * limits::kiB);
    return plausibleResolution(kind == ImageKind::Jpeg ? ofJpeg(bytes) : ofPng(bytes));
}

} // namespace diakinisi::imaging
