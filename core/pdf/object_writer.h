#pragma once
#include "base/digest.h"
#include "base/result.h"
#include "pdf/value.h"

class QIODevice;

namespace diakinisi::pdf {

/// Writes a new PDF file (ISO 32000-1, 7.5) object by object: what was written is not held, so a file of any length
/// takes no memory. The device need not be seekable. The first failed write is the answer of all that follow:
/// FileUnwritable with the device's own words.
class ObjectWriter
{
public:
    explicit ObjectWriter(QIODevice& to) : m_to(to) {}

    Done begin();
    /// A number for an object that is written later.
    Ref reserve();
    Done write(Ref ref, const Value& value);
    /// /Length is set here; whatever filter `data` went through stands in `dict`.
    Done writeStream(Ref ref, Dict dict, QByteArrayView data);
    /// Compressed with Flate.
    Done writeDeflated(Ref ref, Dict dict, const QByteArray& data);
    /// Cross-reference table and trailer. The file's identifier comes from what was written: the same pages made at the
    /// same moment have the same one.
    Done finish(Ref catalog, Ref info);

private:
    Done put(QByteArrayView bytes);
    void note(Ref ref);

    QIODevice& m_to;
    std::int64_t m_at = 0;
    std::vector<std::int64_t> m_offsets; ///< of object n + 1
    Sha256Stream m_seen;                 ///< all but the streams' data
};

} // namespace diakinisi::pdf
