#include "pdf/dict_difference.h"
#include "pdf/judge_changes.h"
#include "pdf/number_field.h"

#include <algorithm>
#include <cmath>

// The part of ChangeJudge that knows form fields and signature fields.
namespace diakinisi::pdf {

namespace {

constexpr double longestNumberField = 400; // points
constexpr double highestNumberField = 60;

} // namespace

void ChangeJudge::fieldList(const Array& old, const Array& now)
{
    if (old.size() > now.size() || !std::equal(old.begin(), old.end(), now.begin())) {
        note(ChangeKind::Field, false, QStringLiteral("fields taken away or put in another order"));
        return;
    }
    for (std::size_t i = old.size(); i < now.size(); ++i)
        newField(now[i]);
}

void ChangeJudge::newField(const Value& slot)
{
    const Dict dict = m_after.resolve(slot).dict();
    const QString name = fieldName(m_after, dict);
    if (isNumberField(dict)) {
        note(ChangeKind::Field, true, QStringLiteral("empty field ") + name);
        return;
    }
    if (fieldType(m_after, dict) != "Sig" || dict.contains("Kids")) {
        note(ChangeKind::Field, false, QStringLiteral("new field ") + name);
        return;
    }
    if (!m_after.get(dict, "V").dict().isEmpty()) {
        newSignature(dict);
        return;
    }
    // An empty field for a later signature shows nothing yet.
    const bool quiet = !dict.contains("AP") && !dict.contains("MK");
    const bool may = m_rules.permission == Permission::Unsaid || m_rules.permission == Permission::Annotate;
    note(ChangeKind::Field, quiet && may, QStringLiteral("new signature field ") + name);
}

/// One of our two fields as addNumberField makes them: empty, and too small to hide what the page says.
bool ChangeJudge::isNumberField(const Dict& dict) const
{
    const QString name = fieldName(m_after, dict);
    const bool named = name == QLatin1StringView(numberFieldName) || name == QLatin1StringView(dateFieldName);
    const Array box = m_after.get(dict, "Rect").array();
    if (!m_rules.newNumberField || !named || box.size() != 4 || fieldType(m_after, dict) != "Tx")
        return false;
    const double width = std::abs(m_after.resolve(box[2]).number() - m_after.resolve(box[0]).number());
    const double height = std::abs(m_after.resolve(box[3]).number() - m_after.resolve(box[1]).number());
    const bool acts = dict.contains("A") || dict.contains("AA");
    return !acts && std::max(width, height) <= longestNumberField && std::min(width, height) <= highestNumberField;
}

void ChangeJudge::newSignature(const Dict& dict)
{
    const Dict signature = m_after.get(dict, "V").dict();
    const QString name = fieldName(m_after, dict);
    if (signature["Type"].isName("DocTimeStamp"))
        note(ChangeKind::Timestamp, true, name); // ISO 32000-2, table 257: allowed whatever P says
    else
        note(ChangeKind::Signing, mayFill() && !isLocked(name), name);
}

void ChangeJudge::field(const Dict& old, const Dict& now)
{
    std::set<QByteArray> keys = differingKeys(old, now);
    if (keys.contains("Kids")) {
        fieldList(m_before.get(old, "Kids").array(), m_after.get(now, "Kids").array());
        keys.erase("Kids");
    }
    if (keys.empty())
        return;
    if (fieldType(m_before, old) == "Sig")
        signatureField(old, now, keys);
    else
        filledField(old, keys);
}

void ChangeJudge::signatureField(const Dict& old, const Dict& now, const std::set<QByteArray>& keys)
{
    if (!m_before.get(old, "V").dict().isEmpty() || !within(keys, {"V", "AP", "AS", "M", "F", "MK", "Ff", "DA", "P"}))
        note(ChangeKind::Signature, false, joined(keys));
    else if (!m_after.get(now, "V").dict().isEmpty())
        newSignature(now);
    else
        note(ChangeKind::Field, false, joined(keys));
}

/// A widget without a name of its own shows its parent's value.
bool ChangeJudge::parentFilled(const Dict& widget) const
{
    if (!widget.contains("Parent") || widget.contains("T"))
        return false;
    const Dict was = m_before.get(widget, "Parent").dict();
    const Dict is = m_after.get(widget, "Parent").dict();
    return !(m_before.get(was, "V") == m_after.get(is, "V"));
}

void ChangeJudge::filledField(const Dict& old, const std::set<QByteArray>& keys)
{
    const QString name = fieldName(m_before, old);
    const bool valueChanged = keys.contains("V") || keys.contains("AS") || keys.contains("I");
    if (!within(keys, {"V", "AP", "AS", "I", "M"}) || fieldType(m_before, old).isEmpty())
        note(ChangeKind::Field, false, name + joined(keys));
    else if (!valueChanged && !parentFilled(old))
        note(ChangeKind::Field, false, name + QStringLiteral(": shown otherwise without a new value"));
    else
        note(ChangeKind::FormFilling, mayFill() && !isLocked(name), name);
}

void ChangeJudge::fieldAppearance(Ref owner)
{
    const Result<Object> old = m_before.object(owner);
    const Result<Object> now = m_after.object(owner);
    const bool filled = old && now &&
                        (!(m_before.get(old->value.dict(), "V") == m_after.get(now->value.dict(), "V")) ||
                         !(old->value.dict()["AS"] == now->value.dict()["AS"]) || parentFilled(old->value.dict()));
    const bool isSignature = old && fieldType(m_before, old->value.dict()) == "Sig";
    const QString name = old ? fieldName(m_before, old->value.dict()) : QString();
    if (filled || isSignature)
        note(ChangeKind::FormFilling, mayFill() && filled && !isLocked(name), name + QStringLiteral(": appearance"));
    else
        note(ChangeKind::Field, false, name + QStringLiteral(": shown otherwise without a new value"));
}

} // namespace diakinisi::pdf
