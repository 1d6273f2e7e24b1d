#include "base/packing.h"
#include "signing/validation/verdict_bytes.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::signing;

namespace {

CertificateFacts facts(const QString& name)
{
    return {name,
            QStringLiteral("Δήμος"),
            QStringLiteral("CN=") + name,
            QStringLiteral("CN=Issuer"),
            QStringLiteral("0a1b"),
            Sha256::of(name.toUtf8()),
            Instant{1'000},
            Instant{-2'000},
            QStringLiteral("ECDSA-P-256"),
            true,
            true};
}

RevocationFinding revocation()
{
    return {RevocationFinding::Status::Revoked,
            RevocationFinding::Source::Crl,
            EvidenceOrigin::Fetched,
            Instant{1},
            Instant{2},
            Instant{3},
            Instant{4},
            QStringLiteral("keyCompromise")};
}

QualificationFinding qualification()
{
    return {Qualified::Yes,
            true,
            true,
            QualificationFinding::Type::Seal,
            QStringLiteral("Service"),
            QStringLiteral("granted"),
            QStringLiteral("EL"),
            QStringLiteral("why")};
}

TimestampVerdict timestamp()
{
    return {TimestampVerdict::Kind::Content,
            Instant{5},
            facts(QStringLiteral("TSA")),
            QStringLiteral("SHA-512"),
            false,
            Trusted::No,
            Indication::TotalFailed,
            SubIndication::HashFailure,
            QStringLiteral("explained"),
            qualification()};
}

std::vector<pdf::Change> changes()
{
    return {
        {3, pdf::ChangeKind::FormFilling, true, QStringLiteral("object 12 0"), QStringLiteral("Πεδίο.1")},
        {0, pdf::ChangeKind::Other, false, QString(QChar(0xD800)), {}}}; // half a pair, as a broken name may have it
}

/// Every member is something else than what it is by itself.
SignatureVerdict signature()
{
    SignatureVerdict verdict;
    verdict.field = QStringLiteral("Υπογραφή 1");
    verdict.kind = SignatureKind::Certification;
    verdict.signer = facts(QStringLiteral("Μαρία"));
    verdict.signingTime = Instant{6};
    verdict.bestTime = Instant{7};
    verdict.bestTimeFrom = TimeSource::DocumentTimestamp;
    verdict.level = QStringLiteral("B-LTA");
    verdict.digest = QStringLiteral("SHA-384");
    verdict.algorithm = QStringLiteral("RSA-PSS");
    verdict.intact = true;
    verdict.trusted = Trusted::Yes;
    verdict.qualification = qualification();
    verdict.indication = Indication::TotalPassed;
    verdict.subIndication = SubIndication::Generic;
    verdict.explanation = QStringLiteral("all is well");
    verdict.remarks = {QStringLiteral("one"), QStringLiteral("two")};
    verdict.revocation = revocation();
    verdict.path = {{facts(QStringLiteral("Μαρία")), "der", true, revocation()}, {facts({}), {}, false, {}}};
    verdict.weak = {{QStringLiteral("signature"), QStringLiteral("SHA-1"), Instant{8}}, {{}, {}, {}}};
    verdict.timestamps = {timestamp(), {}};
    verdict.reason = QStringLiteral("reason");
    verdict.location = QStringLiteral("Θέρμη");
    verdict.coversWholeFile = true;
    verdict.signedLength = 1LL << 40;
    verdict.changesAfter = changes();
    return verdict;
}

JudgedPdf judged()
{
    return {{{signature(), {}}, Instant{9}}, true};
}

Derivation derivation()
{
    return {changes(), true, QStringLiteral("123/2026"), QStringLiteral("24-11-2026"), signature()};
}

JudgeQuestion question()
{
    TrustService service;
    service.type = TrustService::Type::QualifiedTimestamping;
    service.name = QStringLiteral("name");
    service.territory = QStringLiteral("EL");
    service.certificates = {QByteArray("a"), QByteArray("b")};
    service.periods = {{Instant{10}, QStringLiteral("granted"), true, true, true}, {}};
    return {{{QByteArray("anchor"), QByteArray()}, {QByteArray("crl")}, {service, {}}},
            Instant{11},
            NetworkUse{true, std::chrono::milliseconds(12), QStringLiteral("/folder"), 13}};
}

} // namespace

/// What goes to the worker that judges signatures and comes back. Packing and unpacking walk one list of members, which
/// does not compile unless it names them all: so equal bytes mean equal values.
class TestVerdictBytes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesComesBackInEveryMember()
    {
        const auto pdf = verdictbytes::toJudged(verdictbytes::of(judged()));
        QVERIFY(pdf);
        QCOMPARE(verdictbytes::of(*pdf), verdictbytes::of(judged()));
        const SignatureVerdict& back = pdf->verdict.signatures.front();
        QCOMPARE(back.field, QStringLiteral("Υπογραφή 1"));
        QCOMPARE(back.signer->fingerprint, Sha256::of("Μαρία"));
        QCOMPARE(back.path.front().der, QByteArray("der"));
        QCOMPARE(back.changesAfter, changes());
        QCOMPARE(back.signedLength, 1LL << 40);
        QVERIFY(back.intact == std::optional(true) && back.timestamps.front().intact == std::optional(false));
        QVERIFY(!back.weak.back().reliableUntil && pdf->missed);
        const auto derived = verdictbytes::toDerivation(verdictbytes::of(derivation()));
        QVERIFY(derived);
        QCOMPARE(verdictbytes::of(*derived), verdictbytes::of(derivation()));
        const auto asked = verdictbytes::toQuestion(verdictbytes::of(question()));
        QVERIFY(asked);
        QCOMPARE(verdictbytes::of(*asked), verdictbytes::of(question()));
        QCOMPARE(asked->network->patience, std::chrono::milliseconds(12));
        QVERIFY(verdictbytes::toQuestion(verdictbytes::of(JudgeQuestion{{}, {}}))->trust.isEmpty());
    }

    void everyWordOfTheStandardComesBack()
    {
        const auto back = [](const SignatureVerdict& verdict) {
            return verdictbytes::toJudged(verdictbytes::of(JudgedPdf{{{verdict}, {}}, false}));
        };
        SignatureVerdict verdict;
        for (const SubIndication sub : allSubIndications()) {
            verdict.subIndication = sub;
            QCOMPARE(back(verdict)->verdict.signatures.front().subIndication, sub);
        }
        for (int kind = 0; kind <= static_cast<int>(pdf::ChangeKind::Other); ++kind) {
            verdict.changesAfter = {{1, static_cast<pdf::ChangeKind>(kind), true, {}}};
            QVERIFY(!pdf::changeWord(verdict.changesAfter.front().what).isEmpty());
            QCOMPARE(back(verdict)->verdict.signatures.front().changesAfter, verdict.changesAfter);
        }
        verdict.subIndication = static_cast<SubIndication>(static_cast<int>(SubIndication::Generic) + 1);
        QVERIFY(!back(verdict));
    }

    void whatIsCutOrHasSomethingBehindItIsRefused()
    {
        const QByteArray bytes = verdictbytes::of(judged());
        for (qsizetype length = 0; length < bytes.size(); ++length)
            QVERIFY(!verdictbytes::toJudged(bytes.left(length)));
        QVERIFY(!verdictbytes::toJudged(bytes + '\0'));
    }

    void whatFitsNoTypeIsRefused()
    {
        Derivation one;
        one.changes = {{1, pdf::ChangeKind::Signing, true, {}}};
        const QByteArray bytes = verdictbytes::of(one);
        const auto with = [&bytes](qsizetype at, char byte) {
            QByteArray changed = bytes;
            changed[at] = byte;
            return verdictbytes::toDerivation(changed);
        };
        QVERIFY(with(0, '\1'));
        QVERIFY(!with(0, '\2'));    // two changes, where one is
        QVERIFY(!with(6, '\1'));    // as many as there are none
        QVERIFY(!with(7, '\x80'));  // fewer than none
        QVERIFY(!with(14, '\1'));   // a revision that is no int
        QVERIFY(!with(16, '\x7f')); // no kind of change
        QVERIFY(!with(17, '\2'));   // neither true nor false
        QVERIFY(!with(18, '\1'));   // half a character
        QVERIFY(!with(24, '\1'));   // a text longer than all
        QVERIFY(!with(25, '\x80'));
    }

    void noByteThatIsChangedDoesHarm()
    {
        const QByteArray bytes = verdictbytes::of(derivation());
        int refused = 0;
        for (qsizetype at = 0; at < bytes.size(); ++at)
            for (const char byte : {'\0', '\1', '\x7f', '\xff'}) {
                QByteArray changed = bytes;
                changed[at] = byte;
                refused += verdictbytes::toDerivation(changed) ? 0 : 1;
            }
        QVERIFY(refused > 500);
    }

    void whatWouldTakeMoreMemoryThanGrantedIsRefused()
    {
        const std::vector<QByteArray> texts(10, QByteArray("abc"));
        packing::Packer packer;
        packer.put(texts);
        const QByteArray bytes = packer.take();
        const auto fits = [&bytes](std::int64_t mostMemory) {
            std::vector<QByteArray> back;
            packing::Unpacker unpacker(bytes, mostMemory);
            unpacker.get(back);
            return unpacker.isWhole();
        };
        const std::int64_t needed = 10 * (std::int64_t{sizeof(QByteArray)} + 3);
        QVERIFY(fits(needed));
        QVERIFY(!fits(needed - 1));
        QVERIFY(!fits(0));
    }
};

QTEST_GUILESS_MAIN(TestVerdictBytes)
#include "test_verdict_bytes.moc"
