#include "tests/ui/stage.h"
#include "ui/signing/signing_dialog.h"

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
    void aKeyFileIsAdded();
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
    QTRY_COMPARE(results->topLevelItemCount(), 4);
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

void TestSigning::aKeyFileIsAdded()
{
    Scene scene;
    scene.sample.office->keys.clear();
    const std::unique_ptr<ui::SigningDialog> dialog(scene.open());
    QTRY_COMPARE(scene.list->topLevelItemCount(), 4);
    tests::type(scene.pin, u"1234"_s);
    QMetaObject::invokeMethod(dialog.get(), "addKeyFile", Q_ARG(QString, u"/keys/head.p12"_s));
    QTRY_COMPARE(scene.sample.office->keys.size(), std::size_t(1));
    auto* sign = tests::named<QPushButton>(*dialog, u"Υπογραφή"_s);
    QTRY_VERIFY(sign->isEnabled());
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
