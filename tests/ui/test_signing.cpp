#include "tests/ui/stage.h"
#include "ui/signing/key_row.h"
#include "ui/signing/signing_dialog.h"

#include <QComboBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTreeWidget>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;
using tests::Stage;

class TestSigning : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePinSignsAllAndTellsEachOutcome();
    void aWrongPinSignsNothingAndIsAskedAgain();
    void whatCannotBeSignedIsSetAsideBeforeThePin();
    void onlyThoseSeenAreSignedWhenAsked();
    void oneByOneOnlyThoseTickedAreSigned();
    void theRestIsSignedAgainWithANewPin();
    void theStateOfThePinIsSaidBeforeItIsTyped();
    void aKeyFileIsAdded();
    void aSignaturePinIsAskedForOnlyWhereTheDeviceHasOne();
    void aRefusedSignaturePinIsToldApart();
    void theDialogMayGoWhileItSigns();
};

namespace {

struct Scene : Stage {
    Scene()
    {
        be(sample.head);
        sample.office->keys = {{u"p12:head.p12"_s, u"Παπαδόπουλος"_s, u"Αρχή"_s, clock.now(),
                                clock.now() + 86'400'000LL * 100, Sha256::of("key"), true}};
    }
    ui::SigningDialog* open()
    {
        auto* dialog = new ui::SigningDialog(context(), sample.toSign);
        dialog->open();
        list = tests::named<QTreeWidget>(*dialog, u"Έγγραφα προς υπογραφή"_s);
        pin = tests::named<QLineEdit>(*dialog, u"PIN του κλειδιού"_s);
        return dialog;
    }
    /// Types the PIN and, once plan and keys are there, Enter.
    void enter(ui::SigningDialog& dialog, const QString& typed)
    {
        tests::type(pin, typed);
        auto* sign = tests::named<QPushButton>(dialog, u"Υπογραφή"_s);
        QTRY_VERIFY(sign && sign->isEnabled());
        QTest::keyClick(pin, Qt::Key_Return);
    }
    int signedCount()
    {
        int count = 0;
        for (const domain::DocumentId& id : sample.toSign)
            count += sample.office->document(id)->route.state == domain::RouteState::Completed ? 1 : 0;
        return count;
    }

    QTreeWidget* list = nullptr;
    QLineEdit* pin = nullptr;
};

} // namespace

void TestSigning::onePinSignsAllAndTellsEachOutcome()
{
    Scene scene;
    const QPointer dialog = scene.open();
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    scene.enter(*dialog, u"1234"_s);
    QTRY_COMPARE(scene.signedCount(), 4);
    QTRY_VERIFY(tests::named<QTreeWidget>(*dialog, u"Τι έγινε με το καθένα"_s));
    auto* results = tests::named<QTreeWidget>(*dialog, u"Τι έγινε με το καθένα"_s);
    QTRY_VERIFY(tests::named<QPushButton>(*dialog, u"Τέλος"_s));
    QCOMPARE(results->topLevelItemCount(), 4);
    for (int i = 0; i < 4; ++i) {
        QVERIFY(results->topLevelItem(i)->text(0).endsWith(u"/2026"_s)); // took its number
        QCOMPARE(results->topLevelItem(i)->text(2), u"υπογράφηκε"_s);
    }
    dialog->accept();
    QTRY_VERIFY(!dialog);
}

void TestSigning::aWrongPinSignsNothingAndIsAskedAgain()
{
    Scene scene;
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    scene.enter(*dialog, u"9999"_s);
    QTRY_VERIFY(tests::named<QFrame>(*dialog, u"Το PIN δεν είναι σωστό."_s));
    QCOMPARE(scene.signedCount(), 0);
    QVERIFY(scene.pin->text().isEmpty());
}

void TestSigning::whatCannotBeSignedIsSetAsideBeforeThePin()
{
    Scene scene;
    scene.sample.office->signingProblems[scene.sample.toSign[1]] = {ErrorCode::PdfForbids, {}, {}};
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    QVERIFY(scene.list->topLevelItem(1)->text(2).startsWith(u"εξαιρείται"_s));
    scene.enter(*dialog, u"1234"_s);
    QTRY_COMPARE(scene.signedCount(), 3);
}

void TestSigning::onlyThoseSeenAreSignedWhenAsked()
{
    Scene scene;
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    QTRY_VERIFY(tests::named<QRadioButton>(*dialog, u"Μόνο όσα είδα (2)"_s));
    tests::named<QRadioButton>(*dialog, u"Μόνο όσα είδα (2)"_s)->click();
    scene.enter(*dialog, u"1234"_s);
    QTRY_COMPARE(scene.signedCount(), 2);
}

void TestSigning::oneByOneOnlyThoseTickedAreSigned()
{
    Scene scene;
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    tests::named<QRadioButton>(*dialog, u"Ένα ένα"_s)->click();
    scene.list->topLevelItem(0)->setCheckState(0, Qt::Unchecked);
    scene.list->topLevelItem(2)->setCheckState(0, Qt::Unchecked);
    scene.enter(*dialog, u"1234"_s);
    QTRY_COMPARE(scene.signedCount(), 2);
    QCOMPARE(scene.sample.office->document(scene.sample.toSign[0])->route.state, domain::RouteState::Open);
}

