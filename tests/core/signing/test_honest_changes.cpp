#include "changed_files.h"

#include <QTest>

using namespace diakinisi;
using pdf::Array;
using pdf::Dict;
using pdf::Name;
using pdf::Ref;
using pdf::Text;
using pdf::Value;
using samples::Edit;
using samples::edited;
using samples::look;
using samples::setIn;
using namespace samples::form;

// What honest programs add to a signed file, in the ways in which different makers write it: none may harm the
// signature.
namespace {

using Files = std::function<QByteArray(const QByteArray& file)>;

void row(const char* title, const Edit& edit, const char* expected)
{
    QTest::newRow(title) << Files([edit](const QByteArray& file) { return edited(file, edit); })
                         << QString::fromLatin1(expected);
}

void files(const char* title, const Files& make, const char* expected)
{
    QTest::newRow(title) << make << QString::fromLatin1(expected);
}

/// The page written anew as some writers do: keys in another order, numbers spelt otherwise, nothing else changed.
Dict respelt(const Dict& dict)
{
    Dict result;
    const auto entries = dict.entries();
    for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry)
        result.set(entry->first, entry->second);
    result.set("MediaBox", Array{Value(pdf::Raw{"[0.000000 0 595.000 842.0]"})}.front());
    return result;
}

} // namespace

class TestHonestChanges : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    samples::Person m_nikos = m_authority.make({.name = QStringLiteral("Νίκος Αγγελόπουλος")});
    QByteArray m_signed;

    QByteArray again(const QByteArray& file, signing::SignOptions options = {}) const
    {
        const Result<QByteArray> result = samples::signedBy(m_nikos, file, std::move(options));
        return result ? *result : QByteArray();
    }

    static signing::SignOptions inField(const char* name)
    {
        signing::SignOptions options = samples::marked();
        options.fieldName = QString::fromLatin1(name);
        return options;
    }

