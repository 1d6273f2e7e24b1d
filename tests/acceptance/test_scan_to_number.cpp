#include "desk_bench.h"
#include "tests/acceptance/seat.h"
#include "ui/register/batch_page.h"
#include "ui/register/files_panel.h"
#include "ui/register/form_view.h"
#include "ui/register/register_page.h"

#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QStyleFactory>

using namespace diakinisi;
using namespace diakinisi::test;
using namespace Qt::Literals::StringLiterals;

/// From paper to a numbered and charged document in a few keys: the real server, desk, worker and window.
class TestScanToNumber : public QObject
{
    Q_OBJECT

    static constexpr int most = 6; ///< input events, as the look of the program promises

    DeskBench m_bench;
    ui::Language m_language;
    ui::Theme m_theme;
    QTemporaryDir m_sane;
    std::unique_ptr<Seat> m_seat;

    void useTestDevice() const
    {
        for (const auto& [name, text] : {std::pair{"dll.conf", "test\n"},
                                         {"test.conf", "number_of_devices 1\ntest-picture \"Color pattern\"\n"}}) {
            QFile file(m_sane.filePath(QString::fromUtf8(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) > 0);
        }
        qputenv("SANE_CONFIG_DIR", m_sane.path().toLocal8Bit());
    }
    static QString letter(const QString& name)
    {
        return QStringLiteral(DIAKINISI_SOURCE "/resources/sample/letters/") + name;
    }
    ui::FormView& form() { return m_seat->window().registerPage().form(); }
    ui::FilesPanel& files() { return m_seat->window().registerPage().files(); }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        QApplication::setQuitOnLastWindowClosed(false);
        m_language.use(u"el"_s);
        m_theme.use(u"light"_s);
        useTestDevice();
        QVERIFY2(m_bench.isReady(), qPrintable(m_bench.server().error()));
        m_seat = std::make_unique<Seat>(m_bench.server(), u"registry"_s, m_language, m_theme);
        QVERIFY(m_seat->signIn());
        QTRY_VERIFY_WITH_TIMEOUT(m_seat->status().contains(u"Ενημερω"_s), patience);
    }
    void cleanupTestCase() { m_seat.reset(); }
    void cleanup()
    {
        if (QTest::currentTestFailed() && m_seat)
            m_seat->picture(u"failed-scan"_s);
    }

    void aPictureOfALetterIsNumberedAndChargedInSixEvents()
    {
        Seat& seat = *m_seat;
        QVERIFY(seat.sit());
        const int before = seat.acts();
        seat.press(&seat.window(), Qt::Key_F2);
        QVERIFY(seat.drop({letter(u"03-scholeio-thermansi.jpg"_s)}));
        // Reading fills the form in the background; nobody types meanwhile.
        QTRY_VERIFY_WITH_TIMEOUT(
            !form().form().particulars.subject.isEmpty() && !form().form().particulars.parties.empty(), 120'000);
        auto* charge = seat.named<QLineEdit>(u"Χρέωση σε"_s);
        QTRY_COMPARE_WITH_TIMEOUT(QApplication::focusWidget(), static_cast<QWidget*>(charge), patience);
        seat.picture(u"scan-read"_s);
        seat.type(u"προσ"_s);
        seat.press(Qt::Key_Return);
        seat.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(seat.large().contains(u'/'), patience);
        const int taken = seat.acts() - before;
        qInfo("%d input events; subject '%s'", taken, qPrintable(seat.large()));
        QVERIFY2(taken <= most, qPrintable(QString::number(taken)));
        seat.picture(u"scan-number"_s);
    }

    void theScannersPageIsNumberedWithTheFormBesideIt()
    {
        Seat& seat = *m_seat;
        QVERIFY(seat.sit());
        QVERIFY(seat.fillIncoming(u"Σελίδα από τον σαρωτή"_s));
        const int before = seat.acts();
        seat.press(&seat.window(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(files().pageCount() == 1 && !files().busy(), patience);
        seat.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(seat.large().contains(u'/'), patience);
        QCOMPARE(seat.acts() - before, 2);
    }

    /// SANE's test device gives a page that says nothing: subject and sender are typed, the charge is known by then.
    void aPageFromTheScannerIsNumberedAndChargedInSixEvents()
    {
        Seat& seat = *m_seat;
        QVERIFY(seat.sit());
        for (int i = 1; i <= 3; ++i) {
            QVERIFY(seat.fillIncoming(u"Εγκύκλιος %1"_s.arg(i)));
            seat.press(Qt::Key_Return, Qt::ControlModifier);
            QTRY_VERIFY_WITH_TIMEOUT(seat.large().contains(u'/'), patience);
        }
        QVERIFY(seat.openList(desk::ListKind::Book));
        const int before = seat.acts();
        seat.press(&seat.window(), Qt::Key_L, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(files().pageCount() == 1 && !files().busy(), patience);
        seat.type(u"Οδηγίες για τις εκλογές"_s);
        seat.press(Qt::Key_Tab);
        seat.type(u"Υπουργείο Εσωτερικών"_s);
        auto* charge = seat.named<QLineEdit>(u"Χρέωση σε"_s);
        QTRY_VERIFY_WITH_TIMEOUT(charge->text().startsWith(u"ΠΡΟΣ"_s), patience);
        seat.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(seat.large().contains(u'/'), patience);
        const int taken = seat.acts() - before;
        qInfo("%d input events from SANE's test device to the number", taken);
        QVERIFY2(taken <= most, qPrintable(QString::number(taken)));
        seat.picture(u"scan-typed"_s);
    }

    void aPileOfLettersIsNumberedAndChargedInSixEvents()
    {
        Seat& seat = *m_seat;
        QVERIFY(seat.sit());
        QVERIFY(seat.openList(desk::ListKind::Book));
        const int before = seat.acts();
        seat.press(&seat.window(), Qt::Key_F2);
        QVERIFY(seat.drop({letter(u"01-aitisi-proypiresias.jpg"_s), letter(u"08-katangelia-kadoi.jpg"_s),
                           letter(u"10-syllogos-theatro.jpg"_s)}));
        const auto each = [&] { return seat.named<QPushButton>(u"Ένα έγγραφο το καθένα"_s); };
        QTRY_VERIFY_WITH_TIMEOUT(each(), patience);
        seat.click(each());
        ui::BatchPage& batch = seat.window().registerPage().batch();
        const auto isRead = [&](const desk::BatchRow& row) {
            return !batch.batch().cell(row, desk::BatchField::Subject).value.isEmpty() &&
                   !batch.batch().cell(row, desk::BatchField::Sender).value.isEmpty();
        };
        const auto& rows = batch.batch().rows();
        QCOMPARE(rows.size(), std::size_t{3});
        QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(rows, isRead), 180'000);
        seat.picture(u"batch-read"_s);
        seat.type(u"προσ"_s);
        seat.press(Qt::Key_Return);
        seat.press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(rows, [](const auto& row) { return row.result.outcome && row.result.outcome->number; }),
            patience);
        const int taken = seat.acts() - before;
        qInfo("%d input events for three letters", taken);
        QVERIFY2(taken <= most, qPrintable(QString::number(taken)));
        seat.picture(u"batch-numbers"_s);
    }
};

QTEST_MAIN(TestScanToNumber)
#include "test_scan_to_number.moc"
