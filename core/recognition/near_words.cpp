#include "recognition/near_words.h"

#include <numeric>
#include <vector>

namespace diakinisi::recognition {

int lettersWrong(QStringView a, QStringView b)
{
    std::vector<int> row(static_cast<std::size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        int corner = std::exchange(row[0], static_cast<int>(i));
        for (std::size_t j = 1; j < row.size(); ++j) {
            const int same = corner + (a[i - 1] == b[static_cast<qsizetype>(j) - 1] ? 0 : 1);
            corner = row[j];
            row[j] = std::min({same, row[j] + 1, row[j - 1] + 1});
        }
    }
    return row.back();
}

bool isNearWord(QStringView read, QStringView word)
{
    constexpr int lettersToOneWrong = 6;
    const auto most = static_cast<int>(word.size()) / lettersToOneWrong;
    return std::abs(read.size() - word.size()) <= most && lettersWrong(read, word) <= most;
}

} // namespace diakinisi::recognition
