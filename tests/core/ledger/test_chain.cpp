#include "ledger/canonical_json.h"
#include "ledger/chain.h"
#include "tests/core/ledger/sample_records.h"

#include <QTest>

using namespace diakinisi;
using namespace diakinisi::ledger;

namespace {

const ChainPosition beginning{domain::LedgerId(test::sampleUuid(1)), 1, 0, {}};

/// As an auditor reads a ledger that was handed over: bytes, records, chain.
bool holds(const std::vector<QByteArray>& stored, const ChainPosition& from = beginning)
{
    ChainVerifier verifier(from);
    for (const QByteArray& bytes : stored) {
        const auto json = canonicalObject(bytes);
        const auto record = json ? recordFromJson(*json) : Result<Record>(fail(json.error()));
        if (!record || !verifier.next(record->envelope))
            return false;
    }
    return true;
}

bool isBroken(const Done& done)
{
    return !done && done.error().code == ErrorCode::ChainBroken;
}

std::vector<QByteArray> store(const std::vector<Record>& chain)
{
    std::vector<QByteArray> stored;
    for (const Record& record : chain)
        stored.push_back(toBytes(record));
    return stored;
}

} // namespace

class TestChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainHoldsOverEpochs()
    {
        tests::SeededRandom random(1);
        const auto chain = test::sampleChain(40, random);
        QVERIFY(holds(store(chain)));
        ChainVerifier verifier(beginning);
        for (const Record& record : chain)
            QVERIFY(verifier.next(record.envelope));
        const ChainPosition end{beginning.ledger, 2, 40, chain.back().envelope.hash};
        QVERIFY(verifier.position() == end);
    }

    void anyFlippedByteIsFound()
    {
        tests::SeededRandom random(2);
        const auto chain = test::sampleChain(15, random);
        ChainPosition before = beginning;
        for (const Record& record : chain) {
            QByteArray bytes = toBytes(record);
            QVERIFY(holds({bytes}, before));
            for (qsizetype i = 0; i < bytes.size(); ++i)
                for (const char bit : {char(0x01), char(0x20)}) {
                    bytes[i] = static_cast<char>(bytes[i] ^ bit);
                    QVERIFY2(!holds({bytes}, before), bytes.constData());
                    bytes[i] = static_cast<char>(bytes[i] ^ bit);
                }
            before = {before.ledger, record.envelope.epoch, record.envelope.seq, record.envelope.hash};
        }
    }

    void anEventThatIsLostDoubledOrMovedIsFound()
    {
        tests::SeededRandom random(3);
        const auto whole = store(test::sampleChain(12, random));
        for (std::size_t i = 0; i + 1 < whole.size(); ++i) {
            auto lost = whole;
            lost.erase(lost.begin() + static_cast<std::ptrdiff_t>(i));
            QVERIFY(!holds(lost));
            auto doubled = whole;
            doubled.insert(doubled.begin() + static_cast<std::ptrdiff_t>(i), whole[i]);
            QVERIFY(!holds(doubled));
            auto moved = whole;
            std::swap(moved[i], moved[i + 1]);
            QVERIFY(!holds(moved));
        }
    }

    void anEventThatFitsItsOwnHashButNotItsPlaceIsFound()
    {
        tests::SeededRandom random(4);
        const auto chain = test::sampleChain(3, random);
        const auto refused = [&chain](auto&& change) {
            ChainVerifier verifier(beginning);
            Record third = chain[2];
            change(third.envelope);
            third.envelope.hash = computeHash(third.envelope);
            const ChainPosition before{beginning.ledger, 1, 2, chain[1].envelope.hash};
            return verifier.next(chain[0].envelope) && verifier.next(chain[1].envelope) &&
                   isBroken(verifier.next(third.envelope)) && verifier.position() == before;
        };
        QVERIFY(refused([](Envelope& e) { e.ledger = domain::LedgerId(test::sampleUuid(9)); }));
        QVERIFY(refused([](Envelope& e) { e.seq = 4; }));
        QVERIFY(refused([](Envelope& e) { e.seq = 2; }));
        QVERIFY(refused([](Envelope& e) { e.epoch = 0; }));
        QVERIFY(refused([](Envelope& e) { e.prev = Sha256::of("x"); }));
        ChainVerifier verifier(ChainPosition{beginning.ledger, 1, 2, chain[1].envelope.hash});
        QVERIFY(verifier.next(chain[2].envelope)); // and unchanged it fits, from the middle too
    }
};

QTEST_APPLESS_MAIN(TestChain)
#include "test_chain.moc"
