#include "imaging/codes.h"

#include <zint.h>

namespace diakinisi::imaging {

namespace {

struct DeleteSymbol {
    void operator()(zint_symbol* symbol) const { ZBarcode_Delete(symbol); }
};

constexpr int mostModule = 40;
constexpr int qrMedium = 2; ///< error correction level M
constexpr int barHeight = 40;

} // namespace

Result<QImage> makeCode(CodeKind kind, const QString& text, int module)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty() || module < 1 || module > mostModule)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("code"));
    const std::unique_ptr<zint_symbol, DeleteSymbol> symbol(ZBarcode_Create());
    symbol->symbology = kind == CodeKind::Qr ? BARCODE_QRCODE : BARCODE_CODE128;
    symbol->input_mode = UNICODE_MODE;
    symbol->output_options |= BARCODE_QUIET_ZONES;
    symbol->show_hrt = 0;
    symbol->scale = static_cast<float>(module) / 2; // zint's scale 1 makes two pixels of a module
    if (kind == CodeKind::Qr)
        symbol->option_1 = qrMedium;
    else
        symbol->height = barHeight;
    const int state = ZBarcode_Encode_and_Buffer(
        symbol.get(), reinterpret_cast<const unsigned char*>(bytes.constData()), static_cast<int>(bytes.size()), 0);
    if (state >= ZINT_ERROR || symbol->bitmap == nullptr)
        return fail(ErrorCode::FieldInvalid, QStringLiteral("code"), QString::fromLatin1(symbol->errtxt));
    const QImage colours(symbol->bitmap, symbol->bitmap_width, symbol->bitmap_height, 3 * symbol->bitmap_width,
                         QImage::Format_RGB888);
    return colours.convertToFormat(QImage::Format_Grayscale8);
}

} // namespace diakinisi::imaging
