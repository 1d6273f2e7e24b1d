#include "recognition/gmime_mail_reader.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <memory>

#undef signals // glib has a member of that name
#include <gmime/gmime.h>

namespace diakinisi::recognition {

namespace {

struct Unref {
    void operator()(gpointer object) const { g_object_unref(object); }
};
template <class T>
using Held = std::unique_ptr<T, Unref>;

/// A header's value: whatever bytes it has, in characters; unfolded, and no longer than it may be.
QString fromHeader(const char* utf8)
{
    const QString text = utf8 ? QString::fromUtf8(utf8).simplified() : QString();
    return text.left(MailFile::mostHeader);
}

void addAddresses(InternetAddressList* list, std::vector<MailAddress>& to, int depth)
{
    const int count = list && depth < MailFile::mostDepth ? internet_address_list_length(list) : 0;
    for (int i = 0; i < count && to.size() < MailFile::mostAddresses; ++i) {
        InternetAddress* each = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_GROUP(each))
            addAddresses(internet_address_group_get_members(INTERNET_ADDRESS_GROUP(each)), to, depth + 1);
        else
            to.push_back({fromHeader(internet_address_get_name(each)),
                          fromHeader(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(each)))});
    }
}

std::vector<MailAddress> addresses(GMimeMessage* message, GMimeAddressType type)
{
    std::vector<MailAddress> list;
    addAddresses(g_mime_message_get_addresses(message, type), list, 0);
    return list;
}

QDateTime dateOf(GMimeMessage* message)
{
    GDateTime* date = g_mime_message_get_date(message);
    if (!date)
        return {};
    const auto offset = static_cast<int>(g_date_time_get_utc_offset(date) / G_TIME_SPAN_SECOND);
    return QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(date), Qt::OffsetFromUTC, offset);
}

qint64 decodedSize(GMimePart* part)
{
    GMimeDataWrapper* content = g_mime_part_get_content(part);
    const Held<GMimeStream> nowhere(g_mime_stream_null_new());
    return content ? std::max<qint64>(0, g_mime_data_wrapper_write_to_stream(content, nowhere.get())) : 0;
}

/// Of a name with a path the last piece alone.
QString fileName(const char* utf8)
{
    QString name = fromHeader(utf8);
    name.replace(u'\\', u'/');
    return name.section(u'/', -1);
}

