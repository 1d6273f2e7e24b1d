#include "ledger/merkle.h"

#include <bit>

namespace diakinisi::ledger {

namespace {

using Hashes = std::span<const Sha256>;

Sha256 leafOf(const Sha256& hash)
{
    return Sha256::of(QByteArray(1, '\0').append(hash.raw()));
}

Sha256 nodeOf(const Sha256& left, const Sha256& right)
{
    return Sha256::of(QByteArray(1, '\1').append(left.raw()).append(right.raw()));
}

/// The largest power of two below `size`, which is at least 2.
std::size_t leftSize(std::size_t size)
{
    return std::bit_floor(size - 1);
}

Sha256 rootOf(Hashes hashes)
{
    if (hashes.size() == 1)
        return leafOf(hashes.front());
    const std::size_t left = leftSize(hashes.size());
    return nodeOf(rootOf(hashes.first(left)), rootOf(hashes.subspan(left)));
}

void appendPath(std::vector<Sha256>& proof, Hashes hashes, std::size_t index)
{
    if (hashes.size() <= 1)
        return;
    const std::size_t left = leftSize(hashes.size());
    if (index < left) {
        appendPath(proof, hashes.first(left), index);
        proof.push_back(rootOf(hashes.subspan(left)));
    } else {
        appendPath(proof, hashes.subspan(left), index - left);
        proof.push_back(rootOf(hashes.first(left)));
    }
}

/// SUBPROOF of RFC 9162, 2.1.4.1; `whole`: the verifier knows the root of these very hashes.
void appendSubproof(std::vector<Sha256>& proof, Hashes hashes, std::size_t size, bool whole)
{
    if (size == hashes.size()) {
        if (!whole)
            proof.push_back(rootOf(hashes));
        return;
    }
    const std::size_t left = leftSize(hashes.size());
    if (size <= left) {
        appendSubproof(proof, hashes.first(left), size, whole);
        proof.push_back(rootOf(hashes.subspan(left)));
    } else {
        appendSubproof(proof, hashes.subspan(left), size - left, false);
        proof.push_back(rootOf(hashes.first(left)));
    }
}

/// Climbs from a node to the root; fn and sn as the RFC names them: the places of the node and of the last one.
struct Climb {
    std::uint64_t fn;
    std::uint64_t sn;

    bool isRight() const { return (fn & 1) != 0 || fn == sn; }
    void up()
    {
        if ((fn & 1) == 0 && fn == sn)
            skipEmpty();
        fn >>= 1;
        sn >>= 1;
    }

private:
    void skipEmpty()
    {
        while ((fn & 1) == 0 && fn != 0) {
            fn >>= 1;
            sn >>= 1;
        }
    }
};

} // namespace

Sha256 merkleRoot(std::span<const Sha256> hashes)
{
    return hashes.empty() ? Sha256::of({}) : rootOf(hashes);
}

std::optional<std::vector<Sha256>> inclusionProof(std::span<const Sha256> hashes, qint64 index)
{
    if (index < 0 || static_cast<std::size_t>(index) >= hashes.size())
        return std::nullopt;
    std::vector<Sha256> proof;
    appendPath(proof, hashes, static_cast<std::size_t>(index));
    return proof;
}

std::optional<std::vector<Sha256>> consistencyProof(std::span<const Sha256> hashes, qint64 size)
{
    if (size <= 0 || static_cast<std::size_t>(size) > hashes.size())
        return std::nullopt;
    std::vector<Sha256> proof;
    appendSubproof(proof, hashes, static_cast<std::size_t>(size), true);
    return proof;
}

bool verifyInclusion(const Sha256& hash, qint64 index, qint64 size, std::span<const Sha256> proof, const Sha256& root)
{
    if (index < 0 || index >= size)
        return false;
    Climb climb{static_cast<std::uint64_t>(index), static_cast<std::uint64_t>(size) - 1};
    Sha256 r = leafOf(hash);
    for (const Sha256& p : proof) {
        if (climb.sn == 0)
            return false;
        r = climb.isRight() ? nodeOf(p, r) : nodeOf(r, p);
        climb.up();
    }
    return climb.sn == 0 && r == root;
}

bool verifyConsistency(qint64 firstSize, const Sha256& firstRoot, qint64 secondSize, const Sha256& secondRoot,
                       std::span<const Sha256> proof)
{
    if (firstSize <= 0 || firstSize > secondSize)
        return false;
    if (firstSize == secondSize)
        return proof.empty() && firstRoot == secondRoot;
    const auto first = static_cast<std::uint64_t>(firstSize);
    std::vector<Sha256> path(proof.begin(), proof.end());
    if (std::has_single_bit(first))
        path.insert(path.begin(), firstRoot);
    if (path.empty())
        return false;
    Climb climb{first - 1, static_cast<std::uint64_t>(secondSize) - 1};
    while ((climb.fn & 1) != 0) {
        climb.fn >>= 1;
        climb.sn >>= 1;
    }
    Sha256 fr = path.front();
    Sha256 sr = path.front();
    for (std::size_t i = 1; i < path.size(); ++i) {
        if (climb.sn == 0)
            return false;
        if (climb.isRight()) {
            fr = nodeOf(path[i], fr);
            sr = nodeOf(path[i], sr);
        } else {
            sr = nodeOf(sr, path[i]);
        }
        climb.up();
    }
    return climb.sn == 0 && fr == firstRoot && sr == secondRoot;
}

std::optional<MerkleFrontier> MerkleFrontier::from(qint64 size, std::vector<Sha256> nodes)
{
    if (size < 0 || static_cast<std::size_t>(std::popcount(static_cast<std::uint64_t>(size))) != nodes.size())
        return std::nullopt;
    MerkleFrontier frontier;
    frontier.m_size = size;
    frontier.m_nodes = std::move(nodes);
    return frontier;
}

void MerkleFrontier::add(const Sha256& hash)
{
    Sha256 node = leafOf(hash);
    // Each low one bit of the size is a full subtree as large as the node that now closes it.
    for (auto rest = static_cast<std::uint64_t>(m_size); (rest & 1) != 0; rest >>= 1) {
        node = nodeOf(m_nodes.back(), node);
        m_nodes.pop_back();
    }
    m_nodes.push_back(node);
    ++m_size;
}

Sha256 MerkleFrontier::root() const
{
    if (m_nodes.empty())
        return Sha256::of({});
    Sha256 root = m_nodes.back();
    for (auto it = m_nodes.rbegin() + 1; it != m_nodes.rend(); ++it)
        root = nodeOf(*it, root);
    return root;
}

} // namespace diakinisi::ledger
