#include "signing/authorities/tcp_socket.h"

#include <algorithm>
#include <cerrno>
#include <condition_variable>
#include <cstring>
#include <mutex>
#include <optional>
#include <thread>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace diakinisi::signing {

namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;
constexpr auto slice = 100ms; ///< how late a stop may be seen

QString reason(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

/// Until the socket can be written or read. ServerUnreachable only when poll itself fails.
Done await(int handle, short event, const Patience& patience)
{
    const Clock::time_point end = std::min(patience.end, Clock::now() + patience.idle);
    for (;;) {
        if (patience.stop.stop_requested())
            return fail(ErrorCode::Cancelled);
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        if (left.count() <= 0)
            return fail(ErrorCode::TimedOut);
        pollfd wanted{handle, event, 0};
        const int ready = ::poll(&wanted, 1, static_cast<int>(std::min<std::int64_t>(left.count(), slice.count())));
        if (ready > 0)
            return {};
        if (ready < 0 && errno != EINTR)
            return fail(ErrorCode::ServerUnreachable, {}, reason(errno));
    }
}

std::optional<QByteArray> numeric(const QByteArray& host)
{
    QByteArray raw(16, '\0');
    if (::inet_pton(AF_INET, host.constData(), raw.data()) == 1)
        return raw.left(4);
    if (::inet_pton(AF_INET6, host.constData(), raw.data()) == 1)
        return raw;
    return std::nullopt;
}

std::vector<QByteArray> lookUp(const QByteArray& host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    addrinfo* list = nullptr;
    std::vector<QByteArray> addresses;
    if (::getaddrinfo(host.constData(), nullptr, &hints, &list) != 0)
        return addresses;
    for (const addrinfo* each = list; each; each = each->ai_next) {
        const auto raw = [](const void* at, qsizetype size) { return QByteArray(static_cast<const char*>(at), size); };
        if (each->ai_family == AF_INET)
            addresses.push_back(raw(&reinterpret_cast<const sockaddr_in*>(each->ai_addr)->sin_addr, 4));
        else if (each->ai_family == AF_INET6)
            addresses.push_back(raw(&reinterpret_cast<const sockaddr_in6*>(each->ai_addr)->sin6_addr, 16));
    }
    ::freeaddrinfo(list);
    return addresses;
}

/// What a look-up that nobody may be waiting for any more leaves behind.
struct LookUp {
    std::mutex mutex;
    std::condition_variable done;
    std::optional<std::vector<QByteArray>> addresses;
};

socklen_t fill(sockaddr_storage& storage, const QByteArray& address, quint16 port)
{
    if (address.size() == 4) {
        auto& v4 = reinterpret_cast<sockaddr_in&>(storage);
        v4.sin_family = AF_INET;
        v4.sin_port = htons(port);
        std::memcpy(&v4.sin_addr, address.constData(), 4);
        return sizeof(v4);
    }
    auto& v6 = reinterpret_cast<sockaddr_in6&>(storage);
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    std::memcpy(&v6.sin6_addr, address.constData(), 16);
    return sizeof(v6);
}

} // namespace

Result<std::vector<QByteArray>> resolveHost(const QString& host, const Patience& patience)
{
    const QByteArray name = host.toLatin1();
    if (const auto raw = numeric(name))
        return std::vector{*raw};
    // getaddrinfo cannot be interrupted: it runs by itself and is left behind when it takes too long.
    const auto state = std::make_shared<LookUp>();
    std::thread([state, name] {
        auto found = lookUp(name);
        const std::lock_guard lock(state->mutex);
        state->addresses = std::move(found);
        state->done.notify_all();
    }).detach();
    std::unique_lock lock(state->mutex);
    const Clock::time_point end = std::min(patience.end, Clock::now() + patience.idle);
    while (!state->addresses) {
        if (patience.stop.stop_requested())
            return fail(ErrorCode::Cancelled, host);
        if (Clock::now() >= end)
            return fail(ErrorCode::TimedOut, host);
        state->done.wait_for(lock, slice);
    }
    if (state->addresses->empty())
        return fail(ErrorCode::ServerUnreachable, host, QStringLiteral("the name is not known"));
    return *state->addresses;
}

Result<std::unique_ptr<TcpSocket>> TcpSocket::connect(const QByteArray& address, quint16 port, const Patience& patience)
{
    sockaddr_storage storage{};
    const socklen_t length = fill(storage, address, port);
    const int handle = ::socket(storage.ss_family, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (handle < 0)
        return fail(ErrorCode::ServerUnreachable, {}, reason(errno));
    std::unique_ptr<TcpSocket> socket(new TcpSocket(handle));
    const int now = 1;
    ::setsockopt(handle, IPPROTO_TCP, TCP_NODELAY, &now, sizeof(now));
    if (::connect(handle, reinterpret_cast<const sockaddr*>(&storage), length) != 0 && errno != EINPROGRESS)
        return fail(ErrorCode::ServerUnreachable, {}, reason(errno));
    if (const Done ready = await(handle, POLLOUT, patience); !ready)
        return fail(ready.error());
    int problem = 0;
    socklen_t size = sizeof(problem);
    ::getsockopt(handle, SOL_SOCKET, SO_ERROR, &problem, &size);
    if (problem != 0)
        return fail(ErrorCode::ServerUnreachable, {}, reason(problem));
    return socket;
}

TcpSocket::~TcpSocket()
{
    ::close(m_handle);
}

Done TcpSocket::write(QByteArrayView bytes, const Patience& patience)
{
    while (!bytes.isEmpty()) {
        const ssize_t count = ::send(m_handle, bytes.data(), static_cast<std::size_t>(bytes.size()), MSG_NOSIGNAL);
        if (count >= 0) {
            bytes = bytes.sliced(count);
            continue;
        }
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            return fail(ErrorCode::ServerUnreachable, {}, reason(errno));
        if (const Done ready = await(m_handle, POLLOUT, patience); !ready)
            return ready;
    }
    return {};
}

Result<QByteArray> TcpSocket::read(qsizetype most, const Patience& patience)
{
    QByteArray bytes(most, Qt::Uninitialized);
    for (;;) {
        if (const Done ready = await(m_handle, POLLIN, patience); !ready)
            return fail(ready.error());
        const ssize_t count = ::recv(m_handle, bytes.data(), static_cast<std::size_t>(most), 0);
        if (count >= 0) {
            bytes.truncate(count);
            return bytes;
        }
        if (errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR)
            return fail(ErrorCode::ServerUnreachable, {}, reason(errno));
    }
}

} // namespace diakinisi::signing