private Q_SLOTS:
    void initTestCase() { m_signed = *samples::signedBy(m_maria, samples::formPdf(), samples::marked()); }

    void furtherSignatures_data()
    {
        QTest::addColumn<Files>("make");
        QTest::addColumn<QString>("expected");
        files(
            "second signature", [this](const auto& f) { return again(f); }, "signing+");
        files(
            "second signature, visible",
            [this](const auto& f) {
                return again(f, samples::marked({50, 60, 200, 60}));
            },
            "signing+");
        files(
            "second signature over what the page says",
            [this](const auto& f) {
                return again(f, samples::marked({72, 395, 200, 40}));
            },
            "signing+");
        files(
            "second signature on the second page",
            [this](const auto& f) {
                return again(f, samples::marked({50, 60, 200, 60}, 2));
            },
            "signing+");
        files(
            "in the empty field", [this](const auto& f) { return again(f, inField("Head")); }, "signing+");
        files(
            "two more", [this](const auto& f) { return again(again(f), inField("Head")); }, "signing+");
        files(
            "field filled, then signed",
            [this](const auto& f) { return again(edited(f, [](auto& u) { setIn(u, name, "V", Text{"Anna"}); })); },
            "form-filling+ signing+");
        files(
            "page respelt, then signed",
            [this](const auto& f) {
                return again(edited(f, [](auto& u) { u.set(page, respelt(u.current(Value(page)).dict())); }));
            },
            "other+ signing+");
        files(
            "line ends behind", [](const auto& f) { return f + "\r\n\r\n"; }, "");
        files(
            "long-term data and one more signature",
            [this](const auto& f) {
                return again(edited(f, [](auto& u) { setIn(u, catalog, "DSS", u.add(Dict{{"Certs", Array{}}})); }));
            },
            "long-term-data+ signing+");
    }
    void furtherSignatures() { isHarmless(); }

    void longTermDataAndMetadata_data()
    {
        QTest::addColumn<Files>("make");
        QTest::addColumn<QString>("expected");
        row(
            "DSS in the catalog",
            [](auto& u) {
                setIn(u, catalog, "DSS", Dict{{"Certs", Array{u.addStream({}, "x")}}, {"VRI", Dict{}}});
            },
            "long-term-data+");
        files(
            "DSS, then a larger one",
            [](const auto& f) {
                Ref dss;
                const QByteArray first = edited(f, [&](auto& u) {
                    dss = u.add(Dict{{"Certs", u.add(Array{})}});
                    setIn(u, catalog, "DSS", dss);
                });
                return edited(first, [&](auto& u) { setIn(u, dss, "OCSPs", Array{u.addStream({}, "y")}); });
            },
            "long-term-data+");
        row(
            "extensions",
            [](auto& u) {
                setIn(u, catalog, "Extensions",
                      Dict{{"ESIC", Dict{{"BaseVersion", Name{"1.7"}}, {"ExtensionLevel", 5}}},
                           {"ADBE", Dict{{"BaseVersion", Name{"1.7"}}, {"ExtensionLevel", 8}}}});
            },
            "catalog+");
        files(
            "extensions in an object of their own, then more",
            [](const auto& f) {
                Ref own;
                const QByteArray first = edited(f, [&](auto& u) {
                    own = u.add(Dict{{"ADBE", Dict{{"ExtensionLevel", 3}}}});
                    setIn(u, catalog, "Extensions", own);
                });
                return edited(first, [&](auto& u) { setIn(u, own, "ESIC", Dict{{"ExtensionLevel", 5}}); });
            },
            "catalog+ metadata+");
    }
    void longTermDataAndMetadata() { isHarmless(); }

    void metadata_data()
    {
        QTest::addColumn<Files>("make");
        QTest::addColumn<QString>("expected");
        row(
            "version", [](auto& u) { setIn(u, catalog, "Version", Name{"2.0"}); }, "catalog+");
        row(
            "title",
            [](auto& u) {
                setIn(u, {4, 0}, "Title", Text{"x"});
            },
            "metadata+");
        row(
            "changed when and by what",
            [](auto& u) {
                setIn(u, {4, 0}, "ModDate", Text{"D:20261123120000Z"});
                setIn(u, {4, 0}, "Producer", Text{"Acrobat"});
            },
            "metadata+");
        row(
            "XMP",
            [](auto& u) {
                setIn(u, catalog, "Metadata", u.addStream(Dict{{"Type", Name{"Metadata"}}}, "<x/>"));
            },
            "metadata+");
        row(
            "what a program keeps",
            [](auto& u) {
                setIn(u, page, "PieceInfo", Dict{{"X", Dict{}}});
            },
            "metadata+");
        row(
            "order of tabulators", [](auto& u) { setIn(u, page, "Tabs", Name{"S"}); }, "metadata+");
        row(
            "mark of tagged files",
            [](auto& u) {
                setIn(u, catalog, "MarkInfo", Dict{{"Marked", true}});
            },
            "metadata+");
        row(
            "nothing but a saving",
            [](auto& u) {
                u.add(Dict{{"Unused", true}});
            },
            "other+");
        row(
            "catalog written anew", [](auto& u) { u.set(catalog, u.current(Value(catalog))); }, "other+");
        row(
            "page's annotations in an object of their own",
            [](auto& u) { setIn(u, page, "Annots", u.add(u.current(u.current(Value(page)).dict(), "Annots"))); },
            "other+");
        row(
            "form in an object of its own's fields",
            [](auto& u) { setIn(u, form, "Fields", u.add(u.current(u.current(Value(form)).dict(), "Fields"))); },
            "other+");
    }
    void metadata() { isHarmless(); }

    void formFilling_data()
    {
        QTest::addColumn<Files>("make");
        QTest::addColumn<QString>("expected");
        row(
            "text", [](auto& u) { setIn(u, name, "V", Text{"Anna"}); }, "form-filling+");
        row(
            "text with its look",
            [](auto& u) {
                setIn(u, name, "V", Text{"Anna"});
                setIn(u, name, "AP", Dict{{"N", look(u)}});
            },
            "form-filling+");
        row(
            "text, drawn by the reader",
            [](auto& u) {
                setIn(u, name, "V", Text{"Anna"});
                setIn(u, name, "DA", Text{"/Helv 10 Tf 0 g"});
                setIn(u, name, "M", Text{"D:20261123120000Z"});
            },
            "form-filling+");
        row(
            "a font more",
            [](auto& u) {
                setIn(u, form, "DR",
                      Dict{{"Font", Dict{{"Helv", font}, {"ZaDb", u.add(Dict{{"Type", Name{"Font"}}})}}}});
                setIn(u, name, "V", Text{"Anna"});
            },
            "form-filling+");
        row(
            "box ticked",
            [](auto& u) {
                setIn(u, agreed, "V", Name{"Yes"});
                setIn(u, agreed, "AS", Name{"Yes"});
            },
            "form-filling+");
        files(
            "filled, then filled otherwise",
            [](const auto& f) {
                const QByteArray first = edited(f, [](auto& u) { setIn(u, name, "V", Text{"Anna"}); });
                return edited(first, [](auto& u) { setIn(u, name, "V", Text{"Anna Maria"}); });
            },
            "form-filling+");
        row(
            "made read-only", [](auto& u) { setIn(u, paid, "Ff", 1); }, "field+");
        row(
            "locked as an annotation", [](auto& u) { setIn(u, paid, "F", 132); }, "field+");
        files(
            "our number field, filled", [](const auto&) { return QByteArray(); }, "form-filling+");
    }
    void formFilling()
    {
        if (qstrcmp(QTest::currentDataTag(), "our number field, filled") != 0)
            return isHarmless();
        const QByteArray file = *samples::signedBy(m_maria, samples::withNumberField(samples::formPdf()));
        const samples::FirstWords words = samples::firstWords(samples::withNumber(file));
        QVERIFY(words.isGood);
        QCOMPARE(words.changes, QStringLiteral("form-filling+"));
    }

    void remarks_data()
    {
        QTest::addColumn<Files>("make");
        QTest::addColumn<QString>("expected");
        row(
            "note",
            [](auto& u) {
                samples::addAnnotation(u, page, Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{9, 9, 29, 29}}});
            },
            "annotation+");
        row(
            "marker",
            [](auto& u) {
                samples::addAnnotation(u, page,
                                       Dict{{"Subtype", Name{"Highlight"}}, {"Rect", Array{72, 400, 300, 424}}});
            },
            "annotation+");
        row(
            "answer to a remark",
            [](auto& u) {
                setIn(u, {16, 0}, "Contents", Text{"Yes"});
            },
            "annotation+");
        row(
            "empty field for the next",
            [](auto& u) {
                const Ref made = u.add(Dict{{"Type", Name{"Annot"}},
                                            {"Subtype", Name{"Widget"}},
                                            {"FT", Name{"Sig"}},
                                            {"T", Text{"Mayor"}},
                                            {"Rect", Array{300, 200, 500, 260}},
                                            {"P", page}});
                for (const auto& [owner, key] : {std::pair(form, "Fields"), std::pair(page, "Annots")}) {
                    Array list = u.current(u.current(Value(owner)).dict(), key).array();
                    list.push_back(made);
                    setIn(u, owner, key, list);
                }
            },
            "field+");
    }
    void remarks() { isHarmless(); }

private:
    /// For a signed file of every make: the change is seen and called by its name, and the signature is as good as it
    /// was.
    void isHarmless()
    {
        QFETCH(Files, make);
        const QByteArray file = make(m_signed);
        const samples::FirstWords words = samples::firstWords(file);
        QTEST(words.changes, "expected");
        QVERIFY(words.error.isEmpty() && words.intact && words.passed && words.isGood);
        QVERIFY(!words.whole);
    }
};

QTEST_GUILESS_MAIN(TestHonestChanges)
#include "test_honest_changes.moc"
