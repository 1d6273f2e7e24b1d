#include "ctl/letter_json.h"

#include <QJsonArray>

#include <cmath>

namespace diakinisi::ctl {

namespace {

using recognition::ReadField;

double rounded(double value)
{
    return std::round(value * 100) / 100;
}

QJsonObject toJson(const ReadField& field)
{
    const QRectF& box = field.box;
    return {{QStringLiteral("text"), field.text},
            {QStringLiteral("value"), field.value},
            {QStringLiteral("page"), field.page + 1},
            {QStringLiteral("box"),
             QJsonArray{rounded(box.x()), rounded(box.y()), rounded(box.width()), rounded(box.height())}},
            {QStringLiteral("confidence"), rounded(field.confidence)}};
}

QJsonValue toJson(const std::optional<ReadField>& field)
{
    return field ? QJsonValue(toJson(*field)) : QJsonValue();
}

QJsonArray toJson(const std::vector<ReadField>& fields)
{
    QJsonArray list;
    for (const ReadField& field : fields)
        list.append(toJson(field));
    return list;
}

} // namespace

QJsonObject letterToJson(const recognition::LetterReading& letter)
{
    return {{QStringLiteral("subject"), toJson(letter.subject)},
            {QStringLiteral("sender"), toJson(letter.sender)},
            {QStringLiteral("sender_unit"), toJson(letter.senderUnit)},
            {QStringLiteral("sender_number"), toJson(letter.senderNumber)},
            {QStringLiteral("sender_date"), toJson(letter.senderDate)},
            {QStringLiteral("place"), toJson(letter.place)},
            {QStringLiteral("signer"), toJson(letter.signer)},
            {QStringLiteral("recipients"), toJson(letter.recipients)},
            {QStringLiteral("copies"), toJson(letter.copies)},
            {QStringLiteral("related"), toJson(letter.related)},
            {QStringLiteral("kind"), toJson(letter.kind)},
            {QStringLiteral("priority"), toJson(letter.priority)},
            {QStringLiteral("classification"), toJson(letter.classification)},
            {QStringLiteral("ada"), toJson(letter.ada)},
            {QStringLiteral("attachment_count"), toJson(letter.attachmentCount)},
            {QStringLiteral("sheet_count"), toJson(letter.sheetCount)},
            {QStringLiteral("attachments"), toJson(letter.attachments)},
            {QStringLiteral("applicant_name"), toJson(letter.applicantName)},
            {QStringLiteral("applicant_tax_number"), toJson(letter.applicantTaxNumber)},
            {QStringLiteral("applicant_phone"), toJson(letter.applicantPhone)},
            {QStringLiteral("applicant_email"), toJson(letter.applicantEmail)},
            {QStringLiteral("applicant_address"), toJson(letter.applicantAddress)}};
}

} // namespace diakinisi::ctl
