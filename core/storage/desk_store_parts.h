#pragma once
#include "storage/desk_store.h"
#include "storage/fold.h"
#include "storage/sqlite/read_pool.h"
#include "storage/writer.h"

#include <QSet>

namespace diakinisi::storage {

/// What DeskStore is made of; shared by its source files only.
struct DeskStore::Parts {
    Parts(const Clock& clockThere, RandomSource& random) : clock(clockThere), ids(clockThere, random) {}

    const Clock& clock;
    IdSource ids;
    std::unique_ptr<Connection> profileLock; ///< of the profile; held until the end
    std::unique_ptr<Writer> writer;
    std::unique_ptr<ReadPool> pool;
    std::unique_ptr<FileStore> fileStore;
    std::unique_ptr<HeldFiles> files;
    std::unique_ptr<DeskMemory> memory;
    std::unique_ptr<DeskViews> views;
    std::function<void(const StoreNews&)> listener;

    std::mutex turn; ///< one change of documents at a time, with what stands in memory beside the tables
    PersonLens lens; ///< under turn
    QSet<domain::CommandId> handedOut; ///< under turn: may have left already
    qint64 lastOfEarlierRun = 0;       ///< commands up to this one count as handed out

    mutable std::mutex published; ///< guards the two below, which are read at once
    domain::PersonId person;
    std::shared_ptr<const domain::Organisation> organisation = std::make_shared<domain::Organisation>();

    std::shared_ptr<const domain::Organisation> organisationNow() const
    {
        const std::lock_guard lock(published);
        return organisation;
    }
    domain::PersonId personNow() const
    {
        const std::lock_guard lock(published);
        return person;
    }
    void tell(const StoreNews& news) const
    {
        const bool any = !news.documents.isEmpty() || news.attention || news.directory || !news.filesArrived.empty() ||
                         !news.filesRefused.empty();
        if (any && listener)
            listener(news);
    }

    /// One change: `work(Connection&, Fold&, StoreNews&)`, the folding that follows, and `check(const Fold&)` on what
    /// came of it, in one transaction.
    template <class Work, class Check>
    Done change(Work&& work, Check&& check)
    {
        StoreNews news;
        {
            const std::lock_guard taken(turn);
            const auto known = organisationNow();
            const Done done = writer->write([&](Connection& connection) -> Done {
                Fold fold(connection, {*known, lens});
                if (auto ok = work(connection, fold, news); !ok)
                    return ok;
                if (auto ok = fold.finish(); !ok)
                    return ok;
                news.documents = fold.changed();
                return check(fold);
            });
            if (!done)
                return done;
        }
        tell(news);
        return {};
    }
    template <class Work>
    Done change(Work&& work)
    {
        return change(std::forward<Work>(work), [](const Fold&) { return Done(); });
    }

    /// Files, memory and views over the open tables; what earlier runs left is read and put in force.
    Done begin();
    /// Puts a person and an organisation in force: those lists of documents that may differ are computed anew, what
    /// waits is decided anew, and `also(Connection&)` is done, in one transaction; then both are published. `turn` is
    /// held.
    Done putInForce(const domain::PersonId& newPerson, std::shared_ptr<const domain::Organisation> newOrganisation,
                    const std::function<Done(Connection&)>& also, StoreNews& news);
};

} // namespace diakinisi::storage
