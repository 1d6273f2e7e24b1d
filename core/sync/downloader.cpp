#include "sync/jobs.h"

#include "wire/routes.h"

namespace diakinisi::sync {

using namespace std::chrono_literals;

void Downloader::begin()
{
    Doors& doors = m_host.doors();
    const auto wanted = doors.files.wantedDownloads(1);
    if (!wanted)
        return m_host.hold(Job::Download, wanted.error());
    if (wanted->empty()) {
        m_host.agenda().downloadsAt.reset();
        return;
    }
    const auto offset = doors.files.downloadOffset(wanted->front());
    if (!offset)
        return m_host.hold(Job::Download, offset.error());
    m_file = File{.digest = wanted->front(), .offset = *offset};
    Request request;
    request.path = wire::routes::files + u'/' + m_file->digest.hex();
    request.headers["Accept-Encoding"] = "identity"; // bytes and ranges as they are
    if (*offset > 0)
        request.headers["Range"] = "bytes=" + QByteArray::number(*offset) + '-';
    request.silence = 60s;
    request.sink = [this](const Response& head, QByteArrayView piece) { return takePiece(head, piece); };
    m_host.ask(
        Job::Download, std::move(request), [this](const Response&) { finish(); },
        [this](const Response& response, const Error& error) { return refused(response, error); });
}

Done Downloader::takePiece(const Response& head, QByteArrayView piece)
{
    if (!m_file)
        return fail(ErrorCode::Cancelled);
    if (!std::exchange(m_file->begun, true) && head.status != 206)
        m_file->skip = m_file->offset; // the server gives the whole file all the same
    const qint64 known = std::min<qint64>(m_file->skip, piece.size());
    m_file->skip -= known;
    piece = piece.sliced(known);
    if (piece.isEmpty())
        return {};
    const Done appended = m_host.doors().files.appendDownload(m_file->digest, m_file->offset, piece);
    if (appended)
        m_file->offset += piece.size();
    return appended;
}

void Downloader::finish()
{
    const Sha256 digest = m_file->digest;
    m_file.reset();
    m_host.agenda().downloadsAt = m_host.steady(); // the next one
    Doors& doors = m_host.doors();
    const Done finished = doors.files.finishDownload(digest);
    if (finished) {
        m_attempts.erase(digest);
        m_host.news().fileArrived(digest);
        return;
    }
    if (finished.error().code != ErrorCode::DigestMismatch || ++m_attempts[digest] < 3)
        return m_host.hold(Job::Download, finished.error());
    m_attempts.erase(digest);
    if (doors.files.downloadRefused(digest, finished.error()))
        m_host.news().fileRefused(digest, finished.error());
}

bool Downloader::refused(const Response& response, const Error& error)
{
    if (response.status == 416) { // nothing is left to ask for: all bytes are here
        finish();
        return true;
    }
    const Sha256 digest = m_file->digest;
    m_file.reset();
    m_host.agenda().downloadsAt = m_host.steady();
    const Done noted = m_host.doors().files.downloadRefused(digest, error);
    if (noted)
        m_host.news().fileRefused(digest, error);
    else
        m_host.hold(Job::Download, noted.error());
    return true;
}

} // namespace diakinisi::sync
