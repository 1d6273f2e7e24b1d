#pragma once
#include "base/result.h"

#include <podofo/podofo.h>

#include <array>
#include <istream>
#include <streambuf>

class QIODevice;

namespace diakinisi::pdf {

/// A device as PoDoFo reads and writes one, a piece at a time; either reading or writing, not both. Positions count
/// from `start`: PoDoFo takes no bytes before a file's header.
class DeviceBuffer : public std::streambuf
{
public:
    explicit DeviceBuffer(QIODevice& device, std::int64_t start = 0) : m_device(device), m_start(start) {}

protected:
    int_type underflow() override;
    pos_type seekoff(off_type by, std::ios_base::seekdir from, std::ios_base::openmode mode) override;
    pos_type seekpos(pos_type to, std::ios_base::openmode mode) override;
    std::streamsize xsputn(const char* bytes, std::streamsize count) override;
    int_type overflow(int_type byte) override;

private:
    std::int64_t position() const;

    QIODevice& m_device;
    std::int64_t m_start;
    std::array<char, 1 << 16> m_read;
};

PoDoFo::PdfString podofoText(const QString& text);

/// Keeps PoDoFo from writing to standard error.
void quietPodofo();

/// Runs `work` (which gives a Done); what PoDoFo throws becomes an error of this code.
template <class Work>
Done callPodofo(ErrorCode code, Work work)
{
    quietPodofo();
    try {
        return work();
    } catch (const PoDoFo::PdfError& e) {
        return fail(code, {}, QString::fromLatin1(PoDoFo::PdfError::ErrorName(e.GetError())));
    } catch (const std::exception& e) { // memory above all
        return fail(code, {}, QString::fromLocal8Bit(e.what()));
    }
}

} // namespace diakinisi::pdf
