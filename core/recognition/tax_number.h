#pragma once
#include <QStringView>

namespace diakinisi::recognition {

/// Is it a Greek tax number (ΑΦΜ): nine digits, not all nought, whose last is the check digit, the sum of the first
/// eight weighted 256 to 2, modulo 11, modulo 10?
bool isTaxNumber(QStringView digits);

} // namespace diakinisi::recognition
