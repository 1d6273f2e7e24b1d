#pragma once
#include "base/limits.h"
#include "base/result.h"

#include <QDateTime>
#include <QStringList>

#include <stop_token>
#include <vector>

namespace diakinisi::recognition {

struct MailAddress {
    QString name; ///< as written; may be empty
    QString address;

    friend bool operator==(const MailAddress&, const MailAddress&) = default;
};

/// One file that came with a message.
struct MailAttachment {
    QString name; ///< without a path; may be empty
    QString mediaType;
    qint64 bytes = 0; ///< decoded

    friend bool operator==(const MailAttachment&, const MailAttachment&) = default;
};

/// An e-mail message (RFC 5322, MIME), as far as its particulars go.
struct MailFile {
    static constexpr qint64 mostBytes = 128 * limits::miB; ///< of the whole file
    static constexpr int mostDepth = 20;                   ///< of parts within parts; deeper ones are left out
    static constexpr std::size_t mostParts = 500;          ///< of a message, in all its depth
    static constexpr std::size_t mostAddresses = 200;
    static constexpr qsizetype mostText = 200'000; ///< characters of the body
    static constexpr qsizetype mostHeader = 2'000; ///< characters of one header's value

    QString subject;
    MailAddress from;
    std::vector<MailAddress> to;
    std::vector<MailAddress> copies;
    QDateTime date; ///< in the sender's offset; invalid where there is none
    QString text;   ///< of the first readable part
    std::vector<MailAttachment> attachments;
    bool cut = false; ///< something was more than the limits allow, and was left out

    friend bool operator==(const MailFile&, const MailFile&) = default;
};

/// Is the file named as e-mail messages are (.eml)?
bool isMailFile(const QString& path);

/// Reads e-mail messages. Blocking.
class MailReader
{
public:
    virtual ~MailReader() = default;
    /// FileUnreadable, FileTooLarge (more than `mostBytes`), MalformedInput (no message), Cancelled, WorkerDied.
    virtual Result<MailFile> read(const QString& path, std::stop_token stop) = 0;
};

} // namespace diakinisi::recognition
