#include "pdf/podofo_calls.h"

#include <QIODevice>

namespace diakinisi::pdf {

std::streambuf::int_type DeviceBuffer::underflow()
{
    const qint64 count = m_device.read(m_read.data(), static_cast<qint64>(m_read.size()));
    if (count <= 0)
        return traits_type::eof();
    setg(m_read.data(), m_read.data(), m_read.data() + count);
    return traits_type::to_int_type(m_read.front());
}

/// Of the buffer's end.
std::int64_t DeviceBuffer::position() const
{
    return m_device.pos() - m_start;
}

std::streambuf::pos_type DeviceBuffer::seekoff(off_type by, std::ios_base::seekdir from, std::ios_base::openmode mode)
{
    if (from == std::ios_base::cur)
        by += position() - (egptr() - gptr());
    else if (from == std::ios_base::end)
        by += m_device.size() - m_start;
    return seekpos(by, mode);
}

std::streambuf::pos_type DeviceBuffer::seekpos(pos_type to, std::ios_base::openmode)
{
    const off_type inBuffer = off_type(to) - (position() - (egptr() - eback()));
    if (inBuffer >= 0 && inBuffer <= egptr() - eback()) {
        setg(eback(), eback() + inBuffer, egptr());
        return to;
    }
    setg(nullptr, nullptr, nullptr);
    return m_device.seek(off_type(to) + m_start) ? to : pos_type(off_type(-1));
}

std::streamsize DeviceBuffer::xsputn(const char* bytes, std::streamsize count)
{
    return m_device.write(bytes, count);
}

std::streambuf::int_type DeviceBuffer::overflow(int_type byte)
{
    const char one = traits_type::to_char_type(byte);
    return m_device.write(&one, 1) == 1 ? byte : traits_type::eof();
}

PoDoFo::PdfString podofoText(const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    return PoDoFo::PdfString(reinterpret_cast<const PoDoFo::pdf_utf8*>(bytes.constData()), bytes.size());
}

void quietPodofo()
{
    static const bool quiet = [] {
        PoDoFo::PdfError::EnableDebug(false);
        PoDoFo::PdfError::EnableLogging(false);
        return true;
    }();
    Q_UNUSED(quiet)
}

} // namespace diakinisi::pdf
