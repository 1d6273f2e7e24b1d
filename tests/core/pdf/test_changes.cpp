#include "pdf/incremental_update.h"
#include "pdf/number_field.h"
#include "pdf/revisions.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

#include <functional>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

using Edit = std::function<void(IncrementalUpdate&)>;

QByteArray edited(const QByteArray& file, const Edit& edit)
{
    QBuffer in;
    in.setData(file);
    in.open(QIODevice::ReadOnly);
    const Result<Document> document = Document::open(in);
    IncrementalUpdate update(*document);
    edit(update);
    return file + update.section().bytes;
}

void setIn(IncrementalUpdate& update, Ref ref, const char* key, const Value& value)
{
    Dict dict = update.current(Value(ref)).dict();
    dict.set(key, value);
    update.set(ref, dict);
}

std::vector<Change> changes(const QByteArray& now, qsizetype signedLength, const ChangeRules& rules = {})
{
    QBuffer device;
    device.setData(now);
    device.open(QIODevice::ReadOnly);
    const Result<std::vector<Change>> found = compareRevisions(device, signedLength, rules);
    return found ? *found : std::vector<Change>{{-1, ChangeKind::Other, false, found.error().cause}};
}

QString words(const std::vector<Change>& list)
{
    QStringList parts;
    for (const Change& change : list)
        parts += changeWord(change.what) + (change.allowed ? u'+' : u'-');
    parts.sort();
    return parts.join(u' ');
}

void row(const char* name, const Edit& edit, const char* expected)
{
    QTest::newRow(name) << edit << QString::fromLatin1(expected);
}

const Ref catalog{1, 0};
const Ref pagesRoot{2, 0};
const Ref font{3, 0};
const Ref form{5, 0};
const Ref field{6, 0};
const Ref page{10, 0};
const Ref contents{11, 0};

} // namespace

class TestChanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachChangeIsNamedAndJudged_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "page content replaced",
            [](auto& u) {
                u.set(contents, Dict{{"Length", 0}});
            },
            "page-content-");
        row(
            "page shows another stream", [](auto& u) { setIn(u, page, "Contents", u.addStream({}, "BT ET")); },
            "page-content-");
        row(
            "page cropped",
            [](auto& u) {
                setIn(u, page, "CropBox", Array{0, 0, 10, 10});
            },
            "page-content-");
        row(
            "pages exchanged",
            [](auto& u) {
                setIn(u, pagesRoot, "Kids", Array{Value(page), Value(page)});
            },
            "page-tree-");
        row(
            "another page tree",
            [](auto& u) {
                setIn(u, catalog, "Pages", u.add(Dict{{"Type", Name{"Pages"}}}));
            },
            "page-tree-");
        row(
            "font replaced", [](auto& u) { setIn(u, font, "BaseFont", Name{"Courier"}); }, "fonts-");
    }

    void eachFieldChangeIsNamedAndJudged_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "form field filled", [](auto& u) { setIn(u, field, "V", textString(QStringLiteral("Άννα"))); },
            "form-filling+");
        row(
            "field moved",
            [](auto& u) {
                setIn(u, field, "Rect", Array{0, 0, 500, 800});
            },
            "field-");
        row(
            "field shown otherwise",
            [](auto& u) {
                setIn(u, field, "AP", Dict{{"N", u.addStream({}, "")}});
            },
            "field-");
        row(
            "new text field",
            [](auto& u) {
                setIn(u, form, "Fields", Array{field, u.add(Dict{{"FT", Name{"Tx"}}, {"T", Text{"New"}}})});
            },
            "field-");
        row(
            "font added to the form",
            [](auto& u) {
                setIn(u, form, "DR",
                      Dict{{"Font", Dict{{"Helv", font}, {"New", u.add(Dict{{"Type", Name{"Font"}}})}}}});
            },
            "other+");
        row(
            "font of the form exchanged",
            [](auto& u) {
                setIn(u, form, "DR", Dict{{"Font", Dict{{"Helv", u.add(Dict{{"Type", Name{"Font"}}})}}}});
            },
            "fonts-");
        row(
            "fields taken away", [](auto& u) { setIn(u, form, "Fields", Array{}); }, "field-");
    }
    void eachFieldChangeIsNamedAndJudged() { eachChangeIsNamedAndJudged(); }

    void eachOtherChangeIsNamedAndJudged_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        row(
            "note on the page",
            [](auto& u) {
                setIn(u, page, "Annots",
                      Array{field, u.add(Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{9, 9, 29, 29}}})});
            },
            "annotation+");
        row(
            "text box over the page",
            [](auto& u) {
                setIn(u, page, "Annots",
                      Array{field, u.add(Dict{{"Subtype", Name{"FreeText"}}, {"Rect", Array{0, 0, 600, 800}}})});
            },
            "annotation-");
        row(
            "huge note",
            [](auto& u) {
                setIn(u, page, "Annots",
                      Array{field, u.add(Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{0, 0, 600, 800}}})});
            },
            "annotation-");
        row(
            "script when opened",
            [](auto& u) {
                setIn(u, catalog, "OpenAction", Dict{{"S", Name{"JavaScript"}}, {"JS", Text{"x"}}});
            },
            "active-content-");
        row(
            "attachment",
            [](auto& u) {
                setIn(u, catalog, "Names", Dict{{"EmbeddedFiles", Dict{}}});
            },
            "attachment-");
        row(
            "long-term data",
            [](auto& u) {
                setIn(u, catalog, "DSS", u.add(Dict{{"Certs", Array{}}}));
            },
            "long-term-data+");
        row(
            "title",
            [](auto& u) {
                setIn(u, {4, 0}, "Title", Text{"Other"});
            },
            "metadata+");
        row(
            "same bytes once more", [](auto& u) { u.set(page, u.current(Value(page))); }, "other+");
        row(
            "only new objects",
            [](auto& u) {
                u.add(Dict{{"Unused", true}});
            },
            "other+");
    }

    void eachOtherChangeIsNamedAndJudged() { eachChangeIsNamedAndJudged(); }

    void eachChangeIsNamedAndJudged()
    {
        QFETCH(Edit, edit);
        const QByteArray file = samples::handmadePdf({.pages = 2, .emptyForm = true});
        const QByteArray now = edited(file, edit);
        QTEST(words(changes(now, file.size())), "expected");
    }

    void whatWasMissingMayNotComeLater()
    {
        // Hide and replace: the signed page names an object that is not there yet.
        const QByteArray file = QByteArray(samples::handmadePdf()).replace("/Contents 11 0 R", "/Contents 77 0 R");
        const QByteArray now = edited(file, [](IncrementalUpdate& u) { u.set({77, 0}, Dict{{"Length", 0}}); });
        QCOMPARE(words(changes(now, file.size())), QStringLiteral("page-content-"));
    }

    void rulesOfTheSignatureAreHeld()
    {
        const QByteArray file = samples::handmadePdf({.emptyForm = true});
        const QByteArray now = edited(file, [](IncrementalUpdate& u) { setIn(u, field, "V", Text{"x"}); });
        QCOMPARE(words(changes(now, file.size(), {Permission::NoChanges, {}, false, false})),
                 QStringLiteral("form-filling-"));
        QCOMPARE(words(changes(now, file.size(), {Permission::FillForms, {}, false, false})),
                 QStringLiteral("form-filling+"));
        QCOMPARE(words(changes(now, file.size(), {Permission::Unsaid, {QStringLiteral("Name")}, false, false})),
                 QStringLiteral("form-filling-"));
        QCOMPARE(words(changes(now, file.size(), {Permission::Unsaid, {}, true, false})),
                 QStringLiteral("form-filling-"));
        const QByteArray note = edited(file, [](IncrementalUpdate& u) {
            setIn(u, page, "Annots",
                  Array{field, u.add(Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{9, 9, 29, 29}}})});
        });
        QCOMPARE(words(changes(note, file.size(), {Permission::FillForms, {}, false, false})),
                 QStringLiteral("annotation-"));
    }

    void ourNumberFieldIsFormFilling()
    {
        QBuffer from;
        from.setData(samples::letterPdf());
        from.open(QIODevice::ReadOnly);
        QBuffer empty;
        empty.open(QIODevice::ReadWrite);
        QVERIFY(addNumberField(from, empty, samples::dejaVu(), {}));
        QCOMPARE(words(changes(empty.data(), from.size())).contains(u'-'), true);
        ChangeRules welcome;
        welcome.newNumberField = true;
        QVERIFY2(!words(changes(empty.data(), from.size(), welcome)).contains(QStringLiteral("d-")),
                 qPrintable(words(changes(empty.data(), from.size(), welcome))));
        QBuffer full;
        full.open(QIODevice::ReadWrite);
        QVERIFY(
            fillNumberField(empty, full, samples::dejaVu(), QStringLiteral("1/2026"), QStringLiteral("23/11/2026")));
        QCOMPARE(words(changes(full.data(), empty.size())), QStringLiteral("form-filling+ form-filling+"));
    }

    void bytesThatBelongToNoSavingAreStructure()
    {
        const QByteArray file = samples::handmadePdf();
        QCOMPARE(words(changes(file + "11 0 obj <<>> endobj", file.size())), QStringLiteral("structure-"));
        QCOMPARE(words(changes(file + "\r\n", file.size())), QString());
        // A whole other file appended, whose cross-reference does not go on from the first.
        const QByteArray other = samples::handmadePdf({.pages = 2});
        QByteArray wrapped = other;
        const QByteArray at = other.mid(other.lastIndexOf("startxref") + 10).trimmed().split('\n').first();
        const QByteArray moved = QByteArray::number(at.toInt() + file.size());
        wrapped.replace("startxref\n" + at, "startxref\n" + moved);
        QVERIFY(words(changes(file + wrapped, file.size())).contains(u'-'));
    }
};

QTEST_GUILESS_MAIN(TestChanges)
#include "test_changes.moc"
