#include "pdf/judge_changes.h"

#include "pdf/dict_difference.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostChanges = 200;
constexpr std::size_t mostAnnotations = 20'000; // each is compared with each
constexpr double largestNote = 100;             // points: the icon of a text note

bool contains(const Array& list, const Value& item)
{
    return std::find(list.begin(), list.end(), item) != list.end();
}

bool sameBytes(const ByteSource& source, std::int64_t a, std::int64_t b, std::int64_t length)
{
    constexpr std::int64_t piece = 1 << 18;
    for (std::int64_t at = 0; at < length; at += piece) {
        const std::int64_t part = std::min(piece, length - at);
        const Result<QByteArray> first = source.read(a + at, part);
        const Result<QByteArray> second = source.read(b + at, part);
        if (!first || !second || *first != *second)
            return false;
    }
    return true;
}

} // namespace

void ChangeJudge::note(ChangeKind what, bool allowed, const QString& detail)
{
    const bool known = std::any_of(m_changes.begin(), m_changes.end(),
                                   [&](const Change& c) { return c.what == what && c.allowed == allowed; });
    // Signatures are counted one by one; of the rest the first of each kind is evidence enough.
    const bool counted = what == ChangeKind::Signing || what == ChangeKind::Timestamp;
    if ((!known || counted) && m_changes.size() < mostChanges)
        m_changes.push_back({m_revision, what, allowed, m_where + detail});
}

bool ChangeJudge::isLocked(const QString& name) const
{
    const auto& locked = m_rules.lockedFields;
    return m_rules.allFieldsLocked || std::find(locked.begin(), locked.end(), name) != locked.end();
}

bool ChangeJudge::isSame(const Object& old, const Object& now) const
{
    if (!(old.value == now.value) || old.isStream() != now.isStream())
        return false;
    if (!old.isStream())
        return true;
    const Result<std::int64_t> was = m_before.streamLength(old);
    const Result<std::int64_t> is = m_after.streamLength(now);
    return was && is && *was == *is && sameBytes(m_after.source(), old.dataAt, now.dataAt, *was);
}

std::vector<Change> ChangeJudge::judge(const std::vector<XrefEntry>& touched)
{
    const Dict& old = m_before.trailer();
    const Dict& now = m_after.trailer();
    if (!(old["Root"] == now["Root"]) || !(old["Encrypt"] == now["Encrypt"]))
        note(ChangeKind::Structure, false, QStringLiteral("the trailer names another catalog"));
    if (!(old["Info"] == now["Info"]))
        note(ChangeKind::Metadata, true, QStringLiteral("document information"));
    const ObjectRoles roles = findRoles(m_before);
    if (roles.tooMany)
        note(ChangeKind::Structure, false, QStringLiteral("too large to compare"));
    for (const XrefEntry& entry : touched) {
        m_where = QStringLiteral("object %1: ").arg(entry.number);
        object(entry.number, roles);
    }
    m_where.clear();
    if (m_changes.empty())
        note(ChangeKind::Other, true, QStringLiteral("nothing in effect"));
    return m_changes;
}

void ChangeJudge::object(std::int32_t number, const ObjectRoles& roles)
{
    const std::uint32_t bits = roles.roles.value(number);
    const std::optional<XrefEntry> was = m_before.entry(number);
    const std::optional<XrefEntry> is = m_after.entry(number);
    if (bits == 0 || was == is)
        return; // new, or the same bytes named again
    const Ref oldRef{number, was && was->kind == XrefEntry::Kind::InFile ? was->generation : 0};
    const Ref newRef{number, is && is->kind == XrefEntry::Kind::InFile ? is->generation : 0};
    const Result<Object> old = m_before.object(oldRef);
    const Result<Object> now = m_after.object(newRef);
    if (!now) {
        note(ChangeKind::Structure, false, QStringLiteral("unreadable"));
        return;
    }
    if (old && isSame(*old, *now) && oldRef == newRef)
        return;
    for (std::uint32_t bit = 1; bit <= lastRole; bit <<= 1)
        if (bits & bit)
            byRole(static_cast<Role>(bit), newRef, old ? old->value : Value(), now->value, roles);
}

void ChangeJudge::byRole(Role role, Ref ref, const Value& old, const Value& now, const ObjectRoles& roles)
{
    switch (role) {
    case Role::Catalog:
        return catalog(old.dict(), now.dict());
    case Role::Form:
        return form(old.dict(), now.dict());
    case Role::FieldList:
        return fieldList(old.array(), now.array());
    case Role::Field:
        return field(old.dict(), now.dict());
    case Role::FormResources:
        return resources(old.dict(), now.dict());
    case Role::FormResourceList:
        return resourceList(old.dict(), now.dict());
    case Role::FieldAppearance:
        return fieldAppearance(roles.appearanceOf.value(ref.number));
    case Role::Page:
        return page(old.dict(), now.dict());
    case Role::AnnotationList:
        return annotationList(old.array(), now.array());
    case Role::Annotation:
        return annotation(now.dict());
    case Role::SignatureValue:
    case Role::SignedAppearance:
        return note(ChangeKind::Signature, false, QStringLiteral("of an earlier signature"));
    case Role::PageTree:
        return note(ChangeKind::PageTree, false, QStringLiteral("page tree"));
    case Role::PageContent:
        return note(ChangeKind::PageContent, false, QStringLiteral("page content"));
    case Role::Font:
        return note(ChangeKind::Fonts, false, QStringLiteral("font"));
    case Role::LongTermData:
        return note(ChangeKind::LongTermData, true, QStringLiteral("document security store"));
    case Role::Metadata:
        return note(ChangeKind::Metadata, true, QStringLiteral("metadata"));
    case Role::Names:
        return note(ChangeKind::Attachment, false, QStringLiteral("names or attachments"));
    case Role::Action:
        return note(ChangeKind::ActiveContent, false, QStringLiteral("action"));
    case Role::Other:
        return note(ChangeKind::Other, false, QStringLiteral("other content"));
    }
}

