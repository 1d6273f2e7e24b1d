#include "changed_files.h"

#include <QTest>

using namespace diakinisi;
using pdf::Array;
using pdf::Dict;
using pdf::IncrementalUpdate;
using pdf::Name;
using pdf::Ref;
using pdf::Text;
using pdf::Value;
using samples::addAnnotation;
using samples::Edit;
using samples::look;
using samples::overlay;
using samples::setIn;
using namespace samples::form;

// What was published about changing signed files by a further saving (incremental saving attacks, 2019; shadow attacks,
// 2021), object by object: what an approval signature must not bear. The bytes that were signed are whole in each.
namespace {

void row(const char* title, const Edit& edit, const char* expected)
{
    QTest::newRow(title) << edit << QString::fromLatin1(expected);
}

} // namespace

class TestAttacks : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    QByteArray m_signed;

private Q_SLOTS:
    void initTestCase()
    {
        const Result<QByteArray> file = samples::signedBy(m_maria, samples::formPdf(), samples::marked());
        QVERIFY(file);
        m_signed = *file;
        QVERIFY(samples::firstWords(m_signed).isGood);
        QVERIFY(m_signed.contains("\n20 0 obj") && m_signed.contains("\n21 0 obj"));
    }

    void whatThePagesShow_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "content stream replaced",
            [](auto& u) {
                u.set(contents, Dict{{"Length", 0}});
            },
            "page-content-");
        row(
            "content extended",
            [](auto& u) {
                setIn(u, page, "Contents", Array{contents, u.addStream({}, "BT ET")});
            },
            "page-content-");
        row(
            "content pointed elsewhere",
            [](auto& u) {
                setIn(u, page, "Contents", Ref{18, 0});
            },
            "page-content-");
        row(
            "content taken away", [](auto& u) { setIn(u, page, "Contents", {}); }, "page-content-");
        row(
            "cropped",
            [](auto& u) {
                setIn(u, page, "CropBox", Array{0, 0, 300, 300});
            },
            "page-content-");
        row(
            "turned", [](auto& u) { setIn(u, page, "Rotate", 180); }, "page-content-");
        row(
            "larger unit", [](auto& u) { setIn(u, page, "UserUnit", 2); }, "page-content-");
    }
    void whatThePagesShow() { isNotGood(); }

    void whatTheTreeShows_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "turned by the tree", [](auto& u) { setIn(u, pages, "Rotate", 90); }, "page-tree-");
        row(
            "cropped by the tree",
            [](auto& u) {
                setIn(u, pages, "CropBox", Array{0, 0, 9, 9});
            },
            "page-tree-");
        row(
            "other resources", [](auto& u) { setIn(u, page, "Resources", Dict{}); }, "page-content-");
        row(
            "page taken away", [](auto& u) { setIn(u, pages, "Kids", Array{page}); }, "page-tree-");
        row(
            "pages exchanged",
            [](auto& u) {
                setIn(u, pages, "Kids", Array{secondPage, page});
            },
            "page-tree-");
        row(
            "page put in",
            [](auto& u) {
                setIn(u, pages, "Kids",
                      Array{page, u.add(Dict{{"Type", Name{"Page"}}, {"Parent", pages}}), secondPage});
            },
            "page-tree-");
        row(
            "another tree",
            [](auto& u) {
                setIn(u, catalog, "Pages", u.add(Dict{{"Type", Name{"Pages"}}}));
            },
            "page-tree-");
        row(
            "page becomes another", [](auto& u) { u.set(page, u.current(Value(secondPage))); },
            "annotation- page-content-");
        row(
            "font replaced", [](auto& u) { setIn(u, font, "BaseFont", Name{"Symbol"}); }, "field- fonts-");
        row(
            "font re-encoded",
            [](auto& u) {
                setIn(u, font, "Encoding", Dict{{"Differences", Array{49, Name{"nine"}}}});
            },
            "field- fonts-");
        row(
            "page duration and transition",
            [](auto& u) {
                setIn(u, page, "Trans", Dict{{"S", Name{"Fade"}}});
            },
            "page-content-");
    }
    void whatTheTreeShows() { isNotGood(); }

    void whatLiesOnThePages_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        for (const char* kind :
             {"FreeText",  "Stamp",     "Square",         "Circle", "Line",      "Ink",  "Polygon", "Redact",
              "Link",      "Watermark", "FileAttachment", "Caret",  "Highlight", "Text", "Popup",   "Screen",
              "RichMedia", "3D",        "Widget",         "Unheard"})
            row(
                kind, [kind](auto& u) { overlay(u, kind); }, qstrcmp(kind, "Widget") == 0 ? "field-" : "annotation-");
        row(
            "note with a script",
            [](auto& u) {
                addAnnotation(u, page,
                              Dict{{"Subtype", Name{"Text"}},
                                   {"Rect", Array{9, 9, 29, 29}},
                                   {"A", Dict{{"S", Name{"JavaScript"}}}}});
            },
            "annotation-");
        row(
            "overlay taken away", [](auto& u) { setIn(u, secondPage, "Annots", Array{}); }, "annotation-");
        row(
            "overlay exchanged",
            [](auto& u) {
                setIn(u, Ref{19, 0}, "Rect", Array{0, 0, 9, 9});
            },
            "annotation-");
        row(
            "overlay hidden",
            [](auto& u) {
                setIn(u, Ref{19, 0}, "F", 2);
            },
            "annotation-");
        row(
            "overlay made a remark",
            [](auto& u) {
                u.set({19, 0}, Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{1, 1, 9, 9}}});
            },
            "annotation-");
        row(
            "overlay freed",
            [](auto& u) {
                u.set({19, 0}, Value());
            },
            "annotation-");
        row(
            "order exchanged",
            [](auto& u) {
                setIn(u, page, "Annots",
                      Array{paid, Ref{7, 0}, name, agreed, Ref{16, 0}, Ref{17, 0}, samples::signatureWidget});
            },
            "annotation+ annotation- field+ field- signature-");
        row(
            "link leads elsewhere",
            [](auto& u) {
                setIn(u, {17, 0}, "A", Dict{{"S", Name{"URI"}}, {"URI", Text{"http://evil.example/"}}});
            },
            "annotation-");
    }
    void whatLiesOnThePages() { isNotGood(); }

private:
    void isNotGood()
    {
        QFETCH(Edit, edit);
        const QByteArray file = samples::edited(m_signed, edit);
        const samples::FirstWords words = samples::firstWords(file);
        QCOMPARE(words.error, QString());
        QVERIFY(words.intact && !words.whole);
        QVERIFY(!words.passed && !words.isGood);
        QTEST(words.changes, "expected");
    }
};

QTEST_GUILESS_MAIN(TestAttacks)
#include "test_attacks.moc"
