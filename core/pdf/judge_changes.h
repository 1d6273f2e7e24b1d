#pragma once
#include "pdf/change_finding.h"
#include "pdf/dict_difference.h"
#include "pdf/form.h"
#include "pdf/object_roles.h"

#include <map>
#include <optional>
#include <set>

namespace diakinisi::pdf {

/// In which revision a field, by its object's number, got a value that it had not when comparing began.
using FilledSince = std::map<std::int32_t, int>;

/// Finds what one saving changed: `before` and `after` are the file as of the savings around it. What is not known to
/// be harmless is Need::Never.
class ChangeJudge
{
public:
    ChangeJudge(const Document& before, const Document& after, const ObjectRoles& roles, FilledSince& filled,
                int revision)
        : m_before(before),
          m_after(after),
          m_both{before, after},
          m_roles(roles),
          m_filled(filled),
          m_revision(revision)
    {
    }

    /// `touched`: what the saving's cross-reference lists.
    std::vector<Finding> judge(const std::vector<XrefEntry>& touched);

private:
    void trailers();
    void object(const XrefEntry& entry);
    void newObject(const XrefEntry& entry);
    void byRole(Role role, Ref ref, const Value& old, const Value& now);
    bool isSame(const Object& old, const Object& now) const;

    void catalog(const Dict& old, const Dict& now);
    void permissions(const Dict& old, const Dict& now);
    void form(const Dict& old, const Dict& now);
    void needAppearances();
    void resources(const Dict& old, const Dict& now);
    void resourceList(const Dict& old, const Dict& now);
    void page(Ref ref, const Dict& old, const Dict& now);
    void structureTree(const Value& old, const Value& now, int depth = 0); // judge_structure.cpp

    // judge_fields.cpp
    void fieldList(const Array& old, const Array& now);
    void newField(const Value& slot);
    bool isNumberField(const Dict& dict) const;
    void field(Ref ref, const Dict& old, const Dict& now);
    void signatureField(Ref ref, const Dict& old, const Dict& now, std::set<QByteArray> keys);
    void newSignature(const Dict& field);
    const char* oddSignature(const Dict& field) const;
    void filledField(Ref ref, const Dict& old, const Dict& now, std::set<QByteArray> keys);
    void filling(Ref ref, const Dict& old, const QString& name);
    void fieldAppearance(Ref ref);
    bool valueChanged(const Dict& old, const Dict& now) const;

    // judge_annotations.cpp
    void annotationList(std::optional<Ref> page, const Array& old, const Array& now);
    void newWidget(std::optional<Ref> page, const Value& item, const Dict& dict);
    void visibleSignature(std::optional<Ref> page, const Dict& dict, const QString& name);
    void applyMarks();
    void newAnnotation(const Dict& dict);
    void annotation(const Dict& old, const Dict& now);
    bool isInForm(const Value& widget);

    void note(ChangeKind what, Need need, const QString& detail, const QString& field = {}, int givenSince = -1);

    const Document& m_before;
    const Document& m_after;
    BeforeAndAfter m_both;
    const ObjectRoles& m_roles;
    FilledSince& m_filled;
    int m_revision;
    QString m_where;
    std::vector<Finding> m_findings;
    std::map<QString, Need> m_marks; ///< of new signatures that show something, by their fields' names
    std::optional<std::vector<Field>> m_fieldsAfter;
};

} // namespace diakinisi::pdf
