// Upload in MB/s, beside the limit of this machine: the same bytes hashed, written and flushed by one plain loop.
//   bench_upload --server URL --ca FILE --user U --password-file F --folder DIR --files N --megabytes M --connections C
// DIR lies on the server's disk; what is written there is removed again.
#include "office_desk.h"

#include "base/digest.h"
#include "base/random.h"
#include "wire/json_reader.h"
#include "wire/messages.h"
#include "wire/routes.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <unistd.h>

#include <deque>

namespace diakinisi::bench {
namespace {

constexpr qsizetype markBytes = 16;

/// Files that differ in their first bytes only, so that one block of memory serves for all of them.
struct Content {
    QByteArray mark;
    Sha256 digest;
};

struct Load {
    QByteArray rest; ///< of every file, behind its mark
    std::deque<Content> files;

    qsizetype size() const { return markBytes + rest.size(); }
    double megabytes() const { return static_cast<double>(size()) * static_cast<double>(files.size()) / 1e6; }
};

Load make(int files, int megabytes)
{
    SystemRandom random;
    Load load{random.bytes(megabytes * qsizetype{1'000'000} - markBytes), {}};
    for (int i = 0; i < files; ++i) {
        Content content{random.bytes(markBytes), {}};
        Sha256Stream stream;
        stream.add(content.mark);
        stream.add(load.rest);
        content.digest = stream.value();
        load.files.push_back(content);
    }
    return load;
}

/// What any program must do at least that keeps a file by its digest and answers when it is on disk.
Result<double> limitSeconds(const Load& load, const QString& folder)
{
    const auto begun = std::chrono::steady_clock::now();
    for (const Content& content : load.files) {
        QFile file(QDir(folder).filePath(content.digest.hex()));
        Sha256Stream stream;
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return fail(ErrorCode::FileUnwritable, file.fileName());
        for (const QByteArray& part : {content.mark, load.rest}) {
            stream.add(part);
            if (file.write(part) != part.size())
                return fail(ErrorCode::FileUnwritable, file.fileName());
        }
        if (::fsync(file.handle()) != 0 || stream.value() != content.digest)
            return fail(ErrorCode::FileUnwritable, file.fileName());
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
    for (const Content& content : load.files)
        QFile::remove(QDir(folder).filePath(content.digest.hex()));
    return seconds;
}

/// One connection's way: announce a file, send it, take the next.
class Sender
{
public:
    Sender(Load& load, const ServerOptions& options, QByteArray token)
        : m_load(load),
          m_target(options.target),
          m_token(std::move(token))
    {
    }

    std::optional<Request> next()
    {
        if (!m_upload.isEmpty())
            return piece();
        if (m_load.files.empty())
            return std::nullopt;
        m_content = m_load.files.front();
        m_load.files.pop_front();
        const wire::UploadRequest wanted{m_load.size(), m_content.digest, QStringLiteral("application/pdf")};
        return jsonRequest(m_target, wire::routes::uploads.latin1(), m_token, wire::toJson(wanted));
    }

    bool answered(const Reply& reply)
    {
        if (reply.status / 100 != 2)
            return false;
        if (!m_upload.isEmpty()) {
            m_upload.clear();
            return reply.field("upload-offset").toLongLong() == m_load.size();
        }
        const auto json = wire::readJsonObject(reply.body);
        const auto answer = json ? wire::fromJson<wire::UploadAnswer>(*json) : fail(json.error());
        if (answer)
            m_upload = answer->upload.toUtf8();
        return answer && answer->offset == 0;
    }

private:
    Request piece() const
    {
        const QByteArray path = QByteArray(wire::routes::uploads.latin1()) + '/' + m_upload;
        const QByteArray more =
            "Content-Type: " + QByteArray(wire::routes::offsetBytes.latin1()) + "\r\nUpload-Offset: 0\r\n";
        return {headOf(m_target, "PATCH", path, m_token, m_load.size(), more) + m_content.mark, m_load.rest};
    }

    Load& m_load;
    const HttpsLoad::Target& m_target;
    QByteArray m_token;
    Content m_content;
    QByteArray m_upload;
};

Done run(const ServerOptions& options, Load load, const QString& folder, int connections)
{
    const auto limit = limitSeconds(load, folder);
    if (!limit)
        return fail(limit.error());
    auto https = HttpsLoad::connect(options.target, connections);
    if (!https)
        return fail(https.error());
    const auto token = signIn(**https, 0, options);
    if (!token)
        return fail(token.error());
    const double megabytes = load.megabytes();
    std::vector<Sender> senders(static_cast<std::size_t>(connections), Sender(load, options, *token));
    const auto done = (*https)->run(
        connections, [&](int i) { return senders[static_cast<std::size_t>(i)].next(); },
        [&](int i, const Reply& reply) { return senders[static_cast<std::size_t>(i)].answered(reply); },
        std::chrono::minutes(5));
    if (!done)
        return fail(done.error());
    if (done->bad > 0)
        return fail(ErrorCode::ServerRefused, QString::number(done->bad), QString::fromUtf8(done->firstBad));
    printRow({{QStringLiteral("row"), QStringLiteral("upload")},
              {QStringLiteral("connections"), connections},
              {QStringLiteral("megabytes"), megabytes},
              {QStringLiteral("mb_per_second"), megabytes / done->seconds},
              {QStringLiteral("limit_mb_per_second"), megabytes / *limit}});
    return {};
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    parser.addOption({QStringLiteral("folder"), {}, QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("files"), {}, QStringLiteral("N"), QStringLiteral("20")});
    parser.addOption({QStringLiteral("megabytes"), {}, QStringLiteral("M"), QStringLiteral("10")});
    parser.addOption({QStringLiteral("connections"), {}, QStringLiteral("C"), QStringLiteral("1")});
    parser.process(application);
    const auto options = ServerOptions::from(parser);
    if (!options)
        return complain(options.error());
    const auto number = [&parser](const char* name, int most) {
        return std::clamp(parser.value(QString::fromLatin1(name)).toInt(), 1, most);
    };
    const auto done = run(*options, make(number("files", 1'000), number("megabytes", 500)),
                          parser.value(QStringLiteral("folder")), number("connections", 64));
    return done ? 0 : complain(done.error());
}
