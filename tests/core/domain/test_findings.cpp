#include "tests/support/domain_fixture.h"
#include "wire/document_json.h"

#include <QJsonDocument>
#include <QTest>

using namespace diakinisi;
using namespace diakinisi::domain;
using diakinisi::test::Office;

/// What was found about the signatures of a received file, frozen with the registration.
class TestFindings : public QObject
{
    Q_OBJECT

    static FileFinding found(const Document& document, SignatureIndication indication)
    {
        FileFinding finding;
        finding.digest = document.mainItem()->newest().newest().file.digest;
        finding.checkedAt = {1'795'417'000'000};
        SignatureFinding signature;
        signature.field = QStringLiteral("Signature1");
        signature.signer = QStringLiteral("Μαρία Παπαδοπούλου");
        signature.indication = indication;
        finding.signatures = {signature};
        return finding;
    }
    static std::vector<FrozenFinding> frozen(const Document& document)
    {
        return document.mainItem()->newest().newest().findings;
    }

private Q_SLOTS:
    void anInvalidSignatureIsRegisteredAsItIsWithTheFinding()
    {
        Office office;
        Document document = office.registered();
        const FileFinding broken = found(document, SignatureIndication::TotalFailed);
        QVERIFY(office.act(document, office.registry, RecordFinding{broken}));
        QCOMPARE(document.registration.state, NumberState::Given);
        QCOMPARE(frozen(document).size(), std::size_t{1});
        QCOMPARE(frozen(document).front().finding, broken);
        QCOMPARE(frozen(document).front().by, office.registry);
    }

    void whatIsFrozenIsNotChangedButOthersMayAddTheirs()
    {
        Office office;
        Document document = office.registered();
        QVERIFY(
            office.act(document, office.registry, RecordFinding{found(document, SignatureIndication::Indeterminate)}));
        const RecordFinding better{found(document, SignatureIndication::TotalPassed)};
        QCOMPARE(office.act(document, office.registry, better).error().code, ErrorCode::AlreadyExists);
        QVERIFY(office.act(document, systemActor(), better));
        QCOMPARE(frozen(document).size(), std::size_t{2});
        QCOMPARE(frozen(document).front().finding.signatures.front().indication, SignatureIndication::Indeterminate);
    }

    void onlyWhoRegistersRecordsOne()
    {
        Office office;
        Document document = office.registered();
        office.charge(document, office.staffUnit);
        const RecordFinding finding{found(document, SignatureIndication::TotalPassed)};
        QCOMPARE(office.act(document, office.clerk, finding).error().code, ErrorCode::NotPermitted);
        QCOMPARE(office.act(document, office.auditor, finding).error().code, ErrorCode::NotPermitted);
        QVERIFY(office.act(document, office.registryHead, finding));
    }

    void itIsAboutAFileThatCameAndHasSignatures()
    {
        Office office;
        Document document = office.registered();
        RecordFinding finding{found(document, SignatureIndication::TotalPassed)};
        finding.finding.digest = Sha256::of("another file");
        QCOMPARE(office.act(document, office.registry, finding).error().code, ErrorCode::NotFound);
        finding = {found(document, SignatureIndication::TotalPassed)};
        finding.finding.signatures.front().signer = QString(5000, u'α');
        QCOMPARE(office.act(document, office.registry, finding).error().code, ErrorCode::LimitExceeded);
        finding.finding.signatures.clear();
        QCOMPARE(office.act(document, office.registry, finding).error().code, ErrorCode::FieldMissing);
        QVERIFY(frozen(document).empty());
    }

    void anEarlierSnapshotWithoutFindingsIsRead()
    {
        Office office;
        Document document = office.registered();
        QJsonObject json = wire::toJson(document);
        const QByteArray before = QJsonDocument(json).toJson(QJsonDocument::Compact);
        QByteArray older = before;
        older.replace(",\"findings\":[]", "").replace("\"findings\":[],", "");
        QVERIFY(older.size() < before.size());
        const auto read = wire::documentFromJson(QJsonDocument::fromJson(older).object());
        QVERIFY(read);
        QCOMPARE(read->mainItem()->newest().newest(), document.mainItem()->newest().newest());
        QVERIFY(
            office.act(document, office.registry, RecordFinding{found(document, SignatureIndication::TotalPassed)}));
        const auto whole = wire::documentFromJson(wire::toJson(document));
        QVERIFY(whole);
        QCOMPARE(whole->mainItem()->newest().newest().findings, frozen(document));
    }
};

QTEST_APPLESS_MAIN(TestFindings)
#include "test_findings.moc"
