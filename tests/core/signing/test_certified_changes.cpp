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
using samples::overlay;
using samples::setIn;
using signing::Certify;
using namespace samples::form;

// What a certification allows (DocMDP, ISO 32000-1, table 254), and the attacks on certified files (2021): by
// annotation (EAA) and by the look of a further signature (SSA).
class TestCertifiedChanges : public QObject
{
    Q_OBJECT

private:
    samples::Authority m_authority;
    samples::Person m_maria = m_authority.make({});
    samples::Person m_nikos = m_authority.make({.name = QStringLiteral("Νίκος Αγγελόπουλος")});

    QByteArray certified(Certify what, const QByteArray& file = samples::formPdf()) const
    {
        signing::SignOptions options;
        options.certify = what;
        return *samples::signedBy(m_maria, file, options);
    }

    QByteArray withMark(const QByteArray& file, const pdf::Rect& area) const
    {
        const Result<QByteArray> result = samples::signedBy(m_nikos, file, samples::marked(area));
        return result ? *result : QByteArray();
    }

private Q_SLOTS:
    void eachLevelAllowsWhatItSays_data()
    {
        QTest::addColumn<int>("certify");
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char* name, Certify certify, const Edit& edit, const char* expected) {
            QTest::newRow(name) << static_cast<int>(certify) << edit << QString::fromLatin1(expected);
        };
        const Edit fill = [](auto& u) { setIn(u, name, "V", Text{"Anna"}); };
        const Edit refill = [](auto& u) { setIn(u, paid, "V", Text{"900 EUR"}); };
        const Edit remark = [](auto& u) {
            samples::addAnnotation(u, page, Dict{{"Subtype", Name{"Text"}}, {"Rect", Array{9, 9, 29, 29}}});
        };
        const Edit longTerm = [](auto& u) { setIn(u, catalog, "DSS", u.add(Dict{{"Certs", Array{}}})); };
        const Edit text = [](auto& u) { overlay(u, "FreeText"); };
        const Edit stamp = [](auto& u) { overlay(u, "Stamp"); };
        const Edit content = [](auto& u) { setIn(u, page, "Contents", Ref{18, 0}); };
        row("1: filled", Certify::NoChanges, fill, "form-filling-");
        row("1: remark", Certify::NoChanges, remark, "annotation-");
        row("1: long-term data", Certify::NoChanges, longTerm, "long-term-data+");
        row("1: content", Certify::NoChanges, content, "page-content-");
        row("2: filled", Certify::Forms, fill, "form-filling+");
        row("2: filled otherwise", Certify::Forms, refill, "form-filling+");
        row("2: remark", Certify::Forms, remark, "annotation-");
        row("2: text laid over", Certify::Forms, text, "annotation-");
        row("2: long-term data", Certify::Forms, longTerm, "long-term-data+");
        row("2: content", Certify::Forms, content, "page-content-");
        row("3: filled", Certify::Annotations, fill, "form-filling+");
        row("3: remark", Certify::Annotations, remark, "annotation+");
        row("3: text laid over", Certify::Annotations, text, "annotation-");
        row("3: stamp laid over", Certify::Annotations, stamp, "annotation-");
        row("3: content", Certify::Annotations, content, "page-content-");
    }

    void eachLevelAllowsWhatItSays()
    {
        QFETCH(int, certify);
        QFETCH(Edit, edit);
        const samples::FirstWords words = samples::firstWords(edited(certified(static_cast<Certify>(certify)), edit));
        QTEST(words.changes, "expected");
        QCOMPARE(words.isGood, !words.changes.endsWith(u'-'));
        QVERIFY(words.intact);
    }

    void aFurtherSignatureMayNotHideWhatIsCertified()
    {
        for (const Certify what : {Certify::Forms, Certify::Annotations}) {
            const QByteArray file = certified(what);
            // On a blank place; over the words of the page (they begin at 72, 400); as good as the whole page.
            QCOMPARE(samples::firstWords(withMark(file, {60, 60, 200, 60})).changes, QStringLiteral("signing+"));
            QCOMPARE(samples::firstWords(withMark(file, {100, 395, 150, 30})).changes, QStringLiteral("signing-"));
            QCOMPARE(samples::firstWords(withMark(file, {5, 5, 580, 830})).changes, QStringLiteral("signing-"));
            // Over a field that says something.
            QCOMPARE(samples::firstWords(withMark(file, {60, 605, 100, 30})).changes, QStringLiteral("signing-"));
        }
        // An approval does not forbid it, but nobody honest covers the page.
        const QByteArray approved = *samples::signedBy(m_maria, samples::formPdf());
        QVERIFY(samples::firstWords(withMark(approved, {100, 395, 150, 30})).isGood);
        QVERIFY(!samples::firstWords(withMark(approved, {5, 5, 580, 830})).isGood);
    }

    void theFieldThatWasMeantForItMayBeSigned()
    {
        signing::SignOptions options = samples::marked();
        options.fieldName = QStringLiteral("Head");
        const QByteArray file = certified(Certify::Forms);
        const Result<QByteArray> both = samples::signedBy(m_nikos, file, options);
        QVERIFY(both);
        QVERIFY(samples::firstWords(*both).isGood);
        QCOMPARE(samples::firstWords(*both).changes, QStringLiteral("signing+"));
    }

    void whatTheFieldsLockNamesMayNotBeFilled()
    {
        const auto withLock = [this](const Dict& lock) {
            signing::SignOptions options = samples::marked();
            options.fieldName = QStringLiteral("Head");
            const QByteArray file = edited(samples::formPdf(), [&](auto& u) { setIn(u, head, "Lock", lock); });
            const QByteArray both = *samples::signedBy(m_maria, file, options);
            return samples::firstWords(edited(both, [](auto& u) { setIn(u, name, "V", Text{"Anna"}); })).changes;
        };
        const auto lock = [](const char* action, const char* field) {
            return Dict{{"Type", Name{"SigFieldLock"}}, {"Action", Name{action}}, {"Fields", Array{Text{field}}}};
        };
        QCOMPARE(withLock(lock("Include", "Name")), QStringLiteral("form-filling-"));
        QCOMPARE(withLock(lock("Include", "Paid")), QStringLiteral("form-filling+"));
        QCOMPARE(withLock(lock("Exclude", "Name")), QStringLiteral("form-filling+"));
        QCOMPARE(withLock(lock("Exclude", "Paid")), QStringLiteral("form-filling-"));
        QCOMPARE(withLock(Dict{{"Action", Name{"All"}}}), QStringLiteral("form-filling-"));
        QVERIFY(pdf::isLocked(QStringLiteral("a.b"), {pdf::Permission::Unsaid, {QStringLiteral("a")}, false, false}));
        QVERIFY(!pdf::isLocked(QStringLiteral("ab"), {pdf::Permission::Unsaid, {QStringLiteral("a")}, false, false}));
    }

    void aSignatureThatDoesNotHoldIsAMerePicture()
    {
        QByteArray both = withMark(certified(Certify::Forms), {60, 60, 200, 60});
        const qsizetype value = both.lastIndexOf("/Contents <") + 60;
        both[value] = both[value] == '0' ? '1' : '0';
        const samples::FirstWords words = samples::firstWords(both);
        QVERIFY(words.intact && !words.isGood && !words.passed);
        QCOMPARE(words.changes, QStringLiteral("signing-"));
    }
};

QTEST_GUILESS_MAIN(TestCertifiedChanges)
#include "test_certified_changes.moc"
