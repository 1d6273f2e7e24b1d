#include "desk/approver.h"
#include "desk/desk_files.h"
#include "desk/document_reader.h"
#include "desk/registrar.h"
#include "soft_hsm.h"
#include "tests/core/desk/desk_fixture.h"
#include "tests/ui/hands.h"
#include "ui/document/act_runner.h"
#include "ui/parts/context.h"
#include "ui/parts/page_cache.h"
#include "ui/parts/preferences.h"
#include "ui/parts/theme.h"
#include "ui/signing/signing_dialog.h"
#include "ui/texts/language.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>

using namespace diakinisi;
using namespace Qt::Literals::StringLiterals;

/// The real thing: a hundred drafts, a token (SoftHSM), the real desk and server, through the window.
class TestTokenBatch : public QObject
{
    Q_OBJECT

    static constexpr int batch = 100;

    std::unique_ptr<tests::DeskFixture> m_fixture;
    samples::SoftHsm m_hsm;
    samples::Authority m_authority;
    std::unique_ptr<desk::Desk> m_clerk;
    std::unique_ptr<desk::Desk> m_head;
    SystemClock m_clock;
    ui::Language m_language;
    ui::Theme m_theme;

    QVector<domain::DocumentId> submitted()
    {
        QVector<domain::DocumentId> documents;
        const QByteArray letter = samples::letterPdf();
        const auto file = m_clerk->files().import({m_fixture->write(u"a.pdf"_s, letter)}, {});
        for (int i = 1; file && i <= batch; ++i) {
            desk::RegistrationForm form;
            form.identity = {domain::Direction::Outgoing, m_fixture->office.staffUnit, 1, 1};
            form.particulars.subject = u"Απόφαση %1"_s.arg(i);
            form.particulars.parties = {{domain::PartyKind::Citizen, u"Νίκος"_s, false}};
            form.files = {{*file, domain::ItemRole::Main, {}}};
            const auto draft = m_clerk->registrar().startDraft(form);
            if (draft && m_clerk->approver().submit(*draft, {{m_fixture->office.head, domain::StepKind::Sign, 0}}))
                documents << *draft;
        }
        return documents;
    }
    bool tokenOfTheHead()
    {
        const auto person = m_authority.make({});
        auto administrator = m_fixture->server.signedIn(test::TestServer::administrator());
        const auto registering = test::TestServer::command(
            domain::organisationDocument(),
            domain::RegisterCertificate{m_fixture->office.head, Sha256::of(person.certificate)});
        return m_hsm.addToken(u"head"_s) && m_hsm.addKey(u"head"_s, person, "sign") &&
               test::TestServer::send(administrator, {registering}).status == 200;
    }
    int count(QTreeWidget* results, const QString& beginning) const
    {
        int found = 0;
        for (int i = 0; i < results->topLevelItemCount(); ++i)
            found += results->topLevelItem(i)->text(2).startsWith(beginning) ? 1 : 0;
        return found;
    }
    static void sign(ui::SigningDialog& dialog)
    {
        auto* pin = tests::named<QLineEdit>(dialog, u"PIN του κλειδιού"_s);
        auto* button = tests::named<QPushButton>(dialog, u"Υπογραφή"_s);
        QVERIFY(pin && button);
        tests::type(pin, u"1234"_s);
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 60'000);
        QTest::keyClick(pin, Qt::Key_Return);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_language.use(u"el"_s);
        m_fixture = std::make_unique<tests::DeskFixture>();
        QVERIFY2(m_fixture->ready, qPrintable(m_fixture->server.error()));
        m_fixture->tokenModules = QStringList{samples::SoftHsm::faultyModule()};
        QVERIFY(tokenOfTheHead());
        m_clerk = m_fixture->open(u"clerk"_s);
        m_head = m_fixture->open(u"head"_s);
        QVERIFY(m_clerk && m_head);
    }
    void cleanupTestCase()
    {
        m_clerk.reset();
        m_head.reset();
    }

    void aHundredAreSignedWithOnePinEntryAndAFailureInTheMiddleStopsNothing()
    {
        const QVector<domain::DocumentId> documents = submitted();
        QCOMPARE(documents.size(), batch);
        QVERIFY(tests::DeskFixture::synced(*m_clerk));
        m_head->syncNow();
        const auto allHere = [&] { return m_head->signer().plan(documents)->ready() == batch; };
        QVERIFY(QTest::qWaitFor(allHere, 60'000));
        ui::Preferences preferences(m_fixture->folder.filePath(u"preferences.ini"_s));
        ui::PageCache pages(m_head->files(), m_head->lanes().images);
        ui::ActRunner acts(*m_head);
        ui::SigningDialog dialog({*m_head, m_clock, preferences, m_language, m_theme, pages, acts}, documents);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.open();
        m_hsm.misbehave({u"device-error-after=50"_s});
        QElapsedTimer took;
        took.start();
        sign(dialog);
        const auto ended = [&] { return tests::named<QPushButton>(dialog, u"Ξανά μόνο τα υπόλοιπα"_s) != nullptr; };
        QVERIFY(QTest::qWaitFor(ended, 180'000));
        auto* results = tests::named<QTreeWidget>(dialog, u"Τι έγινε με το καθένα"_s);
        QCOMPARE(results->topLevelItemCount(), batch);
        QCOMPARE(count(results, u"υπογράφηκε"_s), batch - 1);
        QCOMPARE(count(results, u"Η συσκευή υπογραφής απαντά με σφάλμα."_s), 1);
        QVERIFY(tests::named<QLabel>(dialog, u"99 υπογράφηκαν, 1 όχι"_s));
        QCOMPARE(m_hsm.asked().count(u"login"_s), 1);
        QCOMPARE(m_hsm.asked().count(u"logout"_s), 1);
        qInfo("a hundred signed, numbered and told within %lld ms", static_cast<long long>(took.elapsed()));

        m_hsm.misbehave({});
        tests::named<QPushButton>(dialog, u"Ξανά μόνο τα υπόλοιπα"_s)->click();
        QTRY_COMPARE(tests::named<QTreeWidget>(dialog, u"Έγγραφα προς υπογραφή"_s)->topLevelItemCount(), 1);
        sign(dialog);
        QTRY_VERIFY_WITH_TIMEOUT(tests::named<QLabel>(dialog, u"υπογράφηκε 1"_s), 60'000);
        QCOMPARE(m_hsm.asked().count(u"login"_s), 1);

        QVERIFY(tests::DeskFixture::synced(*m_head)); // and the server has taken each
        std::set<qint64> numbers;
        for (const domain::DocumentId& document : documents) {
            const auto view = m_head->reader().read(document);
            QVERIFY(view && view->document.registration.state == domain::NumberState::Given);
            QCOMPARE(view->document.mainItem()->newest().newest().role, domain::RenditionRole::Signed);
            numbers.insert(view->document.registration.number->number);
        }
        QCOMPARE(numbers.size(), std::size_t{batch});
    }
};

QTEST_MAIN(TestTokenBatch)
#include "test_token_batch.moc"
