#pragma once
#include "ledger/envelope.h"

namespace diakinisi::ledger {

/// Where a chain stands: what the next envelope must follow.
struct ChainPosition {
    domain::LedgerId ledger;
    qint64 epoch = 1;
    qint64 seq = 0; ///< 0: nothing yet
    Sha256 hash;    ///< of the envelope with that seq; zero before the first

    friend bool operator==(const ChainPosition&, const ChainPosition&) = default;
};

/// Walks a chain one envelope at a time, with memory for one position only. Payloads are checked apart (record.h).
class ChainVerifier
{
public:
    explicit ChainVerifier(ChainPosition from) : m_position(std::move(from)) {}

    /// ChainBroken, with the seq as subject and what does not fit as cause, when the envelope is of another ledger, is
    /// not the next one, names another predecessor, goes back in epochs, or does not fit its own hash. The position
    /// then stays where it was.
    Done next(const Envelope& envelope);
    const ChainPosition& position() const { return m_position; }

private:
    ChainPosition m_position;
};

} // namespace diakinisi::ledger
