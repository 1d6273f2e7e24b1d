#pragma once
#include "base/result.h"
#include "imaging/paper.h"

namespace diakinisi::imaging {

/// Does a gray image hold black and white only? (A fax, a line-art scan.)
bool isBlackAndWhite(const QImage& image);

/// Black and white (Format_Mono, 0 black) by the paper around each pixel, so that a shadow stays white and faint
/// writing black.
QImage toLineArt(const QImage& image, const Paper& paper, int factor);
/// Black and white at the middle, for what was so before it was turned.
QImage toLineArt(const QImage& image);

/// Without specks: black dots that stand alone, at most 3 pixels wide and high. Takes and gives Format_Mono.
QImage despeckled(const QImage& lineArt);

/// CCITT group 4 (ITU-T T.6) of a Format_Mono image, rows top down, 0 black: what PDF's CCITTFaxDecode takes with K -1.
Result<QByteArray> encodeGroup4(const QImage& lineArt);

} // namespace diakinisi::imaging
