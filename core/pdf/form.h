#pragma once
#include "pdf/incremental_update.h"
#include "pdf/pages.h"
#include "pdf/revisions.h"

namespace diakinisi::pdf {

/// A terminal form field with what it inherits, as the form lists it (ISO 32000-1, 12.7.3).
struct Field {
    Ref ref;
    bool hasRef = false;
    Dict dict;
    QString name;    ///< fully qualified
    QByteArray type; ///< "Tx", "Sig" ...
    Value value;     ///< /V, not resolved
};

/// All terminal fields: at most 20000, depth 32; what is broken is left out.
std::vector<Field> readFields(const Document& document);

/// The annotation that shows a field: the field itself or the first of its kids that has a box; null when there is
/// none.
Value widgetOf(const Document& document, const Field& field);
/// The index of the page that an annotation stands on, from /P or from the pages' lists; pages.size() when on none.
std::size_t pageOf(const Document& document, const std::vector<Page>& pages, const Value& widget);

/// Adds a field that is its own widget to the form and to the page's annotations; makes the form where there is none
/// and sets the signature flags where asked. Only the objects that must change are changed.
struct NewField {
    Ref ref; ///< reserved; set by the caller
    Ref page;
    bool signature = false;
    Dict resources{};        ///< fonts for the form's /DR; may be empty
    bool sharedList = false; ///< see sharesAnnotations
};
void addField(IncrementalUpdate& update, const NewField& field);
/// Puts an annotation at the end of the page's list.
void addAnnotation(IncrementalUpdate& update, Ref page, Ref annotation, bool sharedList);
/// Does another page use the same list of annotations? Then this page gets a list of its own.
bool sharesAnnotations(const std::vector<Page>& pages, const Page& page);
/// Sets /SigFlags 3 (signatures exist, append only).
void setSignatureFlags(IncrementalUpdate& update);

/// What the signatures that are there allow later changes to do: the strictest of all (DocMDP and signature field
/// locks).
Permission permissionOf(const Document& document);

/// [x y x+w y+h]
Value rectValue(const Rect& rect);

} // namespace diakinisi::pdf
