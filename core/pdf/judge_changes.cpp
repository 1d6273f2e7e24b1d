#include "pdf/judge_changes.h"

#include <algorithm>

namespace diakinisi::pdf {

namespace {

constexpr std::size_t mostFindings = 500;

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

Ref whole(std::int32_t number, const std::optional<XrefEntry>& entry)
{
    return {number, entry && entry->kind == XrefEntry::Kind::InFile ? entry->generation : 0};
}

QString keyDetail(const char* where, const QByteArray& key)
{
    return QString::fromLatin1(where) + u'/' + QString::fromLatin1(key.left(40));
}

} // namespace

void ChangeJudge::note(ChangeKind what, Need need, const QString& detail, const QString& field, int givenSince)
{
    // Signatures are counted one by one; of the rest the first of each kind is evidence enough.
    const bool counted = what == ChangeKind::Signing || what == ChangeKind::Timestamp;
    const bool known = std::any_of(m_findings.begin(), m_findings.end(), [&](const Finding& f) {
        return f.what == what && f.need == need && f.field == field && f.givenSince == givenSince;
    });
    if (m_findings.size() >= mostFindings)
        m_findings.back() = {m_revision, ChangeKind::Structure, Need::Never, QStringLiteral("too many changes")};
    else if (!known || counted)
        m_findings.push_back({m_revision, what, need, m_where + detail, field, givenSince});
}

/// Readers who write an object anew may write its numbers otherwise; the bytes of a stream stay.
bool ChangeJudge::isSame(const Object& old, const Object& now) const
{
    if (old.isStream() != now.isStream())
        return false;
    if (!old.isStream())
        return old.value == now.value || meansSame(old.value, now.value);
    const Result<std::int64_t> was = m_before.streamLength(old);
    const Result<std::int64_t> is = m_after.streamLength(now);
    if (!was || !is || *was != *is)
        return false;
    std::set<QByteArray> keys;
    if (!(old.value == now.value))
        keys = m_both.differingKeys(old.value.dict(), now.value.dict());
    return within(keys, {"Length"}) && sameBytes(m_after.source(), old.dataAt, now.dataAt, *was);
}

std::vector<Finding> ChangeJudge::judge(const std::vector<XrefEntry>& touched)
{
    trailers();
    if (m_roles.tooMany())
        note(ChangeKind::Structure, Need::Never, QStringLiteral("too large to compare"));
    for (const XrefEntry& entry : touched) {
        m_where = QStringLiteral("object %1: ").arg(entry.number);
        object(entry);
    }
    m_where.clear();
    applyMarks();
    if (m_findings.empty())
        note(ChangeKind::Other, Need::Nothing, QStringLiteral("nothing in effect"));
    return std::move(m_findings);
}

void ChangeJudge::trailers()
{
    const Dict& old = m_before.trailer();
    const Dict& now = m_after.trailer();
    if (!(old["Root"] == now["Root"]) || !meansSame(old["Encrypt"], now["Encrypt"]) || now.hasTwice())
        note(ChangeKind::Structure, Need::Never, QStringLiteral("the trailer names another catalog"));
    if (!m_both.meansSame(old["Info"], now["Info"]))
        note(ChangeKind::Metadata, Need::Nothing, QStringLiteral("document information"));
}

void ChangeJudge::object(const XrefEntry& entry)
{
    const std::uint32_t bits = m_roles.of(entry.number);
    const std::optional<XrefEntry> was = m_before.entry(entry.number);
    const std::optional<XrefEntry> is = m_after.entry(entry.number);
    if (was == is)
        return; // the same bytes named again
    const Ref oldRef = whole(entry.number, was);
    const Ref newRef = whole(entry.number, is);
    const Result<Object> old = m_before.object(oldRef);
    const Result<Object> now = m_after.object(newRef);
    if (!now) {
        // Others would try to repair such a file, and show what they find.
        note(ChangeKind::Structure, Need::Never, QStringLiteral("unreadable"));
        return;
    }
    if (bits == 0 || (old && oldRef == newRef && isSame(*old, *now)))
        return;
    if (now->value.dict().hasTwice())
        note(ChangeKind::Structure, Need::Never, QStringLiteral("an entry stands twice"));
    for (std::uint32_t bit = 1; bit <= lastRole; bit <<= 1)
        if (bits & bit)
            byRole(static_cast<Role>(bit), newRef, old ? old->value : Value(), now->value);
}

void ChangeJudge::byRole(Role role, Ref ref, const Value& old, const Value& now)
{
    const auto never = [&](ChangeKind kind, const char* what) { note(kind, Need::Never, QString::fromLatin1(what)); };
    switch (role) {
    case Role::Catalog:
        return catalog(old.dict(), now.dict());
    case Role::Permissions:
        return permissions(old.dict(), now.dict());
    case Role::Form:
        return form(old.dict(), now.dict());
    case Role::FieldList:
        return fieldList(old.array(), now.array());
    case Role::Field:
        return field(ref, old.dict(), now.dict());
    case Role::FormResources:
        return resources(old.dict(), now.dict());
    case Role::FormResourceList:
        return resourceList(old.dict(), now.dict());
    case Role::FieldAppearance:
        return fieldAppearance(ref);
    case Role::Page:
        return page(ref, old.dict(), now.dict());
    case Role::AnnotationList:
        return annotationList(m_roles.ownerOf(ref.number, role), old.array(), now.array());
    case Role::Annotation:
        return annotation(old.dict(), now.dict());
    case Role::StructureTree:
        return structureTree(old, now);
    case Role::LongTermData:
        return note(ChangeKind::LongTermData, Need::Nothing, QStringLiteral("document security store"));
    case Role::Metadata:
        return note(ChangeKind::Metadata, Need::Nothing, QStringLiteral("metadata"));
    case Role::SignatureValue:
    case Role::SignedAppearance:
        return never(ChangeKind::Signature, "of an earlier signature");
    case Role::PageTree:
        return never(ChangeKind::PageTree, "page tree");
    case Role::PageContent:
        return never(ChangeKind::PageContent, "page content");
    case Role::Font:
        return never(ChangeKind::Fonts, "font");
    case Role::Names:
        return never(ChangeKind::Attachment, "names or attachments");
    case Role::Action:
        return never(ChangeKind::ActiveContent, "action");
    case Role::Other:
        return never(ChangeKind::Other, "other content");
    }
}

void ChangeJudge::catalog(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : m_both.differingKeys(old, now)) {
        const QString detail = keyDetail("catalog ", key);
        if (key == "AcroForm")
            form(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "Perms")
            permissions(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "StructTreeRoot")
            structureTree(m_before.get(old, key), m_after.get(now, key));
        else if (key == "DSS")
            note(ChangeKind::LongTermData, Need::Nothing, detail);
        else if (key == "Extensions" || key == "Version")
            note(ChangeKind::Catalog, Need::Nothing, detail);
        else if (key == "Metadata" || key == "MarkInfo" || key == "PieceInfo" || key == "LastModified")
            note(ChangeKind::Metadata, Need::Nothing, detail);
        else if (key == "Pages")
            note(ChangeKind::PageTree, Need::Never, detail);
        else if (key == "Names" || key == "AF" || key == "Collection")
            note(ChangeKind::Attachment, Need::Never, detail);
        else if (key == "OpenAction" || key == "AA")
            note(ChangeKind::ActiveContent, Need::Never, detail);
        else
            note(ChangeKind::Catalog, Need::Never, detail);
    }
}

