#pragma once
#include <QByteArray>
#include <QString>

#include <cstdio>
#include <initializer_list>
#include <mutex>
#include <utility>

namespace diakinisi::server {

/// The server's log: one line an entry on standard error (the system's journal takes it from there), `time level what
/// key=value`. Carries request ids, codes and counts; never bodies, personal data or secrets. Thread-safe.
class Log
{
public:
    using Fields = std::initializer_list<std::pair<const char*, QString>>;

    explicit Log(std::FILE* out = stderr) : m_out(out) {}
    void info(const char* what, Fields fields = {}) { write("info", what, fields); }
    void warning(const char* what, Fields fields = {}) { write("warning", what, fields); }
    void error(const char* what, Fields fields = {}) { write("error", what, fields); }

private:
    void write(const char* level, const char* what, Fields fields);

    std::FILE* m_out;
    std::mutex m_mutex;
};

} // namespace diakinisi::server
