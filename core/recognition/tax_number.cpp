#include "recognition/tax_number.h"

namespace diakinisi::recognition {

bool isTaxNumber(QStringView digits)
{
    constexpr qsizetype length = 9;
    if (digits.size() != length)
        return false;
    int sum = 0;
    int any = 0;
    for (qsizetype i = 0; i < length; ++i) {
        const int digit = digits[i].unicode() - u'0';
        if (digit < 0 || digit > 9)
            return false;
        any |= digit;
        if (i + 1 < length)
            sum += digit << (length - 1 - i);
    }
    return any != 0 && sum % 11 % 10 == digits.back().unicode() - u'0';
}

} // namespace diakinisi::recognition
