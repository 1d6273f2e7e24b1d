#include "desk/key_store.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QFileInfo>
#include <QThread>
#include <QTimer>

#include <condition_variable>
#include <mutex>

#include <qt6keychain/keychain.h>

namespace diakinisi::desk {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 30s; ///< a person may have to unlock the key ring
constexpr auto probing = 3s;

struct Answer {
    QKeychain::Error error = QKeychain::OtherError;
    QString words;
    QByteArray secret;
};

/// One job's way from the asking thread to the main one and back; outlives whoever stops waiting.
struct Exchange {
    std::mutex mutex;
    std::condition_variable done;
    std::optional<Answer> answer;
};

void begin(QKeychain::Job* job, const QString& key, const std::shared_ptr<Exchange>& exchange)
{
    job->setKey(key);
    QObject::connect(job, &QKeychain::Job::finished, job, [exchange](QKeychain::Job* finished) {
        Answer answer{finished->error(), finished->errorString(), {}};
        if (const auto* read = qobject_cast<QKeychain::ReadPasswordJob*>(finished))
            answer.secret = read->binaryData();
        const std::lock_guard lock(exchange->mutex);
        exchange->answer = std::move(answer);
        exchange->done.notify_all();
    });
    job->start();
}

/// QtKeychain queues its jobs in the thread that used it first: so all of them run in the main thread, and whoever is
/// elsewhere waits.
template <class MakeJob>
std::optional<Answer> run(const QString& key, MakeJob make, std::chrono::milliseconds limit)
{
    const auto exchange = std::make_shared<Exchange>();
    QCoreApplication* application = QCoreApplication::instance();
    if (!application)
        return std::nullopt;
    if (QThread::currentThread() == application->thread()) {
        QKeychain::Job* job = make();
        QEventLoop loop;
        QObject::connect(job, &QObject::destroyed, &loop, &QEventLoop::quit);
        QTimer::singleShot(limit, &loop, &QEventLoop::quit);
        begin(job, key, exchange);
        loop.exec();
        const std::lock_guard lock(exchange->mutex);
        return exchange->answer;
    }
    QMetaObject::invokeMethod(
        application, [make, key, exchange] { begin(make(), key, exchange); }, Qt::QueuedConnection);
    std::unique_lock lock(exchange->mutex);
    exchange->done.wait_for(lock, limit, [&exchange] { return exchange->answer.has_value(); });
    return exchange->answer;
}

class SystemKeyStore final : public KeyStore
{
public:
    explicit SystemKeyStore(QString profile) : m_profile(std::move(profile)) {}

    Result<std::optional<QByteArray>> read(const QString& name) override
    {
        const auto answer = run(
            keyOf(name), [] { return new QKeychain::ReadPasswordJob(service()); }, m_patience);
        if (answer && answer->error == QKeychain::EntryNotFound)
            return std::nullopt;
        if (!answer || answer->error != QKeychain::NoError)
            return trouble(answer);
        return answer->secret;
    }

    Done write(const QString& name, const QByteArray& secret) override
    {
        const auto answer = run(
            keyOf(name),
            [secret] {
                auto* job = new QKeychain::WritePasswordJob(service());
                job->setBinaryData(secret);
                return job;
            },
            m_patience);
        if (!answer || answer->error != QKeychain::NoError)
            return trouble(answer);
        return {};
    }

    Done remove(const QString& name) override
    {
        const auto answer = run(
            keyOf(name), [] { return new QKeychain::DeletePasswordJob(service()); }, m_patience);
        if (!answer || (answer->error != QKeychain::NoError && answer->error != QKeychain::EntryNotFound))
            return trouble(answer);
        return {};
    }

    /// Does anything answer at all, before a person is asked for?
    bool answers()
    {
        m_patience = probing;
        const QString probe = QStringLiteral("probe");
        const bool good = write(probe, "probe") && read(probe).value_or(std::nullopt) == "probe" && remove(probe);
        m_patience = patience;
        return good;
    }

private:
    static QString service() { return QStringLiteral("Diakinisi"); }
    static tl::unexpected<Error> trouble(const std::optional<Answer>& answer)
    {
        return fail(ErrorCode::KeyUnreadable, QStringLiteral("key store"),
                    answer ? answer->words : QStringLiteral("no answer"));
    }
    QString keyOf(const QString& name) const { return m_profile + u'/' + name; }

    QString m_profile;
    std::chrono::milliseconds m_patience = patience;
};

/// Without a session bus there is nobody to ask, and asking would start one that nobody ends.
bool hasSessionBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + QStringLiteral("/bus")));
}

} // namespace

std::unique_ptr<KeyStore> makeSystemKeyStore(const QString& profile)
{
    if (!hasSessionBus())
        return nullptr;
    auto store = std::make_unique<SystemKeyStore>(profile);
    if (!store->answers())
        return nullptr;
    return store;
}

} // namespace diakinisi::desk
