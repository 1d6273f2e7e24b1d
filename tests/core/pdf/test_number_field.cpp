#include "pdf/number_field.h"
#include "sample_pdf.h"

#include <QBuffer>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::pdf;

namespace {

struct Buffers {
    QBuffer from;
    QBuffer to;
    explicit Buffers(const QByteArray& file)
    {
        from.setData(file);
        from.open(QIODevice::ReadOnly);
        to.open(QIODevice::ReadWrite);
    }
};

NumberFieldOptions labelled()
{
    NumberFieldOptions options;
    options.numberLabel = QStringLiteral("Αριθ. πρωτ.:");
    options.dateLabel = QStringLiteral("Ημερομηνία:");
    return options;
}

QByteArray withField(const QByteArray& file)
{
    Buffers b(file);
    return addNumberField(b.from, b.to, samples::dejaVu(), labelled()) ? b.to.data() : QByteArray();
}

QByteArray filled(const QByteArray& file)
{
    Buffers b(file);
    const Done done =
        fillNumberField(b.from, b.to, samples::dejaVu(), QStringLiteral("123456/2026"), QStringLiteral("23/11/2026"));
    return done ? b.to.data() : QByteArray();
}

/// The text that Poppler reads off the pages as it shows them, line by line.
QByteArray textOf(const QByteArray& pdf)
{
    return samples::runOn(QStringLiteral("pdftotext"), {QStringLiteral("-layout")}, pdf, {QStringLiteral("-")}).output;
}

} // namespace

class TestNumberField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void kinds()
    {
        QTest::addColumn<QByteArray>("file");
        const QByteArray letter = samples::letterPdf();
        QTest::newRow("WeasyPrint") << letter;
        QTest::newRow("object streams") << samples::throughQpdf(letter, {QStringLiteral("--object-streams=generate")});
        QTest::newRow("has a form") << samples::handmadePdf({.emptyForm = true});
        for (const int rotation : {0, 90, 180, 270})
            QTest::addRow("turned by %d", rotation) << samples::handmadePdf({.rotation = rotation});
        QTest::newRow("odd box") << samples::handmadePdf({.mediaBox = "[-100 -50 495 792]"});
    }

    void theFieldIsEmptyAndFilledLater_data() { kinds(); }
    void theFieldIsEmptyAndFilledLater()
    {
        QFETCH(QByteArray, file);
        const QByteArray empty = withField(file);
        QVERIFY(empty.startsWith(file));
        QVERIFY(textOf(empty).contains("Αριθ. πρωτ.:"));
        const QByteArray full = filled(empty);
        QVERIFY(full.startsWith(empty));
        const samples::ProgramResult check = samples::runOn(QStringLiteral("qpdf"), {QStringLiteral("--check")}, full);
        QVERIFY2(check.exitCode == 0, check.output.constData());
        const QByteArray text = textOf(full);
        QVERIFY2(text.contains("Αριθ. πρωτ.: 123456/2026"), text.constData());
        QVERIFY2(text.contains("Ημερομηνία: 23/11/2026"), text.constData());
        // Top right as shown, whichever way the page lies: the number is in the first line of the text.
        QVERIFY2(text.trimmed().startsWith("Αριθ. πρωτ."), text.constData());
        QBuffer device;
        device.setData(full);
        device.open(QIODevice::ReadOnly);
        const Result<NumberFieldState> state = readNumberField(device);
        QVERIFY(state && state->exists);
        QCOMPARE(state->number, QStringLiteral("123456/2026"));
        QCOMPARE(state->date, QStringLiteral("23/11/2026"));
    }

    void aSecondFieldOrAnotherNumberIsRefused()
    {
        const QByteArray empty = withField(samples::handmadePdf());
        Buffers again(empty);
        QCOMPARE(addNumberField(again.from, again.to, samples::dejaVu(), {}).error().code, ErrorCode::AlreadyExists);
        const QByteArray full = filled(empty);
        QVERIFY(!filled(full).isEmpty()); // the same number once more does no harm
        Buffers other(full);
        QCOMPARE(fillNumberField(other.from, other.to, samples::dejaVu(), QStringLiteral("7/2026"), QStringLiteral("x"))
                     .error()
                     .code,
                 ErrorCode::AlreadyRegistered);
        Buffers none(samples::handmadePdf());
        QCOMPARE(fillNumberField(none.from, none.to, samples::dejaVu(), QStringLiteral("7/2026"), QStringLiteral("x"))
                     .error()
                     .code,
                 ErrorCode::FieldMissing);
    }

    void aPageOrAreaThatIsNotThereIsRefused()
    {
        for (NumberFieldOptions options : {NumberFieldOptions{.page = 2}, NumberFieldOptions{.page = 0},
                                           NumberFieldOptions{.area = Rect{500, 800, 200, 100}}}) {
            Buffers b(samples::handmadePdf());
            QCOMPARE(addNumberField(b.from, b.to, samples::dejaVu(), options).error().code, ErrorCode::FieldInvalid);
        }
    }
};

QTEST_GUILESS_MAIN(TestNumberField)
#include "test_number_field.moc"