/// A certification of this saving may enter itself; it can only forbid more.
void ChangeJudge::permissions(const Dict& old, const Dict& now)
{
    const Ref* certifying = now["DocMDP"].ref();
    const std::optional<XrefEntry> was = certifying ? m_before.entry(certifying->number) : std::nullopt;
    const bool isNew = certifying && (!was || was->kind == XrefEntry::Kind::Free);
    const bool may = isNew && !old.contains("DocMDP") && within(m_both.differingKeys(old, now), {"DocMDP"});
    note(ChangeKind::Catalog, may ? Need::Signing : Need::Never, QStringLiteral("catalog /Perms"));
}

void ChangeJudge::form(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : m_both.differingKeys(old, now)) {
        if (key == "Fields")
            fieldList(m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "DR")
            resources(m_before.get(old, key).dict(), m_after.get(now, key).dict());
        else if (key == "NeedAppearances" && m_before.get(old, key).isTrue() == m_after.get(now, key).isTrue())
            continue; // false is what holds without it
        else if (key == "NeedAppearances")
            needAppearances();
        else if (key == "XFA")
            note(ChangeKind::ActiveContent, Need::Never, QStringLiteral("form /XFA"));
        else if (key != "SigFlags" && !(key == "DA" && !old.contains(key)))
            note(ChangeKind::Field, Need::Never, keyDetail("form ", key));
    }
}

/// Viewers then draw every filled field anew: harmless only while none is filled.
void ChangeJudge::needAppearances()
{
    const std::vector<Field> fields = readFields(m_before);
    const bool any = std::any_of(fields.begin(), fields.end(), [&](const Field& field) {
        return field.type != "Sig" && field.type != "Btn" && !readTextString(m_before.resolve(field.value)).isEmpty();
    });
    note(ChangeKind::FormFilling, any ? Need::Never : Need::Filling, QStringLiteral("form /NeedAppearances"));
}

void ChangeJudge::resources(const Dict& old, const Dict& now)
{
    for (const QByteArray& key : m_both.differingKeys(old, now)) {
        if (old.contains(key) && !(m_before.get(old, key).isDict() && m_after.get(now, key).isDict()))
            note(ChangeKind::Fonts, Need::Never, QStringLiteral("form resources"));
        else
            resourceList(m_before.get(old, key).dict(), m_after.get(now, key).dict());
    }
}

/// More may come; what a name means already may not change, nor may a name go.
void ChangeJudge::resourceList(const Dict& old, const Dict& now)
{
    for (const QByteArray& name : m_both.differingKeys(old, now))
        if (old.contains(name))
            note(ChangeKind::Fonts, Need::Never, keyDetail("form resource ", name));
}

void ChangeJudge::page(Ref ref, const Dict& old, const Dict& now)
{
    for (const QByteArray& key : m_both.differingKeys(old, now)) {
        if (key == "Annots")
            annotationList(ref, m_before.get(old, key).array(), m_after.get(now, key).array());
        else if (key == "Metadata" || key == "LastModified" || key == "PieceInfo" || key == "Tabs")
            note(ChangeKind::Metadata, Need::Nothing, keyDetail("page ", key));
        else if (key == "AA")
            note(ChangeKind::ActiveContent, Need::Never, keyDetail("page ", key));
        else
            note(ChangeKind::PageContent, Need::Never, keyDetail("page ", key));
    }
}

} // namespace diakinisi::pdf
