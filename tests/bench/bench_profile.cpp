// Makes the profile that the benches of windows and search start from: signs a real desk in at a real server, then puts
// N documents into its store as the feed would (snapshots of what has appeared).
//   bench_profile --server URL --ca FILE --user U --password-file F --profile DIR --count N
#include "desk_bench.h"
#include "sample_documents.h"

#include "base/random.h"
#include "desk/profile.h"
#include "desk/session.h"
#include "storage/desk_store.h"
#include "wire/messages.h"

#include <QCoreApplication>

namespace diakinisi::bench {
namespace {

constexpr qint64 pageDocuments = 500;

Result<domain::PersonId> signInOnce(const desk::DeskSettings& settings, const ServerOptions& options)
{
    const auto opened = desk::openDesk(settings);
    if (!opened)
        return fail(opened.error());
    if (const Done in = signInDesk(**opened, options.user, options.password); !in)
        return fail(in.error());
    return (*opened)->session().person().value_or(domain::PersonId{});
}

Done fill(storage::DeskStore& store, SampleDocuments& documents, qint64 count)
{
    const auto cursor = store.cursor();
    if (!cursor)
        return fail(cursor.error());
    for (qint64 begin = 0; begin < count; begin += pageDocuments) {
        wire::FeedPage page;
        page.cursor = *cursor; // where the server goes on after these
        page.more = true;
        for (qint64 i = begin; i < std::min(count, begin + pageDocuments); ++i) {
            wire::FeedItem item;
            item.position = i + 1;
            item.type = wire::FeedItemType::DocumentAppeared;
            item.snapshot = documents.make(i, count);
            item.document = item.snapshot->id;
            page.items.push_back(std::move(item));
        }
        if (const Done taken = store.take(page); !taken)
            return taken;
    }
    return {};
}

Done runAll(const QCommandLineParser& parser)
{
    const auto options = ServerOptions::from(parser);
    if (!options)
        return fail(options.error());
    const desk::DeskSettings settings = deskSettings(parser, parser.value(QStringLiteral("profile")));
    const auto owner = signInOnce(settings, *options);
    if (!owner)
        return fail(owner.error());
    SystemRandom random;
    const SystemClock clock;
    IdSource ids(clock, random);
    const auto profile = desk::Profile::open(settings, random);
    auto key = profile ? profile->fileKey() : fail(profile.error());
    if (!key)
        return fail(key.error());
    storage::StoreSettings where;
    where.folder = settings.folder;
    where.fileKey = std::move(*key);
    where.clock = &clock;
    where.random = &random;
    const auto store = storage::DeskStore::open(std::move(where));
    if (!store)
        return fail(store.error());
    const auto organisation = (*store)->organisation();
    SampleDocuments documents(*organisation, *owner, ids, clock.now());
    const qint64 count = std::clamp<qint64>(parser.value(QStringLiteral("count")).toLongLong(), 1, 5'000'000);
    QElapsedTimer timer;
    timer.start();
    if (const Done filled = fill(**store, documents, count); !filled)
        return filled;
    printRow({{QStringLiteral("row"), QStringLiteral("profile")},
              {QStringLiteral("documents"), count},
              {QStringLiteral("seconds"), millisecondsOf(timer) / 1'000}});
    return {};
}

} // namespace
} // namespace diakinisi::bench

int main(int argc, char** argv)
{
    using namespace diakinisi::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    ServerOptions::addTo(parser);
    addDeskOptions(parser);
    parser.addOption({QStringLiteral("profile"), {}, QStringLiteral("DIR")});
    parser.addOption({QStringLiteral("count"), {}, QStringLiteral("N"), QStringLiteral("1000")});
    parser.process(application);
    const auto done = runAll(parser);
    return done ? 0 : complain(done.error());
}
