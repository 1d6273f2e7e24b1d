#include "tests/support/domain_fixture.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

class TestFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aReceivedFileIsNeverReplacedButAttachmentsMayFollow()
    {
        Office office;
        Document document = office.registered();
        NewItem again = office.mainItem("other bytes");
        again.id = document.mainItem()->id;
        QCOMPARE(office.act(document, office.registry, AddFile{again}).error().code, ErrorCode::AlreadyRegistered);
        NewItem attachment = office.mainItem("annex");
        attachment.role = ItemRole::Attachment;
        QVERIFY(office.act(document, office.registry, AddFile{attachment}));
        QCOMPARE(document.items.size(), std::size_t{2});
        QVERIFY(!document.filesArrived());
    }

    void arrivalAndVerdictsAreTheServersOwn()
    {
        Office office;
        Document document = office.registered();
        const Sha256 digest = document.mainItem()->newest().newest().file.digest;
        QCOMPARE(office.act(document, office.registry, MarkFileArrived{digest}).error().code, ErrorCode::NotPermitted);
        QCOMPARE(office.act(document, office.registry, JudgeRendition{digest, DerivationVerdict::Proved, {}, {}})
                     .error()
                     .code,
                 ErrorCode::NotPermitted);
        QCOMPARE(office.tryOut(document, systemActor(), MarkFileArrived{digest})->size(),
                 std::size_t{0}); // twice is once
        QVERIFY(office.act(
            document, systemActor(),
            JudgeRendition{digest, DerivationVerdict::NotProved, std::nullopt, QStringLiteral("pdf-broken")}));
        QCOMPARE(document.mainItem()->newest().newest().verdict, DerivationVerdict::NotProved);
    }

    void aPreparedRenditionKeepsTheVersionAndItsApprovals()
    {
        Office office;
        Document document = office.started();
        const Item main = *document.mainItem();
        const NewRendition prepared{office.file("with field"), RenditionRole::Prepared,
                                    main.newest().newest().file.digest};
        QVERIFY(office.act(document, office.clerk, AddRendition{main.id, prepared}));
        QCOMPARE(document.mainItem()->newest().id, main.newest().id);
        QCOMPARE(document.mainItem()->newest().newest().role, RenditionRole::Prepared);
        QCOMPARE(office.act(document, office.clerk, AddRendition{main.id, prepared}).error().code,
                 ErrorCode::RenditionSuperseded);
        NewRendition forged = prepared;
        forged.role = RenditionRole::Signed;
        QCOMPARE(office.act(document, office.clerk, AddRendition{main.id, forged}).error().code,
                 ErrorCode::FieldInvalid);
    }
};

QTEST_GUILESS_MAIN(TestFiles)
#include "test_files.moc"
