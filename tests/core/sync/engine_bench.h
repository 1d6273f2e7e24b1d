#pragma once
#include "sync/engine.h"
#include "tests/fakes/fake_doors.h"
#include "tests/fakes/fake_random.h"
#include "tests/fakes/fake_transport.h"
#include "tests/fakes/make_command.h"
#include "tests/fakes/manual_clock.h"

namespace diakinisi::tests {

/// An engine with everything around it in the test's hand.
struct EngineBench {
    ManualClock clock;
    SeededRandom random{11};
    IdSource ids{clock, random};
    FakeOutbox outbox;
    FakeFeed feed;
    FakeFiles files;
    FakeTransport transport;
    std::vector<sync::Phase> phases;
    QVector<domain::DocumentId> changed;
    int attention = 0;
    std::vector<Sha256> arrived;
    std::map<Sha256, Error> refusedFiles;
    domain::LedgerId ledger = ids.make<domain::LedgerId>();
    domain::PersonId person = ids.make<domain::PersonId>();
    std::optional<sync::Moment> wake;
    sync::Engine engine{{outbox, feed, files}, transport, clock, random, news()};

    EngineBench()
    {
        outbox.owner = person;
        engine.wakeChanged = [this](std::optional<sync::Moment> at) { wake = at; };
    }

    sync::News news()
    {
        sync::News news;
        news.status = [this](const sync::Status& status) {
            if (phases.empty() || phases.back() != status.phase)
                phases.push_back(status.phase);
        };
        news.documentsChanged = [this](const QVector<domain::DocumentId>& documents) { changed += documents; };
        news.attentionChanged = [this] { ++attention; };
        news.fileArrived = [this](const Sha256& digest) { arrived.push_back(digest); };
        news.fileRefused = [this](const Sha256& digest, const Error& error) { refusedFiles[digest] = error; };
        return news;
    }

    void signIn() { engine.signIn({person, "token", ledger}); }

    QJsonObject serverInfo(qint64 epoch = 1, qint64 aheadMs = 0)
    {
        wire::ServerInfo info;
        info.organisation = QStringLiteral("Δήμος");
        info.ledger = ledger;
        info.epoch = epoch;
        info.headKey = Sha256::of("k");
        info.version = info.oldestDesk = QStringLiteral("0.1.0");
        info.time = clock.now() + aheadMs;
        return wire::toJson(info);
    }
    static QJsonObject page(const QString& cursor, bool more = false)
    {
        return wire::toJson(wire::FeedPage{{}, cursor, more});
    }
    static QJsonObject applied(const std::vector<domain::Command>& commands)
    {
        wire::CommandsAnswer answer;
        for (const domain::Command& command : commands)
            answer.results.push_back({command.id, wire::CommandStatus::Applied, {}, {}});
        return wire::toJson(answer);
    }
    /// Signed in, asked, directory fetched, the newest page read; listening.
    void calm()
    {
        signIn();
        answerServer();
        transport.answer(QStringLiteral("GET /api/v1/directory"), 204);
        transport.answer(QStringLiteral("GET /api/v1/feed"), 200, page(QStringLiteral("1.1.aa")));
    }
    bool answerServer(qint64 epoch = 1)
    {
        return transport.answer(QStringLiteral("GET /api/v1/server"), 200, serverInfo(epoch));
    }
    /// Lets time pass up to the engine's own next wake; false when it has none.
    bool wakeUp()
    {
        if (!wake)
            return false;
        clock.advance(std::chrono::ceil<std::chrono::milliseconds>(*wake - clock.moment));
        wake = engine.step();
        return true;
    }
    domain::Command note(const QString& text = QStringLiteral("σημείωση"))
    {
        return makeCommand(ids, ids.make<domain::DocumentId>(), domain::AddNote{text});
    }
    /// Puts it into the outbox and lets the engine know.
    domain::Command queue(domain::Command command)
    {
        outbox.waiting.push_back(command);
        engine.kick();
        return command;
    }
};

} // namespace diakinisi::tests
