#include "server/http/message.h"

#include <algorithm>
#include <array>
#include <atomic>

namespace diakinisi::server {
namespace {

constexpr std::array<const char*, 6> words{"GET", "HEAD", "POST", "PATCH", "PUT", "DELETE"};

} // namespace

QByteArray methodWord(Method method)
{
    const auto index = static_cast<std::size_t>(method);
    return index < words.size() ? QByteArray(words[index]) : QByteArray("OTHER");
}

Method methodOf(QByteArrayView word)
{
    for (std::size_t i = 0; i < words.size(); ++i)
        if (word == QByteArrayView(words[i]))
            return static_cast<Method>(i);
    return Method::Other;
}

QByteArray Request::header(QByteArrayView name) const
{
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const auto& h) { return h.first == name; });
    return found == headers.end() ? QByteArray() : found->second;
}

std::optional<QString> Request::parameter(QStringView name) const
{
    const auto found = std::find_if(query.begin(), query.end(), [&](const auto& p) { return p.first == name; });
    return found == query.end() ? std::nullopt : std::optional(found->second);
}

bool Request::acceptsGzip() const
{
    for (QByteArray coding : header("accept-encoding").split(',')) {
        coding = coding.trimmed().toLower();
        if (coding == "gzip")
            return true;
        if (coding.startsWith("gzip;"))
            return !coding.simplified().replace(' ', "").contains("q=0") || coding.contains("q=0.");
    }
    return false;
}

struct Responder::State {
    explicit State(Deliver d) : deliver(std::move(d)) {}
    ~State()
    {
        if (!answered.exchange(true))
            deliver(Response{.status = 500, .close = true});
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    Deliver deliver;
    std::atomic<bool> answered = false;
};

Responder::Responder(Deliver deliver) : m_state(std::make_shared<State>(std::move(deliver))) {}

void Responder::answer(Response response) const
{
    if (m_state && !m_state->answered.exchange(true))
        m_state->deliver(std::move(response));
}

} // namespace diakinisi::server
