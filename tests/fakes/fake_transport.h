#pragma once
#include "sync/transport.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

namespace diakinisi::tests {

/// A way to a server that is the test: requests pile up until the test answers or breaks them.
class FakeTransport final : public sync::Transport
{
public:
    struct Open {
        Ticket ticket;
        sync::Request request;
        Finished finished;
    };

    Ticket begin(sync::Request request, Finished finished) override
    {
        ++begun;
        open.push_back({++m_last, std::move(request), std::move(finished)});
        return m_last;
    }
    void cancel(Ticket ticket) override
    {
        std::erase_if(open, [ticket](const Open& entry) { return entry.ticket == ticket; });
    }

    /// The open request whose method and path begin so; null when there is none.
    const sync::Request* request(const QString& start) const
    {
        for (const Open& entry : open)
            if ((QString::fromLatin1(entry.request.method) + u' ' + entry.request.path).startsWith(start))
                return &entry.request;
        return nullptr;
    }
    bool has(const QString& start) const { return request(start) != nullptr; }

    /// False when no such request is open.
    bool answer(const QString& start, int status, const QByteArray& body = {},
                std::map<QByteArray, QByteArray> headers = {})
    {
        auto entry = take(start);
        if (!entry)
            return false;
        sync::Response response{status, std::move(headers), body};
        if (entry->request.sink && status >= 200 && status < 300) {
            response.body.clear();
            if (const Done taken = entry->request.sink(response, body); !taken) {
                entry->finished(diakinisi::fail(taken.error()));
                return true;
            }
        }
        entry->finished(std::move(response));
        return true;
    }
    bool answer(const QString& start, int status, const QJsonObject& json)
    {
        return answer(start, status, QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
    bool fail(const QString& start, ErrorCode code)
    {
        auto entry = take(start);
        if (entry)
            entry->finished(diakinisi::fail(code));
        return entry.has_value();
    }
    /// Gives the sink some bytes, then breaks the connection.
    bool breakOff(const QString& start, int status, const QByteArray& half)
    {
        auto entry = take(start);
        if (!entry)
            return false;
        static_cast<void>(entry->request.sink(sync::Response{status, {}, {}}, half));
        entry->finished(diakinisi::fail(ErrorCode::ServerUnreachable));
        return true;
    }

    std::vector<Open> open;
    int begun = 0;

private:
    std::optional<Open> take(const QString& start)
    {
        for (auto entry = open.begin(); entry != open.end(); ++entry)
            if ((QString::fromLatin1(entry->request.method) + u' ' + entry->request.path).startsWith(start)) {
                Open taken = std::move(*entry);
                open.erase(entry);
                return taken;
            }
        return std::nullopt;
    }

    Ticket m_last = 0;
};

} // namespace diakinisi::tests
