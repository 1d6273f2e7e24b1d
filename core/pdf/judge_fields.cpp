#include "pdf/judge_changes.h"
#include "pdf/number_field.h"

#include <algorithm>
#include <cmath>

// The part of ChangeJudge that knows form fields and signature fields.
namespace diakinisi::pdf {

namespace {

constexpr double longestNumberField = 400; // points
constexpr double highestNumberField = 60;
constexpr std::int64_t readOnly = 1;
constexpr std::int64_t pushButton = 1 << 16;
constexpr std::int64_t harmlessFlags = 4 | 128 | 512; // printed, locked, contents locked: ISO 32000-2, table 167
constexpr std::int64_t mostLineEnd = 2;

bool acts(const Dict& dict)
{
    return dict.contains("A") || dict.contains("AA");
}

/// Something that somebody entered: not empty, not off, not what the form began with.
bool isGiven(const Document& document, const Dict& field)
{
    const Value value = inheritedValue(document, field);
    if (value.isNull() || value.isName("Off") || meansSame(value, document.get(field, "DV")))
        return false;
    return value.isArray() ? !value.array().empty() : !value.text() || !value.text()->bytes.isEmpty();
}

bool flagsAreHarmless(const Document& before, const Dict& old, const Document& after, const Dict& now)
{
    const auto flags = [](const Document& document, const Dict& dict, const char* key) {
        return document.get(dict, key).integer();
    };
    // Locking a field on signing makes it read-only (ISO 32000-1, 12.7.4.5).
    const bool locked = (flags(before, old, "Ff") | readOnly) == (flags(after, now, "Ff") | readOnly);
    const bool shown = ((flags(before, old, "F") ^ flags(after, now, "F")) & ~harmlessFlags) == 0;
    return locked && shown;
}

} // namespace

void ChangeJudge::fieldList(const Array& old, const Array& now)
{
    Array added;
    if (!keepsInOrder(old, now, added))
        return note(ChangeKind::Field, Need::Never, QStringLiteral("fields taken away or put in another order"));
    for (const Value& field : added)
        newField(field);
}

void ChangeJudge::newField(const Value& slot)
{
    const Dict dict = m_after.resolve(slot).dict();
    const QString name = fieldName(m_after, dict);
    const bool isKnown = slot.ref() && m_roles.of(slot.ref()->number) != 0;
    if (isNumberField(dict))
        return note(ChangeKind::Field, Need::NumberField, QStringLiteral("empty field ") + name);
    if (fieldType(m_after, dict) != "Sig" || isKnown || dict.hasTwice())
        return note(ChangeKind::Field, Need::Never, QStringLiteral("new field ") + name);
    const Array kids = m_after.get(dict, "Kids").array();
    const bool isWhole = std::all_of(kids.begin(), kids.end(), [&](const Value& kid) {
        const Dict widget = m_after.resolve(kid).dict();
        return widget["Subtype"].isName("Widget") && !widget.contains("T") && !acts(widget);
    });
    if (!isWhole || acts(dict))
        return note(ChangeKind::ActiveContent, Need::Never, QStringLiteral("new field ") + name);
    if (!inheritedValue(m_after, dict).dict().isEmpty())
        return newSignature(dict);
    // An empty field for a later signature shows nothing yet.
    const bool quiet = kids.empty() && !dict.contains("AP") && !dict.contains("MK");
    note(ChangeKind::Field, quiet ? Need::AddingField : Need::Never, QStringLiteral("new signature field ") + name,
         name);
}

/// One of our two fields as addNumberField makes them: empty, and too small to hide what the page says.
bool ChangeJudge::isNumberField(const Dict& dict) const
{
    const QString name = fieldName(m_after, dict);
    const bool named = name == QLatin1StringView(numberFieldName) || name == QLatin1StringView(dateFieldName);
    const Array box = m_after.get(dict, "Rect").array();
    if (!named || box.size() != 4 || fieldType(m_after, dict) != "Tx")
        return false;
    const double width = std::abs(m_after.resolve(box[2]).number() - m_after.resolve(box[0]).number());
    const double height = std::abs(m_after.resolve(box[3]).number() - m_after.resolve(box[1]).number());
    return !acts(dict) && std::max(width, height) <= longestNumberField &&
           std::min(width, height) <= highestNumberField;
}

/// Why `field` holds no signature that was made with this saving; none when it does.
const char* ChangeJudge::oddSignature(const Dict& field) const
{
    const Dict* at = &field;
    Dict parent;
    if (!field.contains("V"))
        at = &(parent = m_after.get(field, "Parent").dict());
    const Value& slot = (*at)["V"];
    const Dict signature = m_after.resolve(slot).dict();
    const std::optional<XrefEntry> was = slot.ref() ? m_before.entry(slot.ref()->number) : std::nullopt;
    if (was && was->kind != XrefEntry::Kind::Free)
        return "a signature field with a value from before";
    if (signature.hasTwice() || field.hasTwice())
        return "an entry of the signature stands twice";
    const Array range = m_after.get(signature, "ByteRange").array();
    const std::int64_t end = range.size() == 4 ? range[2].integer() + range[3].integer() : -1;
    if (end > m_after.length() || end < m_after.length() - mostLineEnd)
        return "a signature that does not cover the saving in which it came";
    return nullptr;
}

void ChangeJudge::newSignature(const Dict& dict)
{
    const QString name = fieldName(m_after, dict);
    if (const char* why = oddSignature(dict))
        return note(ChangeKind::Signature, Need::Never, name + QStringLiteral(": ") + QString::fromLatin1(why));
    const Dict signature = inheritedValue(m_after, dict).dict();
    const bool isTimestamp = m_after.get(signature, "SubFilter").isName("ETSI.RFC3161");
    if (isTimestamp)
        note(ChangeKind::Timestamp, Need::Nothing, name, name); // ISO 32000-2, table 257: allowed whatever P says
    else
        note(ChangeKind::Signing, Need::Signing, name, name);
}

void ChangeJudge::field(Ref ref, const Dict& old, const Dict& now)
{
    std::set<QByteArray> keys = m_both.differingKeys(old, now);
    if (keys.erase("Kids") > 0)
        fieldList(m_before.get(old, "Kids").array(), m_after.get(now, "Kids").array());
    if (keys.empty())
        return;
    if (fieldType(m_before, old) == "Sig" && fieldType(m_after, now) == "Sig")
        signatureField(ref, old, now, std::move(keys));
    else
        filledField(ref, old, now, std::move(keys));
}

void ChangeJudge::signatureField(Ref ref, const Dict& old, const Dict& now, std::set<QByteArray> keys)
{
    const QString name = fieldName(m_before, old);
    const bool harmless = within(keys, {"F", "Ff", "M"}) && flagsAreHarmless(m_before, old, m_after, now);
    if (harmless)
        return note(ChangeKind::Field, Need::Nothing, name + joined(keys));
    if (!inheritedValue(m_before, old).dict().isEmpty() ||
        !within(keys, {"V", "AP", "AS", "M", "F", "MK", "Ff", "DA", "P", "Rect", "NM", "Type"}))
        return note(ChangeKind::Signature, Need::Never, name + joined(keys));
    if (inheritedValue(m_after, now).dict().isEmpty())
        return note(ChangeKind::Field, Need::Never, name + joined(keys));
    if (keys.contains("Rect")) // as good as a new field
        visibleSignature(m_roles.ownerOf(ref.number, Role::AnnotationList), now, name);
    // A widget of its own belongs to the field above, where the signature is judged.
    if (keys.contains("V") || old.contains("T"))
        newSignature(now);
    else if (const char* why = oddSignature(now))
        note(ChangeKind::Signature, Need::Never, name + QStringLiteral(": ") + QString::fromLatin1(why));
}

/// Its own value, or that of the field to which a widget without a name belongs.
bool ChangeJudge::valueChanged(const Dict& old, const Dict& now) const
{
    return !meansSame(inheritedValue(m_before, old), inheritedValue(m_after, now));
}

void ChangeJudge::filledField(Ref ref, const Dict& old, const Dict& now, std::set<QByteArray> keys)
{
    const QString name = fieldName(m_before, old);
    const bool flags = flagsAreHarmless(m_before, old, m_after, now);
    const bool isButton = fieldType(m_before, old) == "Btn" && (m_before.get(old, "Ff").integer() & pushButton) != 0;
    if (within(keys, {"Ff", "F"}) && flags)
        note(ChangeKind::Field, Need::Nothing, name + joined(keys));
    else if (!flags || isButton || fieldType(m_before, old).isEmpty() ||
             !within(keys, {"V", "AP", "AS", "I", "M", "Ff", "F", "DA", "Q", "RV"}))
        note(ChangeKind::Field, Need::Never, name + joined(keys), name);
    else if (!valueChanged(old, now))
        note(ChangeKind::Field, Need::Never, name + QStringLiteral(": shown otherwise without a new value"), name);
    else
        filling(ref, old, name);
}

void ChangeJudge::filling(Ref ref, const Dict& old, const QString& name)
{
    const Ref* parent = old.contains("T") ? nullptr : old["Parent"].ref();
    const std::int32_t number = parent ? parent->number : ref.number;
    if (isGiven(m_before, old)) {
        const auto since = m_filled.find(number);
        note(ChangeKind::FormFilling, Need::Refilling, name, name, since == m_filled.end() ? 0 : since->second);
    } else {
        m_filled.emplace(number, m_revision);
        note(ChangeKind::FormFilling, Need::Filling, name, name);
    }
}

/// What a field shows was replaced in place.
void ChangeJudge::fieldAppearance(Ref ref)
{
    const std::optional<Ref> owner = m_roles.ownerOf(ref.number, Role::FieldAppearance);
    const Dict old = owner ? m_before.resolve(*owner).dict() : Dict();
    const Dict now = owner ? m_after.resolve(*owner).dict() : Dict();
    const QString name = fieldName(m_before, old);
    if (old.isEmpty() || fieldType(m_before, old) == "Sig" || !valueChanged(old, now))
        note(ChangeKind::Field, Need::Never, name + QStringLiteral(": shown otherwise without a new value"), name);
    else
        filling(*owner, old, name);
}

} // namespace diakinisi::pdf
