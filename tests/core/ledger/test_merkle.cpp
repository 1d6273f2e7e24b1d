#include "ledger/merkle.h"

#include <QTest>

#include <bit>

using namespace diakinisi;
using namespace diakinisi::ledger;

namespace {

constexpr qint64 largest = 70;

std::vector<Sha256> hashes(qint64 count)
{
    std::vector<Sha256> result;
    for (qint64 i = 0; i < count; ++i)
        result.push_back(Sha256::of(QByteArray::number(i)));
    return result;
}

/// The root level by level, an odd last node going up as it is: the same tree by another way than the room's.
Sha256 rootByLevels(const std::vector<Sha256>& from)
{
    std::vector<QByteArray> level;
    for (const Sha256& hash : from)
        level.push_back(Sha256::of(QByteArray(1, '\0') + hash.raw()).raw());
    if (level.empty())
        return Sha256::of({});
    while (level.size() > 1) {
        std::vector<QByteArray> next;
        for (std::size_t i = 0; i < level.size(); i += 2)
            next.push_back(i + 1 < level.size() ? Sha256::of(QByteArray(1, '\1') + level[i] + level[i + 1]).raw()
                                                : level[i]);
        level = next;
    }
    return *Sha256::fromRaw(level.front());
}

} // namespace

class TestMerkle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theRootIsThatOfTheTreeHoweverItIsBuilt()
    {
        QCOMPARE(merkleRoot({}).hex(),
                 QStringLiteral("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        MerkleFrontier frontier;
        for (qint64 size = 0; size <= largest; ++size) {
            const auto leaves = hashes(size);
            QCOMPARE(merkleRoot(leaves), rootByLevels(leaves));
            QCOMPARE(frontier.size(), size);
            QCOMPARE(frontier.root(), merkleRoot(leaves));
            const auto restored = MerkleFrontier::from(size, frontier.nodes());
            QVERIFY(restored);
            QCOMPARE(restored->root(), frontier.root());
            QVERIFY(!MerkleFrontier::from(size + 1, frontier.nodes()) ||
                    std::popcount(std::uint64_t(size)) == std::popcount(std::uint64_t(size + 1)));
            frontier.add(Sha256::of(QByteArray::number(size)));
        }
        QVERIFY(!MerkleFrontier::from(-1, {}));
        QVERIFY(!MerkleFrontier::from(3, {Sha256()}));
    }

    void everyLeafIsProvedToBeIncludedAndNothingElse()
    {
        const Sha256 other = Sha256::of("other");
        for (qint64 size = 0; size <= largest; ++size) {
            const auto leaves = hashes(size);
            const Sha256 root = rootByLevels(leaves);
            QVERIFY(!inclusionProof(leaves, size));
            QVERIFY(!inclusionProof(leaves, -1));
            for (qint64 index = 0; index < size; ++index) {
                const Sha256& leaf = leaves[static_cast<std::size_t>(index)];
                auto proof = *inclusionProof(leaves, index);
                QVERIFY(proof.size() <= 7);
                for (qint64 claimed = -1; claimed <= size; ++claimed)
                    QCOMPARE(verifyInclusion(leaf, claimed, size, proof, root), claimed == index);
                QVERIFY(!verifyInclusion(other, index, size, proof, root));
                QVERIFY(!verifyInclusion(leaf, index, size, proof, other));
                for (Sha256& node : proof) {
                    const Sha256 right = std::exchange(node, other);
                    QVERIFY(!verifyInclusion(leaf, index, size, proof, root));
                    node = right;
                }
                proof.push_back(other);
                QVERIFY(!verifyInclusion(leaf, index, size, proof, root));
                proof.pop_back();
                if (!proof.empty()) {
                    proof.pop_back();
                    QVERIFY(!verifyInclusion(leaf, index, size, proof, root));
                }
            }
        }
    }

    void everyBeginningIsProvedToBeOneAndNothingElse()
    {
        const Sha256 other = Sha256::of("other");
        for (qint64 size = 1; size <= largest; ++size) {
            const auto leaves = hashes(size);
            const Sha256 root = rootByLevels(leaves);
            QVERIFY(!consistencyProof(leaves, 0));
            QVERIFY(!consistencyProof(leaves, size + 1));
            for (qint64 first = 1; first <= size; ++first) {
                const Sha256 firstRoot = rootByLevels(hashes(first));
                auto proof = *consistencyProof(leaves, first);
                QVERIFY(verifyConsistency(first, firstRoot, size, root, proof));
                QVERIFY(!verifyConsistency(first, other, size, root, proof));
                QVERIFY(!verifyConsistency(first, firstRoot, size, other, proof));
                if (first != size)
                    QVERIFY(!verifyConsistency(size, root, first, firstRoot, proof));
                for (Sha256& node : proof) {
                    const Sha256 right = std::exchange(node, other);
                    QVERIFY(!verifyConsistency(first, firstRoot, size, root, proof));
                    node = right;
                }
                proof.push_back(other);
                QVERIFY(!verifyConsistency(first, firstRoot, size, root, proof));
                proof.pop_back();
                if (!proof.empty()) {
                    proof.pop_back();
                    QVERIFY(!verifyConsistency(first, firstRoot, size, root, proof));
                }
            }
        }
    }

    void aRewrittenBeginningHasNoProof()
    {
        const auto before = hashes(20);
        auto rewritten = hashes(33);
        rewritten[7] = Sha256::of("rewritten");
        const auto proof = *consistencyProof(rewritten, 20);
        QVERIFY(!verifyConsistency(20, merkleRoot(before), 33, merkleRoot(rewritten), proof));
    }
};

QTEST_APPLESS_MAIN(TestMerkle)
#include "test_merkle.moc"
