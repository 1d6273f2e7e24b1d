#include "pdf/incremental_update.h"

#include "pdf/filters.h"
#include "pdf/security.h"

#include <QCryptographicHash>

#include <algorithm>

namespace diakinisi::pdf {

Ref IncrementalUpdate::add(Value value)
{
    const Ref ref = reserve();
    set(ref, std::move(value));
    return ref;
}

Ref IncrementalUpdate::addStream(Dict dict, const QByteArray& data)
{
    dict.set("Filter", Name{"FlateDecode"});
    return addPackedStream(std::move(dict), deflate(data));
}

Ref IncrementalUpdate::addPackedStream(Dict dict, const QByteArray& packed)
{
    dict.set("Length", static_cast<std::int64_t>(packed.size()));
    const Ref ref = reserve();
    m_objects[ref] = Pending{std::move(dict), packed, true};
    return ref;
}

void IncrementalUpdate::set(Ref ref, Value value)
{
    m_objects[ref] = Pending{std::move(value), {}, false};
}

Value IncrementalUpdate::current(const Value& value) const
{
    const Ref* ref = value.ref();
    if (!ref)
        return value;
    const auto found = m_objects.find(*ref);
    return found != m_objects.end() ? found->second.value : m_document.resolve(value);
}

Dict IncrementalUpdate::trailerBase(const QByteArray& bytes) const
{
    const Dict& old = m_document.trailer();
    Dict trailer;
    for (const char* key : {"Root", "Info", "Encrypt"})
        if (old.contains(key))
            trailer.set(key, old[key]);
    const Array id = m_document.get(old, "ID").array();
    const QByteArray renewed = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).left(16);
    const Value first = id.size() == 2 && id[0].text() ? id[0] : Value(Text{renewed, true});
    trailer.set("ID", Array{first, Text{renewed, true}});
    trailer.set("Prev", m_document.startXref());
    return trailer;
}

namespace {

void writePlain(const Value& value, bool isStream, const QByteArray& data, QByteArray& to)
{
    value.write(to);
    if (isStream)
        to += "\nstream\n" + data + "\nendstream";
}

/// Runs of consecutive numbers, as cross-references list them: first and count.
std::vector<std::pair<std::int32_t, std::int32_t>> runs(const std::map<Ref, std::int64_t>& objects)
{
    std::vector<std::pair<std::int32_t, std::int32_t>> result;
    for (const auto& [ref, at] : objects) {
        if (!result.empty() && result.back().first + result.back().second == ref.number)
            ++result.back().second;
        else
            result.emplace_back(ref.number, 1);
    }
    return result;
}

} // namespace

void IncrementalUpdate::writeTable(Section& section, std::int64_t base) const
{
    const std::int64_t at = base + section.bytes.size();
    QByteArray& bytes = section.bytes;
    Dict trailer = trailerBase(bytes);
    trailer.set("Size", m_next);
    bytes += "xref\n";
    auto object = section.objectsAt.begin();
    for (const auto& [first, count] : runs(section.objectsAt)) {
        bytes += QByteArray::number(first) + ' ' + QByteArray::number(count) + '\n';
        for (std::int32_t i = 0; i < count; ++i, ++object) {
            bytes += QByteArray::number(base + object->second).rightJustified(10, '0') + ' ';
            bytes += QByteArray::number(object->first.generation).rightJustified(5, '0') + " n\r\n";
        }
    }
    bytes += "trailer\n";
    trailer.write(bytes);
    bytes += "\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n";
}

void IncrementalUpdate::writeStream(Section& section, std::int64_t base) const
{
    QByteArray& bytes = section.bytes;
    const std::int64_t at = base + bytes.size();
    auto objects = section.objectsAt;
    const Ref own{m_next, 0};
    objects[own] = bytes.size();
    QByteArray rows;
    for (const auto& [ref, offset] : objects) {
        rows += '\1';
        for (int shift = 56; shift >= 0; shift -= 8)
            rows += static_cast<char>(((base + offset) >> shift) & 0xff);
        rows += static_cast<char>(ref.generation >> 8);
        rows += static_cast<char>(ref.generation & 0xff);
    }
    Array index;
    for (const auto& [first, count] : runs(objects)) {
        index.emplace_back(first);
        index.emplace_back(count);
    }
    const QByteArray packed = deflate(rows);
    Dict dict{{"Type", Name{"XRef"}}, {"W", Array{1, 8, 2}}, {"Index", index}};
    for (const auto& [key, value] : trailerBase(bytes).entries())
        dict.set(key, value);
    dict.set("Size", m_next + 1);
    dict.set("Filter", Name{"FlateDecode"});
    dict.set("Length", static_cast<std::int64_t>(packed.size()));
    bytes += QByteArray::number(own.number) + " 0 obj\n";
    dict.write(bytes);
    bytes += "\nstream\n" + packed + "\nendstream\nendobj\nstartxref\n" + QByteArray::number(at) + "\n%%EOF\n";
}

void IncrementalUpdate::writeLocked(Ref ref, const Pending& pending, const Security& security, QByteArray& to)
{
    const Value value = security.lockStrings(pending.value, ref);
    if (!pending.isStream)
        return writePlain(value, false, {}, to);
    Dict dict = value.dict();
    const QByteArray data = security.lockStream(dict, ref, pending.data);
    dict.set("Length", static_cast<std::int64_t>(data.size()));
    writePlain(dict, true, data, to);
}

IncrementalUpdate::Section IncrementalUpdate::section() const
{
    Section section;
    section.bytes = "\n"; // whatever the file ended with, our objects begin on a line of their own
    for (const auto& [ref, pending] : m_objects) {
        section.objectsAt[ref] = section.bytes.size();
        section.bytes += QByteArray::number(ref.number) + ' ' + QByteArray::number(ref.generation) + " obj\n";
        if (const Security* security = m_document.security())
            writeLocked(ref, pending, *security, section.bytes);
        else
            writePlain(pending.value, pending.isStream, pending.data, section.bytes);
        section.bytes += "\nendobj\n";
    }
    const std::int64_t base = m_document.length() - m_document.headerShift();
    if (m_document.sections().front().isStream)
        writeStream(section, base);
    else
        writeTable(section, base);
    return section;
}

Done writeUpdated(const Document& document, const IncrementalUpdate::Section& section, QIODevice& to)
{
    if (const Done copied = copyBytes(document.source(), 0, document.length(), to); !copied)
        return copied;
    return writeBytes(to, section.bytes);
}

} // namespace diakinisi::pdf
