#include "changed_files.h"

#include <algorithm>

namespace diakinisi::samples {

FirstWords firstWords(const QByteArray& pdf)
{
    const Result<signing::PdfVerdict> verdict = judged(pdf);
    FirstWords words;
    if (!verdict || verdict->signatures.empty()) {
        words.error = verdict ? QStringLiteral("no signature") : errorWord(verdict.error().code);
        return words;
    }
    const auto own = std::find_if(verdict->signatures.begin(), verdict->signatures.end(),
                                  [](const auto& s) { return s.field == u"Signature1"; });
    const signing::SignatureVerdict& first = own == verdict->signatures.end() ? verdict->signatures.front() : *own;
    QStringList changes;
    for (const pdf::Change& change : first.changesAfter)
        changes += pdf::changeWord(change.what) + (change.allowed ? u'+' : u'-');
    changes.removeDuplicates();
    changes.sort();
    words.intact = first.intact.value_or(false);
    words.whole = first.coversWholeFile;
    words.passed = first.indication != signing::Indication::TotalFailed;
    words.changes = changes.join(u' ');
    words.isGood = verdict->allIntact() ||
                   std::all_of(verdict->signatures.begin(), verdict->signatures.end(),
                               [](const auto& s) { return s.indication == signing::Indication::TotalPassed; });
    return words;
}

namespace {

QByteArray streamOf(const QByteArray& dict, const QByteArray& data)
{
    return "<<" + dict + "/Length " + QByteArray::number(data.size()) + ">>\nstream\n" + data + "\nendstream";
}

QByteArray pageOf(const QByteArray& contents, const QByteArray& annotations)
{
    return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + contents +
           " 0 R/Resources<</Font<</F1 3 0 R>>>>/Annots[" + annotations + "]>>";
}

QByteArray textOf(const QByteArray& text)
{
    return streamOf({}, "BT /F1 24 Tf 72 400 Td (" + text + ") Tj ET");
}

QByteArray widgetOf(const QByteArray& entries, const QByteArray& rect)
{
    return "<</Type/Annot/Subtype/Widget" + entries + "/F 4/P 10 0 R/Rect[" + rect + "]>>";
}

} // namespace

QByteArray formPdf()
{
    const QByteArray form = "/Type/XObject/Subtype/Form/BBox[0 0 200 20]/Resources<</Font<</Helv 3 0 R>>>>";
    return assemble({"<</Type/Catalog/Pages 2 0 R/AcroForm 5 0 R>>", "<</Type/Pages/Kids[10 0 R 12 0 R]/Count 2>>",
                     "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>", "<</Title(Sample)>>",
                     "<</Fields[6 0 R 7 0 R 8 0 R 9 0 R]/DR<</Font<</Helv 3 0 R>>>>/DA(/Helv 0 Tf 0 g)>>",
                     widgetOf("/FT/Tx/T(Name)", "50 700 250 720"), widgetOf("/FT/Sig/T(Head)", "300 100 500 160"),
                     widgetOf("/FT/Tx/T(Paid)/V(100 EUR)/AP<</N 14 0 R>>", "50 600 250 620"),
                     widgetOf("/FT/Btn/T(Agreed)/V/Off/AS/Off/AP<</N<</Yes 15 0 R>>>>", "50 650 60 660"),
                     pageOf("11", "6 0 R 7 0 R 8 0 R 9 0 R 16 0 R 17 0 R"), textOf("Page 1 pays 100 EUR"),
                     pageOf("13", "19 0 R"), textOf("Page 2 says nothing"),
                     streamOf(form, "BT /Helv 12 Tf 2 5 Td (100 EUR) Tj ET"),
                     streamOf("/Type/XObject/Subtype/Form/BBox[0 0 10 10]", "0 0 10 10 re f"),
                     "<</Type/Annot/Subtype/Text/Rect[500 780 520 800]/Contents(A remark)>>",
                     "<</Type/Annot/Subtype/Link/Rect[72 300 172 320]/A<</S/URI/URI(http://example.gr/)>>>>",
                     streamOf({}, "BT /F1 24 Tf 72 400 Td (Page 1 pays 900 EUR) Tj ET"),
                     "<</Type/Annot/Subtype/Square/Rect[100 100 200 200]/C[1 0 0]>>"},
                    "/Root 1 0 R/Info 4 0 R");
}

pdf::Ref look(pdf::IncrementalUpdate& update, const char* content)
{
    return update.addStream(
        pdf::Dict{{"Type", pdf::Name{"XObject"}}, {"Subtype", pdf::Name{"Form"}}, {"BBox", pdf::Array{0, 0, 600, 800}}},
        content);
}

void overlay(pdf::IncrementalUpdate& update, const char* kind, const char* key, const pdf::Value& value)
{
    pdf::Dict annotation{
        {"Type", pdf::Name{"Annot"}}, {"Subtype", pdf::Name{kind}}, {"Rect", pdf::Array{0, 0, 600, 800}}, {"F", 4}};
    annotation.set("AP", pdf::Dict{{"N", look(update)}});
    if (key)
        annotation.set(key, value);
    addAnnotation(update, form::page, annotation);
}

QByteArray packedFormPdf()
{
    return throughQpdf(formPdf(),
                       {QStringLiteral("--object-streams=generate"), QStringLiteral("--preserve-unreferenced")});
}

} // namespace diakinisi::samples
