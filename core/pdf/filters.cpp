#include "pdf/filters.h"

#include <zlib.h>

#include <algorithm>
#include <cstdlib>

namespace diakinisi::pdf {

Result<QByteArray> inflate(QByteArrayView data, std::int64_t limit)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return fail(ErrorCode::InternalFault, {}, QStringLiteral("zlib"));
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(std::min<qsizetype>(data.size(), 0x7fffffff));
    QByteArray result;
    QByteArray piece(64 * 1024, Qt::Uninitialized);
    int state = Z_OK;
    while (state == Z_OK && result.size() <= limit) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        state = ::inflate(&stream, Z_NO_FLUSH);
        const qsizetype made = piece.size() - static_cast<qsizetype>(stream.avail_out);
        result.append(piece.constData(), made);
        if (made == 0 && stream.avail_in == 0)
            break;
    }
    inflateEnd(&stream);
    if (result.size() > limit)
        return fail(ErrorCode::LimitExceeded, {}, QStringLiteral("a compressed stream is too large"));
    if (state != Z_STREAM_END)
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("a compressed stream is damaged"));
    return result;
}

QByteArray deflate(const QByteArray& data)
{
    uLongf size = compressBound(static_cast<uLong>(data.size()));
    QByteArray result(static_cast<qsizetype>(size), Qt::Uninitialized);
    if (compress2(reinterpret_cast<Bytef*>(result.data()), &size, reinterpret_cast<const Bytef*>(data.constData()),
                  static_cast<uLong>(data.size()), 6) != Z_OK)
        std::abort(); // out of memory: the room is never too small
    result.truncate(static_cast<qsizetype>(size));
    return result;
}

namespace {

int paeth(int a, int b, int c)
{
    const int p = a + b - c;
    const int pa = std::abs(p - a);
    const int pb = std::abs(p - b);
    const int pc = std::abs(p - c);
    if (pa <= pb && pa <= pc)
        return a;
    return pb <= pc ? b : c;
}

int predicted(int kind, int left, int up, int upLeft)
{
    switch (kind) {
    case 1:
        return left;
    case 2:
        return up;
    case 3:
        return (left + up) / 2;
    case 4:
        return paeth(left, up, upLeft);
    default:
        return 0;
    }
}

Result<QByteArray> unhex(const QByteArray& data)
{
    QByteArray digits = data.left(data.indexOf('>'));
    digits.removeIf([](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; });
    if (digits.size() % 2)
        digits += '0';
    return QByteArray::fromHex(digits);
}

} // namespace

Result<QByteArray> undoPngRows(const QByteArray& data, std::int64_t rowBytes, std::int64_t pixelBytes)
{
    if (rowBytes <= 0 || pixelBytes <= 0 || rowBytes > (1 << 28))
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("odd predictor"));
    const std::int64_t rows = (data.size() + rowBytes) / (rowBytes + 1);
    QByteArray result;
    result.reserve(rows * rowBytes);
    QByteArray before(rowBytes, '\0');
    QByteArray row(rowBytes, '\0');
    for (std::int64_t at = 0; at + 1 < data.size(); at += rowBytes + 1) {
        const int kind = data.at(at);
        if (kind < 0 || kind > 4)
            return fail(ErrorCode::PdfBroken, {}, QStringLiteral("odd predictor row"));
        const std::int64_t have = std::min<std::int64_t>(rowBytes, data.size() - at - 1);
        for (std::int64_t i = 0; i < have; ++i) {
            const int left = i >= pixelBytes ? static_cast<unsigned char>(row.at(i - pixelBytes)) : 0;
            const int up = static_cast<unsigned char>(before.at(i));
            const int upLeft = i >= pixelBytes ? static_cast<unsigned char>(before.at(i - pixelBytes)) : 0;
            row.data()[i] =
                static_cast<char>(static_cast<unsigned char>(data.at(at + 1 + i)) + predicted(kind, left, up, upLeft));
        }
        result.append(row.constData(), have);
        before.swap(row);
    }
    return result;
}

Result<QByteArray> undoFilter(const QByteArray& filter, const Dict& parameters, const QByteArray& data,
                              std::int64_t limit)
{
    if (filter == "ASCIIHexDecode" || filter == "AHx")
        return unhex(data);
    if (filter != "FlateDecode" && filter != "Fl")
        return fail(ErrorCode::NotSupported, QString::fromLatin1(filter), QStringLiteral("filter"));
    const std::int64_t predictor = parameters["Predictor"].integer(1);
    const std::int64_t columns = parameters["Columns"].integer(1);
    const std::int64_t bits = parameters["BitsPerComponent"].integer(8);
    const std::int64_t colours = parameters["Colors"].integer(1);
    if (columns < 1 || columns > (1 << 20) || bits < 1 || bits > 16 || colours < 1 || colours > 32)
        return fail(ErrorCode::PdfBroken, {}, QStringLiteral("odd predictor"));
    Result<QByteArray> plain = inflate(data, limit * 2 + 1024);
    if (!plain || predictor < 2)
        return plain;
    if (predictor < 10)
        return fail(ErrorCode::NotSupported, QString::fromLatin1(filter), QStringLiteral("TIFF predictor"));
    return undoPngRows(*plain, (columns * bits * colours + 7) / 8, std::max<std::int64_t>(1, bits * colours / 8));
}

} // namespace diakinisi::pdf
