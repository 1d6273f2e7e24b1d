#pragma once
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <chrono>
#include <memory>
#include <stop_token>
#include <vector>

namespace diakinisi::signing {

/// How long a conversation may last, and how long nothing may come in it.
struct Patience {
    std::chrono::steady_clock::time_point end;
    std::chrono::milliseconds idle{8'000};
    std::stop_token stop;
};

/// The addresses of a host, 4 or 16 bytes each, in the system's order; a numeric host is read, not looked up.
/// ServerUnreachable, TimedOut, Cancelled.
Result<std::vector<QByteArray>> resolveHost(const QString& host, const Patience& patience);

/// A TCP connection without an event loop; a stop is seen within a tenth of a second. One thread at a time. The
/// platform's part is in tcp_socket_<platform>.cpp.
class TcpSocket
{
public:
    /// To exactly this address, whatever names mean by now.
    static Result<std::unique_ptr<TcpSocket>> connect(const QByteArray& address, quint16 port,
                                                      const Patience& patience);
    ~TcpSocket();
    TcpSocket(const TcpSocket&) = delete;
    TcpSocket& operator=(const TcpSocket&) = delete;

    Done write(QByteArrayView bytes, const Patience& patience);
    /// What has come, at most `most` bytes; empty when the other side has ended.
    Result<QByteArray> read(qsizetype most, const Patience& patience);

private:
    explicit TcpSocket(int handle) : m_handle(handle) {}
    int m_handle;
};

} // namespace diakinisi::signing
