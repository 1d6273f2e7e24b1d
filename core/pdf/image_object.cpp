#include "pdf/image_object.h"

namespace diakinisi::pdf {

namespace {

constexpr int longestSide = 20'000;

Value colourSpace(const ImageFile& image)
{
    if (!image.palette.isEmpty())
        return Array{Name{"Indexed"}, Name{"DeviceRGB"}, std::int64_t{image.palette.size() / 3 - 1},
                     Text{image.palette, true}};
    return Name{image.colours == 1 ? "DeviceGray" : image.colours == 3 ? "DeviceRGB" : "DeviceCMYK"};
}

} // namespace

Result<ImageFile> readPageImage(const PageImage& page)
{
    if (page.group4.isEmpty())
        return readImage(page.file);
    if (page.group4.width() > longestSide || page.group4.height() > longestSide || page.file.isEmpty())
        return fail(ErrorCode::ImageUnreadable, {}, QStringLiteral("group 4: measures"));
    ImageFile image;
    image.width = page.group4.width();
    image.height = page.group4.height();
    image.bits = 1;
    image.isGroup4 = true;
    image.data = page.file;
    return image;
}

Dict imageDict(const ImageFile& image)
{
    Dict dict{{"Type", Name{"XObject"}}, {"Subtype", Name{"Image"}},       {"Width", image.width},
              {"Height", image.height},  {"BitsPerComponent", image.bits}, {"ColorSpace", colourSpace(image)}};
    if (image.isGroup4) {
        dict.set("Filter", Name{"CCITTFaxDecode"});
        dict.set("DecodeParms", Dict{{"K", -1}, {"Columns", image.width}, {"Rows", image.height}});
        return dict;
    }
    dict.set("Filter", Name{image.isJpeg ? "DCTDecode" : "FlateDecode"});
    if (image.inverted)
        dict.set("Decode", Array{1, 0, 1, 0, 1, 0, 1, 0});
    if (image.pngRows) // a PDF reader undoes PNG's own compression (ISO 32000-1, 7.4.4.4)
        dict.set("DecodeParms", Dict{{"Predictor", 15},
                                     {"Colors", image.colours},
                                     {"BitsPerComponent", image.bits},
                                     {"Columns", image.width}});
    return dict;
}

} // namespace diakinisi::pdf
