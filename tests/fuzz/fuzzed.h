#pragma once
#include <QBuffer>
#include <QByteArray>

/// What every target includes: the fuzzer's bytes as ours.
namespace diakinisi::fuzzed {

inline QByteArray bytes(const unsigned char* data, std::size_t size)
{
    return {reinterpret_cast<const char*>(data), static_cast<qsizetype>(size)};
}

/// An open file in memory.
class File : public QBuffer
{
public:
    explicit File(const QByteArray& content)
    {
        setData(content);
        open(QIODevice::ReadOnly);
    }
};

} // namespace diakinisi::fuzzed

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size);
