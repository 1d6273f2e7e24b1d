#pragma once
#include "edited_pdf.h"
#include "signed_files.h"

/// Signed files that were changed afterwards, and what must be said of them.
namespace diakinisi::samples {

/// What is said of the signature in "Signature1", or of the first one where there is no such field.
struct FirstWords {
    QString error; ///< the file was refused as a whole
    bool intact = false;
    bool whole = false;
    bool passed = false; ///< not TOTAL-FAILED
    QString changes;     ///< "signing+ page-content-": each kind once, sorted; + for allowed
    bool isGood = false; ///< what a clerk or script would take for good: all intact, no change that is not allowed
};
FirstWords firstWords(const QByteArray& pdf);

/// A two-page file with a text field "Name", a text field "Paid" that says "100 EUR", a check box "Agreed" and an empty
/// signature field "Head": objects 1 catalog, 2 pages, 3 font, 4 info, 5 form, 6 Name, 7 Head, 8 Paid, 9 Agreed, 10 and
/// 12 pages, 11 and 13 contents, 14 and 15 the looks of Paid and Agreed, 16 a remark, 17 a link, 18 an object that
/// nothing uses, 19 a drawing laid over page 2 as an annotation.
QByteArray formPdf();
/// The same, its objects in object streams.
QByteArray packedFormPdf();

namespace form {
inline constexpr pdf::Ref catalog{1, 0};
inline constexpr pdf::Ref pages{2, 0};
inline constexpr pdf::Ref font{3, 0};
inline constexpr pdf::Ref form{5, 0};
inline constexpr pdf::Ref name{6, 0};
inline constexpr pdf::Ref head{7, 0};
inline constexpr pdf::Ref paid{8, 0};
inline constexpr pdf::Ref agreed{9, 0};
inline constexpr pdf::Ref page{10, 0};
inline constexpr pdf::Ref contents{11, 0};
inline constexpr pdf::Ref secondPage{12, 0};
} // namespace form

/// A form XObject as large as a page.
pdf::Ref look(pdf::IncrementalUpdate& update, const char* content = "1 g 0 0 600 800 re f");
/// An annotation that covers the first page.
void overlay(pdf::IncrementalUpdate& update, const char* kind, const char* key = nullptr, const pdf::Value& value = {});

/// Numbers in formPdf() after signing: the signature's value and its widget.
inline constexpr pdf::Ref signatureValue{20, 0};
inline constexpr pdf::Ref signatureWidget{21, 0};

} // namespace diakinisi::samples
