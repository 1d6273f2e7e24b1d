#include "pdf/object_writer.h"

#include "pdf/filters.h"

#include <QIODevice>

namespace diakinisi::pdf {

namespace {

constexpr qsizetype identifierBytes = 16;

QByteArray opening(Ref ref)
{
    return QByteArray::number(ref.number) + " 0 obj\n";
}

} // namespace

Done ObjectWriter::put(QByteArrayView bytes)
{
    if (m_to.write(bytes.data(), bytes.size()) != bytes.size())
        return fail(ErrorCode::FileUnwritable, {}, m_to.errorString());
    m_at += bytes.size();
    return {};
}

Done ObjectWriter::begin()
{
    return put("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n");
}

Ref ObjectWriter::reserve()
{
    m_offsets.push_back(0);
    return {static_cast<std::int32_t>(m_offsets.size()), 0};
}

void ObjectWriter::note(Ref ref)
{
    m_offsets[static_cast<std::size_t>(ref.number) - 1] = m_at;
}

Done ObjectWriter::write(Ref ref, const Value& value)
{
    note(ref);
    QByteArray bytes = opening(ref);
    value.write(bytes);
    bytes += "\nendobj\n";
    m_seen.add(bytes);
    return put(bytes);
}

Done ObjectWriter::writeStream(Ref ref, Dict dict, QByteArrayView data)
{
    note(ref);
    dict.set("Length", std::int64_t{data.size()});
    QByteArray bytes = opening(ref);
    dict.write(bytes);
    m_seen.add(bytes);
    bytes += "\nstream\n";
    Done done = put(bytes);
    if (done)
        done = put(data);
    return done ? put("\nendstream\nendobj\n") : done;
}

Done ObjectWriter::writeDeflated(Ref ref, Dict dict, const QByteArray& data)
{
    dict.set("Filter", Name{"FlateDecode"});
    m_seen.add(data);
    return writeStream(ref, std::move(dict), deflate(data));
}

Done ObjectWriter::finish(Ref catalog, Ref info)
{
    const std::int64_t tableAt = m_at;
    QByteArray bytes = "xref\n0 " + QByteArray::number(m_offsets.size() + 1) + "\n0000000000 65535 f \n";
    for (const std::int64_t offset : m_offsets)
        bytes += QByteArray::number(qint64{offset}).rightJustified(10, '0') + " 00000 n \n";
    m_seen.add(bytes);
    const Text identifier{m_seen.value().raw().first(identifierBytes), true};
    const Dict trailer{{"Size", static_cast<std::int64_t>(m_offsets.size() + 1)},
                       {"Root", catalog},
                       {"Info", info},
                       {"ID", Array{identifier, identifier}}};
    bytes += "trailer\n";
    trailer.write(bytes);
    bytes += "\nstartxref\n" + QByteArray::number(qint64{tableAt}) + "\n%%EOF\n";
    return put(bytes);
}

} // namespace diakinisi::pdf
