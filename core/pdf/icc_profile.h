#pragma once
#include <QByteArray>

namespace diakinisi::pdf {

/// The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 2.1 (ICC.1:1998-09): three-component matrix and
/// curves, made from the standard's own numbers. 3 kB.
QByteArray srgbProfile();

} // namespace diakinisi::pdf