/// The words of HTML, a line where a block begins.
QString withoutTags(QString html)
{
    static const QRegularExpression hidden(QStringLiteral("<(style|script|head)\\b.*?</\\1>"),
                                           QRegularExpression::CaseInsensitiveOption |
                                               QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression block(QStringLiteral("<(?:br|p|div|tr|li|h[1-6])\\b[^>]*>"),
                                          QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression tag(QStringLiteral("<[^>]*>"));
    html.truncate(MailFile::mostText * 4);
    html.remove(hidden).replace(block, QStringLiteral("\n")).remove(tag);
    return html.replace(QStringLiteral("&nbsp;"), QStringLiteral(" "))
        .replace(QStringLiteral("&amp;"), QStringLiteral("&"));
}

/// Goes through the parts; `m_mail.cut` where there are more than may be.
class Walk
{
public:
    explicit Walk(MailFile& mail) : m_mail(mail) {}

    void part(GMimeObject* object, int depth)
    {
        if (!object || ++m_parts > MailFile::mostParts || depth > MailFile::mostDepth) {
            m_mail.cut = m_mail.cut || object;
            return;
        }
        if (GMIME_IS_MULTIPART(object)) {
            const int count = g_mime_multipart_get_count(GMIME_MULTIPART(object));
            for (int i = 0; i < count && m_parts <= MailFile::mostParts; ++i)
                part(g_mime_multipart_get_part(GMIME_MULTIPART(object), i), depth + 1);
        } else if (GMIME_IS_MESSAGE_PART(object)) {
            message(GMIME_MESSAGE_PART(object));
        } else if (GMIME_IS_PART(object)) {
            leaf(GMIME_PART(object));
        }
    }

private:
    void message(GMimeMessagePart* part)
    {
        GMimeMessage* within = g_mime_message_part_get_message(part);
        const QString subject = within ? fromHeader(g_mime_message_get_subject(within)) : QString();
        m_mail.attachments.push_back({subject + QStringLiteral(".eml"), QStringLiteral("message/rfc822"), 0});
    }
    void leaf(GMimePart* part)
    {
        GMimeContentType* type = g_mime_object_get_content_type(GMIME_OBJECT(part));
        const QString name = fileName(g_mime_part_get_filename(part));
        const bool isText = g_mime_content_type_is_type(type, "text", "*");
        const bool attached = g_mime_part_is_attachment(part) || !name.isEmpty();
        if (isText && !attached) {
            if (m_mail.text.isEmpty() || (m_html && !isHtml(type)))
                takeText(part, type);
            return;
        }
        g_autofree gchar* mediaType = g_mime_content_type_get_mime_type(type);
        m_mail.attachments.push_back({name, fromHeader(mediaType), decodedSize(part)});
    }
    static bool isHtml(GMimeContentType* type) { return g_mime_content_type_is_type(type, "text", "html"); }
    void takeText(GMimePart* part, GMimeContentType* type)
    {
        if (!GMIME_IS_TEXT_PART(part))
            return;
        g_autofree gchar* text = g_mime_text_part_get_text(GMIME_TEXT_PART(part));
        m_html = isHtml(type);
        const QString whole = m_html ? withoutTags(QString::fromUtf8(text)) : QString::fromUtf8(text);
        m_mail.cut = m_mail.cut || whole.size() > MailFile::mostText;
        m_mail.text = whole.left(MailFile::mostText);
    }

    MailFile& m_mail;
    std::size_t m_parts = 0;
    bool m_html = false;
};

MailFile mailOf(GMimeMessage* message)
{
    MailFile mail;
    mail.subject = fromHeader(g_mime_message_get_subject(message));
    auto from = addresses(message, GMIME_ADDRESS_TYPE_FROM);
    if (from.empty())
        from = addresses(message, GMIME_ADDRESS_TYPE_SENDER);
    if (!from.empty())
        mail.from = from.front();
    mail.to = addresses(message, GMIME_ADDRESS_TYPE_TO);
    mail.copies = addresses(message, GMIME_ADDRESS_TYPE_CC);
    mail.date = dateOf(message);
    Walk(mail).part(g_mime_message_get_mime_part(message), 0);
    return mail;
}

} // namespace

GmimeMailReader::GmimeMailReader()
{
    g_mime_init();
    // Greek senders whose programs name no charset.
    const char* charsets[] = {"utf-8", "windows-1253", "iso-8859-7", nullptr};
    g_mime_parser_options_set_fallback_charsets(g_mime_parser_options_get_default(), charsets);
}

Result<MailFile> GmimeMailReader::read(const QString& path, std::stop_token stop)
{
    if (QFileInfo(path).size() > MailFile::mostBytes)
        return fail(ErrorCode::FileTooLarge, path);
    GError* error = nullptr;
    const Held<GMimeStream> stream(g_mime_stream_fs_open(path.toLocal8Bit().constData(), 0, 0, &error));
    if (!stream) {
        const QString cause = error ? QString::fromUtf8(error->message) : QString();
        g_clear_error(&error);
        return fail(ErrorCode::FileUnreadable, path, cause);
    }
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    if (!message)
        return fail(ErrorCode::MalformedInput, path);
    MailFile mail = mailOf(message.get());
    if (mail.from.address.isEmpty() && mail.subject.isEmpty() && !mail.date.isValid())
        return fail(ErrorCode::MalformedInput, path, QStringLiteral("no header of a message"));
    return mail;
}

} // namespace diakinisi::recognition
