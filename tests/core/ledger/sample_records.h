#pragma once
#include "ledger/record.h"
#include "tests/fakes/fake_random.h"

#include <vector>

namespace diakinisi::test {

inline QUuid sampleUuid(uint number)
{
    return QUuid(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}

/// The `seq`-th event of a ledger, not yet sealed into its chain: all members of the envelope are there in turn.
inline ledger::Record sampleRecord(qint64 seq, RandomSource& random)
{
    const auto n = static_cast<uint>(seq);
    ledger::Record record;
    record.envelope.ledger = domain::LedgerId(sampleUuid(1));
    record.envelope.id = domain::EventId(sampleUuid(1000 + n));
    record.envelope.document = domain::DocumentId(sampleUuid(2000 + n));
    record.envelope.kind = QStringLiteral("note-added");
    record.envelope.at = Instant{1'795'417'265'123 + seq};
    record.envelope.by = domain::PersonId(sampleUuid(3000));
    if (n % 2 == 0)
        record.envelope.onBehalfOf = domain::PersonId(sampleUuid(3001));
    if (n % 3 == 0)
        record.envelope.device = domain::DeviceId(sampleUuid(4000));
    if (n % 5 != 0)
        record.envelope.command = domain::CommandId(sampleUuid(5000 + n));
    if (n % 7 == 0)
        record.envelope.claimed = Instant{1'795'417'000'000};
    record.payload = *ledger::sealed(
        {{QStringLiteral("n"), seq}}, {{QStringLiteral("text"), QStringLiteral("Παρατήρηση «%1»\n").arg(seq)}},
        n % 2 ? QJsonObject{{QStringLiteral("phone"), QStringLiteral("2101234567")}} : QJsonObject{}, random);
    return record;
}

/// The first `count` events of a ledger.
inline std::vector<ledger::Record> sampleChain(qint64 count, RandomSource& random)
{
    std::vector<ledger::Record> chain;
    Sha256 prev;
    for (qint64 seq = 1; seq <= count; ++seq) {
        chain.push_back(sampleRecord(seq, random));
        chain.back().envelope.epoch = seq > 10 ? 2 : 1;
        ledger::seal(chain.back(), seq, prev);
        prev = chain.back().envelope.hash;
    }
    return chain;
}

} // namespace diakinisi::test
