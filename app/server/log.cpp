#include "server/log.h"

#include "base/clock.h"

namespace diakinisi::server {
namespace {

/// Quoted where it needs to be, so that a line stays a line and a value stays a value.
QByteArray shown(const QString& value)
{
    QByteArray text = value.toUtf8();
    bool plain = !text.isEmpty();
    for (const char c : text)
        plain = plain && c > ' ' && c != '"' && c != '=' && c != 0x7f;
    if (plain)
        return text;
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n").replace('\r', "\\r");
    return '"' + text + '"';
}

} // namespace

void Log::write(const char* level, const char* what, Fields fields)
{
    QByteArray line = toIso(SystemClock().now()).toLatin1() + ' ' + level + ' ' + what;
    for (const auto& [name, value] : fields)
        line += QByteArray(" ") + name + '=' + shown(value);
    line += '\n';
    const std::lock_guard lock(m_mutex);
    std::fwrite(line.constData(), 1, static_cast<std::size_t>(line.size()), m_out);
    std::fflush(m_out);
}

} // namespace diakinisi::server
