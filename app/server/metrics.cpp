#include "server/metrics.h"

namespace diakinisi::server {
namespace {

void line(QByteArray& out, const char* name, const char* type, const char* help, qint64 value)
{
    out += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n' + name + ' ' +
           QByteArray::number(value) + '\n';
}

QByteArray seconds(qint64 microseconds)
{
    return QByteArray::number(static_cast<double>(microseconds) / 1e6, 'f', 6);
}

} // namespace

void Metrics::answered(const QByteArray& route, int status, std::chrono::microseconds took)
{
    const std::lock_guard lock(m_mutex);
    Served& served = m_served[{route, status / 100}];
    ++served.count;
    served.microseconds += took.count();
}

QByteArray Metrics::text() const
{
    QByteArray out;
    line(out, "diakinisi_connections", "gauge", "Connections open now.", connections);
    line(out, "diakinisi_connections_refused_total", "counter", "Over the limit of connections.", connectionsRefused);
    line(out, "diakinisi_handshakes_failed_total", "counter", "TLS handshakes that failed.", handshakesFailed);
    line(out, "diakinisi_rate_limited_total", "counter", "Requests refused for their rate.", rateLimited);
    line(out, "diakinisi_feeds_waiting", "gauge", "Feeds held open now.", feedsWaiting);
    line(out, "diakinisi_uploaded_bytes_total", "counter", "Bytes of files taken in.", uploadedBytes);
    line(out, "diakinisi_sign_ins_failed_total", "counter", "Sign-ins refused.", signInsFailed);
    line(out, "diakinisi_ledger_position", "gauge", "Position of the ledger's head.", headPosition);
    line(out, "diakinisi_numbering_stopped", "gauge", "1 while the clock runs back too far.", numberingStopped);
    line(out, "diakinisi_commits_total", "counter", "Batches flushed to disk.", batches);
    line(out, "diakinisi_commands_applied_total", "counter", "Commands applied.", commandsApplied);
    line(out, "diakinisi_commands_refused_total", "counter", "Commands refused.", commandsRefused);
    line(out, "diakinisi_commands_repeated_total", "counter", "Commands answered as before.", commandsRepeated);
    out +=
        "# HELP diakinisi_commit_seconds_total Time spent in flushing.\n# TYPE diakinisi_commit_seconds_total counter\n"
        "diakinisi_commit_seconds_total " +
        seconds(commitMicroseconds) + '\n';
    out += "# HELP diakinisi_request_seconds Requests answered.\n# TYPE diakinisi_request_seconds summary\n";
    const std::lock_guard lock(m_mutex);
    for (const auto& [key, served] : m_served) {
        const QByteArray labels = "{route=\"" + key.first + "\",status=\"" + QByteArray::number(key.second) + "xx\"} ";
        out += "diakinisi_request_seconds_sum" + labels + seconds(served.microseconds) + '\n';
        out += "diakinisi_request_seconds_count" + labels + QByteArray::number(served.count) + '\n';
    }
    return out;
}

} // namespace diakinisi::server
