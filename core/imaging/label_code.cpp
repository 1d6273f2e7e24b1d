#include "imaging/label_code.h"

#include <QRegularExpression>

namespace diakinisi::imaging {

QString labelText(const LabelCode& label)
{
    return QStringLiteral("diakinisi:%1/%2:%3")
        .arg(QString::number(label.number), QString::number(label.year), label.organisation);
}

std::optional<LabelCode> readLabel(const QString& text)
{
    static const QRegularExpression form(QStringLiteral("\\Adiakinisi:([1-9][0-9]{0,8})/([0-9]{4}):(.{1,200})\\z"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return LabelCode{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3)};
}

} // namespace diakinisi::imaging
