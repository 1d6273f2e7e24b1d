#pragma once
#include "pdf/object_roles.h"
#include "pdf/revisions.h"

#include <set>

namespace diakinisi::pdf {

/// Judges what one saving changed: `before` and `after` are the file as of the savings around it.
class ChangeJudge
{
public:
    ChangeJudge(const Document& before, const Document& after, const ChangeRules& rules, int revision)
        : m_before(before),
          m_after(after),
          m_rules(rules),
          m_revision(revision)
    {
    }

    /// `touched`: what the saving's cross-reference lists.
    std::vector<Change> judge(const std::vector<XrefEntry>& touched);

private:
    void object(std::int32_t number, const ObjectRoles& roles);
    void byRole(Role role, Ref ref, const Value& old, const Value& now, const ObjectRoles& roles);
    bool isSame(const Object& old, const Object& now) const;
    void catalog(const Dict& old, const Dict& now);
    void form(const Dict& old, const Dict& now);
    void resources(const Dict& old, const Dict& now);
    void resourceList(const Dict& old, const Dict& now);
    void fieldList(const Array& old, const Array& now);
    void newField(const Value& field);
    bool isNumberField(const Dict& dict) const;
    void field(const Dict& old, const Dict& now);
    void signatureField(const Dict& old, const Dict& now, const std::set<QByteArray>& keys);
    void filledField(const Dict& old, const std::set<QByteArray>& keys);
    void fieldAppearance(Ref owner);
    void page(const Dict& old, const Dict& now);
    void annotationList(const Array& old, const Array& now);
    void annotation(const Dict& dict);
    void newSignature(const Dict& field);
    void note(ChangeKind what, bool allowed, const QString& detail);
    bool mayFill() const { return m_rules.permission != Permission::NoChanges; }
    bool parentFilled(const Dict& widget) const;
    bool isLocked(const QString& name) const;

    const Document& m_before;
    const Document& m_after;
    const ChangeRules& m_rules;
    int m_revision;
    QString m_where;
    std::vector<Change> m_changes;
};

} // namespace diakinisi::pdf
