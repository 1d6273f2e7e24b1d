#include "recognition/mail_reading.h"

#include <QRegularExpression>

namespace diakinisi::recognition {

namespace {

constexpr double byHeader = 0.98;

std::optional<ReadField> said(const QString& text, double confidence = byHeader)
{
    if (text.isEmpty())
        return std::nullopt;
    return ReadField{text, text, 0, {}, confidence};
}

QString shown(const MailAddress& address)
{
    return address.name.isEmpty() ? address.address : address.name;
}

std::vector<ReadField> shown(const std::vector<MailAddress>& addresses)
{
    std::vector<ReadField> fields;
    for (const MailAddress& address : addresses)
        if (const auto field = said(shown(address)))
            fields.push_back(*field);
    return fields;
}

/// The text as a page whose words have no place.
TextPage pageOf(const QString& text)
{
    TextPage page;
    const QStringList lines = text.split(u'\n');
    for (const QString& line : lines) {
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        for (const QString& each : words)
            if (page.words.size() < TextPage::mostWords) {
                page.words.emplace_back();
                page.words.back().text = each;
            }
        if (!words.isEmpty() && !page.words.empty())
            page.words.back().endsLine = true;
    }
    return page;
}

/// Without "Re:", "Fwd:", "ΑΠ:", "ΠΡΘ:", which mail programs put before it.
QString bareSubject(const QString& subject)
{
    static const QRegularExpression marks(QStringLiteral("^(?:(?:re|fw|fwd|απ|πρθ|σχετ)\\s*:\\s*)+"),
                                          QRegularExpression::CaseInsensitiveOption |
                                              QRegularExpression::UseUnicodePropertiesOption);
    QString bare = subject;
    return bare.remove(marks).trimmed();
}

} // namespace

LetterReading readMail(const MailFile& mail)
{
    LetterReading found = readLetter({pageOf(mail.text)});
    found.senderUnit.reset(); // a text has no heading
    found.sender = said(shown(mail.from));
    if (const auto subject = said(bareSubject(mail.subject)))
        found.subject = subject;
    if (mail.date.isValid()) {
        found.senderDate = said(mail.date.date().toString(Qt::ISODate));
        found.place.reset();
    }
    found.recipients = shown(mail.to);
    found.copies = shown(mail.copies);
    found.attachments.clear();
    for (const MailAttachment& file : mail.attachments)
        if (const auto name = said(file.name.isEmpty() ? file.mediaType : file.name))
            found.attachments.push_back(*name);
    const QString count = QString::number(mail.attachments.size());
    found.attachmentCount = ReadField{count, count, 0, {}, 1};
    return found;
}

} // namespace diakinisi::recognition
