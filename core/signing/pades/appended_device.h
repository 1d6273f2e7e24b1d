#pragma once
#include "pdf/byte_source.h"

#include <QIODevice>

namespace diakinisi::signing {

/// A file with bytes after its end, to be read as one: how a signed file is checked before it is believed written.
class AppendedDevice final : public QIODevice
{
public:
    AppendedDevice(const pdf::ByteSource& former, const QByteArray& tail);

    qint64 size() const override { return m_former.size() + m_tail.size(); }
    bool isSequential() const override { return false; }

protected:
    qint64 readData(char* data, qint64 wanted) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    const pdf::ByteSource& m_former;
    const QByteArray& m_tail;
};

} // namespace diakinisi::signing
