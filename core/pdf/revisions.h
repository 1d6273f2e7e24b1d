#pragma once
#include "pdf/document.h"

#include <vector>

namespace diakinisi::pdf {

/// One saving of a file: the bytes [begin, end) with the %%EOF at their end (a linearised file's two sections are one).
struct Revision {
    std::int64_t begin = 0;
    std::int64_t end = 0;
    std::int64_t xrefAt = 0;        ///< where the newest of its cross-reference sections stands
    std::vector<XrefEntry> objects; ///< what its cross-reference lists, by number; the newest entry of a number
    bool isAmbiguous = false;       ///< one section lists an object in two places: readers differ about which counts
};

/// The revisions of a file, oldest first; never empty. PdfBroken when they do not follow each other in the file.
Result<std::vector<Revision>> readRevisions(const Document& document);

enum class ChangeKind {
    Signing,      ///< a new signature
    Timestamp,    ///< a document timestamp
    LongTermData, ///< DSS: certificates, revocation answers
    FormFilling,
    Annotation,
    Field, ///< a form field made, moved or taken away
    PageContent,
    PageTree,
    Fonts,
    Metadata,
    Attachment,
    ActiveContent,
    Catalog,
    Signature, ///< an earlier signature's own objects
    Structure, ///< bytes or cross-references that fit no honest saving
    Other,
};

/// "signing", "form-filling", "page-content" ...: as in the JSON of the command line.
QString changeWord(ChangeKind kind);

struct Change {
    int revision = 0; ///< counted from 1; 0 when the bytes belong to none
    ChangeKind what = ChangeKind::Other;
    bool allowed = false;
    QString detail;  ///< in English, for the evidence: "object 12 0: /Contents"
    QString field{}; ///< full name of the field that was filled or signed

    friend bool operator==(const Change&, const Change&) = default;
};

/// What a signature lets later revisions do (DocMDP, ISO 32000-1 table 254; None: no transform, an approval signature).
enum class Permission { NoChanges = 1, FillForms = 2, Annotate = 3, Unsaid = 4 };

struct ChangeRules {
    Permission permission = Permission::Unsaid;
    std::vector<QString> lockedFields{}; ///< FieldMDP: full names; filling them is not allowed
    bool allFieldsLocked = false;
    bool newNumberField = false; ///< our two empty fields for number and date may be put in (before any signature)
};

/// `name`, or a field above it, is one that the rules lock (ISO 32000-1, table 256).
bool isLocked(const QString& name, const ChangeRules& rules);

/// What was changed after the first `signedLength` bytes, revision by revision, object by object, each judged. Empty
/// when nothing was. The bytes before are taken as given.
Result<std::vector<Change>> compareRevisions(QIODevice& file, std::int64_t signedLength, const ChangeRules& rules);

} // namespace diakinisi::pdf
