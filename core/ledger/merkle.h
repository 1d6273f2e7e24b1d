#pragma once
#include "base/digest.h"

#include <optional>
#include <span>
#include <vector>

namespace diakinisi::ledger {

// The Merkle tree of RFC 9162, 2.1, over the hashes of envelopes: leaf i is SHA-256(0x00 || hash of the envelope with
// seq i+1), a node SHA-256(0x01 || left || right), the root of nothing SHA-256 of nothing.

Sha256 merkleRoot(std::span<const Sha256> hashes);

/// RFC 9162, 2.1.3.1. Nothing when there is no such leaf.
std::optional<std::vector<Sha256>> inclusionProof(std::span<const Sha256> hashes, qint64 index);
/// RFC 9162, 2.1.4.1: that the first `size` leaves are a beginning of them all. Nothing unless 0 < size <= all; empty
/// when they are all.
std::optional<std::vector<Sha256>> consistencyProof(std::span<const Sha256> hashes, qint64 size);

/// RFC 9162, 2.1.3.2.
bool verifyInclusion(const Sha256& hash, qint64 index, qint64 size, std::span<const Sha256> proof, const Sha256& root);
/// RFC 9162, 2.1.4.2.
bool verifyConsistency(qint64 firstSize, const Sha256& firstRoot, qint64 secondSize, const Sha256& secondRoot,
                       std::span<const Sha256> proof);

/// The tree's right edge: enough to add leaves and know the root in memory that grows with the logarithm of the size.
class MerkleFrontier
{
public:
    MerkleFrontier() = default;
    /// From what size() and nodes() once gave; nothing when they do not fit each other.
    static std::optional<MerkleFrontier> from(qint64 size, std::vector<Sha256> nodes);

    void add(const Sha256& hash);
    qint64 size() const { return m_size; }
    Sha256 root() const;
    /// The roots of the full subtrees, largest first.
    const std::vector<Sha256>& nodes() const { return m_nodes; }

private:
    qint64 m_size = 0;
    std::vector<Sha256> m_nodes;
};

} // namespace diakinisi::ledger
