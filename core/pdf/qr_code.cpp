#include "pdf/qr_code.h"

#include <zint.h>

#include <memory>

namespace diakinisi::pdf {

namespace {

constexpr int mediumCorrection = 2;

struct Release {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

} // namespace

Result<QrCode> makeQrCode(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || bytes.size() > 2331)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("qr"));
    const std::unique_ptr<zint_symbol, Release> symbol(ZBarcode_Create());
    if (!symbol)
        return fail(ErrorCode::InternalFault, QStringLiteral("qr"));
    symbol->symbology = BARCODE_QRCODE;
    symbol->input_mode = UNICODE_MODE;
    symbol->option_1 = mediumCorrection;
    // Said in the code, so that every reader takes Greek for UTF-8.
    const bool ascii = std::all_of(bytes.begin(), bytes.end(), [](char c) { return c >= 0; });
    symbol->eci = ascii ? 0 : 26;
    const int outcome =
        ZBarcode_Encode(symbol.get(), reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
    if (outcome >= ZINT_ERROR || symbol->width <= 0 || symbol->width != symbol->rows)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("qr"), QString::fromLatin1(symbol->errtxt));
    QrCode code{symbol->width, {}};
    for (int row = 0; row < code.side; ++row)
        for (int column = 0; column < code.side; ++column)
            code.dark.push_back(((symbol->encoded_data[row][column / 8] >> (column % 8)) & 1) != 0);
    return code;
}

} // namespace diakinisi::pdf
