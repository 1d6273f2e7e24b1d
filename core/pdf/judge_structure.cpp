#include "pdf/judge_changes.h"

#include <algorithm>

// The part of ChangeJudge that knows the structure tree of tagged files (ISO 32000-1, 14.7), into which some makers
// enter the widget of a signature. It shows nothing, but is what screen readers read: it may grow by such widgets only.
namespace diakinisi::pdf {

namespace {

constexpr int deepest = 6;
constexpr int mostElements = 10'000; // looked at for one object

Array listed(const Document& document, const Value& value)
{
    const Value resolved = document.resolve(value);
    return resolved.isNull() ? Array{} : resolved.isArray() ? resolved.array() : Array{value};
}

/// An element that holds nothing but references to annotations.
bool holdsWidgetsOnly(const Document& document, const Value& value, int depth, int& looks)
{
    const Dict dict = document.resolve(value).dict();
    if (dict.isEmpty() || depth > deepest || ++looks > mostElements || dict.contains("ActualText") ||
        dict.contains("E"))
        return false;
    if (dict["Type"].isName("OBJR"))
        return true;
    const Array kids = listed(document, dict["K"]);
    return std::all_of(kids.begin(), kids.end(),
                       [&](const Value& kid) { return holdsWidgetsOnly(document, kid, depth + 1, looks); });
}

/// Numbers and new elements: what the parent tree gets.
bool onlyWidgets(const Document& document, const Array& added)
{
    int looks = 0;
    return std::all_of(added.begin(), added.end(), [&](const Value& item) {
        return item.isNumber() || item.text() || holdsWidgetsOnly(document, item, 0, looks);
    });
}

} // namespace

void ChangeJudge::structureTree(const Value& old, const Value& now, int depth)
{
    const auto never = [&](const QString& why) {
        note(ChangeKind::Other, Need::Never, QStringLiteral("structure tree") + why);
    };
    const auto grows = [&](const Array& was, const Array& is) {
        Array added;
        return keepsInOrder(was, is, added) && onlyWidgets(m_after, added);
    };
    if (old.isArray() && now.isArray()) {
        if (!grows(old.array(), now.array()))
            return never({});
    } else {
        if (old.dict().isEmpty() || !now.isDict())
            return never({});
        for (const QByteArray& key : m_both.differingKeys(old.dict(), now.dict())) {
            const Value was = m_before.get(old.dict(), key);
            const Value is = m_after.get(now.dict(), key);
            const bool list = key == "K" || key == "Nums" || key == "Kids" || key == "Limits";
            if (key == "ParentTree" && was.isDict() && is.isDict() && depth == 0)
                structureTree(was, is, depth + 1);
            else if (key != "ParentTreeNextKey" &&
                     !(key == "Limits" ||
                       (list && grows(listed(m_before, old.dict()[key]), listed(m_after, now.dict()[key])))))
                return never(QStringLiteral(" /") + QString::fromLatin1(key.left(40)));
        }
    }
    note(ChangeKind::Metadata, Need::Nothing, QStringLiteral("a widget entered into the structure tree"));
}

} // namespace diakinisi::pdf
