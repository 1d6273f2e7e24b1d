#include "sync/jobs.h"

#include "wire/json_reader.h"
#include "wire/routes.h"

#include <QJsonDocument>

namespace diakinisi::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto inTrouble = 10min; ///< how long a file that cannot be sent is left alone
constexpr int mostAttempts = 3;

QString pathOf(const PendingUpload& file)
{
    return wire::routes::uploads + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(file.upload));
}

} // namespace

void Uploader::drop()
{
    m_file.reset();
    m_bytes.reset();
}

void Uploader::begin()
{
    m_file = next();
    if (!m_file)
        return;
    auto bytes = m_host.doors().files.open(m_file->digest);
    if (!bytes)
        return giveUp(bytes.error());
    m_bytes = std::move(*bytes);
    m_file->upload.isEmpty() ? announce() : askOffset();
}

std::optional<PendingUpload> Uploader::next()
{
    Agenda& agenda = m_host.agenda();
    const auto pending = m_host.doors().files.pendingUploads(1'000);
    if (!pending) {
        m_host.hold(Job::Upload, pending.error());
        return std::nullopt;
    }
    agenda.uploadsAt.reset();
    for (const PendingUpload& file : *pending) {
        const auto held = m_heldUntil.find(file.digest);
        if (held == m_heldUntil.end() || held->second <= m_host.steady()) {
            agenda.uploadsAt = m_host.steady(); // until it is done: should it break off, it is next again
            return file;
        }
        agenda.uploadsAt = std::min(agenda.uploadsAt.value_or(held->second), held->second);
    }
    return std::nullopt;
}

void Uploader::announce()
{
    const wire::UploadRequest wanted{m_file->size, m_file->digest, m_file->mediaType};
    m_host.ask(
        Job::Upload,
        postJson(wire::routes::uploads, QJsonDocument(wire::toJson(wanted)).toJson(QJsonDocument::Compact)),
        [this](const Response& response) {
            const auto json = wire::readJsonObject(response.body);
            const auto answer = json ? wire::fromJson<wire::UploadAnswer>(*json, u"upload") : fail(json.error());
            const Done noted =
                answer ? m_host.doors().files.noteUpload(m_file->digest, answer->upload) : fail(answer.error());
            if (!noted)
                return m_host.hold(Job::Upload, noted.error());
            m_file->upload = answer->upload;
            answer->offset >= m_file->size && m_file->size > 0 ? done() : sendPiece(answer->offset);
        },
        [this](const Response& response, const Error& error) { return refused(response, error); });
}

void Uploader::askOffset()
{
    Request request;
    request.method = "HEAD";
    request.path = pathOf(*m_file);
    m_host.ask(
        Job::Upload, std::move(request), [this](const Response& response) { advance(response, 0); },
        [this](const Response& response, const Error& error) { return refused(response, error); });
}

void Uploader::sendPiece(qint64 offset)
{
    if (!m_bytes->seek(offset))
        return giveUp({ErrorCode::FileUnreadable, m_file->digest.hex(), m_bytes->errorString()});
    Request request;
    request.method = "PATCH";
    request.path = pathOf(*m_file);
    request.headers["Content-Type"] = wire::routes::offsetBytes.latin1();
    request.headers["Upload-Offset"] = QByteArray::number(offset);
    request.silence = 60s;
    request.body = m_bytes->read(std::min(pieceBytes, m_file->size - offset));
    if (request.body.size() != std::min(pieceBytes, m_file->size - offset))
        return giveUp({ErrorCode::FileUnreadable, m_file->digest.hex(), m_bytes->errorString()});
    const qint64 least = offset + (m_file->size > 0 ? 1 : 0);
    m_host.ask(
        Job::Upload, std::move(request), [this, least](const Response& response) { advance(response, least); },
        [this](const Response& response, const Error& error) { return refused(response, error); });
}

/// Goes on at the offset that the server named, which must be `least` at least.
void Uploader::advance(const Response& response, qint64 least)
{
    bool number = false;
    const qint64 offset = response.header("upload-offset").trimmed().toLongLong(&number);
    if (!number || offset < least || offset > m_file->size)
        return giveUp({ErrorCode::MalformedInput, QStringLiteral("Upload-Offset"),
                       QString::fromLatin1(response.header("upload-offset"))});
    // An upload that is complete is gone by the next question: the empty file needs its one piece all the same.
    offset == m_file->size && (least > 0 || m_file->size > 0 || response.status == 204) ? done() : sendPiece(offset);
}

void Uploader::startAgain()
{
    m_file->upload.clear();
    if (const Done noted = m_host.doors().files.noteUpload(m_file->digest, {}); !noted)
        return m_host.hold(Job::Upload, noted.error());
    announce();
}

bool Uploader::refused(const Response& response, const Error& error)
{
    if (response.status == 409 && !m_file->upload.isEmpty() && m_attempts[m_file->digest] < mostAttempts) {
        ++m_attempts[m_file->digest];
        askOffset(); // somebody got further than we know: the former piece arrived after all
        return true;
    }
    const bool gone = response.status == 404 || response.status == 410 || response.status == 422;
    if (gone && !m_file->upload.isEmpty() && ++m_attempts[m_file->digest] <= mostAttempts)
        startAgain();
    else
        giveUp(error);
    return true;
}

void Uploader::giveUp(const Error& error)
{
    m_heldUntil[m_file->digest] = m_host.steady() + inTrouble;
    m_attempts.erase(m_file->digest);
    m_host.agenda().uploadsAt = m_host.steady(); // the next one
    drop();
    m_host.hold(Job::Upload, error);
}

void Uploader::done()
{
    const Sha256 digest = m_file->digest;
    drop();
    m_attempts.erase(digest);
    m_heldUntil.erase(digest);
    Agenda& agenda = m_host.agenda();
    if (const Done noted = m_host.doors().files.uploadDone(digest); !noted)
        return m_host.hold(Job::Upload, noted.error());
    agenda.countsStale = true;
    agenda.uploadsAt = agenda.commandsAt = m_host.steady(); // a signature may have waited for it
}

} // namespace diakinisi::sync
