#include "scanning/interleave.h"

namespace diakinisi::scanning {

Result<QStringList> interleaved(const QStringList& fronts, const QStringList& backs)
{
    if (fronts.size() != backs.size())
        return fail(ErrorCode::MalformedInput, QStringLiteral("pages"),
                    QStringLiteral("%1 fronts, %2 backs").arg(fronts.size()).arg(backs.size()));
    QStringList pages;
    for (qsizetype i = 0; i < fronts.size(); ++i)
        pages << fronts[i] << backs[backs.size() - 1 - i];
    return pages;
}

} // namespace diakinisi::scanning