void ChangeJudge::catalog(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        const QString detail = QStringLiteral("catalog /") + QString::fromLatin1(key.left(40));
        if (key == "AcroForm")
            form(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "DSS")
            note(ChangeKind::LongTermData, true, detail);
        else if (key == "Extensions" || key == "Version")
            note(ChangeKind::Catalog, true, detail);
        else if (key == "Metadata")
            note(ChangeKind::Metadata, true, detail);
        else if (key == "Pages")
            note(ChangeKind::PageTree, false, detail);
        else if (key == "Names")
            note(ChangeKind::Attachment, false, detail);
        else if (key == "OpenAction" || key == "AA")
            note(ChangeKind::ActiveContent, false, detail);
        else
            note(ChangeKind::Catalog, false, detail);
    }
}

void ChangeJudge::form(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        if (key == "Fields")
            fieldList(m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "DR")
            resources(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "XFA")
            note(ChangeKind::ActiveContent, false, QStringLiteral("form /XFA"));
        else if (key != "SigFlags" && !(key == "DA" && !old.contains(key)))
            note(ChangeKind::Field, false, QStringLiteral("form /") + QString::fromLatin1(key.left(40)));
    }
}

void ChangeJudge::resources(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        if (old.contains(key) && !(m_before.get(old, key).isDict() && m_after.get(now, key).isDict()))
            note(ChangeKind::Fonts, false, QStringLiteral("form resources"));
        else
            resourceList(m_before.get(old, key).dict(), m_after.get(now, key).dict());
    }
}

/// More may come; what a name means already may not change, nor may a name go.
void ChangeJudge::resourceList(const Dict& old, const Dict& now)
{
    for (const QByteArray& name : differingKeys(old, now))
        if (old.contains(name))
            note(ChangeKind::Fonts, false, QStringLiteral("form resource /") + QString::fromLatin1(name.left(40)));
}

void ChangeJudge::page(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : differingKeys(old, now)) {
        const QString detail = QStringLiteral("page /") + QString::fromLatin1(key.left(40));
        if (key == "Annots")
            annotationList(m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "Metadata" || key == "LastModified" || key == "PieceInfo" || key == "Tabs")
            note(ChangeKind::Metadata, true, detail);
        else if (key == "AA")
            note(ChangeKind::ActiveContent, false, detail);
        else
            note(ChangeKind::PageContent, false, detail);
    }
}

void ChangeJudge::annotationList(const Array& old, const Array& now)
{
    if (old.size() > mostAnnotations || now.size() > mostAnnotations) {
        note(ChangeKind::Annotation, false, QStringLiteral("too many to compare"));
        return;
    }
    for (const Value& item : old)
        if (!contains(now, item))
            note(ChangeKind::Annotation, false, QStringLiteral("annotation taken away"));
    for (const Value& item : now) {
        if (contains(old, item))
            continue;
        const Dict dict = m_after.resolve(item).dict();
        if (!dict["Subtype"].isName("Widget"))
            annotation(dict);
        else if (isNumberField(dict))
            note(ChangeKind::Field, true, QStringLiteral("empty field ") + fieldName(m_after, dict));
        else if (fieldType(m_after, dict) != "Sig")
            note(ChangeKind::Field, false, QStringLiteral("new field ") + fieldName(m_after, dict));
        else if (m_after.get(dict, "V").dict().isEmpty())
            newField(item);
    }
}

void ChangeJudge::annotation(const Dict& dict)
{
    const QByteArray kind = m_after.get(dict, "Subtype").name();
    const Array box = m_after.get(dict, "Rect").array();
    const auto side = [&](std::size_t a) {
        return std::abs(m_after.resolve(box[a + 2]).number() - m_after.resolve(box[a]).number());
    };
    const bool small = box.size() == 4 && side(0) <= largestNote && side(1) <= largestNote;
    // What could hide or imitate the page's content is never taken for a harmless remark, whatever the signature
    // allows.
    const bool remark = kind == "Popup" || (kind == "Text" && small);
    const bool mark = (kind == "Highlight" || kind == "Underline" || kind == "StrikeOut" || kind == "Squiggly") &&
                      !dict.contains("AP");
    const bool may = m_rules.permission == Permission::Annotate || m_rules.permission == Permission::Unsaid;
    const bool acts = dict.contains("A") || dict.contains("AA");
    note(ChangeKind::Annotation, may && (remark || mark) && !acts, QString::fromLatin1(kind.left(40)));
}

} // namespace diakinisi::pdf
