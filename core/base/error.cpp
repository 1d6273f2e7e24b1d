#include "base/error.h"

#include <array>

namespace diakinisi {

namespace {

struct Row {
    ErrorCode code;
    QLatin1StringView word;
};

constexpr std::array rows{
#define X(name, word) Row{ErrorCode::name, QLatin1StringView(word)},
    DIAKINISI_ERROR_CODES(X)
#undef X
};

constexpr auto codes = [] {
    std::array<ErrorCode, rows.size()> all{};
    for (std::size_t i = 0; i < rows.size(); ++i)
        all[i] = rows[i].code;
    return all;
}();

} // namespace

QString errorWord(ErrorCode code)
{
    return rows[static_cast<std::size_t>(code)].word;
}

ErrorCode errorCode(QStringView word)
{
    for (const Row& row : rows)
        if (row.word == word)
            return row.code;
    return ErrorCode::InternalFault;
}

std::span<const ErrorCode> allErrorCodes()
{
    return codes;
}

} // namespace diakinisi
