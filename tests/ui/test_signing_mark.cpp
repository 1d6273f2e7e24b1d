#include "tests/ui/stage.h"
#include "ui/signing/mark_box.h"
#include "ui/signing/mark_view.h"
#include "ui/signing/signing_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeWidget>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

/// The visible mark: seen before the PIN, placed by itself or by hand, what it says remembered.
class TestSigningMark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePlaceIsFoundByItselfAndShown();
    void itIsDrawnWithTheMouse();
    void itIsMovedAndSizedWithTheKeys();
    void whatIsChosenReachesTheSignature();
    void itIsRememberedForThePerson();
};

namespace {

struct Scene : Stage {
    Scene()
    {
        be(sample.head);
        desk::KeyChoice key;
        key.uri = u"p12:head.p12"_s;
        key.name = u"Παπαδόπουλος"_s;
        key.notBefore = clock.now() + -1000;
        key.notAfter = clock.now() + 86'400'000LL * 100;
        key.certificate = Sha256::of("key");
        key.registered = true;
        sample.office->keys = {key};
    }
    std::unique_ptr<ui::SigningDialog> open()
    {
        auto dialog = std::make_unique<ui::SigningDialog>(context(), sample.toSign);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->open();
        view = &dialog->mark().view();
        return dialog;
    }
    /// Where a point of the page lies in the view.
    QPoint at(double x, double y) const
    {
        const QSizeF page = QSizeF(595, 842).scaled(QSizeF(view->size()) - QSizeF(2, 2), Qt::KeepAspectRatio);
        const QPointF origin((view->width() - page.width()) / 2, (view->height() - page.height()) / 2);
        return (origin + QPointF(x, y) * (page.width() / 595)).toPoint();
    }

    ui::MarkView* view = nullptr;
};

bool near(double a, double b)
{
    return qAbs(a - b) < 3; // a pixel of the view is some points of the page
}

} // namespace

void TestSigningMark::thePlaceIsFoundByItselfAndShown()
{
    Scene scene;
    const auto dialog = scene.open();
    QTRY_VERIFY(!scene.view->isEmpty());
    QCOMPARE(scene.view->area(), QRectF(375, 750, 190, 62));
    QVERIFY(dialog->mark().wishes().spots.empty());
}

void TestSigningMark::itIsDrawnWithTheMouse()
{
    Scene scene;
    const auto dialog = scene.open();
    QTRY_VERIFY(!scene.view->isEmpty());
    QTest::mousePress(scene.view, Qt::LeftButton, {}, scene.at(100, 200));
    QTest::mouseMove(scene.view, scene.at(300, 280));
    QTest::mouseRelease(scene.view, Qt::LeftButton, {}, scene.at(300, 280));
    const auto spots = dialog->mark().wishes().spots;
    QCOMPARE(spots.size(), std::size_t{1});
    const QRectF drawn = spots.at(scene.sample.toSign.front()).area;
    QVERIFY(near(drawn.left(), 100) && near(drawn.top(), 200) && near(drawn.width(), 200) && near(drawn.height(), 80));
    // Dragged: by what is inside it.
    QTRY_COMPARE(scene.view->area(), drawn);
    QTest::mousePress(scene.view, Qt::LeftButton, {}, scene.at(200, 240));
    QTest::mouseMove(scene.view, scene.at(250, 340));
    QTest::mouseRelease(scene.view, Qt::LeftButton, {}, scene.at(250, 340));
    const QRectF dragged = dialog->mark().wishes().spots.begin()->second.area;
    QVERIFY(near(dragged.left(), 150) && near(dragged.top(), 300));
    QCOMPARE(dragged.size(), drawn.size());
    // And back to where it is found.
    tests::named<QPushButton>(*dialog, u"Να βρεθεί η θέση αυτόματα (Home)"_s)->click();
    QVERIFY(dialog->mark().wishes().spots.empty());
    QTRY_COMPARE(scene.view->area(), QRectF(375, 750, 190, 62));
}

void TestSigningMark::itIsMovedAndSizedWithTheKeys()
{
    Scene scene;
    const auto dialog = scene.open();
    QTRY_VERIFY(!scene.view->isEmpty());
    QTest::keyClick(scene.view, Qt::Key_Up);
    QCOMPARE(scene.view->area(), QRectF(375, 744, 190, 62));
    QTest::keyClick(scene.view, Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(scene.view->area(), QRectF(374, 744, 190, 62));
    QTest::keyClick(scene.view, Qt::Key_Down, Qt::ShiftModifier);
    QCOMPARE(scene.view->area(), QRectF(374, 744, 190, 68));
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(scene.view, Qt::Key_Right);
    QCOMPARE(scene.view->area().right(), 595.0); // never off the page
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(scene.view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(scene.view->area().width(), ui::MarkView::smallestWidth); // nor too small to read
    QTest::keyClick(scene.view, Qt::Key_Home);
    QVERIFY(dialog->mark().wishes().spots.empty());
}

void TestSigningMark::whatIsChosenReachesTheSignature()
{
    Scene scene;
    const auto dialog = scene.open();
    QTRY_VERIFY(!scene.view->isEmpty());
    QTest::keyClick(scene.view, Qt::Key_Up);
    tests::type(tests::named<QLineEdit>(*dialog, u"Λόγος στην ένδειξη"_s), u"έγκριση"_s);
    tests::named<QCheckBox>(*dialog, u"Κωδικός QR στην ένδειξη"_s)->click();
    auto* capacity = tests::named<QComboBox>(*dialog, u"Ιδιότητα"_s);
    QVERIFY(capacity->itemText(1).startsWith(u"Με εντολή Δημάρχου"_s));
    capacity->setCurrentIndex(1);
    auto* pin = tests::named<QLineEdit>(*dialog, u"PIN του κλειδιού"_s);
    tests::type(pin, u"1234"_s);
    auto* sign = tests::named<QPushButton>(*dialog, u"Υπογραφή"_s);
    QTRY_VERIFY(sign->isEnabled());
    QTest::keyClick(pin, Qt::Key_Return);
    QTRY_VERIFY(tests::named<QTreeWidget>(*dialog, u"Τι έγινε με το καθένα"_s));
    QTRY_VERIFY(tests::named<QPushButton>(*dialog, u"Τέλος"_s));
    const desk::SigningWishes& wishes = scene.desk.signer().lastWishes;
    QCOMPARE(wishes.mark.reason, u"έγκριση"_s);
    QVERIFY(wishes.mark.byOrder && wishes.mark.withCode);
    QCOMPARE(wishes.spots.at(scene.sample.toSign.front()).area.top(), 744.0);
}

void TestSigningMark::itIsRememberedForThePerson()
{
    Scene scene;
    {
        const auto dialog = scene.open();
        tests::type(tests::named<QLineEdit>(*dialog, u"Τόπος στην ένδειξη"_s), u"Αγία Παρασκευή"_s);
    }
    const auto again = scene.open();
    QCOMPARE(tests::named<QLineEdit>(*again, u"Τόπος στην ένδειξη"_s)->text(), u"Αγία Παρασκευή"_s);
    scene.be(scene.sample.officer);
    const auto other = scene.open();
    QVERIFY(tests::named<QLineEdit>(*other, u"Τόπος στην ένδειξη"_s)->text().isEmpty());
}

QTEST_MAIN(TestSigningMark)
#include "test_signing_mark.moc"
