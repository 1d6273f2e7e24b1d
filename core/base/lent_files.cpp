#include "base/lent_files.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace diakinisi {

using std::chrono::steady_clock;

namespace {

constexpr std::int64_t blockBytes = 256 * limits::kiB; ///< read ahead: the next bytes are wanted soon
constexpr std::size_t mostBlocks = 16;
static_assert(blockBytes <= lentfiles::mostBytes);

const QString askKey = QStringLiteral("ask");
const QString readWord = QStringLiteral("read");
const QString fileKey = QStringLiteral("file");
const QString atKey = QStringLiteral("at");
const QString lengthKey = QStringLiteral("length");

} // namespace

std::optional<std::vector<std::int64_t>> lentfiles::sizes(const QJsonObject& head, std::size_t count)
{
    const QJsonArray given = head.value(u"files").toArray();
    std::vector<std::int64_t> sizes;
    for (const QJsonValue& each : given)
        sizes.push_back(each.toInteger(-1));
    const bool fits = sizes.size() == count && std::ranges::all_of(sizes, [](std::int64_t size) { return size >= 0; });
    return fits ? std::optional(std::move(sizes)) : std::nullopt;
}

FileLender::FileLender(std::vector<QIODevice*> files, std::chrono::milliseconds longest)
    : m_end(steady_clock::now() + longest)
{
    for (QIODevice* file : files)
        m_files.push_back({file, file->size()});
}

QJsonArray FileLender::sizes() const
{
    QJsonArray sizes;
    for (const Lent& file : m_files)
        sizes.append(qint64{file.size});
    return sizes;
}

Result<WorkerMessage> FileLender::answer(const WorkerMessage& question)
{
    const auto nonsense = [](const QString& why) { return fail(ErrorCode::MalformedInput, {}, why); };
    const std::int64_t index = question.head.value(fileKey).toInteger(-1);
    const std::int64_t at = question.head.value(atKey).toInteger(-1);
    const std::int64_t length = question.head.value(lengthKey).toInteger(-1);
    if (question.head.value(askKey).toString() != readWord || index < 0 ||
        std::cmp_greater_equal(index, m_files.size()))
        return nonsense(QStringLiteral("for what was not lent"));
    const Lent& file = m_files[static_cast<std::size_t>(index)];
    if (at < 0 || at >= file.size || length < 1 || length > std::min(lentfiles::mostBytes, file.size - at))
        return nonsense(QStringLiteral("for bytes that are not there"));
    if (steady_clock::now() > m_end)
        return nonsense(QStringLiteral("without end"));
    if (!file.device->seek(at))
        return fail(ErrorCode::FileUnreadable, {}, file.device->errorString());
    WorkerMessage answer{{}, file.device->read(length)};
    if (answer.blob.size() != length)
        return fail(ErrorCode::FileUnreadable, {}, file.device->errorString());
    return answer;
}

BorrowedFile::BorrowedFile(WorkerProcess::Answerer ask, int index, std::int64_t size)
    : m_ask(std::move(ask)),
      m_index(index),
      m_size(size)
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

const BorrowedFile::Block* BorrowedFile::block(std::int64_t number)
{
    const auto known = std::ranges::find(m_blocks, number, &Block::number);
    if (known != m_blocks.end()) {
        m_blocks.splice(m_blocks.begin(), m_blocks, known);
        return &m_blocks.front();
    }
    const std::int64_t at = number * blockBytes;
    const std::int64_t length = std::min(blockBytes, m_size - at);
    auto reply =
        m_ask({{{askKey, readWord}, {fileKey, m_index}, {atKey, qint64{at}}, {lengthKey, qint64{length}}}, {}});
    if (!reply || reply->blob.size() != length) {
        setErrorString(reply ? QStringLiteral("the caller gave other bytes than were asked for") : reply.error().cause);
        return nullptr;
    }
    if (m_blocks.size() >= mostBlocks)
        m_blocks.pop_back();
    m_blocks.push_front({number, std::move(reply->blob)});
    return &m_blocks.front();
}

qint64 BorrowedFile::readData(char* to, qint64 most)
{
    const std::int64_t begin = pos();
    const std::int64_t end = std::min<std::int64_t>(begin + most, m_size);
    std::int64_t at = begin;
    while (at < end) {
        const Block* found = block(at / blockBytes);
        if (!found)
            return -1;
        const std::int64_t from = at % blockBytes;
        const std::int64_t count = std::min<std::int64_t>(found->bytes.size() - from, end - at);
        std::memcpy(to + (at - begin), found->bytes.constData() + from, static_cast<std::size_t>(count));
        at += count;
    }
    return at - begin;
}

} // namespace diakinisi
