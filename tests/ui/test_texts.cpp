#include "domain/events.h"
#include "ui/parts/theme.h"
#include "ui/texts/error_texts.h"
#include "ui/texts/format.h"
#include "ui/texts/language.h"
#include "ui/texts/words.h"

#include <QRegularExpression>
#include <QTest>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyErrorSaysWhatHappenedWhatWasKeptAndWhatToDo();
    void everyEventAndActHasGreekWords();
    void datesAreReadAsAClerkTypesThem();
    void dueDatesAreSaidInWords();
    void timesAreThoseOfTheOfficeWhereverTheDeskStands();
    void pluralsAreRightInBothLanguages();
    void qtsOwnDialogsSpeakGreek();
    void everyPaletteHasEnoughContrast();
};

namespace {

bool isGreek(const QString& text)
{
    static const QRegularExpression greek(u"[Α-Ωα-ωά-ώ]"_s);
    return text.contains(greek);
}

template <std::size_t... I>
QStringList eventKinds(std::index_sequence<I...>)
{
    return {QString(std::variant_alternative_t<I, domain::EventBody>::kind)...};
}

} // namespace

void TestTexts::everyErrorSaysWhatHappenedWhatWasKeptAndWhatToDo()
{
    ui::Language language;
    for (const ErrorCode code : allErrorCodes()) {
        language.use(u"en"_s);
        const ui::ErrorText english = ui::textOf({code, {}, {}});
        language.use(u"el"_s);
        const ui::ErrorText greek = ui::textOf({code, {}, {}});
        const QByteArray word = errorWord(code).toUtf8();
        for (const QString& text : {english.what, english.kept, english.advice})
            QVERIFY2(text.endsWith(u'.') && !isGreek(text), word);
        for (const QString& text : {greek.what, greek.kept, greek.advice})
            QVERIFY2(text.endsWith(u'.') && isGreek(text), word);
        QVERIFY2(code == ErrorCode::InternalFault || greek.what != ui::textOf({ErrorCode::InternalFault, {}, {}}).what,
                 word);
    }
    QVERIFY(ui::textOf({ErrorCode::NotPdf, u"a b.pdf"_s, {}}).what.endsWith(u"(a b.pdf)."_s));
}

void TestTexts::everyEventAndActHasGreekWords()
{
    ui::Language language;
    language.use(u"el"_s);
    for (const QString& kind : eventKinds(std::make_index_sequence<std::variant_size_v<domain::EventBody>>()))
        QVERIFY2(isGreek(ui::eventWords(kind)), qPrintable(kind));
    for (int act = 0; act <= static_cast<int>(domain::Act::Reply); ++act) {
        QVERIFY(isGreek(ui::actWord(static_cast<domain::Act>(act))));
        QVERIFY(isGreek(ui::actHint(static_cast<domain::Act>(act))));
    }
    QCOMPARE(ui::eventWords(u"from-the-future"_s), u"from-the-future"_s);
}

void TestTexts::datesAreReadAsAClerkTypesThem()
{
    const QDate today(2026, 11, 23);
    QCOMPARE(ui::readDate(u"3/12"_s, today), QDate(2026, 12, 3));
    QCOMPARE(ui::readDate(u" 3-12-27 "_s, today), QDate(2027, 12, 3));
    QCOMPARE(ui::readDate(u"03.12.2025"_s, today), QDate(2025, 12, 3));
    QCOMPARE(ui::readDate(u"+10"_s, today), QDate(2026, 12, 3));
    for (const QString& wrong : {u""_s, u"31/2"_s, u"αύριο"_s, u"3/12/2026/1"_s, u"+1000"_s})
        QVERIFY2(!ui::readDate(wrong, today).isValid(), qPrintable(wrong));
}

void TestTexts::timesAreThoseOfTheOfficeWhereverTheDeskStands()
{
    const auto at = instantFromIso(u"2026-11-23T22:30:00.000Z");
    ui::useZone(u"Europe/Athens"_s);
    QCOMPARE(ui::dateAndTime(*at), u"24/11/2026 00:30"_s);
    QCOMPARE(ui::localDay(*at), QDate(2026, 11, 24));
    ui::useZone(u"America/Lima"_s);
    QCOMPARE(ui::dateAndTime(*at), u"23/11/2026 17:30"_s);
    ui::useZone({});
    QCOMPARE(ui::timeOfDay(*at), toUtcDateTime(*at).toLocalTime().toString(u"HH:mm"_s));
}

void TestTexts::dueDatesAreSaidInWords()
{
    ui::Language language;
    language.use(u"el"_s);
    const QDate today(2026, 11, 23);
    QCOMPARE(ui::dueWords(u"2026-11-23"_s, today), u"λήγει σήμερα"_s);
    QCOMPARE(ui::dueWords(u"2026-11-24"_s, today), u"λήγει αύριο"_s);
    QCOMPARE(ui::dueWords({}, today), QString());
    QCOMPARE(ui::dayHeading(today, today), u"Σήμερα, Δευτέρα 23 Νοεμβρίου"_s);
}

void TestTexts::pluralsAreRightInBothLanguages()
{
    const QDate today(2026, 11, 23);
    ui::Language language;
    language.use(u"el"_s);
    QCOMPARE(ui::dueWords(u"2026-11-26"_s, today), u"σε 3 ημέρες"_s);
    QCOMPARE(ui::dueWords(u"2026-11-22"_s, today), u"εκπρόθεσμο 1 ημέρα"_s);
    language.use(u"en"_s);
    QCOMPARE(ui::dueWords(u"2026-11-26"_s, today), u"due in 3 days"_s);
    QCOMPARE(ui::dueWords(u"2026-11-22"_s, today), u"1 day late"_s);
}

void TestTexts::qtsOwnDialogsSpeakGreek()
{
    ui::Language language;
    language.use(u"el"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Άκυρο"_s);
    QCOMPARE(QCoreApplication::translate("QFileDialog", "Look in:"), u"Φάκελος:"_s);
    language.use(u"en"_s);
    QCOMPARE(QCoreApplication::translate("QPlatformTheme", "Cancel"), u"Cancel"_s);
}

void TestTexts::everyPaletteHasEnoughContrast()
{
    for (const QPalette& palette : {ui::lightPalette(), ui::darkPalette(), ui::contrastPalette()}) {
        const auto pair = [&](const QColor& ink, QPalette::ColorRole ground) {
            QVERIFY2(ui::contrast(ink, palette.color(ground)) >= 4.5,
                     qPrintable(ink.name() + u" on "_s + palette.color(ground).name()));
        };
        for (const auto ground : {QPalette::Window, QPalette::Base, QPalette::AlternateBase, QPalette::ToolTipBase}) {
            pair(palette.color(QPalette::Text), ground);
            pair(ui::Theme::quiet(palette), ground);
            pair(ui::Theme::alarm(palette), ground);
            pair(ui::Theme::good(palette), ground);
            pair(palette.color(QPalette::Link), ground);
        }
        pair(palette.color(QPalette::HighlightedText), QPalette::Highlight);
        pair(palette.color(QPalette::ButtonText), QPalette::Button);
    }
}

QTEST_MAIN(TestTexts)
#include "test_texts.moc"
