#pragma once
#include "base/locked_memory.h"

#include <QByteArray>

namespace diakinisi {

/// A PIN, password or key in memory: not copyable, in locked pages of its own, wiped when it goes. Fill it once; hand
/// out views only.
class Secret
{
public:
    Secret() = default;
    /// Takes the bytes over and wipes where they came from, as far as nobody else holds them.
    explicit Secret(QByteArray&& bytes);
    Secret(const Secret&) = delete;
    Secret& operator=(const Secret&) = delete;
    Secret(Secret&&) noexcept = default;
    Secret& operator=(Secret&&) noexcept = default;

    bool isEmpty() const { return size() == 0; }
    QByteArrayView view() const { return {m_memory.data(), size()}; }
    /// For C interfaces that want a terminated string.
    const char* c_str() const { return m_memory.data() ? m_memory.data() : ""; }
    qsizetype size() const { return m_memory.size() == 0 ? 0 : static_cast<qsizetype>(m_memory.size()) - 1; }
    /// A second holder of the same secret, when one really needs it.
    Secret clone() const { return Secret(view()); }
    void wipe() { m_memory = LockedMemory(); }

private:
    explicit Secret(QByteArrayView bytes);
    LockedMemory m_memory; ///< the bytes and a terminating zero, or nothing
};

} // namespace diakinisi
