#include "pdf/judge_changes.h"
#include "pdf/page_ink.h"

#include <algorithm>
#include <cmath>

// The part of ChangeJudge that knows what lies on a page: annotations, and the widgets of signatures. Nothing that
// could hide or imitate the page's content is taken for harmless.
namespace diakinisi::pdf {

namespace {

constexpr double largestNote = 100;     // points: the icon of a text note
constexpr double largestPart = 0.5;     // of the page, for a signature's mark
constexpr std::int64_t unseen = 2 | 32; // hidden, no view

bool isMark(const QByteArray& kind)
{
    return kind == "Highlight" || kind == "Underline" || kind == "StrikeOut" || kind == "Squiggly";
}

bool isSeen(const Document& document, const Dict& widget, const Rect& area)
{
    return area.width > 0.5 && area.height > 0.5 && (document.get(widget, "F").integer() & unseen) == 0 &&
           !document.get(document.get(widget, "AP").dict(), "N").isNull();
}

/// The stricter is the higher.
int rankOf(Need need)
{
    return need == Need::Never ? 2 : need == Need::SigningOver ? 1 : 0;
}

} // namespace

void ChangeJudge::annotationList(std::optional<Ref> page, const Array& old, const Array& now)
{
    Array added;
    if (!keepsInOrder(old, now, added))
        note(ChangeKind::Annotation, Need::Never, QStringLiteral("annotations taken away or put in another order"));
    for (const Value& item : added) {
        const Dict dict = m_after.resolve(item).dict();
        if (dict["Subtype"].isName("Widget"))
            newWidget(page, item, dict);
        else
            newAnnotation(dict);
    }
}

void ChangeJudge::newWidget(std::optional<Ref> page, const Value& item, const Dict& dict)
{
    const QString name = fieldName(m_after, dict);
    if (isNumberField(dict))
        return note(ChangeKind::Field, Need::NumberField, QStringLiteral("empty field ") + name);
    if (fieldType(m_after, dict) != "Sig" || !isInForm(item) || dict.hasTwice() || dict.contains("AA") ||
        dict.contains("A"))
        return note(ChangeKind::Field, Need::Never, QStringLiteral("new field ") + name);
    if (inheritedValue(m_after, dict).dict().isEmpty()) {
        const bool quiet = !dict.contains("AP") && !dict.contains("MK");
        return note(ChangeKind::Field, quiet ? Need::AddingField : Need::Never,
                    QStringLiteral("new signature field ") + name, name);
    }
    if (const char* why = oddSignature(dict))
        return note(ChangeKind::Signature, Need::Never, name + QStringLiteral(": ") + QString::fromLatin1(why));
    visibleSignature(page, dict, name);
}

/// The signature is noted where its field is; here only whether something lies under what it shows.
void ChangeJudge::visibleSignature(std::optional<Ref> page, const Dict& dict, const QString& name)
{
    const Rect area = annotationArea(m_after, dict);
    if (!isSeen(m_after, dict, area))
        return;
    const Dict sheet = page ? m_before.resolve(*page).dict() : Dict();
    const PageInk ink = readPageInk(m_before, sheet);
    const bool isHuge = area.width * area.height > largestPart * ink.pageArea();
    const Need need = isHuge ? Need::Never : ink.isBlank(area) ? Need::SigningOnBlank : Need::SigningOver;
    Need& known = m_marks.emplace(name, need).first->second;
    known = std::max(known, need, [](Need a, Need b) { return rankOf(a) < rankOf(b); });
}

/// What a new signature shows decides whether it may come.
void ChangeJudge::applyMarks()
{
    for (const auto& [name, need] : m_marks) {
        const auto signing = std::find_if(m_findings.begin(), m_findings.end(), [&](const Finding& f) {
            return f.field == name && (f.what == ChangeKind::Signing || f.what == ChangeKind::Timestamp);
        });
        if (signing == m_findings.end())
            note(ChangeKind::Annotation, Need::Never, name + QStringLiteral(": the mark of no signature"), name);
        else
            signing->need = need;
    }
}

/// The widget, or the field it belongs to, is one that the form lists.
bool ChangeJudge::isInForm(const Value& widget)
{
    const Ref* own = widget.ref();
    if (!own)
        return false;
    if (!m_fieldsAfter)
        m_fieldsAfter = readFields(m_after);
    const Dict dict = m_after.resolve(widget).dict();
    const Ref* parent = dict.contains("T") ? nullptr : dict["Parent"].ref();
    const Ref field = parent ? *parent : *own;
    return std::any_of(m_fieldsAfter->begin(), m_fieldsAfter->end(),
                       [&](const Field& f) { return f.hasRef && f.ref == field; });
}

void ChangeJudge::newAnnotation(const Dict& dict)
{
    const QByteArray kind = m_after.get(dict, "Subtype").name();
    const Rect area = annotationArea(m_after, dict);
    const bool isDrawn = dict.contains("AP");
    const bool isNote = kind == "Text" && area.width <= largestNote && area.height <= largestNote && !isDrawn;
    const bool isQuiet = (kind == "Popup" || isMark(kind)) && !isDrawn;
    const bool acts = dict.contains("A") || dict.contains("AA");
    const bool may = (isNote || isQuiet) && !acts && !dict.hasTwice();
    note(ChangeKind::Annotation, may ? Need::Remark : Need::Never, QString::fromLatin1(kind.left(40)));
}

/// One that was there: only the words of a remark may change.
void ChangeJudge::annotation(const Dict& old, const Dict& now)
{
    const QByteArray kind = m_before.get(old, "Subtype").name();
    std::set<QByteArray> keys = m_both.differingKeys(old, now);
    if (kind == "Popup")
        keys.erase("Rect");
    const bool remark = kind == "Text" || kind == "Popup" || isMark(kind);
    const bool words = within(keys, {"Contents", "RC", "M", "T", "Subj", "Popup", "Open", "State", "StateModel"});
    note(ChangeKind::Annotation, remark && words ? Need::Remark : Need::Never,
         QString::fromLatin1(kind.left(40)) + joined(keys));
}

} // namespace diakinisi::pdf
