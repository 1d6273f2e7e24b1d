#pragma once
#include <QByteArray>

namespace diakinisi {

/// A PIN, password or key in memory: not copyable, wiped when it goes. Fill it once; hand out views only.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray&& bytes) : m_bytes(std::move(bytes)) { m_bytes.detach(); }
    ~Secret() { wipe(); }
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&& other) noexcept : m_bytes(std::move(other.m_bytes)) { other.m_bytes.clear(); }
    Secret& operator=(Secret&& other) noexcept;

    bool isEmpty() const { return m_bytes.isEmpty(); }
    QByteArrayView view() const { return m_bytes; }
    /// For C interfaces that want a terminated string.
    const char* c_str() const { return m_bytes.constData(); }
    qsizetype size() const { return m_bytes.size(); }
    /// A second holder of the same secret, when one really needs it.
    Secret clone() const { return Secret(QByteArray(m_bytes.constData(), m_bytes.size())); }
    void wipe();

private:
    QByteArray m_bytes;
};

} // namespace diakinisi
