#include "signing/trust/trusted_lists.h"

#include "signing/authorities/fetcher.h"

#include <QFile>

namespace diakinisi::signing {

namespace {

constexpr std::int64_t largestList = 32 << 20;

bool isAddress(const QString& place)
{
    return place.startsWith(u"https://") || place.startsWith(u"http://");
}

class Gathering
{
public:
    Gathering(Fetcher* fetcher, Instant now, std::stop_token stop)
        : m_fetcher(fetcher),
          m_now(now),
          m_stop(std::move(stop))
    {
    }

    Done take(const QString& place, const QList<QByteArray>& signers)
    {
        const Result<QByteArray> xml = isAddress(place) ? fetch(QUrl(place, QUrl::StrictMode), true) : readFile(place);
        if (!xml)
            return fail(xml.error());
        const Result<TrustedList> list = readTrustedList(*xml, signers);
        if (!list)
            return fail(list.error().code, place, list.error().cause);
        keep(*list);
        for (const TrustedList::Pointer& pointer : list->pointers)
            if (pointer.url.toString() != place && pointer.territory != list->territory)
                follow(pointer);
        return {};
    }

    GatheredLists gathered() && { return std::move(m_gathered); }

private:
    Result<QByteArray> fetch(const QUrl& url, bool configured)
    {
        if (!m_fetcher)
            return fail(ErrorCode::ServerUnreachable, url.host(), QStringLiteral("no network is to be used"));
        FetchRequest request{.url = url, .configured = configured};
        request.largest = largestList;
        request.total = std::chrono::minutes(2);
        return m_fetcher->fetch(request, m_stop);
    }

    static Result<QByteArray> readFile(const QString& path)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::FileUnreadable, path, file.errorString());
        if (file.size() > largestList)
            return fail(ErrorCode::LimitExceeded, path);
        return file.read(largestList + 1);
    }

    void keep(const TrustedList& list)
    {
        m_gathered.services.insert(m_gathered.services.end(), list.services.begin(), list.services.end());
        if (list.nextUpdate && *list.nextUpdate < m_now)
            remark(list.territory, QStringLiteral("a newer one was due on ") + toIso(*list.nextUpdate));
    }

    void follow(const TrustedList::Pointer& pointer)
    {
        if (!m_fetcher || m_stop.stop_requested())
            return remark(pointer.territory, QStringLiteral("not fetched"));
        const Result<QByteArray> xml = fetch(pointer.url, false);
        const Result<TrustedList> list = xml ? readTrustedList(*xml, pointer.signers) : fail(xml.error());
        if (!list)
            return remark(pointer.territory, errorWord(list.error().code) + u' ' + list.error().cause);
        keep(*list);
    }

    void remark(const QString& territory, const QString& what)
    {
        m_gathered.remarks += QStringLiteral("trusted list of %1: %2").arg(territory, what.trimmed());
    }

    Fetcher* m_fetcher;
    const Instant m_now;
    const std::stop_token m_stop;
    GatheredLists m_gathered;
};

} // namespace

Result<GatheredLists> gatherTrustedLists(const QStringList& places, const QList<QByteArray>& signers, Fetcher* fetcher,
                                         Instant now, std::stop_token stop)
{
    Gathering gathering(fetcher, now, stop);
    for (const QString& place : places)
        if (const Done taken = gathering.take(place, signers); !taken)
            return fail(taken.error());
    if (stop.stop_requested())
        return fail(ErrorCode::Cancelled);
    return std::move(gathering).gathered();
}

} // namespace diakinisi::signing
