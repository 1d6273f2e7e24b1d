#include "ledger/signed_head.h"
#include "tests/core/ledger/sample_records.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::ledger;

namespace {

const Head sampleHead{domain::LedgerId(test::sampleUuid(1)), 3, 1234, Sha256::of("root"), Instant{1'795'417'265'123}};

} // namespace

class TestSignedHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePublicKeyIsThatOfRfc8032()
    {
        const auto key = HeadKey::fromSeed(
            Secret(QByteArray::fromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60")));
        QVERIFY(key);
        QCOMPARE(key->publicKey().toHex(), "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
        QCOMPARE(HeadKey::fromSeed(Secret(QByteArray(31, 'x'))).error().code, ErrorCode::KeyUnreadable);
        QCOMPARE(HeadKey::fromSeed(Secret()).error().code, ErrorCode::KeyUnreadable);
    }

    void aHeadComesBackAndVerifies()
    {
        tests::SeededRandom random(1);
        const HeadKey key = HeadKey::make(random);
        const auto head = key.sign(sampleHead);
        QVERIFY(head);
        QCOMPARE(head->signature.size(), 64);
        QVERIFY(verify(*head, key.publicKey()));
        const auto again = signedHeadFromJson(toJson(*head));
        QVERIFY(again);
        QVERIFY(*again == *head);
        QVERIFY(verify(*again, key.publicKey()));
        const auto reopened = HeadKey::fromSeed(key.seed().clone());
        QCOMPARE(reopened->id(), key.id());
        QCOMPARE(reopened->sign(sampleHead)->signature, head->signature); // Ed25519 signs alike each time
    }

    void anyOtherHeadOrKeyIsRefused()
    {
        tests::SeededRandom random(2);
        const HeadKey key = HeadKey::make(random);
        const HeadKey stranger = HeadKey::make(random);
        const SignedHead head = *key.sign(sampleHead);
        const auto refused = [&](auto&& change) {
            SignedHead other = head;
            change(other);
            const Done done = verify(other, key.publicKey());
            return !done && done.error().code == ErrorCode::SignatureBroken;
        };
        QVERIFY(refused([](SignedHead& h) { h.head.ledger = domain::LedgerId(test::sampleUuid(2)); }));
        QVERIFY(refused([](SignedHead& h) { ++h.head.epoch; }));
        QVERIFY(refused([](SignedHead& h) { ++h.head.size; }));
        QVERIFY(refused([](SignedHead& h) { h.head.size = qint64{1} << 60; }));
        QVERIFY(refused([](SignedHead& h) { h.head.root = Sha256::of("x"); }));
        QVERIFY(refused([](SignedHead& h) { h.head.at = h.head.at + 1; }));
        QVERIFY(refused([](SignedHead& h) { h.key = Sha256(); }));
        QVERIFY(refused([](SignedHead& h) { h.signature.chop(1); }));
        QVERIFY(refused([](SignedHead& h) { h.signature.clear(); }));
        for (qsizetype i = 0; i < 64; ++i)
            QVERIFY(refused([i](SignedHead& h) { h.signature[i] = static_cast<char>(h.signature[i] ^ 1); }));
        QVERIFY(!verify(head, stranger.publicKey()));
        QVERIFY(!verify(head, {}));
        QVERIFY(!stranger.sign(Head{sampleHead.ledger, 1, qint64{1} << 60, {}, {}}));
    }

    void whatIsNoHeadIsMalformed()
    {
        tests::SeededRandom random(3);
        const QJsonObject json = toJson(*HeadKey::make(random).sign(sampleHead));
        for (const QString& name : json.keys()) {
            QJsonObject without = json;
            without.remove(name);
            QCOMPARE(signedHeadFromJson(without).error().subject, name);
            QJsonObject wrong = json;
            wrong.insert(name, QJsonValue(-1));
            QCOMPARE(signedHeadFromJson(wrong).error().code, ErrorCode::MalformedInput);
        }
    }
};

QTEST_APPLESS_MAIN(TestSignedHead)
#include "test_signed_head.moc"
