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

// As test_attacks.cpp: what fields show, what the document does when it is opened, and what signatures themselves show.
namespace {

void row(const char* title, const Edit& edit, const char* expected)
{
    QTest::newRow(title) << edit << QString::fromLatin1(expected);
}

} // namespace

class TestAttacksForm : public QObject
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

    void whatFieldsShow_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "value changed", [](auto& u) { setIn(u, paid, "V", Text{"900 EUR"}); }, "form-filling-");
        row(
            "value and look changed",
            [](auto& u) {
                setIn(u, paid, "V", Text{"900 EUR"});
                setIn(u, paid, "AP", Dict{{"N", look(u)}});
            },
            "form-filling-");
        row(
            "value cleared", [](auto& u) { setIn(u, paid, "V", {}); }, "form-filling-");
        row(
            "look alone exchanged",
            [](auto& u) {
                setIn(u, paid, "AP", Dict{{"N", look(u)}});
            },
            "field-");
        row(
            "look alone rewritten",
            [](auto& u) {
                u.set({14, 0}, u.current(Value(look(u, "BT ET"))));
            },
            "field-");
        row(
            "look taken away", [](auto& u) { setIn(u, paid, "AP", {}); }, "field-");
        row(
            "look of an empty field",
            [](auto& u) {
                setIn(u, name, "AP", Dict{{"N", look(u)}});
            },
            "field-");
        row(
            "drawn anew by the reader", [](auto& u) { setIn(u, form, "NeedAppearances", true); }, "form-filling-");
        row(
            "moved",
            [](auto& u) {
                setIn(u, paid, "Rect", Array{0, 0, 600, 800});
            },
            "field-");
    }
    void whatFieldsShow() { isNotGood(); }

    void howFieldsAreChanged_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "hidden", [](auto& u) { setIn(u, paid, "F", 2); }, "field-");
        row(
            "becomes another kind", [](auto& u) { setIn(u, name, "FT", Name{"Btn"}); }, "field-");
        row(
            "filled and hidden",
            [](auto& u) {
                setIn(u, name, "V", Text{"x"});
                setIn(u, name, "F", 2);
            },
            "field-");
        row(
            "switched without a value", [](auto& u) { setIn(u, agreed, "AS", Name{"Yes"}); }, "field-");
        row(
            "field taken away",
            [](auto& u) {
                setIn(u, form, "Fields", Array{name, samples::signatureWidget});
            },
            "field-");
        row(
            "new text field",
            [](auto& u) {
                const Ref made = u.add(Dict{{"FT", Name{"Tx"}}, {"T", Text{"New"}}, {"Subtype", Name{"Widget"}}});
                Array fields = u.current(u.current(Value(form)).dict(), "Fields").array();
                fields.push_back(made);
                setIn(u, form, "Fields", fields);
            },
            "field-");
        row(
            "font of the form exchanged",
            [](auto& u) {
                setIn(u, form, "DR", Dict{{"Font", Dict{{"Helv", u.add(Dict{{"Type", Name{"Font"}}})}}}});
            },
            "fonts-");
        row(
            "XFA put in", [](auto& u) { setIn(u, form, "XFA", Text{"<xdp/>"}); }, "active-content-");
        row(
            "order of calculation", [](auto& u) { setIn(u, form, "CO", Array{paid}); }, "field-");
        row(
            "script of a field",
            [](auto& u) {
                setIn(u, name, "AA", Dict{{"K", Dict{{"S", Name{"JavaScript"}}, {"JS", Text{"x"}}}}});
            },
            "field-");
    }
    void howFieldsAreChanged() { isNotGood(); }

    void whatTheDocumentDoes_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const auto script = Dict{{"S", Name{"JavaScript"}}, {"JS", Text{"app.alert(1)"}}};
        row(
            "script when opened", [=](auto& u) { setIn(u, catalog, "OpenAction", script); }, "active-content-");
        row(
            "script of the document",
            [=](auto& u) {
                setIn(u, catalog, "AA", Dict{{"WC", script}});
            },
            "active-content-");
        row(
            "script of a page",
            [=](auto& u) {
                setIn(u, page, "AA", Dict{{"O", script}});
            },
            "active-content-");
        row(
            "named script",
            [=](auto& u) {
                setIn(u, catalog, "Names", Dict{{"JavaScript", Dict{{"Names", Array{Text{"a"}, script}}}}});
            },
            "attachment-");
        row(
            "attachment",
            [](auto& u) {
                setIn(u, catalog, "Names", Dict{{"EmbeddedFiles", Dict{}}});
            },
            "attachment-");
        row(
            "associated file", [](auto& u) { setIn(u, catalog, "AF", Array{u.add(Dict{})}); }, "attachment-");
        row(
            "portfolio", [](auto& u) { setIn(u, catalog, "Collection", Dict{}); }, "attachment-");
    }
    void whatTheDocumentDoes() { isNotGood(); }

    void whatTheCatalogSays_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "layers",
            [](auto& u) {
                setIn(u, catalog, "OCProperties", Dict{{"OCGs", Array{}}});
            },
            "catalog-");
        row(
            "outline", [](auto& u) { setIn(u, catalog, "Outlines", u.add(Dict{})); }, "catalog-");
        row(
            "how it is opened",
            [](auto& u) {
                setIn(u, catalog, "ViewerPreferences", Dict{{"HideWindowUI", true}});
            },
            "catalog-");
        row(
            "page labels",
            [](auto& u) {
                setIn(u, catalog, "PageLabels", Dict{{"Nums", Array{}}});
            },
            "catalog-");
        row(
            "structure with other words",
            [](auto& u) {
                setIn(u, catalog, "StructTreeRoot", u.add(Dict{{"K", u.add(Dict{{"ActualText", Text{"900"}}})}}));
            },
            "other-");
        row(
            "another certification",
            [](auto& u) {
                setIn(u, catalog, "Perms", Dict{{"DocMDP", samples::signatureValue}});
            },
            "catalog-");
    }
    void whatTheCatalogSays() { isNotGood(); }

    void whatSignaturesShow_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const Ref widget = samples::signatureWidget;
        row(
            "its widget moved",
            [=](auto& u) {
                setIn(u, widget, "Rect", Array{0, 0, 600, 800});
            },
            "signature-");
        row(
            "its look exchanged",
            [=](auto& u) {
                setIn(u, widget, "AP", Dict{{"N", look(u)}});
            },
            "signature-");
        row(
            "its widget hidden", [=](auto& u) { setIn(u, widget, "F", 2); }, "signature-");
        row(
            "a widget that no form knows", [=](auto& u) { overlay(u, "Widget", "FT", Name{"Sig"}); }, "field-");
        row(
            "signed widget that no form knows",
            [=](auto& u) {
                Dict dict{{"Subtype", Name{"Widget"}},
                          {"FT", Name{"Sig"}},
                          {"T", Text{"X"}},
                          {"V", samples::signatureValue},
                          {"Rect", Array{0, 0, 600, 800}}};
                dict.set("AP", Dict{{"N", look(u)}});
                addAnnotation(u, page, dict);
            },
            "field-");
    }
    void whatSignaturesShow() { isNotGood(); }

    void whatPassesForASignature_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const Ref widget = samples::signatureWidget;
        row(
            "second field with the same value",
            [=](auto& u) {
                Dict dict{{"Subtype", Name{"Widget"}},
                          {"FT", Name{"Sig"}},
                          {"T", Text{"X"}},
                          {"V", samples::signatureValue},
                          {"Rect", Array{0, 0, 200, 50}}};
                dict.set("AP", Dict{{"N", look(u)}});
                addAnnotation(u, page, dict);
                Array fields = u.current(u.current(Value(form)).dict(), "Fields").array();
                fields.push_back(u.current(u.current(Value(page)).dict(), "Annots").array().back());
                setIn(u, form, "Fields", fields);
            },
            "signature-");
        row(
            "a signature that signs nothing",
            [=](auto& u) {
                setIn(u, {7, 0}, "V",
                      u.add(Dict{{"Type", Name{"DocTimeStamp"}},
                                 {"SubFilter", Name{"ETSI.RFC3161"}},
                                 {"ByteRange", Array{0, 1, 2, 3}},
                                 {"Contents", Text{"x", true}}}));
                setIn(u, {7, 0}, "AP", Dict{{"N", look(u)}});
            },
            "signature-");
        row(
            "an empty field with a look",
            [=](auto& u) {
                setIn(u, {7, 0}, "AP", Dict{{"N", look(u)}});
            },
            "field-");
        row(
            "an empty field moved",
            [=](auto& u) {
                setIn(u, {7, 0}, "Rect", Array{0, 0, 600, 800});
            },
            "field-");
        row(
            "a second widget of the signature",
            [=](auto& u) {
                const Ref kid = u.add(Dict{{"Subtype", Name{"Widget"}},
                                           {"Parent", widget},
                                           {"Rect", Array{0, 0, 600, 800}},
                                           {"AP", Dict{{"N", look(u)}}}});
                setIn(u, widget, "Kids", Array{kid});
            },
            "signature-");
    }
    void whatPassesForASignature() { isNotGood(); }

    void whatTakesTheSignatureAway_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const Ref widget = samples::signatureWidget;
        row(
            "form taken away", [](auto& u) { setIn(u, catalog, "AcroForm", {}); }, "field- fonts-");
        row(
            "its value exchanged",
            [=](auto& u) {
                setIn(u, widget, "V", u.add(Dict{{"Type", Name{"Sig"}}}));
            },
            "signature-");
        row(
            "its reason changed", [](auto& u) { setIn(u, samples::signatureValue, "Reason", Text{"x"}); },
            "signature-");
    }
    void whatTakesTheSignatureAway()
    {
        QFETCH(Edit, edit);
        QVERIFY(!samples::firstWords(samples::edited(m_signed, edit)).isGood);
    }

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

QTEST_GUILESS_MAIN(TestAttacksForm)
#include "test_attacks_form.moc"
