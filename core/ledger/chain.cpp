#include "ledger/chain.h"

namespace diakinisi::ledger {

Done ChainVerifier::next(const Envelope& envelope)
{
    const auto broken = [&envelope](const char* why) {
        return fail(ErrorCode::ChainBroken, QString::number(envelope.seq), QString::fromLatin1(why));
    };
    if (envelope.ledger != m_position.ledger)
        return broken("an event of another ledger");
    if (envelope.seq != m_position.seq + 1)
        return broken("not the next event");
    if (envelope.epoch < m_position.epoch)
        return broken("the epoch goes back");
    if (envelope.prev != m_position.hash)
        return broken("another event stands before it");
    if (computeHash(envelope) != envelope.hash)
        return broken("the envelope does not fit its hash");
    m_position = {envelope.ledger, envelope.epoch, envelope.seq, envelope.hash};
    return {};
}

} // namespace diakinisi::ledger
