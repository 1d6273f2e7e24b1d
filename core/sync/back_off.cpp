#include "sync/back_off.h"

#include <algorithm>

namespace diakinisi::sync {

std::chrono::milliseconds backOffAfter(int failures, RandomSource& random)
{
    using std::chrono::milliseconds;
    const int doublings = std::clamp(failures - 1, 0, 10);
    const milliseconds full = std::min(milliseconds(1'000) * (1 << doublings), longestBackOff);
    const QByteArray chance = random.bytes(2);
    const int number = static_cast<unsigned char>(chance.at(0)) * 256 + static_cast<unsigned char>(chance.at(1));
    return full - full / 2 * number / 65'536;
}

} // namespace diakinisi::sync