void TestSigning::theRestIsSignedAgainWithANewPin()
{
    Scene scene;
    scene.desk.signer().failing[scene.sample.toSign[1]] = {ErrorCode::TokenFailed, {}, {}};
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    scene.enter(*dialog, u"1234"_s);
    QTRY_VERIFY(tests::named<QPushButton>(*dialog, u"Ξανά μόνο τα υπόλοιπα"_s));
    QVERIFY(tests::named<QLabel>(*dialog, u"3 υπογράφηκαν, 1 όχι"_s));
    auto* results = tests::named<QTreeWidget>(*dialog, u"Τι έγινε με το καθένα"_s);
    QVERIFY(results->topLevelItem(1)->text(2).startsWith(u"Η συσκευή υπογραφής απαντά με σφάλμα."_s));
    scene.desk.signer().failing.clear();
    tests::named<QPushButton>(*dialog, u"Ξανά μόνο τα υπόλοιπα"_s)->click();
    QTRY_COMPARE(scene.list->topLevelItemCount(), 1);
    QVERIFY(scene.pin->text().isEmpty());
    scene.enter(*dialog, u"1234"_s);
    QTRY_COMPARE(scene.signedCount(), 4);
    QCOMPARE(scene.desk.signer().pins, 2); // one entry a run
}

void TestSigning::theStateOfThePinIsSaidBeforeItIsTyped()
{
    const auto words = [](desk::PinTries tries, desk::PinEntry entry) {
        Scene scene;
        desk::KeyChoice& key = scene.sample.office->keys.front();
        key.place = desk::KeyPlace::Token;
        key.token = u"TokenME"_s;
        key.pinTries = tries;
        key.pinEntry = entry;
        const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
        const auto* chosen = tests::named<QComboBox>(*dialog, u"Κλειδί υπογραφής"_s);
        if (!QTest::qWaitFor([&] { return chosen->currentText().contains(u"συσκευή «TokenME»"_s); }))
            return QString();
        auto* sign = tests::named<QPushButton>(*dialog, u"Υπογραφή"_s);
        const bool ready = QTest::qWaitFor([&] { return sign->isEnabled(); }, 500);
        return QStringLiteral("%1 %2 %3")
            .arg(scene.pin->isVisibleTo(dialog.get()) ? u"PIN"_s : u"-"_s, ready ? u"ready"_s : u"-"_s,
                 scene.pin->accessibleDescription());
    };
    using desk::PinEntry;
    using desk::PinTries;
    QCOMPARE(words(PinTries::Enough, PinEntry::Typed), u"PIN - "_s);
    QVERIFY(words(PinTries::Few, PinEntry::Typed).startsWith(u"PIN - Έχει δοθεί λάθος PIN"_s));
    QVERIFY(words(PinTries::Last, PinEntry::Typed).startsWith(u"PIN - Τελευταία προσπάθεια"_s));
    QVERIFY(words(PinTries::None, PinEntry::Typed).startsWith(u"- - Η συσκευή υπογραφής είναι κλειδωμένη"_s));
    QVERIFY(words(PinTries::Enough, PinEntry::OnPad).startsWith(u"- ready Το PIN δίνεται στα πλήκτρα"_s));
}

void TestSigning::aKeyFileIsAdded()
{
    Scene scene;
    scene.sample.office->keys.clear();
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    tests::type(scene.pin, u"1234"_s);
    QMetaObject::invokeMethod(dialog->findChild<ui::KeyRow*>(), "addFile", Q_ARG(QString, u"/keys/head.p12"_s));
    QTRY_COMPARE(scene.sample.office->keys.size(), std::size_t(1));
    auto* sign = tests::named<QPushButton>(*dialog, u"Υπογραφή"_s);
    QTRY_VERIFY(sign->isEnabled());
}

void TestSigning::aSignaturePinIsAskedForOnlyWhereTheDeviceHasOne()
{
    Scene scene;
    const QString name = u"Το ξεχωριστό PIN υπογραφής της συσκευής"_s;
    {
        const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
        QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
        QVERIFY(!tests::named<QLineEdit>(*dialog, name));
    }
    scene.sample.office->keys.front().place = desk::KeyPlace::Token;
    scene.sample.office->keys.front().ownSignaturePin = true;
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    QTRY_VERIFY(tests::named<QLineEdit>(*dialog, name));
    auto* own = tests::named<QLineEdit>(*dialog, name);
    tests::type(scene.pin, u"1234"_s);
    auto* sign = tests::named<QPushButton>(*dialog, u"Υπογραφή"_s);
    QVERIFY(!sign->isEnabled()); // it wants both
    QTest::keyClick(scene.pin, Qt::Key_Tab);
    QVERIFY(own->hasFocus() || !dialog->isActiveWindow());
    tests::type(own, u"567890"_s);
    QTRY_VERIFY(sign->isEnabled());
    QTest::keyClick(own, Qt::Key_Return);
    QTRY_COMPARE(scene.signedCount(), 4);
    QVERIFY(own->text().isEmpty());
    QCOMPARE(scene.desk.signer().lastWishes.signaturePin->view().toByteArray(), QByteArray("567890"));
}

void TestSigning::aRefusedSignaturePinIsToldApart()
{
    Scene scene;
    for (const domain::DocumentId& id : scene.sample.toSign)
        scene.desk.signer().failing[id] = {ErrorCode::PinWrong, {}, {}};
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    scene.enter(*dialog, u"1234"_s);
    QTRY_VERIFY(tests::named<QPushButton>(*dialog, u"Τέλος"_s));
    auto* results = tests::named<QTreeWidget>(*dialog, u"Τι έγινε με το καθένα"_s);
    QVERIFY2(results->topLevelItem(0)->text(2).contains(u"PIN υπογραφής"_s),
             qPrintable(results->topLevelItem(0)->text(2)));
}

void TestSigning::theDialogMayGoWhileItSigns()
{
    Scene scene;
    std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    scene.enter(*dialog, u"1234"_s);
    dialog.reset();
    QTest::qWait(200); // what was under way ends; nothing is delivered to a window that has gone
    QVERIFY(scene.signedCount() <= 4);
}

QTEST_MAIN(TestSigning)
#include "test_signing.moc"
