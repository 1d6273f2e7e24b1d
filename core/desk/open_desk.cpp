#include "desk/open_desk.h"

#include "desk/real_desk.h"

namespace diakinisi::desk {

namespace {

Result<std::unique_ptr<Desk>> open(const DeskSettings& settings, std::shared_ptr<const Clock> clock,
                                   std::shared_ptr<RandomSource> random)
{
    auto profile = Profile::open(settings, *random);
    if (!profile)
        return fail(profile.error());
    auto key = profile->fileKey();
    if (!key)
        return fail(key.error());
    storage::StoreSettings stored;
    stored.folder = settings.folder;
    stored.fileKey = std::move(*key);
    stored.clock = clock.get();
    stored.random = random.get();
    auto store = storage::DeskStore::open(std::move(stored));
    if (!store)
        return fail(store.error());
    auto parts =
        std::make_unique<Parts>(settings, std::move(*profile), std::move(clock), std::move(random), std::move(*store));
    auto desk = std::make_unique<RealDesk>(std::move(parts));
    if (const Done begun = desk->begin(); !begun)
        return fail(begun.error());
    return desk;
}

} // namespace

Result<std::unique_ptr<Desk>> openDesk(const DeskSettings& settings)
{
    return open(settings, std::make_shared<SystemClock>(), std::make_shared<SystemRandom>());
}

Result<std::unique_ptr<Desk>> openDesk(const DeskSettings& settings, const Clock& clock, RandomSource& random)
{
    const auto keep = [](auto*) {};
    return open(settings, {&clock, keep}, {&random, keep});
}

} // namespace diakinisi::desk
